"""An answer step by step, and the inside of the model."""
