"""A character that is read row by row."""
