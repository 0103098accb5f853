"""Letters of one's own: saved as a file, opened from one, and read by every reader."""
