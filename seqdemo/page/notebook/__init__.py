"""An answer outside the page, where no script runs: in a notebook, or as a file of its own."""
