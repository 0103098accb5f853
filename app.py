"""Start the app: python app.py, then open http://127.0.0.1:7860."""

import sys

from seqdemo.commands.serve import create, main

__all__ = ["create"]

if __name__ == "__main__":
    sys.exit(main())
