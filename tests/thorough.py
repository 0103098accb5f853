"""How long the tests that try at random look for a fault."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("SEQDEMO_TIMES", "1"))
"""So many times as many examples as usual; `make faults` sets it."""
