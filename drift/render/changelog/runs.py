"""An edited block -> its differences as a reader takes them in: those near each other as one run, a rewrite as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

import msgspec

from drift.changes.base import BlockChange, Hunk
from drift.changes.hunks import Gap, gaps
from drift.explain.sentence import Mark, Span
from drift.render import letters
from drift.trees.words import LETTER

OFTEN = 3
"""How often the same sign may come or go in a section before it is told once with a number."""

LONGEST = 200_000
"""Characters of a text that is data and not read: what stands around its hunks is not looked for."""

MOST = 3_000
"""Characters of one hunk that are shown."""

FEWEST = 8
"""Words that were replaced at one place by as many, from which on the text is shown before and after."""

_CLOSING = re.compile(
    r"[.,;:!?)\]}%’”](?![\w./])|[、。\uff0c\uff1b\uff1a\uff01\uff1f\uff09」』】》]"
)
# No blank stands before these where nobody knows better.


_QUOTES = frozenset(("'", '"', "`"))


class Line(msgspec.Struct, frozen=True):
    """One difference in a block's text."""

    mark: Mark
    spans: tuple[Span, ...]


class Signs:
    """The signs that came or went often in a section, such as full stops of list items: each is told once."""

    def __init__(self, blocks: Sequence[BlockChange], *, whole: bool) -> None:
        """Count them; with `whole` none is often enough."""
        rows = (
            (hunk.before, hunk.after)
            for block in blocks
            for hunk in block.hunks
            if hunk.cause is None
        )
        found = Counter(row for row in rows if not LETTER.search("".join(row)))
        self._often = {row: count for row, count in found.items() if count >= OFTEN and not whole}
        self._told: set[tuple[str, str]] = set()

    def often(self, hunk: Hunk) -> bool:
        """Tell whether the sign of a hunk is one that is counted."""
        return (hunk.before, hunk.after) in self._often

    def take(self, hunk: Hunk) -> int:
        """Tell how often the sign of a hunk is to be told here: all times at its first place, then 0."""
        row = (hunk.before, hunk.after)
        if row in self._told:
            return 0
        self._told.add(row)
        return self._often[row]


def _is_none_of(signs: Sequence[Hunk], hunk: Hunk) -> bool:
    return not any(hunk is sign for sign in signs)


class _Stretch(msgspec.Struct, frozen=True):
    """A hunk that is told, with all that stays between it and its neighbours."""

    ahead: Gap
    hunk: Hunk
    behind: Gap


def runs(
    block: BlockChange, signs: Signs, *, context: int, explained: frozenset[str]
) -> Iterator[Line]:
    """Tell the differences of a block that is on both sides.

    Args:
        block: The block, with its hunks.
        signs: The signs of its section that are counted.
        context: Words shown on each side of a run.
        explained: The rules that are told: hunks of theirs are left out.

    Yields:
        A line a run; or the text before and the text after, if less than half of it stayed.
    """
    told = _stretches(block, lambda hunk: hunk.cause in explained or signs.often(hunk))
    counted: dict[int, list[Hunk]] = {}
    often = [hunk for hunk in block.hunks if signs.often(hunk)]
    for sign in often:
        counted.setdefault(signs.take(sign), []).append(sign)
    counted.pop(0, None)
    for times, first in counted.items():
        # Signs that come in pairs, such as brackets, are one difference.
        together = [*first, *_closing(often, first)]
        for group in _near(_stretches(block, partial(_is_none_of, together)), context):
            if not all(_is_none_of(first, one.hunk) for one in group):
                yield Line("~", (*_run(group, context), Span(f" ({times} times)")))
    if _is_rewritten(block, told):
        yield Line("-", (Span(block.before or "", "old"),))
        yield Line("+", (Span(block.after or "", "new"),))
    else:
        for group in _near(told, context):
            yield Line("~", _run(group, context))


def _closing(often: Sequence[Hunk], first: Sequence[Hunk]) -> Iterator[Hunk]:
    """Give the quotes behind those that are told: what closes a quote is written as what opens it."""
    for sign, behind in pairwise(often):
        alike = (sign.before, sign.after) == (behind.before, behind.after)
        if alike and sign.before + sign.after in _QUOTES and not _is_none_of(first, sign):
            yield behind


