"""What is told of histories and figures, without a browser."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import CHECKPOINTS
from histories import LENGTHS, history
from parts import Parts, told_by

from seqdemo.checkpoints import load
from seqdemo.errors import InputError
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.charts.history import Check, Doubt, History
from seqdemo.page.html.figures import decimal, tenths
from seqdemo.page.html.wording import Words, worded
from seqdemo.page.learned import claims
from seqdemo.page.learned import handler as learning
from seqdemo.page.learned.curves import charts
from seqdemo.page.learned.evidence import evidence
from seqdemo.page.learned.learned import learned
from seqdemo.page.learned.stages import stages
from seqdemo.page.learned.standings import standings
from seqdemo.sequences.samples import TASKS
from tests import shipped

WORDS = {code: worded(words, "swap") for code, words in TEXTS.items()}
ENGLISH = WORDS["en"]
EVERY = tuple(dict.fromkeys(name for claim in claims.CLAIMS for name in claim.names))
LOSSES = ("gru1_loss", "gru2_loss")
SHARES = ("gru1_accuracy", "gru2_accuracy", "train_accuracy", "valid_accuracy")
ROWS = tuple(0.01 + 0.001 * n for n in range(28))
"""How much of an answer hangs on each row of an image."""


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_all_of_it_is_drawn_in_both_languages(words: Words) -> None:
    drawn = learned([history(name, saliency=ROWS) for name in EVERY], 8, words)
    parts = Parts(drawn)
    assert parts.open == []
    assert parts.ids == [f"chart-{name}" for name in ("loss-writing", "accuracy", "longer", "length", "remembered")]
    assert "{" not in told_by(drawn)
    assert words["learned.length.border"] in drawn
    assert drawn.count("<li>") == len({claim.key for claim in claims.CLAIMS})
    assert drawn.count("<dl>") == len(claims.CLAIMS)


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", ["cnn-gru-report-easy", "cnn-gru-report-normal"])
def test_the_six_curves_of_the_report_are_those_of_the_shipped_history(name: str, words: Words) -> None:
    loaded = shipped.resources().models[name]
    drawn = stages(learning.history(loaded, "en"), words)
    assert drawn is not None
    lines = re.findall(r'<g class="course[^"]*" data-variant="(\w+)" [^>]*data-told="([^"]*)"', drawn)
    assert [line for line, _ in lines] == [*LOSSES, *SHARES]
    for line, told in lines:
        wanted = [decimal(row[line]) if line in LOSSES else tenths(row[line]) for row in loaded.history]
        assert [each.split(": ")[1] for each in json.loads(html.unescape(told))] == wanted
    assert "{" not in told_by(drawn)


def test_a_model_without_all_six_curves_draws_none() -> None:
    assert stages(history("a"), ENGLISH) is None


def test_losses_of_another_kind_get_a_chart_of_their_own_and_other_units_stay_away() -> None:
    other = history("other", objective="letters", unit="letters", title="The other")
    drawn = learned([history("a"), history("b"), other], 8, ENGLISH)
    assert Parts(drawn).ids[0] == "chart-loss-writing"
    assert Parts(drawn).ids[-1] == "chart-loss-letters"
    figures = dict(re.findall(r'<figure[^>]*id="chart-([\w-]+)">(.*?)</figure>', drawn))
    names = {name: set(re.findall(r'<g class="[^"]*" data-variant="(\w+)"', part)) for name, part in figures.items()}
    assert names == {
        "loss-writing": {"a", "b"},
        "accuracy": {"a", "b"},
        "longer": {"a", "b"},
        "length": {"a", "b", "other"},
        "loss-letters": {"other"},
    }
    assert "Not drawn: The other" in figures["accuracy"]


def test_a_variant_looks_the_same_in_every_chart() -> None:
    drawn = learned([history("a", checks=()), history("b")], 8, ENGLISH)
    looks = set(re.findall(r'<g class="course (v\d)[^"]*" data-variant="b"', drawn))
    assert looks == {"v1"}


def _exact(**fields: Any) -> History:
    return history("exact", objective="exact", exact=True, title="Tries all", **fields)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_an_exact_reasoner_is_the_limit_and_takes_no_colour(words: Words) -> None:
    drawn = learned([history("a"), _exact(rising=(0.7, 0.9, 0.85), beam=None), history("b")], 8, words)
    looks = dict(re.findall(r'<g class="course (\w+)[^"]*" data-variant="(\w+)"', drawn))
    assert looks == {"v0": "a", "limit": "exact", "v1": "b"}
    label = f'<b class="end limit[ a-z]*" [^>]*data-variant="exact"[^>]*>{re.escape(words["learned.limit"])}</b>'
    assert len(re.findall(label, drawn)) == 3
    assert "Tries all" not in drawn


def test_the_limit_lies_all_along_the_training_of_the_others_and_has_no_loss() -> None:
    drawn = learned([history("a", seen=500), _exact(rising=(0.7, 0.9, 0.85))], 8, ENGLISH)
    figures = dict(re.findall(r'<figure[^>]*id="chart-([\w-]+)">(.*?)</figure>', drawn))
    assert list(figures) == ["loss-writing", "accuracy", "longer", "length"]
    assert "limit" not in figures["loss-writing"]
    line = re.search(r'<g class="course limit[^>]*data-told="([^"]*)"', figures["accuracy"])
    assert line is not None
    assert json.loads(html.unescape(line[1])) == ["0 words: 90.0%", "1,500 words: 90.0%"]


def test_an_exact_reasoner_alone_has_figures_but_no_course_of_training() -> None:
    drawn = learned([_exact()], 8, ENGLISH)
    assert Parts(drawn).ids == ["chart-length"]
    assert ENGLISH["learned.limit"] in standings([_exact()], ENGLISH)


def test_words_are_put_beyond_the_border_only_if_they_are_longer_than_training_had() -> None:
    short = history("a", lengths={4: 0.9, 8: 0.8})
    assert ENGLISH["learned.length.border"] not in learned([short], 8, ENGLISH)
    assert ENGLISH["learned.length.border"] in learned([short], 7, ENGLISH)


def test_what_was_not_recorded_is_left_out() -> None:
    bare = History("bare", "Bare", "writing", "samples")
    assert learned([bare], 8, ENGLISH).count(ENGLISH["learned.nothing"]) == 1
    drawn = learned([bare, history("a", beam=None)], 8, ENGLISH)
    assert "data-second" not in drawn
    assert ENGLISH["standings.beam"] not in drawn
    assert Parts(drawn).open == []
    one = learned([history("a", lengths={5: 0.9})], 5, ENGLISH)
    assert "chart-length" not in one


def test_text_from_a_checkpoint_is_text_in_the_page() -> None:
    bad = "<script>"
    drawn = learned([history(bad, title=bad, device=bad, date=bad, tested=bad, objective=bad)], 8, ENGLISH)
    assert bad not in drawn


def test_the_table_has_a_column_for_each_figure_and_sorts_by_plain_numbers() -> None:
    drawn = standings([history("a", usual=0.81234), history("b", parameters=None)], ENGLISH)
    first = re.search(r'<tr data-variant="a">(.*?)</tr>', drawn)
    assert first is not None
    assert re.findall(r'data-value="([^"]*)"', first[1]) == [
        "0", "1234567", "0.81234", "0.40617", "0.0", *[f"{share + 0.05}" for share in (0.81234, 0.40617, 0.0)],
        "600.0", "CPU, threads: 1", "2026-11-21",
    ]  # fmt: skip
    assert "81.2%" in first[1]
    assert drawn.count("<button") == 11
    assert drawn.count("colspan") == 4
    assert "<td>–</td>" in drawn


def _finding(key: str, *histories: History) -> claims.Finding:
    return next(found for found in claims.findings(histories) if found.claim.key == key)


def test_a_claim_is_told_only_where_its_variants_and_figures_are_there() -> None:
    assert claims.findings([history("seq2seq-forward")]) == ()
    blank = replace(history("seq2seq"), shares={}, by_length={}, checks=())
    assert claims.findings([blank, history("seq2seq-peeky")]) == ()
    told = [found.claim.key for found in claims.findings([history(name, saliency=ROWS) for name in EVERY])]
    assert told == [claim.key for claim in claims.CLAIMS]


@pytest.mark.parametrize(
    ("plain", "peeky", "outcome"),
    [(0.70, 0.75, "yes"), (0.70, 0.73, "yes"), (0.70, 0.729, "unclear"), (0.70, 0.675, "unclear"), (0.75, 0.70, "no")],
)
def test_shares_must_differ_clearly(plain: float, peeky: float, outcome: str) -> None:
    found = _finding("peeky", history("seq2seq", usual=plain), history("seq2seq-peeky", usual=peeky))
    assert found.numbers == (plain, peeky)
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("back", "seen", "outcome"),
    [
        ((0.4, 0.8, 0.8), 1000.0, "yes"),
        ((0.0, 0.4, 0.8), 2000.0, "unclear"),
        ((0.0, 0.0, 0.8), 2500.0, "no"),
        ((0.0, 0.3, 0.8), 2200.0, "unclear"),
    ],
)
def test_the_sooner_run_is_the_one_that_first_reaches_half_of_the_best(
    back: tuple[float, ...], seen: float, outcome: str
) -> None:
    forward = history("seq2seq-forward", rising=(0.0, 0.4, 0.8))
    found = _finding("sooner", forward, history("seq2seq-reversed", rising=back))
    assert found.numbers == (2000.0, pytest.approx(seen))
    assert found.outcome == outcome


def test_a_goal_is_reached_on_the_line_between_two_checks_and_perhaps_never() -> None:
    assert claims.reached([(10, 0.2), (20, 0.6)], 0.4) == pytest.approx(15)
    assert claims.reached([(10, 0.2)], 0.1) == pytest.approx(5)
    assert claims.reached([(10, 0.2)], 0.3) is None
    assert claims.half_way(history("a", rising=(0.0,)), history("b", rising=(0.0,))) is None


def test_length_is_judged_within_training_and_beyond_and_attention_by_what_is_kept() -> None:
    falling = {length: 0.8 if length <= 8 else 0.2 for length in LENGTHS}
    plain = history("seq2seq", lengths={**falling, 4: 0.79})
    holding = history("seq2seq-bahdanau", lengths={**falling, 10: 0.6})
    assert _finding("length", plain).numbers == (0.79, 0.8)
    assert _finding("length", plain).outcome == "unclear"
    assert _finding("beyond", plain).outcome == "yes"
    assert _finding("length_cured", plain, holding).numbers == pytest.approx((0.8 / 0.79, 1.0))
    cure = _finding("beyond_cured", plain, holding)
    assert cure.numbers == pytest.approx((0.25, 0.75))
    assert cure.outcome == "yes"


def test_a_plain_rnn_is_judged_by_what_it_reads_and_by_the_rows_that_it_read_first() -> None:
    forgetful = history("row-rnn-47", usual=0.7, saliency=(1e-9,) * 14 + (1 / 14,) * 14)
    lstm, gru = history("row-lstm-47", usual=0.8, saliency=(1 / 28,) * 28), history("row-gru-47", usual=0.7)
    found = claims.findings([forgetful, lstm, gru])
    told = [(each.claim.key, each.claim.names[1], each.outcome) for each in found]
    assert told[:2] == [("gates", "row-lstm-47", "yes"), ("gates", "row-gru-47", "unclear")]
    assert told[2:] == [("forgets", "row-lstm-47", "yes")]
    assert found[2].numbers == pytest.approx((0.0, 0.5), abs=1e-6)
    both_ways = _finding(
        "forgets", replace(forgetful, saliency=lstm.saliency), replace(lstm, saliency=forgetful.saliency)
    )
    assert both_ways.outcome == "no"


def test_a_cnn_is_held_against_each_reader_of_rows_of_its_own_task() -> None:
    small = [history("row-lstm-2", usual=0.8), history("row-best-2", usual=0.95), history("row-cnn-2", usual=0.9)]
    found = claims.findings([*small, history("row-cnn-47")])
    assert [(each.claim.names[0], each.outcome) for each in found] == [("row-lstm-2", "yes"), ("row-best-2", "no")]


def _recall_points(recall: tuple[float, ...]) -> list[list[float]]:
    drawn = learned([history("a", saliency=recall)], 8, ENGLISH)
    chart = re.search(r'id="chart-remembered">.*?data-points="([^"]*)"', drawn)
    assert chart is not None
    points: list[list[float]] = json.loads(chart[1])
    return points


def test_the_rows_remembered_are_drawn_by_ratio_and_what_is_too_faint_at_the_bottom() -> None:
    assert _recall_points((0.0, 1e-8, 1e-4, 1.0)) == [[0, 1], [0.333, 1], [0.667, 0.5], [1, 0]]
    assert _recall_points((1e-8, 1e-8)) == [[0, 1], [1, 1]]
    drawn = learned([history("a", saliency=(0.0, 0.25))], 8, ENGLISH)
    assert '["row 1: 0.000001% or less","row 2: 25%"]' in html.unescape(drawn)
    assert "chart-remembered" not in learned([history("a")], 8, ENGLISH)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_each_claim_shows_both_numbers_their_difference_and_the_rule(words: Words) -> None:
    pair = (history("seq2seq", usual=0.7, title="Plain one"), history("seq2seq-peeky", usual=0.65, title="Peeky one"))
    drawn = evidence([_finding("peeky", *pair)], words)
    assert drawn is not None
    told = html.unescape(re.sub("<[^>]*>", "", drawn))
    for text in ("Plain one", "70.0%", "Peeky one", "65.0%", "−5.0", words["claims.no"], words["claim.peeky"]):
        assert text in told
    assert "20%" in told
    assert 'data-only="seq2seq seq2seq-peeky"' in drawn
    assert evidence([], words) is None


def _loaded(metrics: dict[str, Any], history: Any, objective: str = "writing", task: str = "swap-normal") -> Any:
    recipe = SimpleNamespace(objective=objective, batch=64)
    variant = SimpleNamespace(recipe=recipe)
    return SimpleNamespace(
        name="a",
        title="An A",
        title_ko="가",
        variant=variant,
        metrics=metrics,
        history=history,
        task=task,
        exact=objective == "exact",
        seeds={},
    )


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_seeds_are_told_where_shares_are_compared_and_in_the_table(words: Words) -> None:
    plain, peeky = history("seq2seq", usual=0.6, seeds=(0.6, 0.57, 0.62)), history("seq2seq-peeky", usual=0.7)
    told = html.unescape(str(evidence(claims.findings([plain, peeky]), words)))
    assert told.count("57.0–62.0%") == 1
    assert "57.0–62.0%" in html.unescape(str(standings([plain, peeky], words)))
    assert "–62.0%" not in str(standings([replace(plain, seeds=(0.6,)), peeky], words))


def test_a_course_is_read_from_a_checkpoint_in_samples_seen() -> None:
    rows = ({"step": 20.0, "loss": 1.0}, {"step": 10.0, "loss": 2.0, "reasoning": 0.5})
    metrics = {
        "accuracy": 0.8,
        "longer": 0.1,
        "vision": 0.9,
        "beam": {"width": 4, "accuracy": 0.85},
        "by_length": {"10": {"accuracy": 0.3}, "4": {"accuracy": 0.9, "beam": 0.95}},
        "parameters": 7,
        "training": {"seconds": 3, "device": "cpu", "date": "2026-01-02"},
        "test_data": "pen",
    }
    read = learning.history(_loaded(metrics, rows), "ko")
    assert (read.title, read.unit) == ("가", "samples")
    assert [check.seen for check in read.checks] == [640, 1280]
    assert read.accuracy_curve() == ((640, 0.5),)
    assert read.shares == {"greedy": {"accuracy": 0.8, "longer": 0.1}, "beam": {"accuracy": 0.85}}
    assert read.by_length == {"greedy": {4: 0.9, 10: 0.3}, "beam": {4: 0.95}}
    assert (read.parameters, read.seconds, read.device, read.date, read.tested) == (7, 3.0, "cpu", "2026-01-02", "pen")
    assert not read.exact
    assert learning.history(_loaded({}, (), "exact"), "en").exact
    for objective in ("reading", "rows", "every_step"):
        assert learning.history(_loaded({}, (), objective), "en").unit == "letters"


def test_readers_of_rows_tell_of_characters_cut_out_of_words_as_well() -> None:
    metrics = {"accuracy": 0.8, "reading": {"own_standing": 0.8, "all": 0.7}}
    read = learning.history(_loaded(metrics, (), "rows", "row-47"), "en")
    assert read.shares == {"greedy": {"accuracy": 0.8, "all": 0.7}}
    assert ENGLISH["standings.all"] in standings([read], ENGLISH)
    assert learning.history(_loaded(metrics, ()), "en").shares == {"greedy": {"accuracy": 0.8}}


@pytest.mark.parametrize("bad", [None, "x", [], {"x": 1}, float("nan"), 10**400])
def test_what_is_no_number_in_a_checkpoint_is_left_out(bad: Any) -> None:
    names = ("accuracy", "beam", "by_length", "training", "test_data", "reading", "recall", "confusion", "examples")
    read = learning.history(_loaded(dict.fromkeys(names, bad), ({"step": 1.0, "loss": float("nan")},)), "en")
    assert read.checks == (Check(64, {"step": 1.0}),)
    assert read.shares == {}
    assert read.by_length == {}
    assert (read.saliency, read.confusion, read.mistakes) == ((), None, ())
    assert Parts(learned([read, history("b")], 8, ENGLISH)).open == []


@pytest.fixture(scope="module")
def resources() -> Resources:
    return shipped.resources()


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("task", TASKS)
def test_every_task_s_own_checkpoints_are_drawn(resources: Resources, task: str, code: str) -> None:
    drawn = learning.shown(resources, {"task": task, "lang": code})["html"]
    assert Parts(drawn).open == []
    assert "{" not in told_by(drawn)
    for loaded in resources.of_task(task):
        assert f'data-variant="{loaded.name}"' in drawn


def test_an_unknown_task_is_refused_without_repeating_it(resources: Resources) -> None:
    with pytest.raises(InputError) as caught:
        learning.shown(resources, {"task": "<nonsense>", "lang": "en"})
    assert caught.value.key == "unknown_task"
    assert "nonsense" not in str(caught.value)


def test_doubt_is_drawn_beside_the_diagonal_and_bins_of_a_few_letters_are_left_out() -> None:
    reader = load(CHECKPOINTS / "reader-strokes")
    rows = [(0.89965, 0.8, 0.9, 0.7, 0.85), (0.5, 0.6, 0.098, 0.4, 0.9), (0.2, 1.0, 0.002, 1, 1), ("x", 0.1, 0.5, 0, 1)]
    bins = [dict(zip(("confidence", "right", "share", "least", "most"), row, strict=True)) for row in rows]
    told = learning.history(replace(reader, metrics={"calibration": {"ece": 0.1, "bins": bins}}), "en")
    assert told.reliability == (Doubt(0.5, 0.6, (0.4, 0.9)), Doubt(0.89965, 0.8, (0.7, 0.85)))
    assert "60.0% (40.0%–90.0%)" in " ".join(charts([told], None, ENGLISH))
    assert '<th scope="row">90%</th>' in " ".join(charts([told], None, ENGLISH))
    drawn = re.sub("<[^>]*>", "", " ".join(charts([told], None, ENGLISH)))
    assert "expected calibration error): Image and strokes 0.100" in drawn
    assert ENGLISH["learned.reliability.diagonal"] in drawn
    assert ENGLISH["learned.reliability.bands"] in drawn


def test_where_writers_are_unknown_doubt_is_drawn_without_intervals() -> None:
    bins = [{"confidence": 0.9, "right": 0.8, "share": 0.9}, {"confidence": 0.5, "right": 0.6, "share": 0.1}]
    bins[0] |= {"least": 0.7, "most": 0.85}
    reader = replace(load(CHECKPOINTS / "reader-strokes"), metrics={"calibration": {"ece": 0.1, "bins": bins}})
    drawn = " ".join(charts([learning.history(reader, "en")], None, ENGLISH))
    assert "<td>60.0%</td>" in drawn
    assert 'class="spread"' not in drawn
    assert ENGLISH["learned.reliability.bands"] not in drawn


@pytest.mark.parametrize(("task", "others"), [("next-normal", "words right"), ("swap-normal", "answers right")])
def test_a_study_speaks_of_what_its_own_task_asks_for(resources: Resources, task: str, others: str) -> None:
    told = learning.shown(resources, {"task": task, "lang": "en"})["html"]
    assert "% of the " in told
    assert f"of the {others}" not in told
