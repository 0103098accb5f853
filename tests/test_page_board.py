"""The scoreboard in a real browser: a few shipped models, an untrained exact reasoner, a hand-made benchmark."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from boards import board
from conftest import CHECKPOINTS, App, running
from playwright.sync_api import Browser, Page, expect
from visitor import DESKTOP, PHONE, Visitor

from seqdemo import checkpoints
from seqdemo.models.catalog import BY_NAME
from seqdemo.page.core.resources import BENCHMARK
from seqdemo.page.core.texts import TEXTS

ENGLISH = TEXTS["en"]
NAMES = ("cnn-gru-normal", "cnn-gru-report-normal", "row-cnn-47", "reader")
EXACT = "exact-line"


def _stocked(folder: Path) -> Path:
    for name in (*NAMES, "pen"):
        shutil.copytree(CHECKPOINTS / name, folder / name)
    within = folder / "cnn-gru-normal" / "reader-strokes"  # its frozen reader, which is no model of its own here
    shutil.copytree(CHECKPOINTS / "reader-strokes", within)
    shutil.copytree(CHECKPOINTS / "reader", within / "reader")
    variant = BY_NAME[EXACT]
    (folder / EXACT).mkdir()
    for file, content in checkpoints.files(variant, variant.build().state_dict(), "unipen", 0).items():
        (folder / EXACT / file).write_bytes(content)
    by_length = {str(n): {"accuracy": 0.95 + 0.01 * n} for n in range(2, 6)}
    (folder / EXACT / checkpoints.METRICS).write_text(json.dumps({"accuracy": 0.99, "by_length": by_length}))
    weights = {name: checkpoints.load(folder / name).sha256 for name in (EXACT, *NAMES)}
    (folder / BENCHMARK).write_text(json.dumps(board(weights)))
    return folder


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    place = tmp_path_factory.mktemp("board")
    with running(place / "log", SEQDEMO_CHECKPOINTS=str(_stocked(place / "checkpoints"))) as started:
        yield started


@pytest.fixture
def visitor(stocked: App, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    visiting = Visitor(browser, stocked.url, **getattr(request, "param", DESKTOP))
    yield visiting
    visiting.leave()
    assert visiting.complaints == []
    assert visiting.hosts == {"127.0.0.1"}
    assert "Traceback" not in stocked.said()


def open_board(page: Page) -> None:
    page.locator('[data-show="scoreboard"]').click()
    expect(page.locator("#board-scores table")).to_be_visible()


def order(page: Page) -> list[str]:
    rows = page.locator("#board-scores tbody tr:not([hidden])")
    return [str(name) for name in rows.evaluate_all("rows => rows.map(row => row.dataset.variant)")]


def test_it_takes_the_place_of_the_task_and_is_asked_for_once(visitor: Visitor) -> None:
    page, asked = visitor.page, []
    page.on("request", lambda request: asked.append(1) if "show_scoreboard" in (request.post_data or "") else None)
    expect(page.locator("#scoreboard")).to_be_hidden()
    open_board(page)
    expect(page.locator(".desk")).to_be_hidden()
    expect(page.locator('[data-show="scoreboard"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-task][aria-pressed="true"]')).to_have_count(0)
    visitor.choose("next-normal")
    expect(page.locator(".desk")).to_be_visible()
    expect(page.locator("#scoreboard")).to_be_hidden()
    expect(page.locator('[data-task="next-normal"]')).to_have_attribute("aria-pressed", "true")
    open_board(page)
    assert len(asked) == 1


def test_a_header_sorts_by_click_and_by_keyboard(visitor: Visitor) -> None:
    page = visitor.page
    open_board(page)
    assert order(page) == ["cnn-gru-normal", "cnn-gru-report-normal", EXACT, "row-cnn-47", "reader"]
    header = page.locator("#board-scores").get_by_role("button", name=ENGLISH["board.cost"], exact=True)
    header.focus()
    page.keyboard.press("Enter")
    expect(page.locator('#board-scores th[aria-sort="ascending"]')).to_have_text(ENGLISH["board.cost"])
    assert order(page) == [EXACT, *NAMES]
    header.click()
    expect(page.locator('#board-scores th[aria-sort="descending"]')).to_have_text(ENGLISH["board.cost"])
    assert order(page) == [*NAMES[::-1], EXACT]


def test_one_family_of_tasks_at_a_time(visitor: Visitor) -> None:
    page = visitor.page
    open_board(page)
    only = page.locator("#board-scores").get_by_role("button", name=ENGLISH["family.row"], exact=True)
    only.click()
    expect(only).to_have_attribute("aria-pressed", "true")
    assert order(page) == ["row-cnn-47"]
    page.locator("#board-scores").get_by_role("button", name=ENGLISH["board.every"], exact=True).click()
    assert len(order(page)) == 5


def test_a_kind_of_harder_letters_is_chosen_and_its_points_are_told(visitor: Visitor) -> None:
    page = visitor.page
    open_board(page)
    expect(page.locator("#chart-rotation-next-normal")).to_be_visible()
    expect(page.locator("#chart-noise-next-normal")).to_be_hidden()
    page.get_by_role("button", name=ENGLISH["board.noise"], exact=True).click()
    expect(page.locator("#chart-noise-next-normal")).to_be_visible()
    expect(page.locator("#chart-rotation-next-normal")).to_be_hidden()
    page.locator("#chart-noise-letter .plot").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#chart-noise-letter .told")).to_have_text("Residual CNN · 0%: 50.0%")
    dotted = page.locator("#chart-noise-letter g.second")
    expect(dotted).to_have_css("display", "none")
    page.get_by_label(ENGLISH["board.dotted"]).check()
    expect(dotted).to_have_css("display", "inline")


def test_a_name_lights_its_line_up(visitor: Visitor) -> None:
    page = visitor.page
    open_board(page)
    page.locator('#chart-rotation-next-normal .key [data-variant="cnn-gru-report-normal"]').hover()
    lit = page.locator("#chart-rotation-next-normal g.lit:not(.second)")
    expect(lit).to_have_attribute("data-variant", "cnn-gru-report-normal")


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_it_fits_a_phone_and_stays_when_the_language_changes(visitor: Visitor) -> None:
    page = visitor.page
    open_board(page)
    for summary in page.locator("#scoreboard details.numbers summary").all():
        if summary.is_visible():
            summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    visitor.click("한국어")
    expect(page.locator("#board-scores h3")).to_have_text(TEXTS["ko"]["board.scores"])
    expect(page.locator(".desk")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_an_answer_it_says_so_and_asks_again_next_time(visitor: Visitor) -> None:
    page = visitor.page
    page.route("**/component_server/**", lambda route: route.abort())
    page.locator('[data-show="scoreboard"]').click()
    expect(page.locator("#scoreboard .trouble")).to_have_text(ENGLISH["offline"])
    page.unroute("**/component_server/**")
    open_board(page)
    expect(page.locator("#scoreboard .trouble")).to_be_empty()
    visitor.complaints.clear()


def test_the_limit_is_drawn_among_the_lines_of_its_task(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("next-normal", "cnn-gru-normal")
    page.locator("#learned > summary").click()
    limit = page.locator("#chart-length .end.limit")
    expect(limit).to_have_text(ENGLISH["next:learned.limit"])
    expect(limit).to_be_visible()
    expect(page.locator("#chart-length g.limit .stroke")).not_to_have_css("stroke-dasharray", "none")
