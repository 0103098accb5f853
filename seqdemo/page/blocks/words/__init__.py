"""What encoder-decoders read and hand over."""
