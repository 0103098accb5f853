"""seqdemo: see how a sequence model reads letters and reasons about them."""

__version__ = "0.6.0"
