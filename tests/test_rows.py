"""What every reader of one character must hold to, whatever its sizes: driven by the catalog, on small odd ones.

In double precision, so that what a lively model makes of rounding stays far below what it makes of ink.
"Remembers its own output" does not apply, since these models answer once and read nothing of their own back, but for a
Jordan network, which test_gates.py walks through; nor does padding, since every image has 28 rows.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from jaxtyping import TypeCheckError
from torch.nn import functional as F

from seqdemo.models.catalog import BY_NAME
from seqdemo.models.outputs import CharacterByRows
from seqdemo.models.row_rnn import RowRnnConfig
from seqdemo.sequences.samples import TASKS
from tests.row_readers import KINDS, ROWS, lively, on_dark, small, steps_of
from tests.tiers import exhaustive


@pytest.fixture(params=ROWS, ids=lambda variant: variant.name)
def variant(request):
    return request.param


@pytest.fixture
def model(variant):
    return lively(variant).double()


@pytest.fixture(params=KINDS, ids=lambda variant: variant.name)
def stepwise(request):
    return lively(request.param).double()


@pytest.fixture
def images():
    return on_dark(5).double()


def changed(images, row, seed=3):
    """The same images with other ink in one row."""
    other = images.clone()
    other[:, row, 1:-1] = torch.rand(len(images), 26, generator=torch.Generator().manual_seed(seed))
    return other


def test_after_every_step_the_probabilities_of_the_answers_add_up_to_one(variant, model, images):
    output = model(images)
    steps = steps_of(variant)
    assert output.beliefs.shape == (5, steps, len(TASKS[variant.task].answers))
    assert torch.allclose(output.beliefs.exp().sum(-1), torch.ones(5, steps), atol=1e-5)
    assert output.answer.equal(output.beliefs[:, -1])


def test_what_is_kept_in_mind_has_the_declared_shapes(variant, model, images):
    output, config = model(images), variant.config
    if not isinstance(config, RowRnnConfig):
        assert not isinstance(output, CharacterByRows)
        return
    steps = steps_of(variant)
    assert [state.shape for state in output.states] == [(5, steps, 5)] * config.layers
    # Strips of 3 filters end as 6 features of 7 columns; without filters the pixels themselves are read.
    assert output.given.shape == (5, steps, 6 * 7 if config.width else 28 * config.strip)


def test_images_of_another_shape_are_refused(model, images):
    for wrong in (images[..., :20], images[:, :20], images[0], images[..., None], images.byte()):
        with pytest.raises(TypeCheckError):
            model(wrong)


def at_the_end(model, images):
    """What the answer is made of: the last state, which is not rounded, or the answer of a reader without states."""
    output = model(images)
    return output.states[-1][:, -1] if isinstance(output, CharacterByRows) else output.answer


def test_it_remembers_the_source(model, images):
    """The first row must reach the answer."""
    assert (at_the_end(model, images) != at_the_end(model, changed(images, 0))).any(-1).all()


def test_every_row_reaches_the_answer(model, images):
    usual = at_the_end(model, images)
    for row in range(28):
        assert (usual != at_the_end(model, changed(images, row))).any(-1).all(), row


def test_no_step_sees_a_row_that_is_still_to_come(stepwise, images):
    before = stepwise(images)
    for row in range(28):
        after, at = stepwise(changed(images, row)), row // (28 // before.beliefs.shape[1])
        for one, other in [
            (before.given, after.given),
            (before.beliefs, after.beliefs),
            *zip(before.states, after.states, strict=True),
        ]:
            assert torch.allclose(one[:, :at], other[:, :at], atol=1e-6), row
            assert (one[:, at] != other[:, at]).any(-1).all(), row


@pytest.mark.parametrize("variant", [variant for variant in KINDS if variant.config.width], ids=lambda v: v.name)
def test_a_strip_sees_the_strips_just_above_it_and_no_further(variant, images):
    """Each of three convolutions looks two places up: two rows, then two strips, then two strips."""
    model = lively(variant).double()
    before, after = model(images).given, model(changed(images, 10)).given
    differs = (before - after).abs().amax(dim=(0, 2)) > 1e-6
    assert differs.nonzero()[:, 0].tolist() == [5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("variant", [each for each in KINDS if not each.config.width], ids=lambda v: v.name)
def test_pixels_are_read_as_they_are_one_row_at_a_time(variant, images):
    assert lively(variant).double()(images).given.equal(images)


def test_every_parameter_gets_a_gradient(model, images):
    torch.manual_seed(0)
    model.train()
    F.nll_loss(model(images).answer, torch.tensor([0, 1, 0, 1, 1])).backward()
    dead = [
        name
        for name, parameter in model.named_parameters()
        if parameter.grad is None or not parameter.grad.abs().sum() > 0
    ]
    assert dead == []


def test_light_paper_and_dark_paper_are_read_alike(model, images):
    light, dark = model(1 - images), model(images)
    assert torch.allclose(light.beliefs, dark.beliefs, atol=1e-5)
    mixed = model(torch.cat([images[:2], 1 - images[2:]]))
    assert torch.allclose(mixed.beliefs, dark.beliefs, atol=1e-5)
    assert not torch.allclose(model(0.5 * images).beliefs, dark.beliefs, atol=1e-5)


def test_each_image_is_read_on_its_own(model, images):
    together = model(images)
    for n in range(len(images)):
        alone = model(images[n : n + 1])
        assert torch.allclose(together.beliefs[n], alone.beliefs[0], atol=1e-5)
    assert not torch.allclose(together.beliefs[0], together.beliefs[1], atol=1e-5)


@exhaustive
def test_eight_threads_equal_one(model, images):
    expected = [model(images * (1 - n / 20)).beliefs for n in range(16)]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda n: model(images * (1 - n / 20)).beliefs, range(16)))
    assert all(torch.equal(a, b) for a, b in zip(expected, got, strict=True))


def test_two_runs_are_equal_and_nothing_stays_behind(model, images):
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    assert model(images).beliefs.equal(model(images).beliefs)
    assert all(tensor.equal(before[name]) for name, tensor in model.state_dict().items())


def test_dropout_is_there_in_training_and_gone_after_it(model, images):
    model.train()
    # Normalisation sees the same batch both times, so what differs was dropped out.
    assert not model(images).answer.equal(model(images).answer)
    model.eval()
    assert model(images).answer.equal(model(images).answer)


def test_dropout_acts_between_the_layers_only_where_the_recipe_says_so(stepwise, images):
    """The report's acts on what leaves its LSTM stack: the states inside are the same each time."""
    stepwise.train()
    if stepwise.strips is not None:
        stepwise.strips.eval()
    first, second = stepwise(images), stepwise(images)
    same = all(a.equal(b) for a, b in zip(first.states, second.states, strict=True))
    alone = stepwise.config.cell != "jordan"  # its answer, dropped out or not, goes back into its state
    assert same == (alone and not stepwise.config.between)
    assert not first.answer.equal(second.answer)


def parameters(name):
    return sum(parameter.numel() for parameter in BY_NAME[name].build().parameters())


@pytest.mark.parametrize("task", ["row-2", "row-47"])
def test_no_reader_of_rows_is_larger_than_the_report_s(task):
    most = parameters(task.replace("row", "row-lstm"))
    assert most <= (1_360_000 if task == "row-47" else 500_000)
    for variant in ROWS:
        if variant.task == task and "-lstm-" not in variant.name:
            assert parameters(variant.name) < most, variant.name


def test_the_small_sizes_of_these_tests_differ_from_the_shipped_ones_in_nothing_else():
    for variant in ROWS:
        kept = {"answers", "cell", "layers", "strip", "dropout", "between"} & set(vars(variant.config))
        assert all(getattr(small(variant).config, name) == getattr(variant.config, name) for name in kept)
