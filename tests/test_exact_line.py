"""The exact reasoner against reasoning written out by hand."""

from itertools import product

import numpy as np
import pytest
import torch

from seqdemo.models.exact_line import ExactLine, ExactLineConfig, lines_of, posterior
from seqdemo.models.log_probs import certain
from seqdemo.sequences.arithmetic import EASY, NORMAL

LENGTHS = torch.tensor([5, 2, 6])


@pytest.fixture(params=[EASY, NORMAL], ids=lambda task: task.name)
def model(request):
    torch.manual_seed(0)
    return ExactLine(ExactLineConfig(request.param.name, "pen", 4, 7, 0.3, lapse_rate=0.02)).eval()


@pytest.fixture
def vision():
    return torch.randn(3, 6, 26, generator=torch.Generator().manual_seed(1)).mul(2).log_softmax(-1)


def by_hand(task, probabilities, seen):
    """p(answer) by trying every start and step, one after the other."""
    answers = np.zeros(26)
    for start, step in product(range(26), task.steps):
        letters = [start + step * at for at in range(seen + 1)]
        if all(0 <= letter < 26 for letter in letters):
            answers[letters[-1]] += np.prod([probabilities[at, letters[at]] for at in range(seen)])
    return answers / answers.sum()


def test_every_answer_has_the_probability_of_all_its_lines(model, vision):
    task = {each.name: each for each in (EASY, NORMAL)}[model.config.task]
    reasoning = model.reason(vision, LENGTHS).exp()
    for row, seen in product(range(3), range(1, 7)):
        expected = by_hand(task, vision[row].exp().double().numpy(), seen)
        assert np.allclose(reasoning[row, seen - 1].detach().numpy(), expected, atol=1e-5)


def test_the_map_of_lines_adds_up_to_one_and_sharpens_to_the_true_line(model):
    letters = torch.tensor([[2, 4, 6, 8, 10]])
    chances = posterior(model.config.task, certain(letters)).exp()[0]
    assert chances.sum(dim=1).tolist() == pytest.approx([1] * 5, abs=1e-5)
    assert lines_of(model.config.task)[chances[-1].argmax()].tolist() == [2, 2]
    assert chances[-1].max() > 0.99


def test_told_the_truth_it_answers_every_line_right():
    model = ExactLine(ExactLineConfig("next-normal", "reader", 4, 7, 0.3, lapse_rate=0.02)).eval()
    for seen in (2, 3, 6):
        lines = torch.tensor([(line.start, line.step) for line in NORMAL.lines(seen)])
        letters = lines[:, :1] + lines[:, 1:] * torch.arange(seen)
        answers = model.reason(certain(letters), torch.full((len(lines),), seen))[:, -1].argmax(-1)
        assert answers.equal(lines[:, 0] + lines[:, 1] * seen)


def test_a_little_is_left_for_every_letter(model):
    with torch.inference_mode():
        _, vision = model.see(torch.rand(1, 1, 28, 28), torch.tensor([1]))
    assert vision.exp().sum().item() == pytest.approx(1, abs=1e-5)
    assert vision.exp().min().item() >= 0.02 / 26 - 1e-7


def test_the_way_of_the_pen_is_looked_at_where_it_is_known(model):
    images, ways = torch.rand(1, 3, 28, 28), torch.rand(1, 3, 64, 3)
    lengths = torch.tensor([3])
    assert not torch.allclose(model(images, lengths).reasoning, model(images, lengths, ways).reasoning, atol=1e-5)


def test_a_padded_batch_equals_single_runs_and_nothing_looks_ahead(model):
    images = torch.rand(3, 6, 28, 28, generator=torch.Generator().manual_seed(1))
    images *= (torch.arange(6) < LENGTHS[:, None])[..., None, None]
    together = model(images, LENGTHS)
    for row, length in enumerate(LENGTHS.tolist()):
        alone = model(images[row : row + 1, :length], LENGTHS[row : row + 1])
        assert torch.allclose(together.reasoning[row, :length], alone.reasoning[0], atol=1e-5)
    other = images.clone()
    other[:, 1] = torch.rand(3, 28, 28)
    changed = model(other, LENGTHS)
    assert torch.allclose(together.reasoning[:, 0], changed.reasoning[:, 0], atol=1e-6)
    assert not torch.allclose(together.reasoning[:, 1], changed.reasoning[:, 1], atol=1e-6)
