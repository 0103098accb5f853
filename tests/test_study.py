"""Studies: one thing is changed at a time, runs are made once, and the page says no more than was measured."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
from collections.abc import Mapping
from dataclasses import asdict, replace
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from conftest import CHECKPOINTS
from histories import history
from parts import Parts
from torch.nn import functional as F

import train
from seqdemo.commands.train import _best
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.catalog import BY_NAME
from seqdemo.models.log_probs import certain
from seqdemo.models.studies import BASE, STUDIES, Study
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.markup import join
from seqdemo.page.learned import handler as learning
from seqdemo.page.learned.learned import learned
from seqdemo.page.learned.studies import handler as studied
from seqdemo.page.learned.studies.studies import section
from seqdemo.sequences.batches import next_letter_batch
from seqdemo.sequences.samples import TASKS
from seqdemo.training import data, metrics, spelling, study
from seqdemo.training.objectives import OBJECTIVES
from tests.tiers import exhaustive

ENGLISH = TEXTS["en"]
EVERY = STUDIES.values()
HUGE = pytest.param(10**400, id="huge")


@pytest.mark.parametrize("each", EVERY, ids=STUDIES)
def test_every_change_differs_from_its_base_in_one_thing(each: Study) -> None:
    names = [change.name for change in each.changes]
    assert len(set(names)) == len(names)
    for change in each.changes:
        apart = _fields(change.variant).items() ^ _fields(each.base).items()
        names = {name for name, _ in apart}
        # A reader that was trained before is one thing, although its sizes come with it.
        assert len(names) == (change.name != BASE) or {"recipe.start", "config.cnn"} < names <= READER, change.name
        assert replace(change.variant, config=each.base.config, recipe=each.base.recipe) == each.base


READER = {"recipe.start", "config.cnn", "config.width", "config.features"}


def _fields(variant: Any) -> dict[str, str]:
    return {
        f"{part}.{name}": repr(value)
        for part in ("config", "recipe")
        for name, value in asdict(getattr(variant, part)).items()
    }


@pytest.mark.parametrize("each", EVERY, ids=STUDIES)
def test_the_base_is_a_shipped_recipe_but_for_its_budget_and_stands_in_every_group(each: Study) -> None:
    """That a model did not train is shown by what the report tried: another model at another rate, without clipping.

    A smaller batch may have a lower rate.
    """
    apart = {name for name, _ in _fields(each.base).items() ^ _fields(BY_NAME[each.base.name]).items()}
    if not each.name.startswith("did-not-train"):
        smaller = {"recipe.learning_rate"} if "recipe.batch" in apart else set()
        assert apart <= {"recipe.steps", "recipe.batch", *smaller}
    else:
        assert {name for name in apart if name.startswith("recipe.")} == {
            "recipe.steps",
            "recipe.learning_rate",
            "recipe.clip",
        }
    for group in each.groups:
        assert [change.name for change in group.changes].count(BASE) == 1
        assert all(all(listed.titles) for listed in (each, group, *group.changes))


_FEW = {"gru1": 5, "gru2": 5, "embedding": 5, "hidden": 6, "size": 8, "inner": 5}


def _tiny(each: Study) -> Study:
    """One group with one change, two seeds, few weights and few steps."""

    def tiny(variant: Any) -> Any:
        few = {name: size for name, size in _FEW.items() if hasattr(variant.config, name)}
        if variant.recipe.start is None:  # else the reader's own sizes
            few |= {"width": 4, "features": 7}
        config = replace(variant.config, **few)
        return replace(variant, config=config, recipe=replace(variant.recipe, steps=4, batch=9))

    groups = tuple(
        replace(group, changes=tuple(replace(change, variant=tiny(change.variant)) for change in group.changes[:2]))
        for group in each.groups[1:2]
    )
    return replace(each, base=tiny(each.base), groups=groups, seeds=(0, 1))


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, each in STUDIES.items():
        monkeypatch.setitem(STUDIES, name, _tiny(each))
    monkeypatch.setattr(data, "WRITTEN", {"train": 3, "val": 1, "test": 1})
    monkeypatch.setattr(study, "SEQUENCES", 40)
    monkeypatch.setattr(study, "CHECKS", 2)
    monkeypatch.setattr(spelling, "CHECKED", 20)
    monkeypatch.setattr(metrics, "CHECKED", 40)
    for variable in ("RANK", "WORLD_SIZE", "LOCAL_RANK"):
        monkeypatch.delenv(variable, raising=False)


def _place(folder: Path) -> Path:
    shutil.copytree(CHECKPOINTS / "pen", folder / "checkpoints" / "pen")
    return folder


def _run(place: Path, *arguments: str) -> int:
    folders = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs")]
    return train.main(["study", *arguments, "--data", "pen", "--device", "cpu", *folders])


def _file(place: Path, name: str = "one-change") -> dict[str, Any]:
    """What was collected, but for how long it took."""
    held = json.loads((place / "checkpoints" / "studies" / f"{name}.json").read_text())
    return {key: value for key, value in held.items() if key != "seconds"}


def _counted(monkeypatch: pytest.MonkeyPatch, stop_at: int | None = None) -> list[int]:
    """Notes every step that is made; Ctrl-C is pressed during one of them."""
    original, made = OBJECTIVES["report"], []

    def noted(variant: Any, model: Any, bank: Any, seed: int, at: int) -> Any:
        if len(made) == stop_at:
            os.kill(os.getpid(), signal.SIGINT)
        made.append(at)
        return original(variant, model, bank, seed, at)

    monkeypatch.setitem(OBJECTIVES, "report", noted)
    return made


@exhaustive
def test_a_study_is_interrupted_resumed_and_shared_and_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, parted, shared = (_place(tmp_path / name) for name in ("whole", "parted", "shared"))
    assert _run(whole, "one-change") == 0
    assert str(whole / "checkpoints" / "studies" / "one-change.json") in capsys.readouterr().out

    with monkeypatch.context() as patch:
        made = _counted(patch, stop_at=6)
        assert _run(parted, "one-change") == 130
        assert "python train.py study one-change" in capsys.readouterr().out
        assert not (parted / "checkpoints" / "studies").exists()
        assert _run(parted, "one-change", "--resume") == 0
        assert made == [*range(4)] * 4
        assert _run(parted, "one-change", "--resume") == 0
        assert len(made) == 16  # nothing is made twice
        assert _run(parted, "one-change") == 0
        assert len(made) == 32
    assert _file(parted) == _file(whole)
    assert not list(parted.rglob("*.safetensors.*"))
    assert not list((parted / "runs").rglob("*.safetensors"))

    monkeypatch.setenv("WORLD_SIZE", "2")
    for rank in ("0", "1"):
        assert not (shared / "checkpoints" / "studies").exists()
        monkeypatch.setenv("RANK", rank)
        assert _run(shared, "one-change") == 0
    assert "the runs of this process are finished" in capsys.readouterr().out
    assert _file(shared) == _file(whole)


@exhaustive
def test_what_is_collected_is_whole_and_every_figure_has_its_spread(tmp_path: Path) -> None:
    place = _place(tmp_path)
    assert _run(place, "one-change", "sizes") == 0
    for name, lengths in {"one-change": "23456", "sizes": "45678"}.items():
        held = _file(place, name)
        assert (held["name"], held["data"], held["seeds"], held["steps"]) == (name, "pen", [0, 1], 4)
        assert held["command"] == f"python train.py study {name} --data pen"
        for key in ("title", "title_ko", "task", "base", "batch", "sequences", "credit", "date", "device"):
            assert held[key]
        assert set(held["results"]) == {change["name"] for group in held["groups"] for change in group["changes"]}
        for result in held["results"].values():
            for figure in (result["accuracy"], result["vision"], *_deep(result["by_length"])):
                assert figure["least"] <= figure["mean"] + 1e-6 <= figure["most"] + 2e-6
                assert len(figure["by_seed"]) == 2
            assert set(result["by_length"]) <= set(lengths)
            assert result["loss"]["step"] == [1, 2, 3, 4]
            assert all(len(column) == 4 for column in result["loss"].values())
        for code in TEXTS:
            shown = studied.studies([{**held, "seconds": 1.5}], TASKS[held["task"]].family, code)
            assert [each.name for each in shown] == [name]
    assert "reasoning_on_truth" in _file(place)["results"]["base"]


@exhaustive
def test_a_study_may_start_from_a_reader_that_was_trained_before(tmp_path: Path) -> None:
    place = _place(tmp_path)
    assert _run(place, "word-choices") == 2
    shutil.copytree(CHECKPOINTS / "reader", place / "checkpoints" / "reader")
    assert _run(place, "word-choices") == 0
    assert set(_file(place, "word-choices")["results"]) == {"base", "padding-read"}


def _deep(table: Mapping[str, Any]) -> list[Any]:
    return [figure for row in table.values() for figure in row.values()]


def test_losses_are_thinned_to_means_over_equal_stretches() -> None:
    thin = study.thinned([float(n) for n in range(1250)])
    assert thin["step"] == [*range(25, 1251, 25)]
    assert thin["mean"][0] == 12.0
    assert study.thinned([1.0, 3.0]) == {"step": [1, 2], "mean": [1.0, 3.0]}
    uneven = study.thinned([2.0] * 1061)
    assert len(uneven["step"]) == study.POINTS
    assert uneven["step"][-1] == 1061


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nonsense"], "expected one of the studies: one-change, rates, sizes"),
        (["one-change", "nonsense"], "expected one of the studies: one-change, rates, sizes"),
        ([], "expected study NAME, one of: one-change, rates, sizes"),
    ],
)
def test_an_unknown_study_gets_a_sentence_with_the_choices(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, *arguments) == 2
    assert sentence in capsys.readouterr().err


def test_the_help_lists_the_studies(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        train.main(["--help"])
    told = capsys.readouterr().out
    assert all(re.search(rf"^  {name} ", told, re.M) for name in STUDIES)


def test_each_of_several_processes_takes_a_gpu_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    taken = []
    for rank in ("0", "1", "2"):
        monkeypatch.setenv("LOCAL_RANK", rank)
        taken.append(_best())
    assert taken == ["cuda:0", "cuda:1", "cuda:0"]
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 0)
    assert _best() == "cpu"


def _report_loss(**changed: Any) -> tuple[Any, Any, Any]:
    """The loss of one step of the report's recipe, with what came into it: its model and its batch."""
    variant = _tiny(STUDIES["one-change"]).base
    variant = replace(variant, recipe=replace(variant.recipe, **changed))
    torch.manual_seed(0)
    model = variant.build().eval()
    images = np.random.default_rng(0).integers(0, 255, (26, 28, 28), np.uint8)
    bank = GlyphBank.of(images, np.arange(26), torch.device("cpu"))
    loss = OBJECTIVES["report"](variant, model, bank, 1, 0).value
    task: Any = TASKS[variant.task]
    return loss, model, next_letter_batch(task, bank, "train", 1, np.arange(9))


