"""Self-attention: from nothing to every layer and head."""
