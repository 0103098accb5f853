"""What a visitor changes inside the machine."""
