"""A block that is another -> the facts in it that its readers must know, with the words by which they know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType

import msgspec

from drift.aggregate.notes.notes import Fact
from drift.changes.base import BlockChange, Hunk
from drift.changes.canonical import weighs
from drift.changes.facts import facts
from drift.changes.hunks import LONGEST, Gap, gaps
from drift.trees.page import CELL

LONGEST_FACT = 6
"""Words of a passage that still is a fact, and not a sentence that holds one."""

SHORT_LINE = 12
"""Words of a line that is told whole: cut out of `Good Friday (UK) (4/15/2022)`, a date says nothing."""

AROUND = 4
"""Words before and after a fact, by which a reader knows what it is about."""

NEAR = 2
"""Words between two differences that are told as one."""

_RANKS = MappingProxyType(
    {"amount": 0, "duration": 0, "negation": 1, "modal": 1, "date": 2, "number": 2}
)
"""What concerns readers most comes first."""

_ENDS = ".!?;"
_SENTENCE = re.compile(rf"(?<=[{_ENDS}])\s+")

_LOOSE = re.compile(r" ([,.;:!?)])(?= |$)")

_Ranked = tuple[int, Fact]


def told_facts(blocks: Iterable[BlockChange]) -> tuple[Fact, ...]:
    """Give those facts that can be told in a few words: what a rule explains is told by the rule.

    Args:
        blocks: Of one section, what happened to them.

    Returns:
        Each fact once, those first that concern readers most.
    """
    found = dict.fromkeys(one for block in blocks for one in _of(block))
    return tuple(fact for _, fact in sorted(found, key=lambda one: one[0]))


def _of(block: BlockChange) -> Iterator[_Ranked]:
    old, new = block.before or "", block.after or ""
    # A command or a setting says something else when it is another, and nobody reads it as a sentence.
    if block.op != "edited" or block.kind == "code" or max(len(old), len(new)) > LONGEST:
        return
    if block.kind == "table":
        for one, other in _rows(old, new):
            yield from _ranked(one, other)
    elif _is_line(old) and _is_line(new):
        if all(hunk.cause is None and _is_short(hunk) for hunk in block.hunks):
            yield from _ranked(old, new)
    else:
        for before, after in _passages(block):
            yield from _ranked(before, after)


def _rows(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Pair the rows that begin alike; the first cell of a table says what a row is about."""
    sides = [[row for row in text.split("\n") if _is_line(row)] for text in (old, new)]
    before, after = ({row.partition(CELL)[0]: row for row in rows} for rows in sides)
    if len(before) == len(sides[0]) and len(after) == len(sides[1]):
        yield from ((before[key], row) for key, row in after.items() if key in before)


def _is_line(text: str) -> bool:
    return 0 < len(text.split()) <= SHORT_LINE


def _is_short(hunk: Hunk) -> bool:
    return max(len(hunk.before.split()), len(hunk.after.split())) <= LONGEST_FACT


def _passages(block: BlockChange) -> Iterator[tuple[str, str]]:
    """Cut out what differs, with the words around it; what is told on either side was written so."""
    between = gaps(block.before or "", block.after or "")
    open_: _Passage | None = None
    for gap, hunk, behind in zip(between, block.hunks, between[1:], strict=False):
        if hunk.cause is not None or not _is_short(hunk):
            # Its words are on one side only, and no context of another.
            if open_:
                yield open_.told()
            open_ = None
        elif open_ and len(gap.text.split()) <= NEAR and open_.is_short_with(hunk):
            open_ = _Passage(
                open_.lead,
                _joined(open_.before, gap, hunk.before),
                _joined(open_.after, gap, hunk.after),
                behind,
            )
        else:
            if open_:
                yield open_.told()
            open_ = _Passage(gap, hunk.before, hunk.after, behind)
    if open_:
        yield open_.told()


class _Passage(msgspec.Struct, frozen=True):
    """Words that differ, between words that do not."""

    lead: Gap
    before: str
    after: str
    tail: Gap

    def is_short_with(self, hunk: Hunk) -> bool:
        """Tell whether both together still are a fact.

        Args:
            hunk: What differs behind it.
        """
        words = (f"{self.before} {hunk.before}", f"{self.after} {hunk.after}")
        return max(len(side.split()) for side in words) <= LONGEST_FACT

    def told(self) -> tuple[str, str]:
        """Write both sides, as far as the sentence goes and no further than it needs."""
        ends = self.lead.text.endswith(tuple(_ENDS)) and self.lead.behind
        lead = "" if ends else _SENTENCE.split(self.lead.text)[-1]
        lead = " ".join(lead.split()[-AROUND:])
        tail = " ".join(_SENTENCE.split(self.tail.text)[0].split()[:AROUND])
        opening, closing = " " * self.lead.behind, " " * self.tail.ahead
        one, other = (
            f"{lead}{opening}{words}{closing}{tail}" for words in (self.before, self.after)
        )
        return _set(one), _set(other)


def _set(text: str) -> str:
    """Write a text as it is printed: what was taken out between a word and a comma leaves no blank."""
    return _LOOSE.sub(r"\1", " ".join(text.split()))


def _joined(before: str, gap: Gap, after: str) -> str:
    return f"{before}{' ' * gap.ahead}{gap.text}{' ' * gap.behind}{after}"


def _ranked(before: str, after: str) -> Iterator[_Ranked]:
    """Give a passage with the rank of the fact that it holds, if the fact is another to those who read it."""
    ranks = [_RANKS[fact.kind] for fact in facts(before, after) if weighs(fact)]
    if ranks:
        yield min(ranks), Fact(before, after)
