"""What every feature works with: models at hand, checks of what comes in, languages."""
