"""An answer as a file opens from the disk, without network or script, for everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import seqdemo

ANSWERS = {
    "next": ("cnn-gru-normal", "next-normal"),
    "swap": ("seq2seq-bahdanau", "swap-normal"),
    "row": ("row-best-47", "row-47"),
}


@pytest.fixture(scope="module", params=ANSWERS)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    model, task = ANSWERS[request.param]
    answer = seqdemo.explain(seqdemo.sample(task, 3), model)
    return answer.save(tmp_path_factory.mktemp("file") / "answer.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_file_breaks_no_rule_of_accessibility_in_light_or_dark(file: Path, scheme: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # axe is a script
    page = context.new_page()
    page.goto(file.as_uri())
    found = Axe().run(page).response["violations"]
    paper = page.locator(".sd").evaluate("element => getComputedStyle(element).backgroundColor")
    context.close()
    assert [each["id"] for each in found] == []
    assert paper == {"light": "rgb(247, 245, 240)", "dark": "rgb(17, 21, 28)"}[scheme]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_file_needs_no_network_and_no_script_and_fits_a_phone(file: Path, width: int, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False, offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    panels = page.locator(".panel")
    seen = [panels.nth(n).is_visible() for n in range(panels.count())]
    context.close()
    assert {address.split(":")[0] for address in asked} <= {"file", "data"}
    assert wide <= width
    assert len(seen) >= 3
    assert all(seen)
