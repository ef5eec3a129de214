from __future__ import annotations

from collections import Counter

import pytest

from drift.aggregate.terms.chains import composed
from drift.aggregate.terms.chances import Claim
from drift.aggregate.terms.renamings import Renaming


def claim(before: str, after: str, count: int, *steps: int) -> Claim:
    renaming = Renaming(
        forms=((before, after),),
        longer=(),
        count=count,
        places=count,
        back=0,
        elsewhere=0,
        steps=steps,
        pages=frozenset({f"{before}.md"}),
        scopes=Counter({"prose": count}),
        titles=0,
        where=frozenset(),
    )
    return Claim(renaming, 0.9 - count / 1000, (), ())


def told(*claims: Claim) -> list[tuple[str, str, int]]:
    return [
        (one.renaming.before, one.renaming.after, one.renaming.count) for one in composed(claims)
    ]


def test_a_stage_is_left_out() -> None:
    assert told(claim("Abaca", "Bamboo", 6, 1), claim("Bamboo", "Cotton", 6, 5)) == [
        ("Abaca", "Cotton", 6)
    ]


def test_a_stage_that_was_there_before_is_told_too() -> None:
    assert told(claim("Abaca", "Bamboo", 2, 1), claim("Bamboo", "Cotton", 30, 5)) == [
        ("Abaca", "Cotton", 2),
        ("Bamboo", "Cotton", 30),
    ]


def test_three_steps_are_one() -> None:
    steps = (
        claim("Abaca", "Bamboo", 6, 1),
        claim("Bamboo", "Cotton", 6, 5),
        claim("Cotton", "Damask", 6, 9),
    )
    assert told(*steps) == [("Abaca", "Damask", 6)]
    (one,) = composed(steps)
    assert one.renaming.forms == (
        ("Abaca", "Damask"),
        ("Abaca", "Bamboo"),
        ("Bamboo", "Cotton"),
        ("Cotton", "Damask"),
    )


def test_two_ways_to_one_form_are_one() -> None:
    steps = (
        claim("Abaca", "Bamboo", 6, 1),
        claim("Bamboo", "Damask", 6, 5),
        claim("abaca", "Damask", 4, 9),
    )
    assert told(*steps) == [("Abaca", "Damask", 6)]
    (one,) = composed(steps)
    assert one.renaming.forms[-1] == ("abaca", "Damask")


def test_what_came_first_follows_from_nothing_later() -> None:
    claims = (claim("Abaca", "Bamboo", 6, 5), claim("Bamboo", "Cotton", 6, 1))
    assert told(*claims) == [("Abaca", "Bamboo", 6), ("Bamboo", "Cotton", 6)]


def test_a_circle_is_no_renaming() -> None:
    circle = (
        claim("Abaca", "Bamboo", 6, 1),
        claim("Bamboo", "Cotton", 6, 5),
        claim("Cotton", "Abaca", 6, 9),
    )
    assert told(*circle) == []


def test_commits_and_pages_of_all_stages_are_kept() -> None:
    (one,) = composed((claim("Abaca", "Bamboo", 6, 1), claim("Bamboo", "Cotton", 6, 5)))
    assert one.renaming.steps == (1, 5)
    assert one.renaming.pages == {"Abaca.md", "Bamboo.md"}
    assert one.confidence == pytest.approx(0.894)
