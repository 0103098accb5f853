"""Which characters are taken for which."""
