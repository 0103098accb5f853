"""One recipe, and the same with one thing changed at a time."""
