"""The server as others meet it: wrong requests, slow ones, calls that nobody fetches, and how it leaves."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import signal
import socket
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest
import uvicorn
from conftest import CHECKPOINTS, App, running
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from seqdemo.page.core.texts import TEXTS
from seqdemo.server import deadline, functions
from seqdemo.server.calls import Calls
from seqdemo.server.functions import ANSWERED_BY
from seqdemo.server.gate import PATIENCE
from seqdemo.server.health import Health
from seqdemo.server.serving import Place, application
from tests import loop
from tests.shipped import resources
from tests.tiers import TIMES, exhaustive

# Gradio leaves event loops of its own to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
NO_SESSION = "A session_hash must have 1 to 64 letters, digits, - or _."
LINE = {"strokes": [[[0.2, 0.2], [0.8, 0.8]]]}


class Asked:
    """The app without a network: one request after the other."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)  # in the main thread a browser's loop may be running
        self._loop = asyncio.new_event_loop()
        self._client = self._done(self._opened())

    def _done(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._thread.submit(self._loop.run_until_complete, work).result()

    async def _opened(self) -> httpx.AsyncClient:
        app = application(resources(), Health(resources(), CHECKPOINTS), Place())
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")

    def close(self) -> None:
        self._done(self._client.aclose())
        self._thread.shutdown()
        self._loop.close()
        gc.collect()

    def __call__(self, method: str, path: str, **sent: Any) -> httpx.Response:
        answered: httpx.Response = self._done(self._client.request(method, path, **sent))
        return answered

    def call(self, name: str, asked: Any) -> httpx.Response:
        return self("POST", "/gradio_api/component_server/", json={"fn_name": name, "data": asked})


@pytest.fixture(scope="module")
def asked() -> Iterator[Asked]:
    """Replies come whole, however long one takes: what is told meanwhile has tests of its own."""
    opened = Asked()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(functions, "TICK", 3600)
        yield opened
    opened.close()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    "lang",
    "letters",
    "model",
    "models",
    "task",
    "seed",
    "options",
    "lesson",
    "kind",
    "slider",
    "at",
    "text",
    "one",
]
NAMES = st.sampled_from(["reader", "row-cnn-2", "next-easy", "row-2", "en", "ko", "png", "turn", "ABC"])
ASKED = st.dictionaries(st.sampled_from(FIELDS), JSON | NAMES | st.just([LINE]), max_size=6) | JSON
POSTED = st.sampled_from(
    ["run/explain", "run/sample", "run/models", "run/compare", "run/x", "api/explain", "call/explain", "call/v2/x",
     "queue/join", "component_server", "reset", "cancel", "upload", "stream/x", "stream/x/close", "process_recording"]
)  # fmt: skip
BODIES = st.builds(
    lambda data, more: {"data": data, **more},
    st.lists(JSON | NAMES, max_size=4),
    st.dictionaries(
        st.sampled_from(["fn_index", "session_hash", "event_id", "fn_name", "component_id"]), JSON, max_size=4
    ),
)
READ = st.sampled_from(
    ["/", "/config", "/theme.css", "/health", "/monitoring", "/login_check", "/x", "/static/../app.py", "/assets/x",
     *(f"/gradio_api/{path}" for path in ("info", "queue/data", "queue/status", "call/explain/x", "deep_link",
                                          "dev/reload", "file=/etc/passwd", "proxy=http://127.0.0.1"))]
)  # fmt: skip


def check(reply: httpx.Response, caplog: pytest.LogCaptureFixture) -> None:
    assert reply.status_code < 500 or reply.url.path == "/health", reply.text
    assert "Traceback" not in reply.text
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-credentials" not in reply.headers
    assert not [record for record in caplog.records if record.exc_info]


def test_a_server_that_nobody_asks_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gradio's queue would look for calls a thousand times a second, and no visitor would see what slows the page."""
    naps: list[float] = []
    sleep = asyncio.sleep

    async def nap(seconds: float, *rest: Any) -> Any:
        naps.append(seconds)
        return await sleep(seconds, *rest)

    async def open_and_wait() -> None:
        app = application(resources(), Health(resources(), CHECKPOINTS), Place())
        async with app.router.lifespan_context(app):
            monkeypatch.setattr(asyncio, "sleep", nap)
            while len(naps) < 20:
                await sleep(0.01)

    monkeypatch.setattr(Health, "look", lambda self: sleep(0))
    with ThreadPoolExecutor(1) as thread:  # in the main thread a browser's loop may be running
        thread.submit(asyncio.run, open_and_wait()).result()
    assert min(naps) >= 0.05


@settings(max_examples=120 * TIMES, derandomize=True, deadline=None)
@given(name=st.sampled_from(sorted(ANSWERED_BY)), sent=ASKED)
def test_whatever_a_page_s_function_is_sent_it_answers(asked: Asked, name: str, sent: Any) -> None:
    reply = asked.call(name, sent)
    assert reply.status_code == 200
    assert reply.json().get("error") not in [texts["failed"] for texts in TEXTS.values()]


