"""Scales, looks and the drawing of line charts."""

from __future__ import annotations

import html
import re
from itertools import combinations

import numpy as np
import pytest

from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.charts import palette
from seqdemo.page.html.charts.chart import Axis, Chart, Line, chart, swatch
from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.charts.scale import Scale, counting, fitting, from_zero, of_shares, round_step, spanning
from seqdemo.page.html.colour import contrast
from seqdemo.page.html.figures import about, count, decimal, duration, percent_tick, points, ten_to_the, tenths

ENGLISH = TEXTS["en"]
CARDS = {"light": "#ffffff", "dark": "#1a202a"}
PALETTES = {"light": palette.LIGHT, "dark": palette.DARK}


@pytest.mark.parametrize(
    "values",
    [(0.0, 0.9), (0.543, 1.0), (0.985, 0.999), (0.0, 0.0), (1.0, 1.0), (3.2,), (1e-5, 1e-4), (12.0, 80_000.0)],
)
def test_an_axis_holds_all_values_between_round_numbers(values: tuple[float, ...]) -> None:
    scale = spanning(values)
    assert scale.low <= min(values) <= max(values) <= scale.high * (1 + 1e-9)
    assert 2 <= len(scale.ticks) <= 7
    assert np.allclose(np.diff(scale.ticks), scale.ticks[1] - scale.ticks[0])
    assert (scale.share(scale.low), scale.share(scale.high)) == (0, 1)


def test_shares_never_get_an_axis_beyond_all_of_them() -> None:
    for values in ((0.2, 1.0), (0.995, 1.0), (0.0, 0.0), (1.0, 1.0), (0.34, 0.9999)):
        assert 0 <= of_shares(values).low < of_shares(values).high <= 1 + 1e-9


def test_losses_that_differ_by_powers_of_ten_get_an_axis_of_equal_ratios() -> None:
    scale = fitting((0.00002, 0.002, 0.0))
    assert scale.by_ratio
    assert np.allclose(scale.ticks, (1e-5, 1e-4, 1e-3, 1e-2))
    assert scale.share(1e-4) == pytest.approx(1 / 3)
    assert not scale.holds(0.0)
    assert not fitting((0.7, 5.0)).by_ratio
    assert not fitting((0.0, 0.0)).by_ratio


def test_what_was_seen_starts_at_nothing_and_ends_where_the_longest_run_ends() -> None:
    scale = from_zero((32_000, 640_000))
    assert (scale.low, scale.high) == (0, 640_000)
    assert scale.ticks == (0, 200_000, 400_000, 600_000)
    assert from_zero(()).high == 1


def test_numbers_of_letters_are_labelled_one_by_one() -> None:
    assert counting((4, 6, 5)) == Scale(4, 6, (4, 5, 6))
    assert counting((5,)).low < counting((5,)).high


@pytest.mark.parametrize(("least", "step"), [(0.9, 1), (1, 1), (1.1, 2), (2.1, 2.5), (3, 5), (0.07, 0.1), (51, 100)])
def test_steps_are_round(least: float, step: float) -> None:
    assert round_step(least) == pytest.approx(step)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0.0%"), (0.0001, "<0.1%"), (0.1234, "12.3%"), (0.9994, "99.9%"), (0.9997, "99.97%"), (1.0, "100.0%")],
)
def test_shares_in_tables_have_one_decimal_and_never_claim_too_much(share: float, text: str) -> None:
    assert tenths(share) == text


def test_numbers_are_written_for_people() -> None:
    assert [decimal(value) for value in (0, 5, 0.25, 0.00002, 1234.5, 0.73278)] == [
        "0",
        "5",
        "0.25",
        "0.00002",
        "1,234",
        "0.733",
    ]
    assert [ten_to_the(value) for value in (1e-5, 0.001, 0.01, 10.0)] == ["10⁻⁵", "10⁻³", "0.01", "10"]
    assert [percent_tick(share) for share in (0.2, 0.985, 0.6000000001)] == ["20%", "98.5%", "60%"]
    assert (points(-0.063), points(0.02), count(640_000), about(205_271)) == ("−6.3", "+2.0", "640,000", "205,000")
    assert (points(0.0004), points(-0.0002), points(0.0)) == ("0.0", "0.0", "0.0")
    assert [duration(seconds, ENGLISH) for seconds in (2, 600, 4000)] == ["2 s", "10 min", "1 h 7 min"]


