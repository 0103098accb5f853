"""Arithmetic letter sequences."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqdemo.letters import index_of
from seqdemo.sequences.arithmetic import EASY, NORMAL, next_letter

LINES = {(EASY, 5): 48, (NORMAL, 2): 254, (NORMAL, 3): 212, (NORMAL, 4): 170, (NORMAL, 5): 136, (NORMAL, 6): 114}


@pytest.mark.parametrize(("task", "length"), LINES)
def test_all_valid_lines_are_listed(task, length):
    lines = task.lines(length)
    assert len(set(lines)) == len(lines) == LINES[task, length]
    assert all(0 <= line.letter(position) <= 25 for line in lines for position in range(length + 1))


@pytest.mark.parametrize("task", [EASY, NORMAL])
def test_samples_are_lines_and_their_answer_is_what_the_rule_says(task):
    samples = task.draw("train", 3, np.arange(2000))
    for length, letters in zip(samples.lengths, samples.letters.tolist(), strict=True):
        assert task.shortest <= length <= task.longest
        assert letters[1] - letters[0] in task.steps
        assert next_letter(letters[:length]) == letters[length]


def test_a_sample_depends_on_task_split_seed_and_index_and_on_nothing_else():
    alone = NORMAL.draw("train", 7, np.array([41]))
    among = NORMAL.draw("train", 7, np.arange(40, 43))
    assert alone.letters.tolist() == among.letters[1:2].tolist()
    assert alone.glyphs.tolist() == among.glyphs[1:2].tolist()
    others = [NORMAL.draw("val", 7, np.arange(50)), NORMAL.draw("train", 8, np.arange(50))]
    for other in others:
        assert (other.glyphs != NORMAL.draw("train", 7, np.arange(50)).glyphs).all()


def test_samples_stay_the_same_from_version_to_version():
    samples = NORMAL.draw("test", 0, np.arange(2, 6))
    assert samples.lengths.tolist() == [3, 2, 5, 5]
    assert samples.letters[:, :3].tolist() == [[2, 7, 12], [2, 4, 6], [1, 5, 9], [3, 4, 5]]


def test_lengths_lines_and_papers_are_uniform():
    samples = NORMAL.draw("train", 0, np.arange(50_000))
    lengths = Counter(samples.lengths.tolist())
    assert all(abs(count / 50_000 - 0.2) < 0.01 for count in lengths.values())
    pairs = Counter(map(tuple, samples.letters[samples.lengths == 6][:, :2].tolist()))
    assert len(pairs) == 114
    assert max(pairs.values()) < 2 * min(pairs.values())
    assert abs(samples.inverted.mean() - 0.5) < 0.01
    assert not EASY.draw("train", 0, np.arange(1000)).inverted.any()


@pytest.mark.parametrize(
    ("letters", "follows"),
    [("WXY", "Z"), ("AA", "A"), ("ZYX", "W"), ("AGM", "S"), ("XYZ", None), ("ABD", None), ("A", None), ("", None)],
)
def test_the_exact_rule_names_the_next_letter_or_nothing(letters, follows):
    answer = next_letter([index_of(letter) for letter in letters])
    assert answer == (None if follows is None else index_of(follows))


@given(st.lists(st.integers(0, 25), min_size=2, max_size=8))
def test_the_rule_answers_only_where_adding_the_answer_gives_a_line(letters):
    follows = next_letter(letters)
    steps = {b - a for a, b in pairwise(letters)}
    if follows is not None:
        assert steps == {follows - letters[-1]}
    else:
        assert len(steps) > 1 or not 0 <= letters[-1] + steps.pop() <= 25
