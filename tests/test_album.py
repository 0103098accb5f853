"""Files of letters that a visitor opens on the page."""

from __future__ import annotations

import base64
import json
import random
from typing import Any

import pytest
from conftest import Visits

from seqdemo.handwriting.pen import Style
from seqdemo.page.album import handler
from seqdemo.page.core import replies
from seqdemo.page.core.texts import TEXTS
from tests.shipped import resources

RESOURCES = resources()
HEADER = b'{"format": "seqdemo-ink", "version": 1}\n'
INKML = b"""<ink xmlns="http://www.w3.org/2003/InkML"><traceGroup><annotation type="truth">a</annotation>
<trace>10 0, 9 14, 8 28</trace><trace>130 155, 144 159, 158 160</trace></traceGroup></ink>"""
UNIPEN = b""".VERSION 1.0\n.COORD X Y\n.SEGMENT CHARACTER 0 OK "b"\n.PEN_DOWN\n10 20\n30 40\n50 10\n.PEN_UP\n"""


def written(text: str) -> list[dict[str, Any]]:
    return [letter.to_json() for letter in RESOURCES.pen.write(text, 3, Style())]


def saved(letters: list[dict[str, Any]]) -> bytes:
    """As the page's script writes it."""
    return HEADER + b"".join(
        json.dumps({"label": each["label"], "strokes": each["strokes"]}).encode() + b"\n" for each in letters
    )


def asked(data: bytes, code: str = "en") -> dict[str, Any]:
    return {"file": base64.b64encode(data).decode(), "lang": code}


def test_a_saved_alphabet_comes_back_with_the_same_strokes_and_is_judged() -> None:
    letters = written("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    reply = handler.opened(RESOURCES, asked(saved(letters)))
    assert [each["strokes"] for each in reply["letters"]] == [each["strokes"] for each in letters]
    assert [each["label"] for each in reply["letters"]] == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for loaded in RESOURCES.of_task("letter"):
        assert loaded.title in reply["html"]
    assert " of 26 (" in reply["html"]


def test_a_wrong_name_under_a_box_is_a_mistake_of_every_reader() -> None:
    letters = written("OOOO")
    letters[0]["label"] = "X"
    html = handler.opened(RESOURCES, asked(saved(letters)))["html"]
    assert html.count("X as O (1)") == len(RESOURCES.of_task("letter"))


@pytest.mark.parametrize(("data", "label"), [(INKML, "a"), (UNIPEN, "b"), (UNIPEN.decode().encode("utf-16"), "b")])
def test_inkml_and_unipen_are_opened_too(data: bytes, label: str) -> None:
    assert [each["label"] for each in handler.opened(RESOURCES, asked(data))["letters"]] == [label]


@pytest.mark.parametrize("code", TEXTS)
def test_a_thousand_damaged_files_get_a_sentence_or_letters(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "_judged", lambda *_: handler.Judged("", 0, ()))
    chance = random.Random(7)
    whole = (saved(written("AB")), INKML, UNIPEN)
    for number in range(500):  # in each language
        data = bytearray(whole[number % 3])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(len(data))] if number % 2 else data)
        reply = replies.guarded(asked(cut, code), lambda checked: handler.opened(RESOURCES, checked))
        assert reply.get("letters") or reply["error"].endswith((".", "요."))
        assert reply.get("error") != TEXTS[code]["failed"]


@pytest.mark.parametrize(
    ("file", "key"),
    [(None, "page_file"), ("§", "page_file"), ("A" * 2_000_000, "page_file_too_large"),
     (base64.b64encode(HEADER).decode(), "page_file_empty")],
)  # fmt: skip
def test_what_is_no_file_is_said_in_a_sentence(file: Any, key: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        handler.opened(RESOURCES, {"file": file})
    assert caught.value.key == key  # type: ignore[attr-defined]


def test_letters_are_saved_and_opened_in_another_browser(visit: Visits, tmp_path: Any) -> None:
    page = visit().page
    page.locator("details:has([data-album]) > summary").click()
    with page.expect_download() as waiting:
        page.locator('[data-album="save"]').click()
    place = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(place)
    other = visit().page
    other.locator("#album-file").set_input_files(place)
    other.locator("#album-letters li").nth(4).wait_for()
    assert other.locator("#album-report tbody tr").count() == len(RESOURCES.of_task("letter"))
    assert saved(written("A"))[:10] == place.read_bytes()[:10]
