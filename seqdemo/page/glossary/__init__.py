"""The terms of the field that the page uses, each with one sentence."""
