"""The reader of image and strokes: two witnesses, each of whom can be heard alone."""

import pytest
import torch

from seqdemo.models.pen_reader import PATH_FEATURES, PenReader
from seqdemo.models.vision import ReaderConfig


@pytest.fixture
def reader():
    torch.manual_seed(0)
    return PenReader(ReaderConfig(width=6, features=7, dropout=0.3)).eval()


@pytest.fixture
def images():
    return torch.rand(5, 28, 28, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def ways():
    ways = torch.rand(5, 64, 3, generator=torch.Generator().manual_seed(2)) * 2 - 1
    ways[..., 2] = 0
    ways[:, [0, 30], 2] = 1
    return ways


def test_it_says_the_product_of_what_its_witnesses_say(reader, images, ways):
    reader.trust.copy_(torch.tensor([0.7, 1.6]))
    reading = reader(images, ways)
    product = reading.image.exp() ** 0.7 * reading.path.exp() ** 1.6
    assert torch.allclose(reading.vision.exp(), product / product.sum(-1, keepdim=True), atol=1e-5)
    assert reading.features.shape == (5, 7 + PATH_FEATURES)


def test_an_image_alone_is_read_too(reader, images):
    reader.trust_alone.copy_(torch.tensor([2.0]))
    reading = reader(images)
    assert reading.path is None
    assert torch.allclose(reading.vision, (2 * reading.image).log_softmax(-1), atol=1e-5)
    assert reading.features.shape == (5, 7 + PATH_FEATURES)


def test_the_strokes_change_nothing_for_the_image_and_the_image_nothing_for_the_strokes(reader, images, ways):
    before, other_way = reader(images, ways), reader(images, ways.flip(1))
    assert before.image.equal(other_way.image)
    assert not torch.allclose(before.path, other_way.path, atol=1e-4)
    assert before.path.equal(reader(1 - images.roll(1, 0), ways).path)


def test_where_and_how_large_it_was_written_makes_no_difference(reader, images, ways):
    moved = ways.clone()
    moved[..., :2] = moved[..., :2] * 3 + 5
    assert torch.allclose(reader(images, ways).path, reader(images, moved).path, atol=1e-4)


def test_letters_are_read_one_by_one(reader, images, ways):
    together, alone = reader(images, ways), reader(images[2:3], ways[2:3])
    assert torch.allclose(together.vision[2:3], alone.vision, atol=1e-5)


def test_every_parameter_gets_a_gradient(reader, images, ways):
    reader.train()(images, ways).vision[:, 3].sum().backward()
    assert [
        name for name, each in reader.named_parameters() if each.grad is None or not each.grad.abs().sum() > 0
    ] == []


def test_a_pen_that_did_not_move_is_no_reason_to_fail(reader, images):
    assert reader(images, torch.zeros(5, 64, 3)).vision.isfinite().all()
