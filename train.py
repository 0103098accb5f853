"""Train, resume and evaluate the shipped variants: `python train.py --help`."""

import sys

from seqdemo.commands.train import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
