"""Runs that are shipped: in the workshop, and beside the models of which they are small copies."""
