"""The endpoints of the real app: what they answer, and what they say to a caller's mistakes."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT, App
from gradio_client import Client
from gradio_client.exceptions import AppError

from tests.tiers import exhaustive

LINE = {"strokes": [[[0.2, 0.2], [0.8, 0.8]]]}
ENDPOINTS = "models, sample, explain, compare"


@pytest.fixture(scope="module")
def client(app: App) -> Iterator[Client]:
    opened = Client(app.url, verbose=False)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def names(client: Client) -> list[str]:
    return [model["name"] for model in json.loads(client.predict(api_name="/models"))]


def asked(client: Client, endpoint: str, *arguments: Any) -> Any:
    return json.loads(client.predict(*arguments, api_name=endpoint))


def posted(app: App, path: str, body: bytes) -> tuple[int, str]:
    """Status and text of a raw request, for what gradio_client would never send."""
    request = urllib.request.Request(f"{app.url}/gradio_api/{path}", body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=20) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_only_the_four_endpoints_are_public(client: Client) -> None:
    offered = client.view_api(return_format="dict", print_info=False)
    assert set(offered["named_endpoints"]) == {"/models", "/sample", "/explain", "/compare"}
    assert offered["unnamed_endpoints"] == {}


def test_models_are_listed_with_their_tasks_and_accuracy(client: Client) -> None:
    for model in asked(client, "/models"):
        assert set(model) == {"name", "title", "task", "summary", "accuracy"}


def test_a_sample_is_the_same_for_the_same_seed_and_is_answered(client: Client, names: list[str]) -> None:
    options = json.dumps({"length": 4, "step": 2, "start": "A"})
    first = asked(client, "/sample", "next-normal", 3, options)
    assert first == asked(client, "/sample", "next-normal", 3, options)
    assert [letter["label"] for letter in first["letters"]] == list("ACEG")
    assert first["target"] == "I"
    trace = asked(client, "/explain", json.dumps(first["letters"]), names[0], "{}")
    assert set(trace) >= {"model", "task", "answer", "confidence", "letters", "panels", "timing_ms"}
    assert len(trace["letters"][0]["image"]) == len(trace["letters"][0]["image"][0]) == 28
    assert {"kind", "id", "title", "rows", "columns", "values"} <= set(trace["panels"][0])


def test_compare_answers_with_each_named_model(client: Client, names: list[str]) -> None:
    letters = json.dumps(asked(client, "/sample", "next-normal", 1, '{"length": 5}')["letters"])
    assert [trace["model"] for trace in asked(client, "/compare", letters, json.dumps(names[:2]))] == names[:2]


def test_compare_without_names_takes_every_model_whose_task_fits(client: Client) -> None:
    tasks = {model["name"]: model["task"] for model in asked(client, "/models")}
    traces = asked(client, "/compare", json.dumps([LINE] * 3), "[]")
    assert {tasks[trace["model"]] for trace in traces} == {"next-normal", "letter"}


@exhaustive
@pytest.mark.parametrize("count", [7, 9])
def test_models_of_swapped_words_are_compared_on_short_and_on_long_words(client: Client, count: int) -> None:
    tasks = {model["name"]: model["task"] for model in asked(client, "/models")}
    traces = asked(client, "/compare", json.dumps([LINE] * count), "[]")
    expected = {"swap-normal", "letter"}
    assert {tasks[trace["model"]] for trace in traces} == expected
    assert len(traces) == sum(task in expected for task in tasks.values())


def test_one_letter_is_compared_by_readers_of_letters_and_of_rows(client: Client) -> None:
    tasks = {model["name"]: model["task"] for model in asked(client, "/models")}
    traces = asked(client, "/compare", json.dumps([LINE]), "[]")
    assert [trace["model"] for trace in traces] == [
        name for name, task in tasks.items() if task in ("row-2", "row-47", "letter")
    ]


@pytest.mark.parametrize("task", ["row-2", "row-47"])
def test_a_character_can_be_asked_for(client: Client, task: str) -> None:
    drawn = asked(client, "/sample", task, 5, '{"character": "k"}')
    assert [letter["label"] for letter in drawn["letters"]] == ["k"]
    assert drawn["target"] == ("letter" if task == "row-2" else "K")


@pytest.mark.parametrize("covered", ["7", '"SECRET"', "[28]", "[-1]", "[1.5]", "[true]", '["SECRET"]', "null", "[[0]]"])
def test_covered_rows_out_of_range_get_one_plain_sentence(client: Client, names: list[str], covered: str) -> None:
    with pytest.raises(AppError) as caught:
        asked(client, "/explain", _letters(LINE, LINE), names[0], f'{{"covered": {covered}}}')
    assert caught.value.message == "The covered rows must be a list of whole numbers from 0 to 27."


def test_covered_rows_change_nothing_for_models_that_read_no_rows(client: Client) -> None:
    letters = json.dumps(asked(client, "/sample", "next-easy", 1, "{}")["letters"])
    answers = [asked(client, "/explain", letters, "cnn-gru-easy", options) for options in ("{}", '{"covered": [3, 4]}')]
    assert answers[0]["panels"] == answers[1]["panels"]


def test_a_beam_adds_the_best_words_to_the_answer(client: Client) -> None:
    letters = json.dumps(asked(client, "/sample", "swap-normal", 1, "{}")["letters"])
    greedy = asked(client, "/explain", letters, "seq2seq-bahdanau", "{}")
    searched = asked(client, "/explain", letters, "seq2seq-bahdanau", '{"beam": 3}')
    assert not [panel for panel in greedy["panels"] if panel["id"] == "beam"]
    (ranking,) = [panel for panel in searched["panels"] if panel["id"] == "beam"]
    assert len(ranking["rows"]) == 3
    assert ranking["rows"][0] == searched["answer"]


def test_a_beam_changes_nothing_where_one_letter_is_written(client: Client) -> None:
    letters = json.dumps(asked(client, "/sample", "next-easy", 1, "{}")["letters"])
    answers = [asked(client, "/explain", letters, "cnn-gru-easy", options) for options in ("{}", '{"beam": 8}')]
    assert answers[0]["panels"] == answers[1]["panels"]


@pytest.mark.parametrize("beam", ["0", "9", "1.5", "true", '"SECRET"', "null"])
def test_a_beam_out_of_range_gets_one_plain_sentence(client: Client, names: list[str], beam: str) -> None:
    with pytest.raises(AppError) as caught:
        asked(client, "/explain", _letters(LINE, LINE), names[0], f'{{"beam": {beam}}}')
    assert caught.value.message == "The beam must be a whole number from 1 to 8."


def _letters(*letters: Any) -> str:
    return json.dumps(list(letters))


def _stroke(*points: Any) -> str:
    return _letters(LINE, {"strokes": [list(points)]})


WRONG_LETTERS = {
    "no letters": ("[]", "Send at least one letter."),
    "one letter": (_letters(LINE), "One letter says nothing about what follows: at least two are needed."),
    "17 letters": (_letters(*[LINE] * 17), "Send at most 16 letters."),
    "no strokes": (_letters(LINE, {"strokes": []}), "A letter needs at least one stroke."),
    "an empty stroke": (_stroke(), "Each stroke must be a list of at least one [x, y] pair."),
    "41 strokes": (_letters({"strokes": [[[0, 0]]] * 41}), "A letter can have at most 40 strokes."),
    "4,001 points": (_stroke(*[[0, 0]] * 4001), "A letter can have at most 4,000 points."),
    "NaN": ('[{"strokes": [[[NaN, 0]]]}]', "The letters must be a string that holds JSON."),
    "infinity": ('[{"strokes": [[[Infinity, 0]]]}]', "The letters must be a string that holds JSON."),
    "pixels": (_stroke([120, 80]), "Coordinates must be from 0 to 1 of the letter's box, x right and y down."),
    "y upwards": (_stroke([0.5, -0.5]), "Coordinates must be from 0 to 1 of the letter's box, x right and y down."),
    "a number that overflows": (_stroke([10**400, 0]), "Every coordinate must be a finite number."),
    "a float that overflows": ('[{"strokes": [[[1e999, 0]]]}]', "Every coordinate must be a finite number."),
    "a number with 5,000 digits": (f"[{'9' * 5000}]", "The letters must be a string that holds JSON."),
    "no JSON": ("<script>", "The letters must be a string that holds JSON."),
    "not even text": (17, "The letters must be a string that holds JSON."),
    "deep nesting": ("[" * 100_000, "The letters must be a string that holds JSON."),
    "huge JSON": ("[" + " " * 1_600_000 + "]", "The letters may have at most 1,500,000 characters."),
    "an object": ('{"strokes": []}', "Letters must be a list of objects with strokes."),
    "text for a letter": ('["W"]', "Each letter must be an object with a list of strokes."),
    "text for a point": (_stroke("ab"), "Each stroke must be a list of at least one [x, y] pair."),
    "truth for a number": (_stroke([True, 0]), "Each stroke must be a list of at least one [x, y] pair."),
    "an unknown label": (_letters({**LINE, "label": "<b>"}), "A label must be one of A-Z, a-z or 0-9."),
    "an unknown paper": (_letters({**LINE, "background": "red"}), "A background must be black or white."),
    "ink that is no colour": (
        _letters({**LINE, "ink": "SECRET"}),
        "An ink must be a colour that can be seen on black, such as #ffcc66.",
    ),
    "a fat pen": (_letters({**LINE, "thickness": 9}), "A thickness must be a number between 0.4 and 2.5."),
}


@pytest.mark.parametrize(("letters", "sentence"), WRONG_LETTERS.values(), ids=WRONG_LETTERS)
def test_wrong_letters_get_one_plain_sentence(
    app: App, client: Client, names: list[str], letters: Any, sentence: str
) -> None:
    with pytest.raises(AppError) as caught:
        asked(client, "/explain", letters, names[0], "{}")
    assert caught.value.message == sentence
    assert "Traceback" not in app.said()


NO_TASK = "The task must be one of next-easy, next-normal, swap-normal, swap-challenge, row-2, row-47, letter."
WRONG_SAMPLES = {
    "an unknown task": (("SECRET", 1, "{}"), NO_TASK),
    "a list for a task": ((["SECRET"], 1, "{}"), NO_TASK),
    "a negative seed": (("next-easy", -1, "{}"), "The seed must be a whole number from 0 to 9007199254740991."),
    "a fraction for a seed": (("next-easy", 1.5, "{}"), "The seed must be a whole number from 0 to 9007199254740991."),
    "truth for a seed": (("next-easy", True, "{}"), "The seed must be a whole number from 0 to 9007199254740991."),
    "options that are no JSON": (("next-easy", 1, "SECRET"), "The options must be a string that holds JSON."),
    "options in a list": (("next-easy", 1, "[]"), "The options must be a JSON object, such as {}."),
    "a length out of range": (("next-easy", 1, '{"length": 6}'), "The length must be a whole number from 5 to 5."),
    "a step out of range": (("next-normal", 1, '{"step": 7}'), "The step must be a whole number from -6 to 6."),
    "a start that fits no line": (
        ("next-easy", 1, '{"start": "Z"}'),
        "No line of letters from A to Z has this start, step and length.",
    ),
    "white paper where all is black": (
        ("next-easy", 1, '{"background": "white"}'),
        "In this task the background is always black.",
    ),
    "a list for a paper": (
        ("next-normal", 1, '{"background": ["SECRET"]}'),
        "The background must be black, white or mixed.",
    ),
    "a word that is none": (("swap-normal", 1, '{"word": "<b>"}'), "The word must have 4 to 14 letters from A to Z."),
    "a swap at the edge": (
        ("swap-normal", 1, '{"word": "planet", "swap": 5}'),
        "The swap must be a whole number from 2 to 4.",
    ),
    "more than a character": (
        ("row-47", 1, '{"character": "SECRET"}'),
        "The character must be one of A-Z, a-z or 0-9.",
    ),
    "a wild temperature": (("next-easy", 1, '{"temperature": 9}'), "A temperature must be a number between 0 and 1.5."),
}


@pytest.mark.parametrize(("arguments", "sentence"), WRONG_SAMPLES.values(), ids=WRONG_SAMPLES)
def test_wrong_samples_get_one_plain_sentence(
    app: App, client: Client, arguments: tuple[Any, ...], sentence: str
) -> None:
    with pytest.raises(AppError) as caught:
        asked(client, "/sample", *arguments)
    assert caught.value.message == sentence
    assert "Traceback" not in app.said()
    assert "SECRET" not in app.said()


@pytest.mark.parametrize("model", ["SECRET", "", None, 3, ["SECRET"]], ids=["name", "blank", "null", "number", "list"])
def test_an_unknown_model_gets_the_list_of_models(app: App, client: Client, names: list[str], model: Any) -> None:
    with pytest.raises(AppError) as caught:
        asked(client, "/explain", _letters(LINE, LINE), model, "{}")
    assert caught.value.message == f"The model must be one of {', '.join(names)}."


@pytest.mark.parametrize("models", ['"SECRET"', "[1]", "{}", json.dumps(["x"] * 40)])
def test_wrong_lists_of_models_get_one_plain_sentence(client: Client, models: str) -> None:
    with pytest.raises(AppError, match="list of names"):
        asked(client, "/compare", _letters(LINE, LINE), models)


def test_an_option_that_nobody_knows_is_refused(client: Client, names: list[str]) -> None:
    with pytest.raises(AppError, match=r"The options are beam, covered, read and look\."):
        asked(client, "/explain", _letters(LINE, LINE), names[0], '{"SECRET": 1}')


NO_DATA = "The body must be a JSON object with a list called data."
NO_ENDPOINT = f"There is no such endpoint; choose one of {ENDPOINTS}."
RAW = {
    "too few arguments": ("call/explain", b'{"data": ["SECRET"]}', 400, "takes 3 arguments"),
    "too many arguments": ("run/models", b'{"data": ["SECRET"]}', 400, "takes 0 arguments"),
    "no data": ("call/explain", b'{"SECRET": 1}', 400, NO_DATA),
    "no JSON": ("call/explain", b"SECRET", 400, NO_DATA),
    "deep nesting": ("call/explain", b"[" * 200_000, 400, NO_DATA),
    "bytes that are no text": ("call/explain", b"\xff\xfe", 400, NO_DATA),
    "an unknown endpoint": ("call/SECRET", b'{"data": []}', 404, NO_ENDPOINT),
    "an unknown number": ("queue/join", b'{"data": [], "fn_index": 99, "session_hash": "a"}', 404, NO_ENDPOINT),
    "a number that is none": ("queue/join", b'{"data": [], "fn_index": "SECRET"}', 404, NO_ENDPOINT),
    "an upload": ("upload", b"SECRET", 404, NO_ENDPOINT),
    "too large a body": ("call/explain", b'{"data": ["' + b"x" * 2_100_000 + b'"]}', 413, "at most 2,000,000 bytes"),
    "a name that is no function": (
        "component_server",
        b'{"data": {}, "component_id": "SECRET", "fn_name": "__init__", "session_hash": "a"}',
        404,
        "There is no such function",
    ),
    "a function of no name": ("component_server", b'{"data": {}, "fn_name": ["SECRET"]}', 404, "no such function"),
    "a call without a function": ("component_server", b'{"SECRET": {}}', 400, "a JSON object with fn_name and data"),
    "a form": ("component_server", b"--SECRET", 400, "a JSON object with fn_name and data"),
    "a long name of a session": (
        "queue/join",
        b'{"data": [], "fn_index": 0, "session_hash": "' + b"SECRET" * 11 + b'"}',
        400,
        "1 to 64 letters",
    ),
    "a mistake of a direct call": ("run/explain", b'{"data": ["SECRET", "x", "{}"]}', 400, "must be"),
    "a body that is none for Gradio": ("run/explain", b'{"data": ["", "", ""], "session_hash": 7}', 400, "1 to 64"),
}


@pytest.mark.parametrize(("path", "body", "status", "sentence"), RAW.values(), ids=RAW)
def test_a_body_that_fits_no_endpoint_gets_one_plain_sentence(
    app: App, path: str, body: bytes, status: int, sentence: str
) -> None:
    code, reply = posted(app, path, body)
    assert code == status
    assert sentence in reply
    assert "SECRET" not in reply
    assert "Traceback" not in app.said()
    assert "SECRET" not in app.said()


def component(client: Client) -> int:
    return next(part["id"] for part in client.config["components"] if part["type"] == "html")


WRONG_PADS: dict[str, Any] = {
    "a list": ["SECRET"],
    "nothing": None,
    "a number": 7,
    "no text": {"lang": "SECRET", "text": 5, "seed": 1},
    "markup": {"text": "<i>SECRET</i>", "seed": 1},
    "no seed": {"text": "ABC", "seed": None},
    "a switch that is none": {"text": "ABC", "seed": 1, "swap": "SECRET"},
    "options that are none": {"model": "reader", "letters": [LINE], "options": ["SECRET"]},
}


@pytest.mark.parametrize("asked_for", WRONG_PADS.values(), ids=WRONG_PADS)
@pytest.mark.parametrize("function", ["answer", "write", "draw_sample"])
def test_the_page_s_own_calls_are_checked_as_well(app: App, client: Client, function: str, asked_for: Any) -> None:
    call = {"data": asked_for, "component_id": component(client), "fn_name": function, "session_hash": "a"}
    code, reply = posted(app, "component_server", json.dumps(call).encode())
    assert code == 200
    assert json.loads(reply).get("error") or json.loads(reply)["ok"] is False
    assert "SECRET" not in reply
    assert "Traceback" not in app.said()


def test_the_program_of_the_documents_runs(app: App, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "api.md").read_text(), re.S)
    (program,) = [block for block in blocks if "gradio_client" in block]
    exec(compile(program.replace("http://127.0.0.1:7860", app.url), "api.md", "exec"), {})
    answer, _, target = capsys.readouterr().out.splitlines()[-1].split()
    assert answer == target
