"""Checkpoint folders: what is written is what is read, and nothing damaged gets through."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from safetensors.torch import save as save_tensors

from seqdemo import checkpoints
from seqdemo.checkpoints import Shelf, load, stored
from seqdemo.errors import CheckpointError
from seqdemo.files import write_together
from seqdemo.models.catalog import BY_NAME, VARIANTS

SHIPPED = Path(__file__).parents[1] / "checkpoints"
VARIANT = BY_NAME["reader"]


def save(folder, variant, weights):
    files = checkpoints.files(variant, weights, "pen", 0)
    write_together({folder / name: content for name, content in files.items()})


@pytest.fixture
def folder(tmp_path):
    torch.manual_seed(0)
    save(tmp_path / "reader", VARIANT, VARIANT.build().state_dict())
    return tmp_path / "reader"


def edit(folder: Path, **changes: object) -> None:
    config = json.loads((folder / "config.json").read_text())
    config |= changes
    (folder / "config.json").write_text(json.dumps({key: value for key, value in config.items() if value != "drop"}))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_saved_model_gives_equal_outputs(variant, tmp_path):
    torch.manual_seed(0)
    model = variant.build()
    model.load_state_dict({name: tensor.to(model.state_dict()[name].dtype)
                           for name, tensor in stored(model.state_dict()).items()})  # fmt: skip
    save(tmp_path, variant, model.state_dict())
    loaded = load(tmp_path).model
    assert all(a.equal(b) for a, b in zip(model.state_dict().values(), loaded.state_dict().values(), strict=True))
    assert not loaded.training
    assert (tmp_path / "model.safetensors").stat().st_mode & 0o777 == 0o644


def test_every_damaged_bit_is_noticed(folder):
    raw = bytearray((folder / "model.safetensors").read_bytes())
    for place in (0, len(raw) // 2, len(raw) - 1):
        damaged = raw.copy()
        damaged[place] ^= 1
        (folder / "model.safetensors").write_bytes(damaged)
        with pytest.raises(CheckpointError, match="damaged"):
            load(folder)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"format_version": 2}, "format version"),
        ({"variant": "nonsense"}, "expected one of the variants"),
        ({"variant": ["reader"]}, "expected one of the variants"),
        ({"config": {}}, "catalog"),
        ({"task": "next-easy"}, "catalog"),
        ({"extra": 1}, "exactly the keys"),
        ({"seed": "drop"}, "exactly the keys"),
        ({"sha256": "0" * 64}, "damaged"),
    ],
)
def test_a_config_that_is_not_understood_is_refused(folder, changes, reason):
    edit(folder, **changes)
    with pytest.raises(CheckpointError, match=reason):
        load(folder)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda tensors: tensors.pop("name.bias"), "other names"),
        (lambda tensors: tensors.update(more=torch.zeros(3)), "other names"),
        (lambda tensors: tensors.update({"name.bias": torch.zeros(25)}), "expected shape"),
        (lambda tensors: tensors["name.bias"].fill_(float("nan")), "not finite"),
    ],
)
def test_weights_that_do_not_fit_are_refused(folder, change, reason):
    tensors = load_file(folder / "model.safetensors")
    change(tensors)
    raw = save_tensors(tensors)
    (folder / "model.safetensors").write_bytes(raw)
    edit(folder, sha256=checkpoints.hashlib.sha256(raw).hexdigest())
    with pytest.raises(CheckpointError, match=reason):
        load(folder)


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(CheckpointError, match=f"{name} is missing"):
        load(folder)


@pytest.mark.parametrize("text", ["", "[1, 2]", "{", "null", "\xff"])
def test_a_config_that_is_no_object_is_refused(folder, text):
    (folder / "config.json").write_text(text, encoding="latin-1")
    with pytest.raises(CheckpointError):
        load(folder)


def test_a_file_that_is_too_large_is_not_read(folder, monkeypatch):
    monkeypatch.setattr(checkpoints, "MAX_BYTES", 1000)
    with pytest.raises(CheckpointError, match="larger"):
        load(folder)


def test_the_shelf_leaves_out_what_fails_and_says_why(folder):
    shelf = Shelf.open(folder.parent)
    assert list(shelf.models) == ["reader"]
    assert shelf.refused.keys() == {variant.name for variant in VARIANTS} - {"reader"}
    assert set(shelf.refused.values()) == {"config.json is missing"}


def test_all_shipped_checkpoints_are_in_order_and_small():
    shelf = Shelf.open(SHIPPED)
    assert shelf.refused == {}
    sizes = [file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()]
    assert sum(sizes) <= 30_000_000
    assert max(sizes) <= 10_000_000


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_shipped_checkpoint_still_gives_its_golden_outputs(variant):
    golden = load_file(SHIPPED / variant.name / "golden.safetensors")
    model, images = load(SHIPPED / variant.name).model, golden["images"].float() / 255
    with torch.inference_mode():
        output = model(images, golden["lengths"]) if "lengths" in golden else model(images)
    for name in golden.keys() - {"images", "lengths"}:
        assert torch.allclose(getattr(output, name), golden[name], atol=2e-3), name


def test_a_folder_copied_elsewhere_loads(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    assert checkpoints.from_pretrained(str(tmp_path / "copy")).name == "reader"


def test_a_place_that_is_no_folder_and_no_repository_is_refused():
    with pytest.raises(CheckpointError, match="no folder"):
        checkpoints.from_pretrained("no such place!")
