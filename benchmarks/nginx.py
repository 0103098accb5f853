"""The configurations of docs/ as a real nginx runs them on loopback: replicas side by side, or one under a path."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
BINARY = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/local/bin:/usr/bin:/opt/homebrew/bin")
_AROUND = """daemon off; pid {folder}/pid; error_log stderr warn;
events {{ worker_connections 4096; }}
http {{
access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{servers}
}}
"""


def balanced(port: int, replicas: Sequence[int]) -> str:
    """docs/nginx.conf, with replicas on ports of this machine."""
    servers = " ".join(f"server 127.0.0.1:{each};" for each in replicas)
    written = (DOCS / "nginx.conf").read_text().replace("server app:7860;", servers)
    return written.replace("listen 8080;", f"listen 127.0.0.1:{port};")


def under_a_path(port: int, replica: int) -> str:
    """What docs/hosting.md says of a proxy that takes the path away."""
    found = re.search(r"```nginx\n(.*?)```", (DOCS / "hosting.md").read_text(), re.DOTALL)
    assert found is not None
    return f"server {{ listen 127.0.0.1:{port};\n{found[1].replace(':7860', f':{replica}')}}}"


@contextmanager
def configured(servers: str) -> Iterator[list[str]]:
    """The command that runs nginx with these servers; its files are gone when the block ends."""
    assert BINARY is not None, "nginx is not installed"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "nginx.conf")
        place.write_text(_AROUND.format(folder=folder, servers=servers))
        yield [BINARY, "-e", "stderr", "-c", str(place)]


@contextmanager
def running(servers: str) -> Iterator[None]:
    with configured(servers) as command:
        process = subprocess.Popen(command)
        try:
            yield
        finally:
            process.terminate()
            process.wait(20)
