"""What can be said of two arms: the test, its interval, pairs that came out the opposite way, and the levels."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from statistics import fmean

import numpy as np
import pytest

from seqdemo.room import claims
from seqdemo.room.claims import Arm, claim, opposed, opposed_share, spread

LOW, HIGH = (0.71, 0.74, 0.72, 0.78, 0.73), (0.79, 0.76, 0.81, 0.75)


def exact_chance(one: Arm, other: Arm) -> Fraction:
    """By going through all deals in whole numbers."""
    dots = [round(100_000 * each) for each in (*one, *other)]
    n, m = len(one), len(other)

    def apart(second: tuple[int, ...]) -> int:
        inside = sum(dots[k] for k in second)
        return abs(n * inside - m * (sum(dots) - inside))

    seen = apart(tuple(range(n, n + m)))
    deals = [apart(second) for second in combinations(range(n + m), m)]
    return Fraction(sum(each >= seen for each in deals), len(deals))


def arms(seed: int, count: int, other: int, apart: float) -> tuple[Arm, Arm]:
    random = np.random.default_rng(seed)
    drawn = [random.normal(0.8 + shift, 0.01, n).round(5) for shift, n in ((0.0, count), (apart, other))]
    return tuple(map(float, drawn[0])), tuple(map(float, drawn[1]))


@pytest.mark.parametrize(("one", "other"), [(LOW, HIGH), (HIGH, LOW), arms(1, 4, 4, 0), arms(2, 7, 6, 0.01)])
def test_the_chance_equals_that_of_all_deals_counted_in_whole_numbers(one: Arm, other: Arm) -> None:
    found = claim(one, other)
    assert found is not None
    assert found.chance == pytest.approx(float(exact_chance(one, other)), abs=1e-12)
    assert found.difference == pytest.approx(fmean(other) - fmean(one))


@pytest.mark.parametrize(("one", "other"), [(LOW, HIGH), arms(3, 6, 5, 0.004), arms(4, 20, 25, 0.01)])
def test_the_interval_holds_the_differences_that_the_test_does_not_rule_out(one: Arm, other: Arm) -> None:
    found = claim(one, other)
    assert found is not None
    assert found.interval is not None
    low, high = found.interval
    assert low < found.difference < high
    for shift, kept in ((low - 1e-4, False), (low + 1e-4, True), (high - 1e-4, True), (high + 1e-4, False)):
        moved = claim(one, tuple(each - shift for each in other))
        assert moved is not None
        assert moved.chance is not None
        assert (moved.chance > claims.PROBABLE) is kept, shift


def test_where_deals_are_drawn_the_chance_is_near_that_of_all_of_them_and_the_same_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = arms(5, 8, 8, 0.008)
    exact = float(exact_chance(one, other))
    monkeypatch.setattr(claims, "MOST_DEALS", 1)
    claims._dealt.cache_clear()
    drawn = [claim.__wrapped__(one, other) for _ in range(2)]
    claims._dealt.cache_clear()
    assert drawn[0] == drawn[1]
    assert drawn[0].chance == pytest.approx(exact, abs=4 * (exact / claims.DRAWN) ** 0.5)
    assert drawn[0].chance != exact


def test_arms_that_are_alike_are_rarely_called_different_and_those_far_apart_always() -> None:
    alike = [claim(*arms(seed, 8, 8, 0.0)) for seed in range(300)]
    said = [found.level for found in alike if found]
    assert said.count("clear") <= 6, "1 of 200 on average"
    assert said.count("clear") + said.count("probable") <= 28, "1 of 20 on average"
    assert {found.level for seed in range(20) if (found := claim(*arms(seed, 8, 8, 0.05)))} == {"clear"}


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (LOW[:3], HIGH, "few"),
        ((0.1,) * 4, (0.9,) * 3, "few"),
        ((0.1, 0.2, 0.3, 0.4), (0.15, 0.25, 0.35, 0.45), "unclear"),
        ((0.5,) * 5, (0.5,) * 5, "unclear"),
        ((0.1, 0.2, 0.3, 0.4), (0.5, 0.6, 0.7, 0.8), "probable"),
        ((0.1, 0.2, 0.3, 0.4, 0.41, 0.42), (0.5, 0.6, 0.7, 0.8, 0.81, 0.82), "clear"),
    ],
)
def test_the_claim_grows_with_the_dots(one: Arm, other: Arm, level: str) -> None:
    found = claim(one, other)
    assert found is not None
    assert found.level == level
    assert (found.interval is None) is (level == "few")


def test_an_arm_without_a_dot_allows_no_claim_and_one_dot_has_no_spread() -> None:
    assert claim((), HIGH) is None
    assert claim(HIGH, ()) is None
    assert spread((0.5,)) is None
    assert spread(LOW) == pytest.approx(np.std(LOW, ddof=1))


def test_pairs_oppose_what_all_say_if_they_come_out_the_other_way() -> None:
    pairs = [(0.7, 0.8), (0.8, 0.7), (0.7, 0.7), (0.9, 0.6)]
    assert opposed(pairs, 0.1) == 2
    assert opposed(pairs, -0.1) == 1
    assert opposed(pairs, 0.0) == 0
    wrong = sum(a > b for a, b in product(LOW, HIGH))
    assert opposed_share(LOW, HIGH) == wrong / (len(LOW) * len(HIGH)) == opposed_share(HIGH, LOW)
