"""Models as the Hugging Face Hub wants them: python -m seqdemo.hub export NAME FOLDER, and how they are fetched."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from safetensors.torch import save as save_tensors
from torch import Tensor

from seqdemo.checkpoints import CONFIG, HISTORY, METRICS, PLAIN, SEEDS, WEIGHTS, Loaded, load, shipped
from seqdemo.errors import CheckpointError
from seqdemo.files import json_bytes, read_bytes, read_json, write_together
from seqdemo.models.catalog import BY_NAME
from seqdemo.sequences.samples import TASKS

CARD = "README.md"
_MAX_TEXT = 2_000_000
_LOADED = [f"{folder}{name}" for folder in ("", "*/") for name in (WEIGHTS, CONFIG, METRICS, HISTORY, SEEDS)]
"""Files of a model, and of the readers within it."""


def from_pretrained(place: str) -> Loaded:
    """The model in a local folder, or in a repository of the Hugging Face Hub; raises CheckpointError.

    A model that takes over a reader needs the reader's folder too, in its own folder or repository, or beside it.
    """
    from huggingface_hub import snapshot_download  # not above: who stays on this machine starts without it
    from huggingface_hub.errors import HfHubHTTPError

    folder = Path(place)
    if not folder.is_dir():
        try:
            folder = Path(snapshot_download(place, allow_patterns=_LOADED))
        except (HfHubHTTPError, OSError, ValueError) as error:
            raise CheckpointError("it is no folder, and the Hub has no such repository or did not answer") from error
    return load(folder)


def export(name: str, folder: Path, half: bool = False) -> None:
    """Write one shipped model into a folder that can be uploaded as it is; raises CheckpointError, OSError.

    `model.safetensors` holds all weights under the names of the model's modules, in float32 or with `half` in float16;
    `config.json` says what is in it; the card carries the figures as a model-index.
    """
    source = shipped() / name
    loaded = load(source, name=name)
    raw = save_tensors({key: _plain(each, half) for key, each in loaded.model.state_dict().items()})
    config = {
        **read_json(source / CONFIG),
        "format_version": PLAIN,
        "sha256": hashlib.sha256(raw).hexdigest(),
        "reader": None,
    }
    kept = {each: read_bytes(source / each, _MAX_TEXT) for each in (METRICS, HISTORY) if (source / each).exists()}
    card = _card(loaded, read_bytes(source / CARD, _MAX_TEXT).decode())
    files = {WEIGHTS: raw, CONFIG: json_bytes(config), CARD: card.encode(), **kept}
    write_together({folder / file: content for file, content in files.items()})


def _plain(tensor: Tensor, half: bool) -> Tensor:
    return (tensor.half() if half and tensor.is_floating_point() else tensor).contiguous()


def _card(loaded: Loaded, card: str) -> str:
    """The model's card, with its figure in the front matter and how to use it at the end."""
    _, _, text = card.split("---\n", 2)
    front = {
        "license": "mit",
        "library_name": "seqdemo",
        "tags": ["handwriting", loaded.task],
        "model-index": [{"name": loaded.name, "results": _results(loaded)}],
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\n{text}\n## Use\n\n{_USE}"


def _results(loaded: Loaded) -> list[dict[str, Any]]:
    if loaded.accuracy is None:
        return []
    data = str(loaded.metrics["test_data"])
    return [
        {
            "task": {"type": loaded.task, "name": TASKS[loaded.task].title},
            "dataset": {"type": data, "name": f"{data}, test writers"},
            "metrics": [{"type": "accuracy", "value": round(loaded.accuracy, 6)}],
        }
    ]


_USE = """```python
import seqdemo
seqdemo.explain("CEGI", seqdemo.load("user/repo"))
```
"""


def main(arguments: list[str]) -> int:
    """Run the command line; returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        export(given.name, given.folder, given.half)
    except (CheckpointError, OSError) as error:
        print(f"seqdemo.hub: {error}", file=sys.stderr)
        return 2
    print(f"Upload it with: hf upload user/repo {given.folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m seqdemo.hub", description=__doc__)
    commands = parser.add_subparsers(required=True)
    exporting = commands.add_parser("export", help="write a folder that can be uploaded as it is")
    exporting.add_argument("name", metavar="NAME", choices=list(BY_NAME), help="a model of seqdemo.models()")
    exporting.add_argument("folder", metavar="FOLDER", type=Path)
    exporting.add_argument("--half", action="store_true", help="float16 in place of float32: half the size")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
