"""What every two-stage model must hold to, whatever its sizes: driven by catalog and studies, on small odd ones.

"Remembers its own output" does not apply: these models emit one letter and read none of their own back.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import torch
from jaxtyping import TypeCheckError

from seqdemo.models.catalog import VARIANTS
from seqdemo.models.cnn_gru import CnnGru, CnnGruConfig
from seqdemo.models.log_probs import certain
from seqdemo.models.studies import ONE_CHANGE
from seqdemo.models.vision import ReaderConfig, on_dark_paper
from tests.tiers import exhaustive

CHANGED = [change for change in ONE_CHANGE.changes if change.variant.config != ONE_CHANGE.base.config]
CONFIGS = {variant.name: variant.config for variant in VARIANTS} | {each.name: each.variant.config for each in CHANGED}
TWO_STAGE = [pytest.param(config, id=name) for name, config in CONFIGS.items() if isinstance(config, CnnGruConfig)]
READERS = [variant for variant in VARIANTS if isinstance(variant.config, ReaderConfig)]
LENGTHS = torch.tensor([5, 3, 7])
REAL = torch.arange(7) < LENGTHS[:, None]


@pytest.fixture(params=TWO_STAGE)
def model(request):
    torch.manual_seed(0)
    return CnnGru(replace(request.param, width=4, features=7, gru1=5, gru2=3)).eval()


@pytest.fixture(params=READERS, ids=lambda variant: variant.name)
def reader(request):
    torch.manual_seed(0)
    return replace(request.param, config=ReaderConfig(width=6, features=7, dropout=0.3)).build().eval()


@pytest.fixture
def images():
    return torch.rand(3, 7, 28, 28, generator=torch.Generator().manual_seed(1)) * REAL[..., None, None]


def test_outputs_are_log_probabilities_of_26_letters_at_every_place(model, images):
    output = model(images, LENGTHS)
    opinions = [output.vision, output.reasoning] + ([] if output.glance is None else [output.glance])
    for opinion in opinions:
        assert opinion.shape == (3, 7, 26)
        assert torch.allclose(opinion[REAL].exp().sum(-1), torch.ones(15), atol=1e-5)


def test_images_of_another_shape_are_refused(model, images):
    with pytest.raises(TypeCheckError):
        model(images[..., :20], LENGTHS)
    with pytest.raises(TypeCheckError):
        model(images, LENGTHS[:2])


def test_it_remembers_the_source(model, images):
    """The first letter must reach the answer, through vision and through reasoning alone."""
    other = images.clone()
    other[:, 0] = torch.rand(3, 28, 28)
    last = (torch.arange(3), LENGTHS - 1)
    seen, seen_other = model.see(images, LENGTHS)[1], model.see(other, LENGTHS)[1]
    assert (seen[last] - seen_other[last]).abs().sum(-1).gt(1e-6).all()
    letters = torch.randint(1, 26, (3, 7))
    changed = letters.clone()
    changed[:, 0] = 0
    told, told_other = (model.reason(certain(each), LENGTHS)[last] for each in (letters, changed))
    assert (told - told_other).abs().sum(-1).gt(1e-6).all()


def test_a_causal_model_never_looks_ahead_and_a_bidirectional_one_does(model, images):
    other = images.clone()
    other[:, 2] = torch.rand(3, 28, 28)
    before, after = model(images, LENGTHS), model(other, LENGTHS)
    same = [
        torch.allclose(a[:, :2], b[:, :2], atol=1e-6)
        for a, b in [(before.vision, after.vision), (before.reasoning, after.reasoning)]
    ]
    assert same == ([False, same[1]] if model.config.bidirectional else [True, True])
    letters = torch.randint(1, 26, (3, 7))
    changed = letters.clone()
    changed[:, 2] = 0
    told, told_other = (model.reason(certain(each), LENGTHS)[:, :2] for each in (letters, changed))
    assert torch.allclose(told, told_other, atol=1e-6) != model.config.bidirectional


def test_a_padded_batch_equals_single_runs(model, images):
    together = model(images, LENGTHS)
    for n, length in enumerate(LENGTHS.tolist()):
        alone = model(images[n : n + 1, :length], LENGTHS[n : n + 1])
        assert torch.allclose(together.reasoning[n, :length], alone.reasoning[0], atol=1e-5)
        assert torch.allclose(together.vision[n, :length], alone.vision[0], atol=1e-5)


def test_the_cnn_never_sees_padding(model, images):
    noisy = torch.where(REAL[..., None, None], images, torch.rand_like(images))
    assert torch.allclose(model(images, LENGTHS).vision[REAL], model(noisy, LENGTHS).vision[REAL], atol=1e-6)


def test_the_link_hands_on_the_likeliest_letter_or_the_doubt(model):
    sure = certain(torch.tensor([[3, 4, 5]]))
    doubtful = (sure.exp() + 0.3).log_softmax(-1)
    lengths = torch.tensor([3])
    same = torch.allclose(model.reason(sure, lengths), model.reason(doubtful, lengths), atol=1e-6)
    assert same == (model.config.link == "one-hot")


def test_every_parameter_gets_a_gradient(model, images):
    model.train()
    _, vision = model.see(images, LENGTHS, torch.rand(3, 7, 64, 3))
    soft = model.reason(vision if model.config.link == "soft" else certain(vision.argmax(-1)), LENGTHS)
    (vision[REAL].square().mean() + soft[REAL].square().mean()).backward()
    dead = [
        name
        for name, parameter in model.named_parameters()
        if parameter.grad is None or not parameter.grad.abs().sum() > 0
    ]
    assert dead == []


@exhaustive
def test_eight_threads_equal_one(model, images):
    expected = [model(images * (1 - n / 20), LENGTHS).reasoning for n in range(16)]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda n: model(images * (1 - n / 20), LENGTHS).reasoning, range(16)))
    assert all(torch.equal(a, b) for a, b in zip(expected, got, strict=True))


def test_two_runs_are_equal_and_nothing_stays_behind(model, images):
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    assert model(images, LENGTHS).reasoning.equal(model(images, LENGTHS).reasoning)
    assert all(tensor.equal(before[name]) for name, tensor in model.state_dict().items())


def test_a_reader_reads_letters_on_black_and_on_white_paper_alike(reader):
    images = torch.zeros(5, 28, 28)
    images[:, 4:24, 4:24] = torch.rand(5, 20, 20)
    assert torch.allclose(reader(images).vision, reader(1 - images).vision, atol=1e-5)
    assert on_dark_paper(1 - images).allclose(images)


def test_a_reader_reads_each_letter_on_its_own(reader):
    images = torch.rand(5, 28, 28)
    assert torch.allclose(reader(images).vision[2:3], reader(images[2:3]).vision, atol=1e-5)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_shipped_sizes(variant):
    parameters = sum(parameter.numel() for parameter in variant.build().parameters())
    most = {"next": 1_300_000, "swap": 2_000_000, "row": 1_360_000, "letter": 1_000_000}[variant.task.split("-")[0]]
    assert parameters < (5_000_000 if "report" in variant.name else most)
