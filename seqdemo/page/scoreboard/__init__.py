"""All models at all tasks."""
