"""Batches of letter images, and what augmentation does to them."""

import numpy as np
import pytest
import torch

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.sequences.arithmetic import EASY, NORMAL
from seqdemo.sequences.augmentation import UNCHANGED, Augmentation, _blurred
from seqdemo.sequences.batches import epoch_batch, next_letter_batch, per_epoch, reading_batch, writing_batch

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def bank():
    """Three glyphs of each letter; the first pixel of each tells which letter it is."""
    labels = np.repeat(np.arange(26), 3)
    images = np.random.default_rng(0).integers(0, 100, (78, 28, 28), dtype=np.uint8)
    images[:, 0, 0] = labels
    return GlyphBank.of(images, labels, CPU)


def test_every_image_shows_its_letter_and_padding_is_empty(bank):
    batch = next_letter_batch(EASY, bank, "train", 0, np.arange(7))
    assert (batch.images[..., 0, 0] * 255).round().long().equal(batch.letters)
    normal = next_letter_batch(NORMAL, bank, "train", 0, np.arange(50))
    assert not normal.images[~normal.real].any()
    assert not normal.letters[~normal.real].any()
    assert normal.real.sum(1).equal(normal.lengths)


def test_the_answer_follows_the_last_letter(bank):
    batch = next_letter_batch(NORMAL, bank, "train", 0, np.arange(50))
    for letters, length, answer in zip(batch.letters, batch.lengths, batch.answers, strict=True):
        assert answer == letters[length - 1] + letters[1] - letters[0]


def test_white_paper_is_the_black_one_inverted(bank):
    batch = next_letter_batch(NORMAL, bank, "train", 0, np.arange(50))
    light = (batch.images.mean((-1, -2)) > 0.5) & batch.real
    assert light.any()
    assert (batch.real & ~light).any()
    assert ((1 - batch.images[light])[:, 0, 0] * 255).round().long().equal(batch.letters[light])


def test_a_share_picks_among_the_glyphs_of_a_class(bank):
    for share, place in [(0.0, 0), (0.34, 1), (0.999999, 2)]:
        assert bank.pick(torch.tensor([5]), torch.tensor([share]))[0].equal(bank.images[15 + place])


def test_a_bank_without_some_letter_is_refused():
    with pytest.raises(ValueError, match="each of the 26 classes"):
        GlyphBank.of(np.zeros((25, 28, 28), np.uint8), np.arange(25), CPU)


BAR = torch.zeros(5, 28, 28)
BAR[:, 6:22, 13:15] = 1


@pytest.mark.parametrize("field", ["degrees", "scale", "shear", "shift", "width", "waves", "blur", "noise"])
def test_each_kind_of_augmentation_changes_every_image_in_its_own_way(field):
    most = {"degrees": 20.0, "blur": 3.0}.get(field, 0.9)
    changed = Augmentation(**{field: most})(BAR, torch.Generator().manual_seed(0))
    assert changed.shape == BAR.shape
    assert all(not torch.allclose(a, b, atol=1e-3) for a, b in zip(changed, BAR, strict=True))
    assert not torch.allclose(changed[0], changed[1], atol=1e-3)
    assert changed.min() > -0.01
    assert changed.max() < 1.01


def test_no_augmentation_leaves_images_alone():
    assert Augmentation()(BAR, torch.Generator()).equal(BAR)


def test_width_thickens_and_thins_without_moving():
    ink = [Augmentation(width=1.0)(BAR, torch.Generator().manual_seed(n)).sum((1, 2)) for n in range(4)]
    assert torch.cat(ink).min() < BAR[0].sum() < torch.cat(ink).max()


def test_blur_is_the_one_that_reading_is_measured_on():
    from PIL import Image, ImageFilter

    for pixels in (0.5, 1.0, 2.0):
        mine = _blurred(BAR[:1], torch.full((1, 1, 1), pixels))[0]
        image = Image.fromarray((BAR[0] * 255).byte().numpy())
        theirs = torch.from_numpy(np.array(image.filter(ImageFilter.GaussianBlur(pixels)))) / 255
        assert (mine - theirs).abs().max() < 0.05
        assert mine.sum() == pytest.approx(BAR[0].sum().item(), rel=0.01)


def test_noise_is_as_strong_as_it_says_and_stays_within_black_and_white():
    grey = torch.full((400, 28, 28), 0.5)
    noisy = Augmentation(noise=0.1)(grey, torch.Generator().manual_seed(0))
    deviations = (noisy - 0.5).std(dim=(1, 2))[:, None]
    assert deviations.max() == pytest.approx(0.1, abs=0.01)
    assert deviations.median() == pytest.approx(0.05, abs=0.01)
    strong = Augmentation(noise=1.0)(grey, torch.Generator().manual_seed(0))
    assert strong.min() == 0
    assert strong.max() == 1


def test_a_share_of_the_images_stays_clear():
    bars = BAR[:1].repeat(400, 1, 1)
    unclear = Augmentation(blur=2.0, noise=0.2, clear=0.4)(bars, torch.Generator().manual_seed(0))
    untouched = torch.isclose(unclear, bars, atol=1e-3).all(dim=2).all(dim=1)
    assert untouched.float().mean() == pytest.approx(0.4, abs=0.06)
    again = Augmentation(blur=2.0, noise=0.2, clear=0.4)(bars, torch.Generator().manual_seed(0))
    assert unclear.equal(again)


def test_reading_batches_are_a_function_of_seed_and_step(bank):
    bent = Augmentation(degrees=10)
    first, again, later = (reading_batch(bank, 1, step, 9, bent) for step in (3, 3, 4))
    assert first[0].equal(again[0])
    assert not first[0].equal(later[0])


