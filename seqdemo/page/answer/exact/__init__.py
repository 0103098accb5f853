"""Answers that were reasoned out exactly."""