def _stretches(block: BlockChange, stays: Callable[[Hunk], bool]) -> list[_Stretch]:
    """Put hunks and gaps in turn; a hunk that is not told here is part of what stays."""
    old, new = block.before or "", block.after or ""
    between = gaps(old, new) if max(len(old), len(new)) <= LONGEST else None
    if between is None or len(between) != len(block.hunks) + 1:
        return [_alone(hunk) for hunk in block.hunks if not stays(hunk)]
    found: list[_Stretch] = []
    ahead = between[0]
    for hunk, behind in zip(block.hunks, between[1:], strict=True):
        if stays(hunk):
            ahead = _joined(ahead, hunk, behind)
            if found:
                found[-1] = msgspec.structs.replace(found[-1], behind=ahead)
        else:
            found.append(_Stretch(ahead, hunk, behind))
            ahead = behind
    return found


def _alone(hunk: Hunk) -> _Stretch:
    """Where the whole text is not known, a hunk has its own neighbours and is far from all others."""
    ahead, behind = hunk.context
    closing = bool(_CLOSING.match(hunk.after or hunk.before))
    close = bool(_CLOSING.match(behind))
    return _Stretch(
        Gap(f"… {ahead}" if ahead else "", behind=not closing),
        hunk,
        Gap(f"{behind} …" if behind else "", ahead=not close),
    )


def _joined(ahead: Gap, hunk: Hunk, behind: Gap) -> Gap:
    first = " " * ahead.behind if ahead.text and hunk.after else ""
    last = " " * (behind.ahead if hunk.after else behind.apart) if behind.text else ""
    return Gap(f"{ahead.text}{first}{hunk.after}{last}{behind.text}", ahead.ahead, behind.behind)


def _is_rewritten(block: BlockChange, told: Sequence[_Stretch]) -> bool:
    """Tell whether less than half of the words of both sides stayed, and not in one piece."""
    if block.kind in {"table", "row"} or not told:
        return False
    gone = sum(letters.count(one.hunk.before) for one in told)
    come = sum(letters.count(one.hunk.after) for one in told)
    sizes = letters.count(block.before or ""), letters.count(block.after or "")
    kept = min(sizes[0] - gone, sizes[1] - come)
    scattered = len(told) > 1 or min(gone, come) >= FEWEST
    return scattered and 2 * kept < min(sizes)


def _near(told: Sequence[_Stretch], context: int) -> Iterator[list[_Stretch]]:
    """Gather the hunks whose contexts would touch or overlap."""
    group: list[_Stretch] = []
    for one in told:
        if group and (one.ahead != group[-1].behind or letters.count(one.ahead.text) > 2 * context):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _run(group: Sequence[_Stretch], context: int) -> tuple[Span, ...]:
    first, last = group[0].ahead, group[-1].behind
    spans = [Span(text)] if (text := _end(first.text, context)) else []
    blank = first.behind and bool(spans)
    for number, one in enumerate(group):
        spans += _differing(one.hunk, blank=blank)
        if number + 1 < len(group):
            spans.append(Span(" " * one.behind.ahead + one.behind.text))
            blank = one.behind.behind
    if text := _beginning(last.text, context):
        spans.append(Span(" " * last.ahead + text))
    return tuple(spans) if any(span.text.strip() for span in spans) else (Span("white space"),)


def _differing(hunk: Hunk, *, blank: bool) -> list[Span]:
    words = [Span(_brief(hunk.before), "old"), Span(_brief(hunk.after), "new")]
    spans: list[Span] = []
    for number, span in enumerate(span for span in words if span.text):
        if (number or blank) and (number == 0 or not _CLOSING.match(span.text)):
            spans.append(Span(" "))
        spans.append(span)
    return spans


def _brief(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= MOST else f"{shown[:MOST]} … ({len(shown):,} characters)"


def _end(text: str, count: int) -> str:
    if letters.count(text) <= count + text.startswith("…"):
        return " ".join(text.split())
    return f"… {letters.last(text, count)}" if count else ""


def _beginning(text: str, count: int) -> str:
    if letters.count(text) <= count + text.endswith("…"):
        return " ".join(text.split())
    return f"{letters.first(text, count)} …" if count else ""
