"""The accuracy benchmark in small: every edit once, and many at once, on an invented handbook."""

from __future__ import annotations

import random

import pytest

from tests.benchmarks.accuracy import casting, prose
from tests.benchmarks.accuracy.__main__ import compare
from tests.benchmarks.accuracy.outline import write
from tests.benchmarks.accuracy.reading import read
from tests.benchmarks.accuracy.score import Score, score, show_fact, show_said

RARE = frozenset({"page.orphan", "nav", "page.metadata"})
"""Edits that need another kind of site than the invented one."""

LIGHT, HEAVY = 0.97, 0.90


def _handbook(seed: int) -> dict[str, str]:
    rng = random.Random(seed)  # noqa: S311
    pages = {}
    for number in range(6):
        parts = [f"# {prose.heading(rng)} {number}\n\n{prose.paragraph(rng)}\n"]
        for part in range(9):
            sign = "##" if part % 3 == 0 else "###"
            items = "".join(f"- {prose.sentence(rng)}\n" for _ in range(4))
            texts = "\n".join(prose.paragraph(rng) for _ in range(3))
            rows = "| who | where |\n| --- | --- |\n| the amber crew | the quay |\n| the night crew | the mill |\n"
            parts.append(
                f"{sign} {prose.heading(rng)} {number}{part}\n\n{texts}\n{items}\n{rows if part == 4 else ''}\n"
            )
        pages[f"guides/{'abcdef'[number]}-{prose.NOUNS[number]}.md"] = "\n".join(parts)
    return pages


def _scored(edits: list[str], seed: str, *, limit: int) -> Score:
    tree = _handbook(7)
    focus = list(tree) if limit == 1 else list(tree)[:1]
    for attempt in range(8):
        try:
            case = casting.cast(
                tree, seed=f"{seed}:{attempt}", focus=focus, edits=edits, limit=limit, donors=[]
            )
        except casting.UntrueError:
            continue
        if case is not None:
            result = score(case.facts, compare(case))
            lines = [*map(show_fact, result.misses), *map(show_said, result.alarms)]
            assert result.f1 >= (LIGHT if limit == 1 else HEAVY), "\n".join(lines)
            return result
    pytest.skip("no place for the edit on this handbook")


@pytest.mark.parametrize("name", sorted(set(casting.EDITS) - RARE))
def test_one_edit_is_told_as_what_it_is(name: str) -> None:
    """Each edit alone gives what the contract asks for and nothing else."""
    _scored([name], name, limit=1)


def test_forty_edits_of_a_page_are_told() -> None:
    """Many edits at once still come apart."""
    rng = random.Random(40)  # noqa: S311
    found = _scored(casting.many(casting.ON_PAGE, 40, rng), "forty", limit=40)
    assert sum(found.hits.values()) > 15


def test_the_outline_gives_back_what_it_read() -> None:
    """Reading and writing a page is lossless."""
    for path, text in _handbook(3).items():
        assert write(read(path, text)).rstrip() == text.rstrip()


def test_the_same_seed_makes_the_same_case() -> None:
    """A case can be made again from its seed."""
    tree = _handbook(7)
    one, other = (
        casting.cast(tree, seed="x", focus=list(tree), edits=["typo", "rename"], limit=2, donors=[])
        for _ in range(2)
    )
    assert one is not None
    assert other is not None
    assert (one.old, one.new, one.facts) == (other.old, other.new, other.facts)
