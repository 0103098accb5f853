"""results.md: its sentences and tables with the figures of the checkpoints. `python -m docs.results` writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2

from seqdemo.models.catalog import VARIANTS, Variant
from seqdemo.page.html.figures import span

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "docs" / "results.md.j2"
RESULTS = TEMPLATE.with_suffix("")
_ONE_CHANGE = ("soft", "lstm")
"""Changes of the study that the text names one by one."""


class OneChange:
    """What came out of the study of single decisions."""

    def __init__(self) -> None:
        study = _read("studies/one-change.json")
        self._means = {name: result["accuracy"]["mean"] for name, result in study["results"].items()}
        self.runs = sum(len(result["accuracy"]["by_seed"]) for result in study["results"].values())
        self.base = self._means["base"]
        self.spread = max(
            100 * (each["accuracy"]["most"] - each["accuracy"]["least"]) for each in study["results"].values()
        )
        """How far three seeds of one change are apart at most, in percentage points."""
        rest = [share for name, share in self._means.items() if name not in (*_ONE_CHANGE, "base")]
        self.low, self.high = min(rest), max(rest)

    def of(self, change: str) -> float:
        """The mean accuracy with one thing changed."""
        return self._means[change]


def rendered() -> str:
    """results.md as it should be now."""
    figures = {variant.name: _read(f"{variant.name}/metrics.json") for variant in VARIANTS}
    seeds = _seeds()
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False)
    environment.filters["pct"] = lambda share, digits: f"{share:.{digits}%}"
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        m=figures,
        of=_of,
        study=OneChange(),
        rates=_read("studies/rates.json")["results"],
        untrained=_read("studies/did-not-train.json"),
        search=_searched(),
        seeds={name: span(shares) for name, shares in seeds.items()},
        took=lambda seconds: f"{seconds} s" if 0 < seconds < 60 else f"{seconds / 60:.0f} min",
        spread=f"{max(100 * (max(shares) - min(shares)) for shares in seeds.values()):.1f}",
        misread=_misread(),
        widest_gap=_widest_gap(figures),
        upper=lambda name: sum(figures[name]["recall"][:14]) / sum(figures[name]["recall"]),
        fewer=lambda name, than: 1 - (1 - figures[name]["accuracy"]) / (1 - figures[than]["accuracy"]),
    )


def _seeds() -> dict[str, list[float]]:
    """Accuracy with each seed of the variants that were trained with several."""
    further = {variant.name: sorted((ROOT / "checkpoints" / variant.name).glob("seed-*.json")) for variant in VARIANTS}
    files = {name: ("metrics.json", *(path.name for path in paths)) for name, paths in further.items() if paths}
    return {name: [_read(f"{name}/{file}")["accuracy"] for file in each] for name, each in files.items()}


def _searched() -> dict[str, Any]:
    """What short runs said on validation words: the best learning rate of each variant, and what rare words change."""
    found = json.loads((ROOT / "docs" / "search.json").read_text(encoding="utf-8"))["words"]
    rates, usual = found["by_learning_rate"], found["without_rare_words_at_0.003"]
    best = {name: max(scores, key=scores.__getitem__) for name, scores in rates.items()}
    gains = {name: 100 * (rates[name]["0.003"] - score) for name, score in usual.items()}
    return {"steps": found["steps"], "best": set(best.values()), "gains": gains}


def _of(*tasks: str) -> list[Variant]:
    return [variant for variant in VARIANTS if variant.task in tasks]


def _widest_gap(figures: dict[str, Any]) -> float:
    """How far GRU-GRU falls behind exact inference at most, over the numbers of letters, in percentage points."""
    ours, exact = (figures[name]["by_length"] for name in ("cnn-gru-normal", "exact-line"))
    return 100 * max(exact[length]["accuracy"] - ours[length]["accuracy"] for length in ours)


def _misread() -> dict[str, int]:
    rows = json.loads((ROOT / "docs" / "errors.json").read_text(encoding="utf-8"))
    return {"all": len(rows), "readable": sum(row["verdict"] == "readable" for row in rows)}


def _read(name: str) -> Any:
    return json.loads((ROOT / "checkpoints" / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    RESULTS.write_text(rendered(), encoding="utf-8")
