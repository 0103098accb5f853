"""The page on a projector: a leaf fills the screen."""
