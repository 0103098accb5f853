"""The page and the API: what people and programs meet."""