BLINDNESS = {
    "none": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""From linear light to what is seen of it (Machado, Oliveira and Fernandes 2009, severity 1)."""
_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _seen(colour: str, kind: str) -> np.ndarray:
    """A colour in OKLab as someone sees it."""
    share = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(_LAB @ np.cbrt(_CONES @ np.clip(BLINDNESS[kind] @ linear, 0, 1)))


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("page", PALETTES)
def test_no_two_lines_of_one_dash_look_alike_to_anyone(page: str, kind: str) -> None:
    for one, other in combinations(PALETTES[page], 2):
        assert np.linalg.norm(_seen(one, kind) - _seen(other, kind)) > 0.1, (one, other)


@pytest.mark.parametrize("page", PALETTES)
def test_every_line_stands_out_from_its_card(page: str) -> None:
    assert all(contrast(colour, CARDS[page]) >= 3 for colour in PALETTES[page])


def test_twice_as_many_lines_as_colours_all_differ() -> None:
    looks = [palette.look(n) for n in range(2 * len(palette.LIGHT))]
    assert len(set(looks)) == len(looks)
    for colour in range(len(palette.LIGHT)):
        assert palette.style_sheet().count(f".v{colour}{{") == 2


def _chart(*lines: Line, border: tuple[float, str] | None = None) -> Chart:
    x = Axis("Words", Scale(0, 100, (0, 50, 100)), count, lambda n: f"{n:g} words")
    y = Axis("Right", Scale(0, 1, (0, 0.5, 1)), percent_tick, tenths)
    return Chart("test", "A title", "A note.", x, y, lines, border)


def test_a_line_goes_through_its_points_and_tells_each() -> None:
    drawn = chart(_chart(Line("a", "A", 0, ((0, 0.0), (50, 0.75), (100, 1.0)))), ENGLISH)
    assert 'class="stroke" d="M0 1000L500 250L1000 0"' in drawn
    told = html.unescape(drawn)
    assert 'data-points="[[0.0,1.0],[0.5,0.25],[1.0,0.0]]"' in told
    assert 'data-told="["0 words: 0.0%","50 words: 75.0%","100 words: 100.0%"]"' in told


@pytest.mark.parametrize(
    ("heights", "where"),
    [((0.99, 0.99), 1.0), ((0.04, 0.04), 1.0), ((0.5, 0.5), 0.0), ((0.9, 0.99), 0.0)],
    ids=["upper edge", "lower edge", "middle", "not level"],
)
def test_a_level_limit_at_an_edge_is_named_at_its_end(heights: tuple[float, float], where: float) -> None:
    limit = Line("exact", "Exact", LIMIT, ((0, heights[0]), (100, heights[1])))
    assert re.search(rf'class="end limit[^>]*--x:{where:.4f}', chart(_chart(limit), ENGLISH))


def test_the_numbers_stand_in_one_table_for_all_lines_that_have_the_same_places() -> None:
    lines = (
        Line("a", "A", 0, ((0, 0.1), (50, 0.2))),
        Line("b", "B", 1, ((100, 0.3),)),
        Line("c", "C", 2, ((0, 0.4), (50, 0.5))),
    )
    table = re.sub(r".*<details", "", chart(_chart(*lines), ENGLISH))
    assert re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", table) == [
        "Words", "A", "C", "0", "10.0%", "40.0%", "50", "20.0%", "50.0%", "Words", "B", "100", "30.0%",
    ]  # fmt: skip
    assert table.count('scope="col"') == 5
    assert table.count('scope="row"') == 3


def test_a_border_is_drawn_where_something_else_begins() -> None:
    line = Line("a", "A", 0, ((0, 0.0), (100, 1.0)))
    assert "beyond" not in chart(_chart(line), ENGLISH)
    drawn = chart(_chart(line, border=(75, "new")), ENGLISH)
    assert 'd="M750 0V1000"' in drawn
    assert ">new<" in drawn


def test_a_second_line_of_a_variant_is_dotted_and_has_no_name_of_its_own() -> None:
    points = ((0, 0.0), (100, 1.0))
    drawn = chart(_chart(Line("a", "A", 8, points), Line("a", "A", 8, points, second=True)), ENGLISH)
    assert drawn.count('<b class="end') == 1
    assert drawn.count('second"') == 1
    assert "A, beam search" in drawn


def test_a_line_is_named_away_from_where_it_came() -> None:
    def side(*points: tuple[float, float]) -> bool:
        return " below" in chart(_chart(Line("a", "A", 0, points)), ENGLISH)

    assert side((0, 0.9), (100, 0.4))
    assert not side((0, 0.1), (100, 0.4))
    assert side((0, 0.1), (100, 0.99))
    assert not side((0, 0.9), (100, 0.0))


def test_titles_are_text_whatever_they_hold() -> None:
    bad = '"><script>'
    drawn = chart(Chart(bad, bad, bad, *_axes(bad), (Line(bad, bad, 0, ((0, 0.5),)),), (1, bad)), ENGLISH)
    assert "<script" not in drawn
    assert "<path" in swatch(3)


def _axes(title: str) -> tuple[Axis, Axis]:
    axis = Axis(title, Scale(0, 1, (0, 1)), lambda _: title, lambda _: title)
    return axis, axis
