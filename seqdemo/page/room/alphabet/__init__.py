"""A class writes an alphabet, and the reader is trained on it."""
