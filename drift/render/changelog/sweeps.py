"""Changes in case, punctuation or formatting alone -> one line for many, such as headings all in sentence case."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from types import MappingProxyType

import msgspec

from drift.changes.base import BlockChange, Change, Location, both_places
from drift.explain.places import trail
from drift.explain.sentence import Span
from drift.render.changelog.bundle import MOST_SHOWN, Bundle, Row, Value, became, named
from drift.render.changelog.nouns import counted_nouns
from drift.render.changelog.targets import differing, shortened_target

PAGES = 3
"""Pages on which this happened that are worth one line for all of them."""

CHANGES = 2
"""Changes on one page that are worth one line."""

MOST_LISTED = 24
"""Sections of one page that are listed; of more, two less are shown, and the rest is counted."""

ENOUGH = MappingProxyType(
    {"section.renamed": 2, "section.reordered": 3, "section.moved": 3, "link.retargeted": 3}
)
"""Sections of a page of which one thing alone is told, and the same of each, that are worth a list."""

_NOUNS = (
    ("page.retitled", "title"),
    ("section.renamed", "heading"),
    ("link.relabelled", "link label"),
    ("section.edited", "passage"),
)

_SIGNS = "[.,:;!?'\"\u2018\u2019\u201c\u201d\u2013\u2014-]"
_IDLE = re.compile(rf"(?<!\d){_SIGNS}|{_SIGNS}(?!\d)|\s")
# Between figures, signs have a meaning.


class Swept(msgspec.Struct, frozen=True):
    """Changes in case, punctuation or formatting alone, taken out of the others."""

    everywhere: tuple[Change, ...]
    by_page: dict[str, tuple[Change, ...]]
    rest: tuple[Change, ...]


def swept(changes: Sequence[Change], *, kept: Collection[str]) -> Swept:
    """Take out what is better told together.

    Args:
        changes: What is told, in order.
        kept: The changes that others follow from, by id, which stay.

    Returns:
        Those of many pages, or else those of each page with several, and all the rest.
    """
    pages: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.id in kept or not isinstance(change.new, Location):
            continue
        if change.nature == "formatting" or _pairs(change):
            pages[change.new.path].append(change)
    if len(pages) >= PAGES:
        everywhere = tuple(change for group in pages.values() for change in group)
        return Swept(everywhere, {}, _without(changes, everywhere))
    by_page = {path: tuple(group) for path, group in pages.items() if len(group) >= CHANGES}
    taken = [change for group in by_page.values() for change in group]
    return Swept((), by_page, _without(changes, taken))


def way(change: Change) -> tuple[str, str]:
    """Tell from under which heading a section went to which.

    Args:
        change: Any change of a section.

    Returns:
        The headings around it before and now; nothing of one that stays below its heading.
    """
    places = both_places(change)
    if change.kind != "section.moved" or places is None:
        return "", ""
    old, new = places
    around = old.section[:-1]
    far = trail(old.path, around) if old.path != new.path or not around else " › ".join(around)
    return far, " › ".join(new.section[:-1])


def sections(changes: Sequence[Change]) -> Bundle:
    """Tell sections together of which nothing else is to be told.

    Args:
        changes: Sections of one page that were all renamed, all put elsewhere among their siblings, or all moved one way;
            or links of such sections that lead elsewhere.

    Returns:
        Their old and new headings or their names, or what differs in the targets, as far as anybody reads them.
    """
    shown = changes if len(changes) <= MOST_LISTED else changes[: MOST_LISTED - 2]
    rest = len(changes) - len(shown)
    more = f"and {rest:,} more" if rest else ""
    if changes[0].kind == "link.retargeted":
        return Bundle("~", _links(changes), (*dict.fromkeys(map(_link, shown)), *_counted(rest)))
    if changes[0].kind != "section.renamed":
        names = ", ".join(filter(None, (*_headings(shown), more)))
        row = Row("", (Value((Span(names, "name"),)),))
        return Bundle("~", _away(changes[0], len(changes)), (row,))
    rows = [
        Row("", (Value((Span(str(c.before), "old"), Span(" → "), Span(str(c.after), "new"))),))
        for c in shown
    ]
    head = (Span(f"{len(changes):,} headings renamed"),)
    return Bundle("~", head, (*rows, *_counted(rest)))


def _counted(rest: int) -> tuple[Row, ...]:
    return (Row("", (Value((Span(f"and {rest:,} more"),)),)),) if rest else ()


def _links(changes: Sequence[Change]) -> tuple[Span, ...]:
    where = {change.new.section for change in changes if isinstance(change.new, Location)}
    return (Span(f"{len(changes):,} links in {len(where):,} sections lead elsewhere"),)


def _link(change: Change) -> Row:
    """Name a link by its section, and tell the piece in which its targets differ."""
    before, after = str(change.before), str(change.after)
    pieces = differing(before, after) or (before, after)
    heading, *_ = _headings([change]) or [""]
    return Row(heading, (Value(became(*map(shortened_target, pieces), literal=True)),))


def _away(change: Change, count: int) -> tuple[Span, ...]:
    far, near = way(change)
    if not far:
        return (Span(f"{count:,} sections in another order"),)
    here = Span(f" to {near}", "new") if near else Span(" here")
    return (Span(f"{count:,} sections moved"), here, Span(f" from {far}", "old"))


def sweep(changes: Sequence[Change]) -> Bundle:
    """Tell changes in case, punctuation or formatting together.

    Args:
        changes: Some of them.

    Returns:
        Their numbers, the most frequent pairs, what was formatted, and where they are.
    """
    formatted = [change for change in changes if change.nature == "formatting"]
    kinds = Counter(change.kind for change in changes)
    counts = [f"{n:,} {noun}{'s' * (n > 1)}" for kind, noun in _NOUNS if (n := kinds[kind])]
    nouns = " and ".join(filter(None, (", ".join(counts[:-1]), counts[-1])))
    paths = Counter(change.new.path for change in changes if isinstance(change.new, Location))
    where = f" on {len(paths):,} pages" if len(paths) > 1 else ""
    head = Span(f"{nouns}{where} changed in nothing but {_extent(len(formatted), len(changes))}")
    alone = len(formatted) == len(changes)
    rows = [_examples(changes), _formatted(formatted, head="" if alone else "formatting of ")]
    if len(paths) > 1:
        rows.append((Span(f"in {named(sorted(paths))}"),))
    elif headings := _headings(formatted):
        rows.append((Span(f"in {named(headings)}"),))
    return Bundle("~", (head,), tuple(Row("", (Value(spans),)) for spans in rows if spans))


def _extent(formatted: int, all_: int) -> str:
    if not formatted:
        return "case or punctuation"
    return "formatting" if formatted == all_ else "case, punctuation or formatting"


def _formatted(changes: Iterable[Change], *, head: str) -> tuple[Span, ...]:
    """Count what reads the same as before, and what of no words came or went."""
    blocks: defaultdict[str, list[BlockChange]] = defaultdict(list)
    for change in changes:
        for block in change.blocks or ():
            blocks[block.op].append(block)
    heads = (("edited", head), ("added", "added "), ("removed", "removed "))
    said = [verb + counted_nouns(blocks[op]) for op, verb in heads if blocks[op]]
    return (Span("; ".join(said)),) if said else ()


def _headings(changes: Iterable[Change]) -> list[str]:
    """Name the sections of one page, each once."""
    places = (change.new for change in changes if isinstance(change.new, Location))
    return list(dict.fromkeys(place.section[-1] for place in places if place.section))


def _without(changes: Iterable[Change], taken: Iterable[Change]) -> tuple[Change, ...]:
    gone = {id(change) for change in taken}
    return tuple(change for change in changes if id(change) not in gone)


def _pairs(change: Change) -> tuple[tuple[str, str], ...]:
    """Give the texts that differ in case or punctuation alone; nothing if any differs otherwise."""
    if change.kind == "section.edited":
        blocks = change.blocks or ()
        if change.nature != "typo" or any(b.op != "edited" or b.kind == "code" for b in blocks):
            return ()
        found = [(hunk.before, hunk.after) for block in blocks for hunk in block.hunks]
    elif change.kind in {"section.renamed", "page.retitled", "link.relabelled"}:
        found = [(str(change.before), str(change.after))] if change.before and change.after else []
    else:
        return ()
    return tuple(found) if all(_idle(before) == _idle(after) for before, after in found) else ()


def _idle(text: str) -> str:
    return _IDLE.sub("", text).casefold()


def _examples(changes: Sequence[Change]) -> tuple[Span, ...]:
    found = Counter(pair for change in changes for pair in _pairs(change))
    spans: list[Span] = []
    # Of signs that came or went there is nothing to show.
    worded = [row for row in found.most_common() if _idle("".join(row[0]))] or found.most_common()
    for (before, after), times in worded[:MOST_SHOWN]:
        often = f" ({times} times)" if times > 1 else ""
        spans += [Span("; " if spans else ""), *became(before, after), Span(often)]
    rest = len(found) - min(len(worded), MOST_SHOWN)
    spans.append(Span(f"; and {rest:,} more" if rest > 0 else ""))
    return tuple(span for span in spans if span.text)