def test_the_report_s_own_loss_is_as_it_was() -> None:
    loss, model, batch = _report_loss()
    _, vision = model.see(batch.images, batch.lengths)
    reasoning = model.reason(certain(batch.letters), batch.lengths)
    hard, smooth = F.one_hot(batch.letters, 26), F.one_hot(batch.following, 26) * 0.8 + 0.2 / 26
    errors = ((vision.exp() - hard) ** 2 + (reasoning.exp() - smooth) ** 2) / 2
    assert loss.item() == pytest.approx(errors.mean(dim=-1)[batch.real].mean().item(), rel=1e-6)


def test_the_recipe_says_how_far_off_labels_are_how_smooth_and_what_gru2_is_told() -> None:
    loss, model, batch = _report_loss(loss="cross-entropy", smoothing=0.4, teacher_forcing=False)
    _, vision = model.see(batch.images, batch.lengths)
    reasoning = model.reason(vision, batch.lengths)
    first = F.cross_entropy(vision[batch.real], batch.letters[batch.real])
    second = F.cross_entropy(reasoning[batch.real], batch.following[batch.real], label_smoothing=0.4)
    assert loss.item() == pytest.approx((first + second).item() / 2, rel=1e-5)


def _spread(mean: float, by: float = 0.01) -> dict[str, Any]:
    return {"mean": mean, "least": mean - by, "most": mean + by}


