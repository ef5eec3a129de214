from __future__ import annotations

import pytest

from drift.match.matching import CERTAIN, Pair, Pairs, probability


def test_pairs_are_one_to_one() -> None:
    pairs = Pairs().with_all([Pair(1, 2, 0.9, "a"), Pair(1, 3, 0.9, "b"), Pair(4, 2, 0.9, "c")])
    assert (pairs.new_of(1), pairs.old_of(2)) == (2, 1)
    assert (pairs.new_of(4), pairs.old_of(3)) == (None, None)
    assert pairs.holds(1, 2)
    assert not pairs.holds(1, 3)


def test_adding_makes_a_new_relation() -> None:
    empty = Pairs()
    empty.with_all([Pair(1, 2, 0.9, "a")])
    assert empty.new_of(1) is None


def test_turned_it_is_the_relation_of_the_other_side() -> None:
    turned = Pairs().with_all([Pair(1, 2, 0.9, "a")]).turned()
    assert turned.by_old == {2: Pair(2, 1, 0.9, "a")}
    assert turned.by_new == {1: Pair(2, 1, 0.9, "a")}


@pytest.mark.parametrize(("score", "confidence"), [(0, 0.5), (-50_000, 0.0), (50_000, CERTAIN)])
def test_even_odds_are_a_half_and_nothing_is_ever_certain(score: int, confidence: float) -> None:
    assert probability(score) == confidence


def test_more_evidence_is_more_confidence() -> None:
    assert probability(-100) < probability(0) < probability(100)
