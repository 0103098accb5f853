"""How letters get onto the pad."""
