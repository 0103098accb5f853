"""Where ink comes from, and how it becomes images."""
