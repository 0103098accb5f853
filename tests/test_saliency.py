"""How far back a reader looks: shares of a gradient, checked against small changes of the image."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from torch.nn import functional as F

from seqdemo.models.saliency import saliency
from tests.row_readers import IN_STEPS, ROWS, lively, on_dark
from tests.tiers import exhaustive


@pytest.fixture(params=ROWS, ids=lambda variant: variant.name)
def variant(request):
    return request.param


@pytest.fixture
def model(variant):
    return lively(variant)


def test_each_image_s_shares_add_up_to_one(model):
    shares = saliency(model, on_dark(5))
    assert shares.shape == (5, 28)
    assert shares.min() >= 0
    assert torch.allclose(shares.sum(-1), torch.ones(5), atol=1e-5)
    assert not torch.allclose(shares[0], shares[1], atol=1e-3)


def answer_in_full(model, images):
    """Log-probabilities of the answer in double precision; the model gives its own in single."""
    return F.log_softmax(model.name(model(images).states[-1][:, -1]), dim=-1)


@pytest.mark.parametrize("variant", IN_STEPS, ids=lambda variant: variant.name)
def test_the_shares_are_those_of_small_changes_of_each_pixel(variant):
    model, image, small = lively(variant).double(), on_dark(1).double(), 1e-6
    with torch.no_grad():
        answered = int(answer_in_full(model, image).argmax())
        moved = image + small * torch.eye(28 * 28, dtype=torch.double).view(-1, 28, 28)
        other = image - (moved - image)
        difference = (answer_in_full(model, moved) - answer_in_full(model, other))[:, answered] / (2 * small)
    sizes = difference.view(28, 28).norm(dim=-1)
    assert torch.allclose(saliency(model, image)[0], sizes / sizes.sum(), atol=1e-4)


def test_an_answer_that_depends_on_no_row_has_no_shares(model):
    """As from a CNN whose units are all silent: nothing to divide by, and no NaN."""
    with torch.no_grad():
        model.name.weight.zero_()
    assert saliency(model, on_dark(3)).eq(0).all()


def test_each_image_s_shares_are_its_own(model):
    model, images = model.double(), on_dark(5).double()
    together = saliency(model, images)
    for n in range(5):
        assert torch.allclose(saliency(model, images[n : n + 1])[0], together[n], atol=1e-5)


def test_light_paper_changes_nothing(model):
    model, images = model.double(), on_dark(5).double()
    assert torch.allclose(saliency(model, 1 - images), saliency(model, images), atol=1e-5)


def test_it_works_where_gradients_are_off_and_leaves_nothing_behind(model):
    images = on_dark(3)
    expected = saliency(model, images)
    with torch.inference_mode():
        assert saliency(model, on_dark(3)).equal(expected)
        assert torch.is_inference_mode_enabled()
    with torch.no_grad():
        assert saliency(model, images).equal(expected)
        assert not torch.is_grad_enabled()
    assert not expected.requires_grad
    assert not images.requires_grad
    assert all(parameter.grad is None for parameter in model.parameters())


@exhaustive
def test_eight_threads_equal_one(model):
    rows = [on_dark(2, seed) for seed in range(16)]
    expected = [saliency(model, images) for images in rows]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda images: saliency(model, images), rows))
    assert all(a.equal(b) for a, b in zip(expected, got, strict=True))


@pytest.mark.parametrize("variant", [each for each in ROWS if each.task == "row-2"], ids=lambda variant: variant.name)
def test_of_two_answers_the_shares_do_not_depend_on_how_sure_the_model_is(variant):
    """d log p = (1 - p) d(z - z'): the surer it is, the smaller is every row's part, but all shrink alike."""
    model, images = lively(variant), on_dark(5)
    doubtful = saliency(model, images)
    with torch.no_grad():
        factor = 25 / model(images).answer.diff(dim=-1).abs().min()
        for parameter in model.name.parameters():
            parameter.mul_(factor)
        assert model(images).answer.max(-1).values.gt(-1e-9).all()
    assert torch.allclose(saliency(model, images), doubtful, atol=1e-3)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
def test_a_gpu_s_cells_look_back_as_far(model):
    expected = saliency(model, on_dark(5))
    assert torch.allclose(saliency(model.cuda(), on_dark(5).cuda()).cpu(), expected, atol=1e-3)
