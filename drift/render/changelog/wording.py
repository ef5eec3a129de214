"""A block's change -> the runs of words that a reader must see, with their neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from drift.changes.base import BlockChange, Change, Hunk
from drift.explain.sentence import Mark, Span
from drift.render.changelog.view import View

MOST_WORDS = 40
"""Words of an added or removed text that are shown; enough for three lines, by which a reader knows it again."""

FIRST_WORDS = 5
"""Words by which a reader finds a text again."""

ID_ENDS = 5
"""Signs of a long id that are shown at each end; ids that differ, differ in these but once in a billion."""

OFTEN = 3
"""How often the same sign may come or go in a section before it is told once with a number."""

_LETTER = re.compile(r"\w")

_CLOSING = frozenset(".,;:!?)]}%’”")
# No blank stands before these; words come without those that stood between them.

_ID = re.compile(r"(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{20,}", re.ASCII)
# Long, and with digits and capitals: words joined by hyphens are to be read.


class Line(msgspec.Struct, frozen=True):
    """One difference in a block's text."""

    mark: Mark
    spans: tuple[Span, ...]


def wording(change: Change, view: View) -> Iterator[Line]:
    """Tell the word-level differences of an edited section, block by block.

    Args:
        change: A change; only those with blocks have lines.
        view: How it is to be shown; differences that one of its rules explains are left out.

    Yields:
        The differences in the order of the blocks.
    """
    told = {rule.id for rule in view.changelog.rules}
    formatted: list[BlockChange] = []
    signs = _signs(change, whole=view.verbose)
    for block in change.blocks or ():
        if block.op != "edited":
            yield _block(block, whole=view.verbose)
        elif block.hunks:
            hunks = [hunk for hunk in block.hunks if hunk.cause not in told]
            yield from _hunks(hunks, signs, view.context)
        else:
            formatted.append(block)
    if formatted:
        yield _formatting(formatted)


def facts(change: Change) -> tuple[Span, ...]:
    """Tell the numbers, dates, amounts, negations and modal verbs that changed.

    Args:
        change: A change; only edited sections have facts.

    Returns:
        The pairs before and after, or nothing.
    """
    spans: list[Span] = []
    for fact in change.facts or ():
        spans += [
            Span(", " if spans else ""),
            Span(fact.before or "nothing", "old"),
            Span(" → "),
            Span(fact.after or "nothing", "new"),
        ]
    return tuple(spans)


def shortened(text: str, *, whole: bool) -> str:
    """Cut a long text after its first words and say how long it is.

    Args:
        text: Any text.
        whole: Whether to leave it whole.

    Returns:
        The text, or its beginning.
    """
    found = text.split()
    if whole or len(found) <= MOST_WORDS:
        return " ".join(found)
    return f"{' '.join(found[:MOST_WORDS])} … ({len(found)} words)"


def shortened_target(target: str) -> str:
    """Cut what nobody reads out of a target: the middle of the long ids that documents have in URLs.

    Args:
        target: A link's target.

    Returns:
        The target, its long ids as `1aKJrJ…hRCs0`.
    """
    return _ID.sub(lambda found: f"{found[0][:ID_ENDS]}…{found[0][-ID_ENDS:]}", target)


def _hunks(
    hunks: Iterable[Hunk], signs: dict[tuple[str, str], int], context: int
) -> Iterator[Line]:
    """Tell differences, those of signs that were counted at their first place alone."""
    for hunk in hunks:
        row = (hunk.before, hunk.after)
        times = signs.get(row, 1)
        if times > 1:
            signs[row] = 0
            yield Line("~", (*_hunk(hunk, context), Span(f" ({times} times)")))
        elif times:
            yield Line("~", _hunk(hunk, context))


def _signs(change: Change, *, whole: bool) -> dict[tuple[str, str], int]:
    """Count the signs that came or went often, such as full stops at the end of list items: they are told once."""
    hunks = (hunk for block in change.blocks or () for hunk in block.hunks)
    rows = ((hunk.before, hunk.after) for hunk in hunks if hunk.cause is None)
    found = Counter(row for row in rows if not _LETTER.search("".join(row)))
    return {row: count for row, count in found.items() if count >= OFTEN and not whole}


def _block(block: BlockChange, *, whole: bool) -> Line:
    noun = block.kind.replace("_", " ")
    if block.op == "added":
        return Line("+", (Span(shortened(block.after or "", whole=whole) or noun, "new"),))
    if block.op == "removed":
        return Line("-", (Span(shortened(block.before or "", whole=whole) or noun, "old"),))
    text = shortened(block.after or block.before or "", whole=whole)
    return Line("~", (Span(f"{noun} moved: "), Span(text, "name")))


def _formatting(blocks: list[BlockChange]) -> Line:
    """Tell together what reads the same as before."""
    nouns = Counter(block.kind.replace("_", " ") for block in blocks)
    parts = (f"{count} {noun}" + "s" * (count > 1) for noun, count in nouns.items())
    first = " ".join((blocks[0].after or "").split()[:FIRST_WORDS])
    from_ = f", from “{first}”" if first else ""
    return Line("~", (Span(f"formatting of {', '.join(parts)}{from_}"),))


def _hunk(hunk: Hunk, context: int) -> tuple[Span, ...]:
    ahead = hunk.context[0].split()[-context:] if context else []
    behind = hunk.context[1].split()[:context]
    parts = [
        Span(" ".join(("…", *ahead)) if ahead else ""),
        Span(" ".join(hunk.before.split()), "old"),
        Span(" ".join(hunk.after.split()), "new"),
        Span(" ".join((*behind, "…")) if behind else ""),
    ]
    spans: list[Span] = []
    for part in parts:
        if part.text:
            apart = spans and part.text[0] not in _CLOSING
            spans += [Span(" "), part] if apart else [part]
    return tuple(spans) or (Span("white space"),)
