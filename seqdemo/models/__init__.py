"""Architectures: pure functions from images to everything worth seeing."""
