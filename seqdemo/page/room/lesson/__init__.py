"""A lesson held by a room: every phone answers before the reveal."""
