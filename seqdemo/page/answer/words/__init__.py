"""An answer that was written letter by letter."""
