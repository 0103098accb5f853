"""What is exported for the Hub is plain, and comes back from a server that speaks as the Hub does as the same model."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import huggingface_hub
import pytest
import yaml
from huggingface_hub import constants
from safetensors.torch import load_file

import seqdemo
from seqdemo import hub
from seqdemo.errors import CheckpointError

NAME = "cnn-gru-normal"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    assert hub.main(["export", NAME, str(folder)]) == 0
    return folder


class Server(ThreadingHTTPServer):
    """One repository, with the two answers that a download needs: its list of files, and each file."""

    files: dict[str, bytes]
    asked: list[str]


class Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self._answer(True)

    def do_HEAD(self) -> None:
        self._answer(False)

    def _answer(self, whole: bool) -> None:
        self.server.asked.append(self.path)
        if self.path.startswith("/api/models/someone/letters/tree/"):
            self._send(json.dumps(self._tree()).encode(), "application/json", whole)
        elif self.path.startswith("/api/models/someone/letters"):
            siblings = [{"rfilename": name} for name in self.server.files]
            told = {"_id": "1", "id": "someone/letters", "sha": COMMIT, "siblings": siblings}
            self._send(json.dumps(told).encode(), "application/json", whole)
        elif (name := self.path.removeprefix(f"/someone/letters/resolve/{COMMIT}/")) in self.server.files:
            self._send(self.server.files[name], "application/octet-stream", whole)
        else:
            self.send_error(404)

    def _tree(self) -> list[dict[str, object]]:
        return [
            {"type": "file", "path": name, "size": len(content), "oid": hashlib.sha1(content).hexdigest()}
            for name, content in self.server.files.items()
        ]

    def _send(self, content: bytes, kind: str, whole: bool) -> None:
        self.send_response(200)
        headers = {"ETag": f'"{hashlib.sha1(content).hexdigest()}"', "X-Repo-Commit": COMMIT, "Content-Type": kind}
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        if whole:
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Answers) as here:
        here.files, here.asked = {path.name: path.read_bytes() for path in exported.iterdir()}, []
        address = f"http://127.0.0.1:{here.server_port}"
        monkeypatch.setattr(constants, "ENDPOINT", address)
        monkeypatch.setattr(
            constants, "HUGGINGFACE_CO_URL_TEMPLATE", address + "/{repo_id}/resolve/{revision}/{filename}"
        )
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
        threading.Thread(target=here.serve_forever, daemon=True).start()
        yield here
        here.shutdown()


def test_the_weights_are_plain_and_have_the_names_of_the_modules(exported: Path) -> None:
    weights, model = load_file(exported / "model.safetensors"), seqdemo.load(NAME).model
    assert all((weights[name] == tensor).all() for name, tensor in model.state_dict().items())
    assert len(weights) == len(model.state_dict())


def test_the_card_says_how_good_it_is_as_the_hub_reads_it(exported: Path) -> None:
    card = (exported / "README.md").read_text()
    front = yaml.safe_load(card.split("---\n")[1])
    assert (front["license"], front["library_name"]) == ("mit", "seqdemo")
    found = huggingface_hub.ModelCard(card).data.eval_results[0]
    assert found.metric_type == "accuracy"
    assert found.metric_value == pytest.approx(seqdemo.load(NAME).accuracy, abs=1e-6)


def test_a_model_comes_back_from_the_hub_as_it_was(server: Server) -> None:
    fetched = seqdemo.load("someone/letters")
    assert fetched.name == NAME
    assert fetched.accuracy == seqdemo.load(NAME).accuracy
    one, other = (seqdemo.explain("CEGI", model, seed=1) for model in (fetched, NAME))
    assert {**one.to_json(), "timing_ms": 0} == {**other.to_json(), "timing_ms": 0}
    assert not any("README" in path for path in server.asked), "only what is loaded is fetched"


def test_half_precision_answers_alike(tmp_path: Path) -> None:
    hub.export("reader", tmp_path, half=True)
    assert {str(each.dtype) for each in load_file(tmp_path / "model.safetensors").values()} == {
        "torch.float16",
        "torch.int64",
    }
    assert seqdemo.explain("QUIZ", tmp_path, seed=2).answer == seqdemo.explain("QUIZ", "reader", seed=2).answer


def test_a_damaged_download_is_refused(exported: Path, tmp_path: Path) -> None:
    for path in exported.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    raw = bytearray((tmp_path / "model.safetensors").read_bytes())
    raw[-1] ^= 1
    (tmp_path / "model.safetensors").write_bytes(raw)
    with pytest.raises(CheckpointError, match="damaged"):
        seqdemo.load(tmp_path)


def test_a_repository_that_is_not_there_is_refused(server: Server) -> None:
    with pytest.raises(CheckpointError, match="no such repository"):
        seqdemo.load("someone/else")
