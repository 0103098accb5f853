"""The scoreboard without a browser: what the benchmark measures, what is taken from its file, what is drawn."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from boards import STRENGTHS, board
from conftest import CHECKPOINTS
from histories import history
from parts import Parts, told_by

from benchmarks import scoreboard as command
from benchmarks.answer_times import answer_times
from benchmarks.contestants import Contestant, letters_read
from benchmarks.distortions import DISTORTIONS, Distortion, on_paper, turned
from benchmarks.inked import Inked, Written
from benchmarks.other_readers import MissingError, best_guesses
from benchmarks.reading_contest import contest, share
from benchmarks.robustness import robustness
from benchmarks.word_correctors import correctors_contest
from seqdemo.checkpoints import Loaded, ModelStore
from seqdemo.files import read_json, write_json
from seqdemo.letters import ALPHABET
from seqdemo.page.core.resources import BENCHMARK, Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.scoreboard import handler as scoring
from seqdemo.page.scoreboard.score import Benchmark, Score
from seqdemo.page.scoreboard.scoreboard import scoreboard
from tests import shipped
from tests.tiers import exhaustive, sampled

ENGLISH = TEXTS["en"]
NAMES = ("cnn-gru-easy", "seq2seq", "row-cnn-47", "reader")
"""One variant of each family."""


@pytest.fixture(scope="module")
def resources() -> Resources:
    return shipped.resources()


@pytest.fixture(scope="module")
def models(resources: Resources) -> dict[str, Loaded]:
    return {name: resources.models[name] for name in (*NAMES, "row-cnn-2")}


@pytest.fixture(scope="module")
def letters(resources: Resources) -> Inked:
    """The alphabet twice, in the pen model's hand."""
    written = resources.pen.write(ALPHABET * 2, 0)
    return Inked(tuple(letter.strokes for letter in written), tuple(str(letter.label) for letter in written))


@pytest.mark.parametrize("kind", DISTORTIONS, ids=lambda kind: kind.name)
def test_a_distortion_leaves_letters_alone_at_its_usual_strength_only(kind: Distortion, letters: Inked) -> None:
    plain = letters.images()
    assert list(kind.strengths) == sorted(set(kind.strengths))
    for strength in kind.strengths:
        drawn = kind.draw(kind.write(letters, strength), strength)
        assert (drawn.shape, drawn.dtype) == (plain.shape, np.uint8)
        assert np.array_equal(drawn, plain) == (strength == kind.usual)
        assert np.array_equal(drawn, kind.draw(kind.write(letters, strength), strength))


def test_letters_are_turned_clockwise_and_white_paper_has_black_ink(letters: Inked) -> None:
    plain = letters.images().astype(int)
    quarter = turned(letters, 90).images().astype(int)
    assert np.abs(quarter - np.rot90(plain, -1, axes=(1, 2))).mean() < 3
    assert np.array_equal(on_paper(letters, 1), 255 - plain)


def test_a_subset_is_the_same_for_the_same_seed(letters: Inked) -> None:
    some = letters.some(10, 3)
    assert (len(some), some.meant) == (10, letters.some(10, 3).meant)
    assert some.meant != letters.some(10, 4).meant
    assert len(letters.some(1000, 0)) == len(letters)


@pytest.mark.parametrize("name", ["reader", "row-cnn-47"])
def test_our_readers_answer_with_capitals(name: str, models: dict[str, Loaded], letters: Inked) -> None:
    read = letters_read(models[name], letters.images(), letters.ways())
    assert share(read, letters) > 0.8
    assert all(letter == letter.upper() for letter in read)


def test_a_digit_and_silence_are_wrong(letters: Inked) -> None:
    three = letters.at([0, 1, 2])
    assert share(["A", "8", ""], three) == pytest.approx(1 / 3, abs=1e-4)


def test_ocrad_s_first_guess_at_each_file_counts() -> None:
    files = (
        "1.pgm\ntotal text blocks 1\nline 1 chars 1 height 9\n 3  1  6  9; 2, 'h'1, 'n'0",
        "2.pgm\ntotal text blocks 0",
        "3.pgm\nlines 1\n 3 1 6 9; 1, 'o'0\n 8 1 6 9; 1, 'x'0",
    )
    assert best_guesses("".join(["# Ocr Results File", *(f"\nsource file {file}" for file in files)])) == ["H", "", "O"]


def test_the_contest_asks_all_on_the_same_letters_and_says_what_is_missing(
    models: dict[str, Loaded], letters: Inked
) -> None:
    def stubborn(train: Inked) -> Contestant:
        return Contestant("stubborn", "Says A", "1", f"{len(train)}", lambda images, _: ["A"] * len(images))

    def absent(_: Inked) -> Contestant:
        raise MissingError("apt-get install it")

    written = Written(letters.some(5, 0), letters.some(30, 0), letters)
    found = contest(models.values(), written, (stubborn, absent))
    assert found["letters"] == {"train": 5, "alone": 30, "every": 52}
    assert found["left_out"] == {"absent": "apt-get install it"}
    rows = {row["name"]: row for row in found["rows"]}
    assert set(rows) == {"row-cnn-47", "reader", "stubborn"}
    assert rows["stubborn"]["right"]["every"] == pytest.approx(2 / 52, abs=1e-4)
    assert rows["reader"]["right"]["alone"] > 0.9
    assert rows["reader"]["ms"] > 0