@settings(max_examples=120 * TIMES, derandomize=True, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(path=POSTED, body=BODIES.map(lambda body: json.dumps(body).encode()) | st.binary(max_size=40))
def test_whatever_is_posted_anywhere_is_told_what_is_wrong(
    asked: Asked, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], path: str, body: bytes
) -> None:
    reply = asked("POST", f"/gradio_api/{path}", content=body, headers={"Content-Type": "application/json"})
    check(reply, caplog)
    assert "Traceback" not in capsys.readouterr().err


@settings(max_examples=75 * TIMES, derandomize=True, deadline=None)
@given(path=READ, query=st.dictionaries(st.sampled_from(["session_hash", "page", "deep_link"]), st.text(), max_size=2))
def test_whatever_is_read_is_there_or_is_not(asked: Asked, path: str, query: dict[str, str]) -> None:
    reply = asked("GET", path, params={name: text.encode("utf-8", "replace") for name, text in query.items()})
    assert reply.status_code < 500 or path == "/health"


NOT_THERE = ["deep_link", "dev/reload", "file=README.md", "proxy=http://localhost", "openapi.json", "upload_progress"]


@pytest.mark.parametrize(
    "path", ["monitoring", "manifest.json", "docs", "openapi.json", *(f"gradio_api/{name}" for name in NOT_THERE)]
)
def test_what_the_page_does_not_need_is_not_there(asked: Asked, path: str) -> None:
    assert asked("GET", f"/{path}").status_code == 404


@pytest.mark.parametrize("name", ["", "x" * 65, "x" * 1_800_000, "a b", "ä", "../a", "a\\n", 7, ["a"], {}])
@pytest.mark.parametrize("path", ["queue/join", "call/models", "run/models"])
def test_a_session_has_a_short_and_plain_name_or_none(asked: Asked, path: str, name: Any) -> None:
    reply = asked("POST", f"/gradio_api/{path}", json={"data": [], "fn_index": 0, "session_hash": name})
    assert (reply.status_code, reply.json()["error"]) == (400, NO_SESSION)


@pytest.mark.parametrize("name", ["x" * 65, "a b", "../a", "%00"])
def test_nothing_is_read_under_a_name_that_is_none(asked: Asked, name: str) -> None:
    reply = asked("GET", "/gradio_api/queue/data", params={"session_hash": name})
    assert (reply.status_code, reply.json()["error"]) == (400, NO_SESSION)


@pytest.mark.parametrize(("name", "title"), [("teaching.md", "# Teaching"), ("teaching.ko.md", "# 이 페이지로")])
def test_the_lesson_plan_can_be_read(asked: Asked, name: str, title: str) -> None:
    assert asked("GET", f"/{name}").text.startswith(title)


@pytest.mark.parametrize("path", ["queue/data?session_hash=unknown", "call/explain/unknown"])
def test_a_call_that_is_unknown_is_one_sentence(asked: Asked, path: str, caplog: pytest.LogCaptureFixture) -> None:
    reply = asked("GET", f"/gradio_api/{path}")
    assert (reply.status_code, reply.json()["error"]) == (404, "There is no such call, or it has ended.")
    check(reply, caplog)


def test_no_site_is_named_and_allowed_what_others_are_not(asked: Asked, caplog: pytest.LogCaptureFixture) -> None:
    for method, path in (("GET", "/config"), ("OPTIONS", "/gradio_api/call/explain"), ("GET", "/gradio_api/nothing")):
        told = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
        reply = asked(method, path, headers=told)
        check(reply, caplog)
        assert reply.headers.get("access-control-allow-origin") in ("*", None)


