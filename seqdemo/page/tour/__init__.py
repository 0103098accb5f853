"""A tour of the page."""