def test_answers_are_timed_beside_the_reader_s(models: dict[str, Loaded], resources: Resources) -> None:
    found = answer_times(models, resources.pen, 1)
    assert {name: row["letters"] for name, row in found["variants"].items()} == {
        "cnn-gru-easy": 5,
        "seq2seq": 10,
        "row-cnn-47": 1,
        "row-cnn-2": 1,
        "reader": 1,
    }
    assert all(row["ms"] > 0 and row["ratio"] > 0 for row in found["variants"].values())


@exhaustive
def test_correctors_are_asked_the_same_words_in_their_list_and_off_it(resources: Resources, letters: Inked) -> None:
    found = correctors_contest([resources.models["swap-dictionary"]], letters, 6)
    rows = {row["name"]: row for row in found["rows"]}
    assert found["samples"] == 6
    assert set(rows) | set(found["left_out"]) == {"swap-dictionary", "symspell"}
    ours = rows["swap-dictionary"]
    assert set(ours["listed"]) == set(ours["unlisted"]) == {"accuracy", "challenge", "longer"}
    assert min(ours["listed"].values()) > 0.8
    assert ours["ms"] > 0


def test_words_in_the_list_and_off_it_are_drawn_apart(resources: Resources) -> None:
    drawn = _drawn(resources, board(_weights(resources)))
    begun = drawn.index('id="board-correctors"')
    table = drawn[begun : drawn.index("</section>", begun)]
    assert ENGLISH["board.correctors.listed"] in table
    assert ENGLISH["board.correctors.unlisted"] in table
    (row,) = re.findall(r'<tr><th scope="row"[^>]*>SymSpell</th>(.*?)</tr>', table)
    assert re.findall(r"(\d+\.\d)%", row) == ["80.0"] * 3 + ["0.0"] * 3


