"""How a class finds the server: its address in the local network, and that as a QR code for the terminal."""

from __future__ import annotations

import io
import socket

import segno


def invitation(port: int) -> str:
    """What to show in the room."""
    address = f"http://{_own_address()}:{port}"
    drawn = io.StringIO()
    segno.make(address, error="m").terminal(drawn, compact=True)
    return f"Phones and laptops in the same network can open {address}\n\n{drawn.getvalue()}"


def _own_address() -> str:
    """This machine's address as others in the network see it; 127.0.0.1 where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: the system only chooses the way there
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
