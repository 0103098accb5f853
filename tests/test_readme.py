"""README and documents say what the checkpoints carry, and their links lead somewhere."""

import json
import re
from pathlib import Path

import pytest

import seqdemo
from docs import results
from seqdemo.models.catalog import BY_NAME
from seqdemo.page.lessons.claims import crosses

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.ko.md"]
DOCUMENTS = [*READMES, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
REPORTS = {
    "cnn-gru-easy": "cnn-gru-report-easy",
    "cnn-gru-normal": "cnn-gru-report-normal",
    "swap-best": "seq2seq-report",
    "row-best-2": "row-lstm-2",
    "row-best-47": "row-lstm-47",
}
"""The best variant of each task, and the report's recipe for it."""


def figures(name: str) -> dict:
    return json.loads((ROOT / "checkpoints" / name / "metrics.json").read_text())


def accuracy(name: str) -> float:
    return figures(name)["accuracy"]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_table_of_a_readme_shows_the_best_and_the_report(readme):
    for best, report in REPORTS.items():
        row = re.search(rf"^\|[^|]*\| `{best}` \|(.*)\|$", readme.read_text(), re.M)
        cells = [cell.strip() for cell in row[1].split("|")]
        assert cells[:2] == [f"{accuracy(best):.2%}", f"{accuracy(report):.2%}"], best
    assert f"{figures('seq2seq-report')['training']['steps']:,}" in readme.read_text()


@pytest.mark.parametrize("best", REPORTS)
def test_what_it_calls_the_best_is_the_best(best):
    task = BY_NAME[best].task
    learned = [
        name for name, variant in BY_NAME.items() if variant.task == task and variant.recipe.objective != "exact"
    ]
    assert max(learned, key=accuracy) == best


def test_the_results_are_those_of_the_checkpoints():
    assert results.RESULTS.read_text() == results.rendered(), "python -m docs.results"


def test_what_the_results_conclude_holds():
    reached = {name: accuracy(name) for name in BY_NAME}
    assert reached["seq2seq"] < reached["seq2seq-peeky"] < reached["seq2seq-bahdanau"] < reached["seq2seq-aligned"]
    assert reached["seq2seq-peeky"] < reached["seq2seq-luong"] < reached["seq2seq-aligned"]
    assert reached["row-rnn-47"] < min(reached["row-lstm-47"], reached["row-gru-47"])
    longer = {name: figures(name)["longer"] for name in BY_NAME if BY_NAME[name].task == "swap-normal"}
    assert max(longer["seq2seq-bahdanau"], longer["seq2seq-luong"]) < min(
        longer["seq2seq-aligned"], longer["transformer"]
    )
    written = [name for name in longer if BY_NAME[name].recipe.objective == "writing"]
    assert max(reached[name] for name in written) < reached["swap-best"]
    study = results.OneChange()
    assert study.high - study.low < study.spread / 100
    assert max(study.of("soft"), study.of("lstm")) < study.low - study.spread / 100
    assert abs(reached["seq2seq-forward"] - reached["seq2seq-reversed"]) < 0.05
    assert figures("seq2seq-forward")["challenge"] + 0.1 < figures("seq2seq-reversed")["challenge"]


def outcomes(study: str, figure: str) -> dict[str, float]:
    """The mean of a figure by change of a study."""
    file = json.loads((ROOT / "checkpoints/studies" / f"{study}.json").read_text())
    return {name: result[figure]["mean"] for name, result in file["results"].items()}


def test_what_the_results_say_of_models_that_did_not_train_holds():
    attention, transformer = (outcomes(f"did-not-train{which}", "accuracy") for which in ("", "-transformer"))
    assert attention["base"] == attention["warm-up"] == attention["clipping"] == 0
    assert attention["lower-rate"] > 0
    own = {name: share for name, share in transformer.items() if name != "pretrained"}
    assert max(own, key=own.get) == "warm-up"
    rates = outcomes("rates", "accuracy")
    assert max(rates, key=rates.get) == "rate-1e-3"


def test_attention_crosses_in_the_word_that_documents_and_pictures_show():
    assert 'sample("swap-normal", seed=4, word="network"), "seq2seq-bahdanau"' in READMES[0].read_text()
    trace = seqdemo.explain(seqdemo.sample("swap-normal", seed=4, word="network"), "seq2seq-bahdanau")
    assert crosses(trace)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document):
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text())
    assert [path for path in linked if not (document.parent / path).exists()] == []


def test_a_readme_fits_a_page():
    for readme in READMES:
        text = readme.read_text()
        assert len(text.splitlines()) <= 130
        assert len(text.split()) <= 900


def test_the_architecture_names_every_folder():
    told = (ROOT / "docs" / "architecture.md").read_text()
    folders = [path for path in (ROOT / "seqdemo").iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert [path.name for path in folders if f"{path.name}/" not in told] == []


def test_the_space_uses_the_pinned_gradio():
    pinned = re.search(r"^gradio==(\S+)", (ROOT / "requirements.txt").read_text(), re.M)[1]
    assert f"sdk_version: {pinned}" in READMES[0].read_text()
