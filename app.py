"""Start the app: python app.py, then open http://127.0.0.1:7860."""

import os
from pathlib import Path

import torch

from seqdemo.page.core.resources import Resources
from seqdemo.server.page import build
from seqdemo.server.scripts import Scripts
from seqdemo.server.serving import serve

CHECKPOINTS = Path(os.environ.get("SEQDEMO_CHECKPOINTS", Path(__file__).parent / "checkpoints"))

if __name__ == "__main__":
    torch.set_num_threads(1)  # many visitors: each answer on a processor of its own, none waiting for the others'
    resources = Resources.open(CHECKPOINTS)
    for name, reason in resources.refused.items():
        print(f"Left out: {name}: {reason}")
    scripts = Scripts()
    serve(build(resources, scripts), scripts)