def _result(mean: float) -> dict[str, Any]:
    figures = {"accuracy": _spread(mean), "vision": _spread(mean - 0.05), "reasoning_on_truth": _spread(0.98)}
    loss = {"step": [10, 20], "mean": [3.0, 4 - 3 * mean], "least": [2.9, 1.0], "most": [3.1, 4.0]}
    return {**figures, "by_length": {"2": figures, "3": {"accuracy": _spread(0.77)}}, "loss": loss}


def _made(kind: str = "answers", **changed: Any) -> dict[str, Any]:
    """A small study as its file would hold it."""
    changes = [("base", "Squared", "제곱"), ("better", "Cross entropy", "교차 엔트로피"), ("alike", "Other", "다른 것")]
    listed = [{"name": name, "title": title, "title_ko": korean} for name, title, korean in changes]
    held = {
        "name": "one-change", "title": "What it is worth", "title_ko": "값어치", "task": "swap-normal",
        "judged_by": kind, "seeds": [0, 1, 2], "steps": 20, "batch": 4, "sequences": 2000, "data": "unipen",
        "device": "cpu, 1 thread", "date": "2026-11-22", "seconds": 7200, "command": "", "credit": "",
        "groups": [{"name": "loss", "title": "Loss", "title_ko": "손실", "changes": listed}],
        "results": {"base": _result(0.8), "better": _result(0.9), "alike": _result(0.81)},
    }  # fmt: skip
    return {**held, **changed}


