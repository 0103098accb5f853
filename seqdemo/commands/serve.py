"""Serve the page: `python app.py` or `seqdemo`, then open http://127.0.0.1:7860."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

import torch
from fastapi import FastAPI

from seqdemo.checkpoints import shipped
from seqdemo.page.core.resources import Resources
from seqdemo.room.redis_store import RedisStore
from seqdemo.room.rooms import Rooms
from seqdemo.server.health import Health
from seqdemo.server.invitation import invitation
from seqdemo.server.serving import Place, application, serve

CHECKPOINTS = shipped()
torch.set_num_threads(1)  # many visitors: each answer on a processor of its own, none waiting for the others'


def place() -> Place:
    """Where to serve, as the environment says."""
    told = os.environ.get
    return Place(
        host=told("GRADIO_SERVER_NAME", "127.0.0.1"),
        port=int(told("GRADIO_SERVER_PORT", "7860")),
        processes=int(told("SEQDEMO_PROCESSES", "1")),
        frames=told("SEQDEMO_FRAMES", "*"),
        proxies=told("FORWARDED_ALLOW_IPS", "127.0.0.1"),
    )


def create() -> FastAPI:
    """The app of one process."""
    resources = opened()
    return application(resources, Health(resources, CHECKPOINTS), place())


def opened() -> Resources:
    """All that can be loaded; the rest is named."""
    resources = replace(Resources.open(CHECKPOINTS), rooms=_rooms(place().processes))
    for name, reason in resources.refused.items():
        print(f"Left out: {name}: {reason}")
    return resources


def _rooms(processes: int) -> Rooms:
    """In Redis where the environment names one, else in memory."""
    address = os.environ.get("SEQDEMO_REDIS")
    return Rooms(RedisStore(address) if address else None, processes)


def check() -> int:
    """Print what each model makes of its golden input; the exit status says whether all is well."""
    resources = opened()
    found = Health(resources, CHECKPOINTS).examined()
    for name, wrong in found.items():
        print(f"{name:<24} {wrong or 'as it was trained'}")
    return 0 if found and not resources.refused and not any(found.values()) else 1


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, epilog="To train: seqdemo train --help, or python train.py --help."
    )
    options.add_argument("--processes", type=int, help="how many serve side by side (SEQDEMO_PROCESSES)")
    options.add_argument("--class", dest="invites", action="store_true", help="serve everyone in the local network")
    options.add_argument("--check", action="store_true", help="only see whether every model answers as it was trained")
    given = options.parse_args()
    if given.check:
        return check()
    if given.processes is not None:
        os.environ["SEQDEMO_PROCESSES"] = str(given.processes)  # the others read it too
    if given.invites:
        os.environ["GRADIO_SERVER_NAME"] = "0.0.0.0"
    where = place()
    if given.invites:
        print(invitation(where.port))
    serve("seqdemo.commands.serve:create" if where.processes > 1 else create(), where)
    return 0
