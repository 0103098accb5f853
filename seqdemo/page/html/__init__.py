"""What every feature draws with."""
