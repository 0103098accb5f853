"""Checkpoint folders: what is written is what is read, and nothing damaged gets through."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from safetensors.torch import save as save_tensors

from seqdemo import checkpoints, golden, hub
from seqdemo.checkpoints import ModelStore, filled, load, restored, stored
from seqdemo.errors import CheckpointError
from seqdemo.files import write_together
from seqdemo.models.catalog import BY_NAME, VARIANTS
from tests.shipped import resources
from tests.tiers import sampled

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


@pytest.mark.parametrize("variant", sampled(VARIANTS, VARIANT), ids=lambda variant: variant.name)
def test_a_saved_model_gives_equal_outputs_and_is_saved_alike_again(variant, tmp_path):
    torch.manual_seed(0)
    weights = variant.build().state_dict()
    model = filled(variant, stored(weights))
    save(tmp_path, variant, weights)
    first = (tmp_path / "model.safetensors").read_bytes()
    loaded = load(tmp_path).model
    assert all(a.equal(b) for a, b in zip(model.state_dict().values(), loaded.state_dict().values(), strict=True))
    assert not loaded.training
    assert (tmp_path / "model.safetensors").stat().st_mode & 0o777 == 0o644
    save(tmp_path, variant, loaded.state_dict())
    assert (tmp_path / "model.safetensors").read_bytes() == first


@pytest.mark.parametrize("shape", [(500, 7), (50, 3, 5, 5), (1, 1)])
@pytest.mark.parametrize("size", [1e-30, 1e-3, 1.0, 1e30])
def test_a_row_is_off_by_at_most_half_its_scale_and_its_largest_number_by_less(shape, size):
    tensor = torch.randn(shape, generator=torch.Generator().manual_seed(0)) * size
    kept = stored({"x": tensor})
    assert kept["x"].dtype == torch.int8
    assert kept["x"].flatten(1).abs().amax(1).eq(127).all()
    off = (restored(kept)["x"].double() - tensor).flatten(1).abs().amax(1)
    assert (off <= kept["x.scale"].double() * 0.50001).all()
    assert kept["x.scale"].allclose(tensor.flatten(1).abs().amax(1) / 127, rtol=1e-6, atol=0)


def test_what_was_restored_is_stored_alike_again():
    """For scales with any digits, not only those that a random model happens to have."""
    rows = torch.arange(1.0, 2.0, 2**-20)[:, None] * torch.tensor([[1.0, -0.7, 0.1]])
    kept = stored({"x": rows})
    again = stored(restored(kept))
    assert kept.keys() == again.keys()
    assert all(kept[name].equal(again[name]) for name in kept)


def test_rows_of_nothing_stay_nothing_and_what_is_no_matrix_stays_as_it_is():
    tensors = {
        "rows": torch.tensor([[0.0, 0.0], [1e-40, -1e-45], [-2.54, 1.2]]),
        "vector": torch.tensor([0.1, 1e-9]),
        "norm.scale": torch.tensor([-3.0]),
        "counter": torch.tensor(7),
        "table": torch.tensor([[1, 1000]]),
    }
    kept = stored(tensors)
    assert kept["rows"].tolist() == [[0, 0], [0, 0], [-127, 60]]
    assert kept["rows.scale"].tolist() == pytest.approx([1, 1, 0.02])
    back = restored(kept)
    assert back.keys() == tensors.keys()
    assert all(back[name].equal(tensors[name]) for name in ("vector", "norm.scale", "counter", "table"))


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
        ({"format_version": 2}, "format version 3; train it again"),
        ({"format_version": 4}, "format version"),
        ({"reader": {"name": "reader-strokes", "sha256": "0"}}, "not that of the catalog"),
        ({"variant": "nonsense"}, "config.json names no variant"),
        ({"variant": ["reader"]}, "config.json names no variant"),
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


def test_a_size_that_came_later_than_the_checkpoint_has_its_default(tmp_path):
    """As do the cells of a folder that was written when there were only GRUs."""
    variant = BY_NAME["cnn-gru-easy"]
    save(tmp_path, variant, variant.build().state_dict())
    edit(tmp_path, config={name: size for name, size in asdict(variant.config).items() if name != "cell"})
    assert load(tmp_path).variant is variant
    edit(tmp_path, config={**asdict(variant.config), "cell": "lstm"})
    with pytest.raises(CheckpointError, match="catalog"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda tensors: tensors.pop("name.bias"), "other names"),
        (lambda tensors: tensors.update(more=torch.zeros(3)), "other names"),
        (lambda tensors: tensors.update({"name.bias": torch.zeros(25)}), "expected float32 of shape"),
        (lambda tensors: tensors["name.bias"].fill_(float("nan")), "name.bias holds numbers that are not finite"),
        (lambda tensors: tensors.update({"name.bias": tensors["name.bias"].half()}), "expected float32 of shape"),
        (lambda tensors: tensors.update({"name.weight": tensors["name.weight"].half()}), "expected int8 of shape"),
        (lambda tensors: tensors.update({"name.weight": tensors["name.weight"].T.contiguous()}), "expected int8 of"),
        (lambda tensors: tensors.pop("name.weight.scale"), "other names"),
        (lambda tensors: tensors.pop("name.weight"), "other names"),
        (lambda tensors: tensors.update({"name.bias.scale": torch.ones(26)}), "other names"),
        (lambda tensors: tensors.update({"name.weight.scale": torch.ones(1)}), "name.weight.scale: expected float32"),
        (lambda tensors: tensors["name.weight.scale"][3:4].fill_(float("nan")), "name.weight holds .* not finite"),
        (lambda tensors: tensors["name.weight.scale"][3:4].fill_(float("inf")), "name.weight holds .* not finite"),
        (lambda tensors: tensors["name.weight.scale"][3:4].fill_(3e38), "name.weight holds .* not finite"),
        (lambda tensors: tensors["name.weight.scale"][3:4].fill_(0), "name.weight.scale holds .* not positive"),
        (lambda tensors: tensors["name.weight.scale"][3:4].neg_(), "name.weight.scale holds .* not positive"),
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


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_weights_that_training_spoilt_are_refused_before_they_are_written(number):
    weights = VARIANT.build().state_dict()
    weights["name.weight"][3, 5] = number
    with pytest.raises(CheckpointError, match=r"name\.weight holds numbers that are not finite"):
        filled(VARIANT, stored(weights))


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
    store = ModelStore.open(folder.parent)
    assert list(store.models) == ["reader"]
    assert store.refused.keys() == {variant.name for variant in VARIANTS} - {"reader"}
    assert set(store.refused.values()) == {"config.json is missing"}


def test_all_shipped_checkpoints_are_in_order_and_small():
    assert resources().refused == {}
    sizes = [file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()]
    assert sum(sizes) <= 45_000_000
    assert max(sizes) <= 10_000_000


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_shipped_checkpoint_still_gives_its_golden_outputs(variant):
    model, file = load(SHIPPED / variant.name).model, SHIPPED / variant.name / golden.FILE
    assert golden.complaint(model, file) is None
    with torch.no_grad():
        for weights in model.parameters():
            weights.add_(0.5)
    if any(True for _ in model.parameters()):
        assert "differ" in str(golden.complaint(model, file))


def test_a_folder_copied_elsewhere_loads(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    assert hub.from_pretrained(str(tmp_path / "copy")).name == "reader"


@pytest.fixture
def chain(tmp_path):
    """A reader, one that takes it over, and a model that takes over that one."""
    reader = None
    for seed, name in enumerate(["reader", "reader-strokes", "cnn-gru-easy"]):
        torch.manual_seed(seed)
        model = BY_NAME[name].build()
        if reader is not None:
            model.cnn.load_state_dict(reader.model.state_dict())
        weights = model.state_dict()
        files = checkpoints.files(BY_NAME[name], weights, "pen", 0, reader)
        write_together({tmp_path / name / file: content for file, content in files.items()})
        reader = load(tmp_path / name)
    return tmp_path


def test_a_frozen_reader_is_kept_once_and_every_model_has_its_weights(chain):
    held = {name: load_file(chain / name / "model.safetensors") for name in ("reader-strokes", "cnn-gru-easy")}
    assert not any(name.startswith("cnn.") for tensors in held.values() for name in tensors)
    models = {name: load(chain / name).model for name in ("reader", "reader-strokes", "cnn-gru-easy")}
    for name, reader in (("reader-strokes", "reader"), ("cnn-gru-easy", "reader-strokes")):
        taken = models[name].cnn.state_dict()
        assert all(tensor.equal(taken[key]) for key, tensor in models[reader].state_dict().items())


def test_a_reader_that_lies_within_its_model_s_folder_is_found(chain):
    for name in ("reader", "reader-strokes"):
        (chain / name).rename(chain / "cnn-gru-easy" / name)
    assert hub.from_pretrained(str(chain / "cnn-gru-easy")).name == "cnn-gru-easy"


def test_without_its_reader_a_model_says_what_it_needs(chain):
    shutil.rmtree(chain / "reader-strokes")
    with pytest.raises(CheckpointError, match="it needs the reader reader-strokes, whose folder is neither"):
        load(chain / "cnn-gru-easy")


def test_a_model_is_refused_with_another_reader_than_its_own_however_deep_it_lies(chain):
    torch.manual_seed(9)
    save(chain / "reader", VARIANT, VARIANT.build().state_dict())
    with pytest.raises(CheckpointError, match="it took over another reader than the one that is here"):
        load(chain / "reader-strokes")
    with pytest.raises(CheckpointError, match="it needs the reader reader-strokes, which cannot be loaded"):
        load(chain / "cnn-gru-easy")


def test_weights_that_hold_a_reader_besides_the_one_they_name_are_refused(chain):
    config = json.loads((chain / "cnn-gru-easy" / "config.json").read_text())
    save(chain / "cnn-gru-easy", BY_NAME["cnn-gru-easy"], load(chain / "cnn-gru-easy").model.state_dict())
    assert load(chain / "cnn-gru-easy").name == "cnn-gru-easy"  # with a copy of its own
    edit(chain / "cnn-gru-easy", reader=config["reader"])
    with pytest.raises(CheckpointError, match="hold a reader besides"):
        load(chain / "cnn-gru-easy")


def test_figures_of_other_seeds_are_read_with_a_model_if_its_recipe_is_theirs(folder):
    (folder / "metrics.json").write_text(json.dumps({"accuracy": 0.5, "training": {"recipe": "a"}}))
    for seed, recipe in ((1, "a"), (2, "b")):
        told = {"seed": seed, "recipe": recipe, "accuracy": seed / 10, "challenge": 0.25, "date": "today"}
        (folder / f"seed-{seed}.json").write_text(json.dumps(told))
    assert load(folder).seeds == {0: {"accuracy": 0.5}, 1: {"accuracy": 0.1, "challenge": 0.25}}
    (folder / "seed-1.json").write_text("[]")
    with pytest.raises(CheckpointError, match=r"seed-1\.json does not hold"):
        load(folder)


def test_a_place_that_is_no_folder_and_no_repository_is_refused():
    with pytest.raises(CheckpointError, match="no folder"):
        hub.from_pretrained("no such place!")


def test_a_history_is_read_with_its_model(folder):
    (folder / "history.jsonl").write_text('{"step": 1, "loss": 2.5}\n{"step": 2, "loss": 2}\n')
    assert load(folder).history == ({"step": 1.0, "loss": 2.5}, {"step": 2.0, "loss": 2.0})


@pytest.mark.parametrize("content", ["secret", "[1]", '{"step": "secret"}', '{"step": null}', "\xff"])
def test_a_history_that_holds_no_numbers_is_refused(folder, content):
    (folder / "history.jsonl").write_bytes(content.encode("latin-1"))
    with pytest.raises(CheckpointError, match=r"history\.jsonl"):
        load(folder)
