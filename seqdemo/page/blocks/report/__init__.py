"""What the model of the report gets wrong."""
