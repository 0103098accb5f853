"""The workshop: a visitor trains a small model and watches what comes of each decision."""
