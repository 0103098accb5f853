"""The model card, written from a checkpoint's metrics so that its numbers cannot drift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from seqdemo.models.catalog import Variant
from seqdemo.models.noisy_channel import NoisyChannelConfig
from seqdemo.sequences.words import all_words

_COLUMNS = {
    "accuracy": "answer right",
    "beam": "answer right, beam search",
    "glance": "letters read, CNN alone",
    "vision": "letters read, in context",
    "reasoning_on_truth": "answer from true letters",
    "unlisted": "answer right, word taken off the list",
    "rule_on_vision": "exact rule on letters read",
}

_TESTED = {
    "unipen": "letters of UNIPEN's test writers",
    "emnist": "EMNIST's test letters",
    "ink": "letters of one's own, of writers kept for the test",
    "pen": "letters of the pen model",
}


def of(variant: Variant, metrics: Mapping[str, Any]) -> str:
    """The card of one variant as Markdown, with the front matter that the Hub reads."""
    parts = [_front(variant), f"# {variant.name}: {variant.title}", variant.summary, _figures(metrics)]
    if "unlisted" in metrics:
        parts.append(_LIST.format(count=len(all_words())))
    if "calibration" in metrics:
        parts.append(_by_confidence(metrics["calibration"]["bins"]))
    if "by_length" in metrics:
        parts.append(_by_length(metrics))
    return "\n\n".join([*parts, _training(metrics), *_words(variant)]) + "\n"


def _front(variant: Variant) -> str:
    return f"---\nlicense: mit\nlibrary_name: seqdemo\ntags: [handwriting, {variant.task}]\n---"


def _figures(metrics: Mapping[str, Any]) -> str:
    rows = _of_words(metrics) if "beam" in metrics else _of_letters(metrics)
    lines = [f"| {name} | {value:.2%} |" for name, value in rows.items()]
    size = f"{metrics['parameters']:,} parameters."
    return "\n".join(
        [
            f"Measured on {_TESTED[metrics['test_data']]}, none of which training saw. {size}",
            "",
            "| figure | value |",
            "|---|---|",
            *lines,
        ]
    )


def _of_letters(metrics: Mapping[str, Any]) -> dict[str, float]:
    what = "characters" if "confusion" in metrics else "letters"
    rows = {
        "accuracy": metrics["accuracy"],
        f"single {what} read, written on their own": metrics["reading"]["own_standing"],
        f"single {what} read, all": metrics["reading"]["all"],
    }
    if "image_alone" in metrics:
        rows["by the image alone, written on their own"] = metrics["image_alone"]
    if "calibration" in metrics:
        rows["expected calibration error"] = metrics["calibration"]["ece"]
    return rows


_LIST = (
    "Its list: the {count:,} words of `seqdemo/sequences/words.txt.xz`, test words among them, as a spelling corrector "
    "knows the words that people write. The figures of words taken off the list are those without the test words."
)
_LENGTHS = {"accuracy": "4 to 8 letters", "challenge": "9 and 10", "longer": "11 to 14"}


def _of_words(metrics: Mapping[str, Any]) -> dict[str, float]:
    """Greedy and beam for words as long as in training, longer, and longer still."""
    beam = metrics["beam"]
    greedy = {f"words of {kind}, greedy": metrics[name] for name, kind in _LENGTHS.items()}
    wide = {f"words of {kind}, beam {beam['width']}": beam[name] for name, kind in _LENGTHS.items()}
    told = "words of 4 to 8 letters, from true letters"
    stages = {"letters read by the encoder": metrics["vision"], told: metrics.get("reasoning_on_truth")}
    unlisted = metrics.get("unlisted", {})
    off = {f"words of {kind}, taken off the list": unlisted[name] for name, kind in _LENGTHS.items() if unlisted}
    return {**greedy, **wide, **off, **{title: share for title, share in stages.items() if share is not None}}


_ENOUGH = 50
"""Letters in a group, below which its share of right ones says little."""
_SURE = "Confidence and accuracy, by groups of equal width with at least {least} letters; 95% intervals over writers:"


def _by_confidence(bins: Iterable[Mapping[str, float]]) -> str:
    rows = [
        f"| {group['confidence']:.1%} | {group['right']:.1%} | {_within(group)} | {group['letters']:,.0f} |"
        for group in bins
        if group["letters"] >= _ENOUGH
    ]
    head = "| mean confidence | right | 95% interval | letters |\n|---|---|---|---|"
    return "\n".join([_SURE.format(least=_ENOUGH), "", head, *rows])


def _within(group: Mapping[str, float]) -> str:
    return f"{group['least']:.1%} to {group['most']:.1%}" if "least" in group else "writers unknown"


_INTRO = "By number of letters shown, over {sequences:,} sequences; accuracy is the mean of its column:"
_INTRO_WORDS = "By number of letters; a word is right if every letter of it is, and nothing follows:"


def _by_length(metrics: Mapping[str, Any]) -> str:
    shown = [name for name in _COLUMNS if name in next(iter(metrics["by_length"].values()))]
    head = f"| T | {' | '.join(_COLUMNS[name] for name in shown)} |\n" + "|---" * (len(shown) + 1) + "|"
    rows = [
        f"| {length} | " + " | ".join(f"{row[name]:.2%}" for name in shown) + " |"
        for length, row in metrics["by_length"].items()
    ]
    intro = _INTRO_WORDS if "beam" in metrics else _INTRO.format(**metrics)
    return "\n".join([intro, "", head, *rows])


def _training(metrics: Mapping[str, Any]) -> str:
    run = metrics["training"]
    if not run["steps"]:
        return (
            f"## Training\n\n`{run['command']}`, {run['date']}: nothing is trained. Its reader is that of "
            f"`{run['start']}`, left as it was.\n\n{_letters(run)}"
        )
    start = f" Its image reader is that of `{run['start']}`, left as it was." if run["start"] else ""
    if earlier := run.get("goes_on_from"):
        start = f" It went on from the weights of `{earlier}`."
    return (
        f"## Training\n\n`{run['command']}`, {run['date']}, {run['steps']:,} steps in "
        f"{run['seconds'] / 60:.0f} minutes on {run['device']}.{start}\n\n{_letters(run)}"
    )


_USUAL = "Words: the training words of 4 to 8 letters in `seqdemo/sequences/words.txt.xz`{more}."


def _words(variant: Variant) -> list[str]:
    """Which words it learned from, where it learned from any."""
    if variant.recipe.objective not in ("writing", "letters"):
        return []
    rare = variant.recipe.rare_words or (isinstance(variant.config, NoisyChannelConfig) and variant.config.rare_words)
    return [_USUAL.format(more=" and those in `rare-words.txt.xz`" if rare else "")]


def _letters(run: Mapping[str, Any]) -> str:
    return (
        f"Letters: {run['credit']} Weights are kept in 8 bits with a scale for each row; the figures are those of the "
        "kept weights."
    )
