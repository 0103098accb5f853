"""What the models of a task learned."""
