"""A matching as lines that can be read: `a.md#Heading/Sub => b.md#Heading/Sub`, pages without a heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from drift.match.forest import Forest
from drift.match.matching import Matching, Spread

Files = Mapping[str, str]
Paired = Callable[[Files, Files], list[str]]


def name(forest: Forest, node: int) -> str:
    at = forest.nodes[node]
    return "#".join(filter(None, (at.page, "/".join(at.path))))


def pairs(matching: Matching) -> list[str]:
    return sorted(
        f"{name(matching.old, pair.old)} => {name(matching.new, pair.new)}"
        for pair in matching.sections.by_old.values()
    )


def _spread(spread: Spread, whole: Forest, parts: Forest) -> str:
    return f"{name(whole, spread.whole)} + {', '.join(name(parts, one) for one in spread.parts)}"


@pytest.fixture
def paired(matched: Callable[[Files, Files], Matching]) -> Paired:
    """Match two small sites and list the pairs; turned round, the same pairs must come out."""

    def run(old: Files, new: Files) -> list[str]:
        there, back = pairs(matched(old, new)), pairs(matched(new, old))
        assert sorted(" => ".join(reversed(one.split(" => "))) for one in back) == there
        return there

    return run


@pytest.fixture
def spreads(matched: Callable[[Files, Files], Matching]) -> Callable[[Files, Files], list[str]]:
    """Match two small sites and list the splits; those of sections must come out as merges on the way back."""

    def run(old: Files, new: Files) -> list[str]:
        there, back = matched(old, new), matched(new, old)
        splits = [_spread(spread, there.old, there.new) for spread in there.splits]
        merges = [_spread(spread, back.new, back.old) for spread in back.merges]
        assert [one for one in merges if "#" in one] == [one for one in splits if "#" in one]
        return splits

    return run
