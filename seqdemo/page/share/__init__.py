"""Passing the page on."""