def test_the_first_page_is_kept_and_not_sent_again(asked: Asked) -> None:
    first = asked("GET", "/")
    again = asked("GET", "/", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert asked("HEAD", "/").headers["etag"] == first.headers["etag"]
    plain = asked("GET", "/", headers={"Accept-Encoding": "identity"})
    assert plain.text == first.text
    assert "frame-ancestors *" in first.headers["content-security-policy"]
    other = asked("GET", "/", headers={"Host": "elsewhere.example"})
    assert "http://elsewhere.example" in other.text


def test_what_is_the_same_for_all_is_drawn_once_in_each_language(
    asked: Asked, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "seqdemo.calls")
    boards = [asked.call("show_scoreboard", {"lang": code}).json()["html"] for code in ("en", "ko", "en", "ko", "xx")]
    assert boards[0] == boards[2] == boards[4] != boards[1] == boards[3]
    assert len([record for record in caplog.records if record.getMessage().startswith("show_scoreboard")]) <= 2
    korean = asked(
        "POST",
        "/gradio_api/component_server",
        json={"fn_name": "open_page", "data": {}},
        headers={"Accept-Language": "ko"},
    )
    assert korean.json()["lang"] == "ko"
    assert asked.call("open_page", {}).json()["lang"] == "en"


def test_a_line_of_log_says_what_and_how_much_and_nothing_of_the_visitor(
    asked: Asked, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "seqdemo.calls")
    asked.call("answer", {"model": "reader", "letters": [LINE], "lang": "en"})
    asked.call("answer", {"model": "SECRET", "letters": [LINE], "lang": "SECRET"})
    for model in ("reader", "SECRET"):
        asked("POST", "/gradio_api/run/explain", json={"data": [json.dumps([LINE]), model, "{}"]})
    lines = [record.getMessage() for record in caplog.records if record.name == "seqdemo.calls"]
    begun = ["answer model=reader letters=1", "answer model=- letters=1", "/explain model=reader letters=1"]
    assert [line.partition(" ms=")[0] for line in lines] == [*begun, "/explain model=- letters=0"]
    assert [line.split()[-1] for line in lines] == ["answered", "answered", "answered", "refused"]
    assert "SECRET" not in "".join(lines)


def test_calls_that_nobody_fetches_are_dropped_and_others_are_not() -> None:
    cleaned = []

    async def clean_events(session_hash: str) -> None:
        cleaned.append(session_hash)

    queue = SimpleNamespace(
        pending_messages_per_session={"fetched": 1, "left": 1},
        pending_event_ids_session=defaultdict(set, left={"a"}, fetched={"b"}),
        event_ids_to_events={"a": SimpleNamespace(session_hash="left")},
        clean_events=clean_events,
    )
    calls = Calls(cast(Any, queue), seconds=0)
    assert (calls.session_of("a"), calls.session_of("b"), calls.session_of("c")) == ("left", "fetched", "c")
    with calls.listening("fetched"):
        loop.run(calls.sweep())
    assert cleaned == ["left"]
    assert set(queue.pending_messages_per_session) == {"fetched"}
    assert queue.event_ids_to_events == {}
    loop.run(calls.sweep())
    assert queue.pending_messages_per_session == {}


def test_a_program_s_next_call_is_answered_in_the_stream_of_the_last(app: App) -> None:
    """Gradio's Python client loses a call that it sends while the stream closes."""

    def call() -> None:
        asked = {"data": [], "fn_index": 0, "session_hash": "linger"}
        httpx.post(f"{app.url}/gradio_api/queue/join", json=asked).raise_for_status()

    answered = 0
    call()
    with httpx.stream("GET", f"{app.url}/gradio_api/queue/data", params={"session_hash": "linger"}) as stream:
        for line in stream.iter_lines():
            if '"process_completed"' in line:
                answered += 1
                if answered < 5:
                    call()
    assert answered == 5


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\nX: "])
def test_headers_that_do_not_come_end_the_connection(sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "SECONDS", 0.3)
    config = uvicorn.Config(PlainTextResponse("here"), port=0, http=deadline.Deadline, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    address = server.servers[0].sockets[0].getsockname()
    with socket.create_connection(address, timeout=20) as slow, socket.create_connection(address, timeout=20) as quick:
        slow.sendall(sent)
        quick.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert b"200 OK" in quick.recv(1000)
        assert slow.recv(1000) == b""
    server.should_exit = True
    thread.join(20)


def test_a_body_that_does_not_come_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from seqdemo.server import gate

    assert PATIENCE > 10
    monkeypatch.setattr(gate, "PATIENCE", 0.05)

    async def never() -> Any:
        await asyncio.Event().wait()

    with pytest.raises(gate._Refused) as refusal:
        loop.run(gate._body(never))
    assert refusal.value.status == 408


def test_a_damaged_model_is_unhealthy_by_name(tmp_path: Path) -> None:
    found = Health(resources(), tmp_path).examined()
    assert set(found.values()) == {"no answer (FileNotFoundError)"}
    assert found.keys() == resources().models.keys()


def _healthy(app: App) -> dict[str, Any]:
    until = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(f"{app.url}/health", timeout=20) as reply:
                told: dict[str, Any] = json.load(reply)
                return told
        except urllib.error.HTTPError:
            assert time.monotonic() < until
            time.sleep(0.2)


@exhaustive
def test_the_server_is_healthy_finishes_what_runs_when_told_to_stop_and_ends_well(tmp_path: Path) -> None:
    with running(tmp_path / "log") as app:
        assert _healthy(app)["healthy"] is True
        body = json.dumps({"fn_name": "compare", "data": {"task": "swap-normal", "letters": [LINE] * 8, "lang": "en",
                           "models": ["seq2seq-deep", "transformer", "swap-best"]}}).encode()  # fmt: skip
        replies: list[int] = []

        def compare() -> None:
            request = urllib.request.Request(f"{app.url}/gradio_api/component_server", body)
            with urllib.request.urlopen(request, timeout=60) as reply:
                replies.append(len(json.loads(reply.read().rpartition(b"\n")[2])["cards"]))

        visitor = threading.Thread(target=compare)
        visitor.start()
        time.sleep(0.3)
        app.process.send_signal(signal.SIGTERM)
        visitor.join(60)
        assert app.process.wait(60) == 0
        assert replies == [3]
        assert "Traceback" not in app.said()