def _drawn(*files: Any, code: str = "en") -> str:
    html = join(*(section(each, TEXTS[code]) for each in studied.studies(files, "swap", code)))
    assert Parts(html).open == []
    assert "{" not in re.sub(r"<[^>]*>", " ", html)
    return html


def _told(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_a_change_is_drawn_with_its_worth_and_its_spread() -> None:
    html = _drawn(_made())
    rows = re.findall(r'<li class="(\w+)">(.*?)</li>', html.partition('<figure class="worth"')[2])
    first = [(kind, _told(row)) for kind, row in rows[:3]]
    assert first == [
        ("base", "The report's recipe 80.0% 79.0–81.0%"),
        ("apart", "Loss (instead of: Squared) Cross entropy 90.0% 89.0–91.0% +10.0 pp"),
        ("within", "Loss (instead of: Squared) Other 81.0% 80.0–82.0% +1.0 pp"),
    ]
    assert html.count('class="worth"') == 3
    assert "the range of its own 3 seeds" in _told(html)
    assert "2,000 samples" in _told(html)
    assert "Loss: Other 81.0% 80.0% 82.0% 81.0% 77.0%" in _told(html)


def test_losses_are_drawn_as_lines_with_a_band_and_a_legend() -> None:
    html = _drawn(_made("loss"))
    figure = re.search(r'<figure[^>]*id="chart-study-one-change-loss">.*?</figure>', html)
    assert figure is not None
    assert figure[0].count('class="spread"') == 3
    assert "Squared (report) loss 1.6 at the end · 80.0% of the answers right" in _told(figure[0])
    assert "step 20: 1.3 (1–4)" in figure[0]


def test_it_is_told_in_korean_and_without_a_spread_where_there_is_one_seed() -> None:
    assert "교차 엔트로피" in _drawn(_made(), code="ko")
    html = _drawn(_made(seeds=[0]))
    assert ENGLISH["study.one_seed"] in _told(html)
    assert 'class="apart"' not in html


def test_a_study_belongs_to_the_family_of_its_task_and_without_one_nothing_is_shown() -> None:
    found = studied.studies([_made()], "swap", "en")
    assert 'id="study-one-change"' in learned([history("a")], 8, ENGLISH, found)
    assert studied.studies([_made()], "next", "en") == ()
    assert "study" not in learned([history("a")], 8, ENGLISH)


@pytest.mark.parametrize("bad", [None, "x", [], {}, {"mean": "x"}, float("nan"), -1, HUGE, [[]], [{"x": 1}]])
def test_what_is_not_as_expected_is_left_out(bad: Any) -> None:
    for key in _made():
        _drawn(_made(**{key: bad}), _made("loss", **{key: bad}))
    for key in _result(0.5):
        for kind in ("answers", "loss"):
            held = _made(kind)
            held["results"]["better"][key] = bad
            _drawn(held)
            held["results"]["base"][key] = bad
            _drawn(held)
    _drawn(bad)


def test_text_from_a_study_is_text_in_the_page() -> None:
    listed = [{"name": name, "title": "<b>", "title_ko": ""} for name in ("base", "better")]
    groups = [{"name": "<i>", "title": "<script>", "title_ko": "", "changes": listed}]
    for kind in ("answers", "loss"):
        html = _drawn(_made(kind, groups=groups, title="<script>", device="<script>", data="<script>", date="<i>"))
        assert "<script>" not in html
        assert "&lt;script&gt;" in html


def test_the_page_reads_the_files_and_says_which_one_is_damaged(tmp_path: Path) -> None:
    folder = tmp_path / "studies"
    folder.mkdir()
    (folder / "one-change.json").write_text(json.dumps(_made()))
    (folder / "sizes.json").write_text("{")
    resources = Resources.open(tmp_path)
    assert len(resources.studies) == 1
    assert resources.refused["studies/sizes.json"] == "sizes.json holds no JSON"
    assert learning.studies(resources.studies, "swap", "en")
    assert Resources.open(tmp_path / "studies").studies == ()
