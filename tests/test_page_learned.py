"""What was learned, in a real browser: over hand-made histories, and over those that are shipped."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from conftest import CHECKPOINTS, App, Visits, running
from playwright.sync_api import Browser, Page, expect
from visitor import DESKTOP, PHONE, Visitor

from seqdemo import checkpoints
from seqdemo.letters import MERGED
from seqdemo.models.catalog import BY_NAME
from seqdemo.page.core.texts import TEXTS

ENGLISH = TEXTS["en"]
TASK = "swap-normal"
USUAL = {"seq2seq": 0.7, "seq2seq-forward": 0.6, "seq2seq-reversed": 0.8, "swap-best": 0.9}
"""Right words of each variant of the hand-made folder."""
STARTED_LATE = "seq2seq-forward"
ROWS = {"row-gru-47": {"0": {"O": 30}, "2": {"Z": 5}}, "row-cnn-47": {"5": {"S": 40}}}
"""Of 60 characters of each class, so many got these wrong answers from the readers of rows; the others are right."""
EXAMPLES = [
    {"meant": "0", "read": "O", "count": 30, "of": 60, "character": "0", "seed": 11},
    {"meant": "2", "read": "Z", "count": 5, "of": 60, "character": "2", "seed": None},
]


def _history(name: str, top: float) -> str:
    late = 5 if name == STARTED_LATE else 0
    rows = [
        {"step": 125 * n, "loss": 3 / n, "reasoning": top * min(1, max(0, n - late) / 5), "longer": top / 2}
        for n in range(1, 21)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


def _metrics(top: float) -> str:
    by_length = {str(n): {"accuracy": max(0.0, top - 0.1 * max(0, n - 8)), "beam": top} for n in range(4, 15)}
    shares = {"accuracy": top, "challenge": top / 2, "longer": top / 4}
    training = {"seconds": 1000 * top, "device": "cpu, 1 thread", "date": "2026-11-21"}
    metrics = {**shares, "beam": {"width": 4, **shares}, "by_length": by_length, "parameters": int(1e6 * top)}
    return json.dumps({**metrics, "training": training, "test_data": "unipen"})


def _row_metrics(wrong: dict[str, dict[str, int]]) -> str:
    counts = [[wrong.get(meant, {}).get(read, 0) for read in MERGED] for meant in MERGED]
    for n, row in enumerate(counts):
        row[n] = 60 - sum(row)
    shares = {"accuracy": 0.9, "reading": {"own_standing": 0.9, "all": 0.8}}
    recall = [10.0 ** (-n / 4) for n in range(28, 0, -1)]
    return json.dumps({**shares, "confusion": counts, "recall": recall, "examples": EXAMPLES})


def _stocked(folder: Path) -> Path:
    """Checkpoints that learned nothing and tell what is written above, and the pen."""
    shutil.copytree(CHECKPOINTS / "pen", folder / "pen")
    for name, top in USUAL.items():
        _put(folder / name, _metrics(top), _history(name, top))
    for name, wrong in ROWS.items():
        _put(folder / name, _row_metrics(wrong), _history(name, 0.9))
    return folder


def _put(place: Path, metrics: str, history: str) -> None:
    torch.manual_seed(0)
    place.mkdir()
    variant = BY_NAME[place.name]
    for file, content in checkpoints.files(variant, variant.build().state_dict(), "unipen", 0).items():
        (place / file).write_bytes(content)
    (place / checkpoints.METRICS).write_text(metrics)
    (place / checkpoints.HISTORY).write_text(history)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    place = tmp_path_factory.mktemp("stocked")
    with running(place / "log", SEQDEMO_CHECKPOINTS=str(_stocked(place / "checkpoints"))) as started:
        yield started


@pytest.fixture
def visitor(stocked: App, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    visiting = Visitor(browser, stocked.url, **getattr(request, "param", DESKTOP))
    visiting.choose(TASK)
    yield visiting
    visiting.leave()
    assert visiting.complaints == []
    assert visiting.hosts == {"127.0.0.1"}
    assert "Traceback" not in stocked.said()


def asked(page: Page) -> list[str]:
    """What the page asks for of this section from now on."""
    found: list[str] = []

    def note(posted: str | None) -> None:
        if posted and "show_learned" in posted:
            found.append(posted)

    page.on("request", lambda request: note(request.post_data))
    return found


def open_section(page: Page) -> None:
    page.locator("#learned > summary").click()
    expect(page.locator("#chart-accuracy")).to_be_visible()


def shown(page: Page, chart: str) -> set[str]:
    """The variants whose lines are to be seen in a chart."""
    visible = "all => all.filter(g => getComputedStyle(g).display !== 'none').map(g => g.dataset.variant)"
    return set(page.locator(f"#chart-{chart} g.course").evaluate_all(visible))


def place_of(page: Page, chart: str, variant: str, point: int) -> tuple[float, float]:
    """Where on the screen a point of a line lies."""
    svg = page.locator(f"#chart-{chart} .area svg")
    svg.scroll_into_view_if_needed()
    line = page.locator(f'#chart-{chart} g.course[data-variant="{variant}"]').first
    x, y = json.loads(line.get_attribute("data-points") or "")[point]
    box = svg.bounding_box()
    assert box is not None
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def test_it_is_asked_for_when_it_is_opened_and_only_once(visitor: Visitor) -> None:
    page, requests = visitor.page, asked(visitor.page)
    visitor.choose("swap-challenge")
    assert requests == []
    open_section(page)
    page.locator("#learned > summary").click()
    page.locator("#learned > summary").click()
    expect(page.locator("#chart-accuracy")).to_be_visible()
    assert len(requests) == 1
    visitor.choose(TASK)
    expect(page.locator("#chart-accuracy")).to_be_visible()
    visitor.choose("swap-challenge")
    expect(page.locator("#chart-accuracy")).to_be_visible()
    assert len(requests) == 2


def test_the_chosen_model_stands_out_in_every_chart_and_in_the_table(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    for name in ("seq2seq-reversed", "seq2seq"):
        requests = asked(page)
        visitor.choose(TASK, name)
        for chart in ("loss-writing", "accuracy", "longer", "length"):
            lines = page.locator(f"#chart-{chart} g.course.picked")
            picked = lines.evaluate_all("all => all.map(g => g.dataset.variant)")
            assert set(picked) == {name}
            expect(page.locator(f"#chart-{chart} .end.picked")).to_be_visible()
        expect(page.locator(".standings tr.picked")).to_have_attribute("data-variant", name)
        assert requests == []


def test_a_switch_takes_a_variant_s_lines_out_of_all_charts(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    usual = {"seq2seq", "seq2seq-forward", "seq2seq-reversed"}
    assert shown(page, "accuracy") == usual
    assert shown(page, "length") == set(USUAL)
    switch = page.get_by_role("button", name="Encoder-decoder, plain")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert shown(page, "accuracy") == usual - {"seq2seq"}
    assert shown(page, "length") == set(USUAL) - {"seq2seq"}
    page.get_by_role("button", name="Only the chosen model").click()
    assert shown(page, "length") == {"seq2seq"}
    page.get_by_role("button", name="All lines").click()
    assert shown(page, "length") == set(USUAL)


def test_the_lines_of_a_beam_search_come_when_they_are_wanted(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    dotted = page.locator("#chart-length g.second").first
    expect(dotted).to_have_css("display", "none")
    page.get_by_label(ENGLISH["learned.second"]).check()
    expect(dotted).to_have_css("display", "inline")
    page.get_by_role("button", name="Only the chosen model").click()
    assert shown(page, "length") == {"seq2seq"}


def test_a_claim_shows_its_lines_in_the_charts(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    claim = page.locator(".claims li").first
    expect(claim).to_contain_text("learns faster")
    expect(claim.locator(".outcome")).to_have_text("✓" + ENGLISH["claims.yes"])
    claim.get_by_role("button").click()
    assert shown(page, "accuracy") == {"seq2seq-forward", "seq2seq-reversed"}
    expect(page.locator("#learned .lines")).to_be_in_viewport()


def test_the_nearest_point_lights_its_line_up_and_tells_its_numbers(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    page.mouse.move(*place_of(page, "accuracy", "seq2seq-reversed", 2))
    told = page.locator("#chart-accuracy .told")
    expect(told).to_have_text("One way, reversed · 96,000 words: 48.0%")
    expect(page.locator("#chart-length g.lit").first).to_have_attribute("data-variant", "seq2seq-reversed")
    page.mouse.move(5, 5)
    expect(told).to_be_hidden()
    expect(page.locator("#learned .lit")).to_have_count(0)


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_a_finger_finds_a_point_too_and_nothing_is_wider_than_the_phone(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    page.touchscreen.tap(*place_of(page, "length", "swap-best", 3))
    expect(page.locator("#chart-length .told")).to_have_text("Noisy channel · 7 letters: 90.0%")
    for details in page.locator("#learned details.numbers summary").all():
        details.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_arrow_keys_walk_along_a_line_and_to_its_neighbours(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    page.locator("#chart-length .plot").focus()
    told = page.locator("#chart-length .told")
    for key, text in (
        ("ArrowRight", "Encoder-decoder, plain · 4 letters: 70.0%"),
        ("ArrowRight", "Encoder-decoder, plain · 5 letters: 70.0%"),
        ("ArrowUp", "One way, reversed · 5 letters: 80.0%"),
        ("ArrowUp", "Noisy channel · 5 letters: 90.0%"),
        ("ArrowUp", "Noisy channel · 5 letters: 90.0%"),
        ("ArrowLeft", "Noisy channel · 4 letters: 90.0%"),
    ):
        page.keyboard.press(key)
        expect(told).to_have_text(text)
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()


def test_a_header_sorts_the_table_and_turns_it_round(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    names = page.locator(".standings tbody tr")

    def order() -> list[str]:
        return [str(name) for name in names.evaluate_all("rows => rows.map(row => row.dataset.variant)")]

    rising = sorted(USUAL, key=USUAL.__getitem__)
    assert order() == [name for name in BY_NAME if name in USUAL]
    header = page.locator(".standings").get_by_role("button", name="4–8").first
    header.click()
    assert order() == rising[::-1]
    expect(page.locator('.standings th[aria-sort="descending"]')).to_have_text("4–8")
    header.click()
    assert order() == rising
    page.locator(".standings").get_by_role("button", name="Parameters").click()
    assert order() == rising
    expect(page.locator(".standings th[aria-sort]")).to_have_count(1)


def cell_of(page: Page, meant: str, read: str) -> tuple[float, float]:
    """Where on the screen a cell of the chosen model's matrix lies."""
    page.locator(".confusion.picked .whole > .scroll").evaluate("part => part.scrollIntoView()")
    box = page.locator(".confusion.picked .field").bounding_box()
    assert box is not None
    across, down = ((MERGED.index(name) + 0.5) / len(MERGED) for name in (read, meant))
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def test_the_rows_remembered_are_told_at_each_point(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("row-47", "row-gru-47")
    open_section(page)
    page.mouse.move(*place_of(page, "remembered", "row-gru-47", 27))
    expect(page.locator("#chart-remembered .told")).to_contain_text("row 28: 56.2%")


def test_only_the_chosen_model_s_mistakes_are_shown_and_its_cells_are_told(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("row-47", "row-gru-47")
    open_section(page)
    shown_one = page.locator(".confusion:visible")
    expect(shown_one).to_have_attribute("data-variant", "row-gru-47")
    told = page.locator(".confusion.picked .told")
    page.mouse.move(*cell_of(page, "0", "O"))
    expect(told).to_have_text("0 read as O: 30 of 60 (50.0%)")
    expect(page.locator(".confusion.picked .looked")).to_have_text(["O", "0"])
    page.mouse.move(5, 5)
    expect(told).to_be_hidden()
    requests = asked(page)
    visitor.choose("row-47", "row-cnn-47")
    expect(shown_one).to_have_attribute("data-variant", "row-cnn-47")
    page.mouse.move(*cell_of(page, "5", "S"))
    expect(told).to_have_text("5 read as S: 40 of 60 (66.7%)")
    assert requests == []


def test_the_arrow_keys_walk_from_cell_to_cell_and_stop_at_the_edge(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("row-47", "row-gru-47")
    open_section(page)
    page.locator(".confusion.picked .mixed").focus()
    told = page.locator(".confusion.picked .told")
    for key, text in (
        ("ArrowRight", "0 read as 0: 30 of 60 (50.0%)"),
        ("ArrowRight", "0 read as 1: 0 of 60 (0.0%)"),
        ("ArrowDown", "1 read as 1: 60 of 60 (100.0%)"),
        ("ArrowLeft", "1 read as 0: 0 of 60 (0.0%)"),
        ("ArrowLeft", "1 read as 0: 0 of 60 (0.0%)"),
    ):
        page.keyboard.press(key)
        expect(told).to_have_text(text)
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()


def test_a_letter_that_is_mistaken_is_written_again_and_read(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("row-47", "row-gru-47")
    open_section(page)
    cards = page.locator(".confusion.picked .mistakes li")
    expect(cards.nth(1)).to_contain_text(ENGLISH["confusion.none"])
    expect(cards.nth(1).get_by_role("button")).to_have_count(0)
    with page.expect_request(lambda request: "draw_sample" in (request.post_data or "")) as sent:
        page.get_by_role("button", name="Try it: 0 read as O").first.click()
    posted = json.loads(sent.value.post_data or "")["data"]
    assert (posted["seed"], posted["options"]["character"], posted["options"]["temperature"]) == (11, "0", 1.1)
    expect(page.locator("#pad .filled")).to_have_count(1)
    expect(page.locator("#pad svg").first).to_be_in_viewport()
    expect(page.locator("#tile")).to_be_in_viewport()
    assert visitor.written() == "0"


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_a_matrix_wider_than_a_phone_moves_in_its_own_place(visitor: Visitor) -> None:
    page = visitor.page
    visitor.choose("row-47", "row-gru-47")
    open_section(page)
    page.touchscreen.tap(*cell_of(page, "0", "0"))
    told = page.locator(".confusion.picked .told")
    expect(told).to_have_text("0 read as 0: 30 of 60 (50.0%)")
    page.locator(".confusion.picked .mixed").evaluate("matrix => matrix.parentNode.scrollLeft = 1000")
    page.touchscreen.tap(*cell_of(page, "t", "t"))
    expect(told).to_have_text("t read as t: 60 of 60 (100.0%)")
    bounds = told.bounding_box()
    assert bounds is not None
    assert bounds["x"] >= 0
    assert bounds["x"] + bounds["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_section_stays_open_when_the_language_changes(visitor: Visitor) -> None:
    page = visitor.page
    open_section(page)
    visitor.click("한국어")
    expect(page.locator("#learned h2")).to_have_text("무엇을 배웠을까요?")
    expect(page.locator("#chart-accuracy h3")).to_have_text(TEXTS["ko"]["swap:learned.accuracy"])


def test_without_an_answer_it_says_so_and_asks_again_next_time(visitor: Visitor) -> None:
    page = visitor.page
    page.route("**/component_server/**", lambda route: route.abort())
    page.locator("#learned > summary").click()
    expect(page.locator("#learned .slip")).to_have_text(ENGLISH["offline"])
    page.unroute("**/component_server/**")
    page.locator("#learned > summary").click()
    open_section(page)
    expect(page.locator("#learned .slip")).to_be_empty()
    visitor.complaints.clear()


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_the_shipped_histories_of_every_task_are_drawn_without_trouble(visit: Visits, locale: str) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale})
    page = visitor.page
    page.locator("#learned > summary").click()
    for task in page.locator("[data-task]").evaluate_all("all => all.map(button => button.dataset.task)"):
        visitor.choose(task)
        expect(page.locator("#chart-accuracy")).to_be_visible()
        expect(page.locator(".standings tr.picked")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
