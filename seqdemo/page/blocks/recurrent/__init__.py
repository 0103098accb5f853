"""Recurrent cells, and what they do along a sequence."""
