"""What the app is installed from, and how it is put into a container, agree with each other."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from benchmarks import nginx
from seqdemo.server.invitation import invitation
from seqdemo.server.serving import LEAVE

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.M)


def pins(name: str) -> dict[str, str]:
    return {name.lower().replace("_", "-"): version for name, version in PINNED.findall((ROOT / name).read_text())}


def test_the_lock_holds_what_is_required_and_a_hash_of_everything() -> None:
    required = pins("requirements.txt") | pins("requirements-train.txt")
    locked = pins("requirements.lock")
    assert required.items() <= locked.items()
    blocks = re.split(r"^(?=\S)", (ROOT / "requirements.lock").read_text(), flags=re.M)
    assert all("--hash=sha256:" in block for block in blocks[1:])


def test_the_image_holds_the_app_and_nothing_that_is_not_needed() -> None:
    taken = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert taken == {"app.py", "seqdemo", "checkpoints", "requirements.lock", "docs/teaching*.md"}
    assert all(any(ROOT.glob(name)) for name in taken)


def test_replicas_are_given_the_time_that_the_server_takes_to_leave() -> None:
    grace = re.search(r"stop_grace_period: (\d+)s", (ROOT / "compose.yaml").read_text())
    assert grace is not None
    assert int(grace[1]) > LEAVE


def test_replicas_know_of_each_other() -> None:
    told = (ROOT / "compose.yaml").read_text()
    replicas = re.search(r"replicas: (\d+)", told)
    assert replicas is not None
    assert f'SEQDEMO_REPLICAS: "{replicas[1]}"' in told


def test_a_class_is_shown_an_address_and_its_code() -> None:
    told = invitation(7861)
    assert re.search(r"http://\d+\.\d+\.\d+\.\d+:7861\n", told)
    assert len(told.splitlines()) > 12


@pytest.mark.skipif(nginx.BINARY is None, reason="needs nginx: apt-get install nginx-light")
@pytest.mark.parametrize("servers", [nginx.balanced(8080, [7861, 7862]), nginx.under_a_path(8080, 7861)])
def test_nginx_takes_the_configurations_that_are_documented(servers: str) -> None:
    assert servers.count("127.0.0.1:7861") >= 1
    with nginx.configured(servers) as command:
        done = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
