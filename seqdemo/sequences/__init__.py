"""What is written: the tasks, and every sample of them as a pure function of its number."""
