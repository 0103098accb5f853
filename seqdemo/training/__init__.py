"""From letters to checkpoints; knows nothing of the page."""