def test_every_variant_that_names_letters_is_given_harder_ones(models: dict[str, Loaded], letters: Inked) -> None:
    kinds = (Distortion("paper", (0, 0.5), 0, on_paper),)
    found = robustness(models.values(), letters, 4, kinds)
    paper = found["distortions"]["paper"]
    assert (found["letters"], found["samples"], paper["strengths"]) == (52, 4, [0, 0.5])
    figures = {name: set(row) for name, row in paper["variants"].items()}
    assert figures == {
        "cnn-gru-easy": {"answers", "vision", "rule_on_vision"},
        "seq2seq": {"answers", "vision"},
        "row-cnn-47": {"answers"},
        "reader": {"answers"},
    }
    usual, grey = paper["variants"]["reader"]["answers"]
    assert usual > 0.9
    assert grey < 0.1


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder with the reader and the pen."""
    for name in ("reader", "pen"):
        shutil.copytree(CHECKPOINTS / name, tmp_path / "few" / name)
    return tmp_path / "few"


def test_a_part_is_measured_anew_and_the_others_stay(
    few: Path, letters: Inked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "written", lambda _: Written(letters, letters, letters))
    out = few / "board.json"
    write_json(out, {"format": 1, "readers": {"kept": True}})
    command.run(command.Order(few, few, out, ("times",), rounds=1))
    found = read_json(out)
    assert found["readers"] == {"kept": True}
    told = found["times"]["measured"]
    assert set(told) == {"date", "machine", "command", "seed", "seconds", "versions", "weights"}
    assert told["weights"] == {"reader": ModelStore.open(few).models["reader"].sha256}
    drawn = scoring.benchmark(found, ModelStore.open(few).models)
    assert drawn.costs["reader"].ms > 0
    assert drawn.costs_measured is not None


@exhaustive
def test_some_variants_are_given_harder_letters_anew_and_the_others_stay(
    few: Path, letters: Inked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "written", lambda _: Written(letters, letters, letters))
    out = few / "board.json"
    known = {name: {"strengths": [0], "variants": {"other": {"answers": [0.5]}}} for name in ("blur", "noise")}
    write_json(out, {"format": 1, "robustness": {"measured": {"weights": {"other": "abc"}}, "distortions": known}})
    command.run(command.Order(few, few, out, ("robustness",), letters=52, variants=("reader",)))
    found = read_json(out)["robustness"]
    assert set(found["measured"]["weights"]) == {"other", "reader"}
    for kind in ("blur", "noise"):
        rows = found["distortions"][kind]["variants"]
        assert rows["other"] == {"answers": [0.5]}
        assert len(rows["reader"]["answers"]) == len(found["distortions"][kind]["strengths"]) > 1


def test_the_command_says_what_it_lacks(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--data-dir", str(few), "--checkpoints", str(few)]) == 2
    assert "No UNIPEN data" in capsys.readouterr().err
    assert not (few / BENCHMARK).exists()


def _weights(resources: Resources) -> dict[str, str]:
    return {name: resources.models[name].sha256 for name in NAMES}


def _drawn(resources: Resources, file: Any, code: str = "en") -> str:
    measured = scoring.benchmark(file, resources.models)
    return scoreboard(scoring.scores(resources, measured, code), measured, TEXTS[code])


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("ran", [True, False], ids=["measured", "not measured"])
def test_the_shipped_models_are_all_there_with_and_without_a_benchmark(
    resources: Resources, code: str, ran: bool
) -> None:
    drawn = _drawn(resources, board(_weights(resources)) if ran else {}, code)
    parts = Parts(drawn)
    assert parts.open == []
    assert len(parts.ids) == len(set(parts.ids))
    assert "{" not in told_by(drawn)
    for loaded in resources.models.values():
        assert f'data-variant="{loaded.name}"' in drawn
    assert [name for name in parts.ids if name.startswith("board-")] == (
        [f"board-{name}" for name in ("scores", "stages", "hardships", "correctors", "rivals")]
        if ran
        else ["board-scores", "board-stages"]
    )
    assert (f">{TEXTS[code]['board.cost']}</button>" in drawn) == ran
    assert (TEXTS[code]["board.source.none"] in drawn) != ran
    assert drawn.count("Abacus") == (4 if ran else 0)


def test_a_model_that_serves_two_tasks_stands_in_both(resources: Resources) -> None:
    found = [score for score in scoring.scores(resources, Benchmark(), "en") if score.history.name == "seq2seq"]
    metrics = resources.models["seq2seq"].metrics
    assert [(score.task, score.right) for score in found] == [
        ("swap-normal", metrics["accuracy"]),
        ("swap-challenge", metrics["challenge"]),
    ]
    assert [list(score.by_length) for score in found] == [[4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14]]
    assert [score.stages.vision for score in found] == [metrics["vision"], None]


def test_the_exact_reasoner_marks_the_limit_of_its_task() -> None:
    limit = Score(history("exact", exact=True), "next-normal", "next", "Normal", 0.975, {2: 0.9, 3: 1.0})
    other = Score(history("a"), "next-normal", "next", "Normal", 0.9, {2: 0.8, 3: 0.95})
    elsewhere = Score(history("b"), "next-easy", "next", "Easy", 0.9)
    drawn = scoreboard([elsewhere, other, limit], Benchmark(), ENGLISH)
    assert drawn.count('<i style="--at:0.9750">') == 2
    assert drawn.count('class="mark"') == 2
    assert 'd="M0 3.0h10M10 0.0h10" class="mark"' in drawn
    assert ENGLISH["learned.limit"] in drawn
    assert "Right answers by number of letters: 2: 80.0%, 3: 95.0%" in drawn


def test_figures_of_other_weights_are_left_out_and_their_models_named(resources: Resources) -> None:
    file = board({**_weights(resources), "seq2seq": "another"})
    found = scoring.benchmark(file, resources.models)
    assert found.stale == ("seq2seq",)
    assert set(found.costs) == set(NAMES) - {"seq2seq"}
    assert {baseline.name for baseline in found.baselines} == {"ocrad", *NAMES} - {"seq2seq"}
    assert [kind.name for kind in found.distortions] == list(STRENGTHS)
    assert all(set(kind.answers) == set(NAMES) - {"seq2seq"} for kind in found.distortions)
    stale = ENGLISH["board.source.stale"].format(titles="seq2seq")
    assert stale in _drawn(resources, file)
    assert scoring.benchmark(board(_weights(resources)), resources.models).stale == ()


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a file, lists by their first entry."""
    if path:
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, child in children:
        yield from _places(child, (*path, key))


@pytest.mark.parametrize(
    "bad", sampled([None, "<script>", [], {"x": 1}, -3, 1.7e308, 10**400, float("nan")], "<script>", 10**400), ids=repr
)
def test_whatever_stands_in_the_file_the_page_is_drawn(resources: Resources, bad: Any) -> None:
    whole = board({"reader": resources.models["reader"].sha256})
    reader = SimpleNamespace(
        models={"reader": resources.models["reader"]},
        of_task=lambda task: [loaded for loaded in resources.of_task(task) if loaded.name == "reader"],
    )
    for path in _places(whole):
        file = copy.deepcopy(whole)
        within = file
        for key in path[:-1]:
            within = within[key]
        within[path[-1]] = bad
        drawn = _drawn(reader, file)  # type: ignore[arg-type]
        assert Parts(drawn).open == [], path
        assert "<script>" not in drawn


def test_a_file_that_cannot_be_used_is_told_and_none_is_no_fault(few: Path) -> None:
    assert BENCHMARK not in Resources.open(few).refused
    for content in ("{", "[]", '{"format": 2}', "[" * 100_000, " " * 3_000_000):
        (few / BENCHMARK).write_text(content)
        opened = Resources.open(few)
        assert "run it again" in opened.refused[BENCHMARK]
        assert (opened.benchmark, list(opened.models)) == ({}, ["reader"])
    (few / BENCHMARK).write_text(json.dumps(board({})))
    opened = Resources.open(few)
    assert BENCHMARK not in opened.refused
    assert ENGLISH["board.scores"] in scoring.shown(opened, {"lang": "en"})["html"]
