"""What a visitor sees; a feature a folder."""
