"""The app: what people and programs connect to."""
