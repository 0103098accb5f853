"""What is typed in a terminal: `seqdemo` serves the page, `seqdemo train …` trains."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command; returns the exit status. Serving and training do not bring each other in."""
    if sys.argv[1:2] == ["train"]:
        from seqdemo.commands.train import main as train

        return train(sys.argv[2:], "seqdemo train")
    from seqdemo.commands.serve import main as serve

    return serve()
