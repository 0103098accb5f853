"""The sentences of each lesson; facts of the example and measured shares have places."""