@pytest.fixture(scope="module")
def numbered():
    """47 classes of two images; the first two pixels of each tell which image it is and of which class."""
    images = np.zeros((94, 28, 28), np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.arange(94), np.repeat(np.arange(47), 2)
    return GlyphBank.of(images, np.repeat(np.arange(47), 2), CPU, 47)


def shown(bank, steps, size, seed=5):
    """The numbers of the images of each step."""
    batches = [epoch_batch(bank, seed, step, size, UNCHANGED) for step in steps]
    for images, labels in batches:
        assert (images[:, 0, 1] * 255).round().long().equal(labels)
    return [(images[:, 0, 0] * 255).round().long().tolist() for images, _ in batches]


@pytest.mark.parametrize(("size", "batches"), [(9, 11), (47, 2), (93, 2), (94, 1), (95, 1), (1, 94)])
def test_a_pass_shows_every_image_exactly_once(numbered, size, batches):
    assert per_epoch(numbered, size) == batches
    passed = shown(numbered, range(batches), size)
    assert sorted(number for each in passed for number in each) == list(range(94))
    assert [len(each) for each in passed[:-1]] == [size] * (batches - 1)
    assert len(passed[-1]) == 94 - size * (batches - 1)


def test_each_pass_has_an_order_of_its_own(numbered):
    passes = [shown(numbered, range(at, at + 11), 9) for at in (0, 11, 22)]
    first, second, third = ([number for each in batches for number in each] for batches in passes)
    assert first != list(range(94))
    assert len({tuple(each) for each in (first, second, third)}) == 3
    assert sorted(first) == sorted(second) == sorted(third)
    assert shown(numbered, range(11), 9, seed=6) != shown(numbered, range(11), 9)


def test_a_batch_of_a_pass_is_a_function_of_seed_and_step(numbered):
    bent = Augmentation(degrees=10)
    first, again, later = (epoch_batch(numbered, 1, step, 9, bent) for step in (3, 3, 14))
    assert first[0].equal(again[0])
    assert first[1].equal(again[1])
    assert not first[0].equal(later[0])
    assert not first[0].equal(epoch_batch(numbered, 1, 3, 9, UNCHANGED)[0])


def test_a_bank_of_47_classes_needs_an_image_of_each():
    with pytest.raises(ValueError, match="each of the 47"):
        GlyphBank.of(np.zeros((46, 28, 28), np.uint8), np.arange(46), CPU, 47)
    with pytest.raises(ValueError, match="each of the 26"):
        GlyphBank.of(np.zeros((47, 28, 28), np.uint8), np.arange(47), CPU)


@pytest.fixture(scope="module")
def inked():
    """Letters whose way of the pen begins, in x, with the number of their class, and whose images do so too."""
    labels = np.repeat(np.arange(26), 3)
    ways = np.zeros((78, 64, 3), np.float32)
    ways[:, :, 0] = labels[:, None]
    ways[:, :, 1] = np.arange(64)
    ways[:, [0, 40], 2] = 1
    images = np.zeros((78, 28, 28), np.uint8)
    images[:, 0, 0] = labels
    order = np.random.default_rng(0).permutation(78)
    return GlyphBank.of(images[order], labels[order], CPU, trajectories=ways[order])


def test_a_letter_keeps_its_own_way_of_the_pen(bank, inked):
    batch = next_letter_batch(NORMAL, inked, "train", 0, np.arange(20))
    assert batch.trajectories[batch.real][:, 0, 0].long().equal(batch.letters[batch.real])
    assert next_letter_batch(NORMAL, bank, "train", 0, np.arange(20)).trajectories is None
    images, ways = zip(*inked.chunks(30), strict=True)
    assert [len(part) for part in images] == [30, 30, 18]
    assert torch.cat(ways)[:, 0, 0].long().equal(inked.labels)


def test_ways_of_the_pen_are_drawn_by_seed_and_step_with_their_letters(bank, inked):
    ways, labels = writing_batch(inked, 0, 3, 20, UNCHANGED)
    assert ways[:, 0, 0].long().equal(labels)
    assert writing_batch(inked, 0, 3, 20, UNCHANGED)[1].equal(labels)
    assert not writing_batch(inked, 0, 4, 20, UNCHANGED)[1].equal(labels)
    with pytest.raises(ValueError, match="strokes are known"):
        writing_batch(bank, 0, 0, 5, UNCHANGED)


@pytest.mark.parametrize("field", ["degrees", "scale", "shear", "waves"])
def test_ways_of_the_pen_are_bent_too_and_the_pen_is_set_down_where_it_was(inked, field):
    ways = inked.written(torch.arange(0, 78, 3))
    bent = Augmentation(**{field: 5.0 if field == "degrees" else 0.3}).distorted(ways, torch.Generator().manual_seed(0))
    assert (bent[..., :2] - ways[..., :2]).abs().amax((1, 2)).gt(1e-4).all()
    assert bent[..., 2].equal(ways[..., 2])


def test_a_way_that_is_gone_backwards_begins_each_stroke_where_it_ended(inked):
    ways = inked.written(torch.arange(5))
    back = Augmentation(backwards=1.0).distorted(ways, torch.Generator())
    assert back[:, :, :2].equal(ways[:, :, :2].flip(1))
    assert back[0, :, 2].nonzero()[:, 0].tolist() == [0, 24]
    assert Augmentation(backwards=1.0).distorted(back, torch.Generator()).equal(ways)
