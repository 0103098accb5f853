"""From a Trace to something to look at; knows nothing of models."""
