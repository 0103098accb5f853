"""One model's answer."""
