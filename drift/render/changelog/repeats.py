"""The same change in many places -> one telling of it, such as a line that went from thirty pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from types import MappingProxyType

import msgspec

from drift.changes.base import WHOLE, BlockChange, Change, LinkSides, Location
from drift.explain.sentence import Mark, Role, Span, mark, sentence
from drift.render.changelog.bundle import Bundle, Row, Value, became, named
from drift.render.changelog.renumbered import is_renumbered, renumbered
from drift.render.changelog.targets import differing, shortened_target
from drift.render.changelog.values import headline, is_long, values
from drift.render.changelog.whole_blocks import shortened
from drift.render.changelog.wording import opening

PAGES = 3
"""Pages on which the same happened that are worth one telling for all of them."""

SECTIONS = 3
"""Sections in which the same happened that are worth one telling, where it takes no more words to say it all."""

MOST_DIFFERENCES = 3
"""Differences of one edit that are shown without the words around them; of more, a reader wants to see each place."""

_TOLD_BY_WORDS = frozenset(
    {
        "link.added",
        "link.broken",
        "link.removed",
        "link.retargeted",
        "link.relabelled",
        "page.metadata",
        "section.releveled",
        "section.renamed",
    }
)
"""Kinds of which the sentence says all but the place."""

_CAME_OR_WENT = frozenset({"link.added", "link.broken", "link.removed"})

_SIGNS: MappingProxyType[str, Mark] = MappingProxyType({"added": "+", "removed": "-"})


class Repeated(msgspec.Struct, frozen=True):
    """Changes that happened in many places alike, taken out of the others."""

    groups: tuple[tuple[Change, ...], ...]
    rest: tuple[Change, ...]


def repeated(changes: Sequence[Change], *, kept: Collection[str]) -> Repeated:
    """Take out what happened in many places alike.

    Args:
        changes: What is told, in order.
        kept: The changes that others follow from, by id, which stay.

    Returns:
        The groups in the order of their first change, and all the rest.
    """
    groups: tuple[tuple[Change, ...], ...] = ()
    rest = tuple(changes)
    for key in (_respelt, _of_one_target, _key, _of_numbers):
        alike: defaultdict[Hashable, list[Change]] = defaultdict(list)
        for change in rest:
            if change.id not in kept and (said := key(change)) is not None:
                alike[said].append(change)
        groups += tuple(tuple(group) for group in alike.values() if _is_often(group))
        taken = {id(change) for group in groups for change in group}
        rest = tuple(change for change in rest if id(change) not in taken)
    return Repeated(groups, rest)


def _is_often(changes: Sequence[Change]) -> bool:
    if len(_paths(changes)) >= PAGES:
        return True
    return _needs_no_place(changes[0]) and len(_sections(changes)) >= SECTIONS


def _needs_no_place(change: Change) -> bool:
    """Tell of a change whether a reader knows all of it from its sentence, or from one word that became another."""
    if change.kind in _TOLD_BY_WORDS:
        return True
    found = {difference for block in change.blocks or () for difference in _of_block(block)}
    return len(found) == 1 and all(each and each[0] == "edited" and all(each) for each in found)


def repeat(changes: Sequence[Change]) -> Bundle:
    """Tell changes together that are alike.

    Args:
        changes: One of the groups.

    Returns:
        How often and where it happened, and what differs.
    """
    first, paths = changes[0], _paths(changes)
    alike = len({sentence(change) for change in changes}) == 1
    if is_renumbered(first) and not alike:
        return renumbered(changes)
    where, names = f"on {len(paths):,} pages", paths
    if len(paths) == 1:
        names = [section[-1] if section else path for path, section in _sections(changes)]
        where = f"in {len(names):,} sections of {paths[0]}"
    if not alike and (piece := _respelt(first)):
        return _elsewhere(changes, piece, where, names)
    if first.kind == "section.edited":
        head = Span(f"{len(changes):,} passages {where}: ")
    else:
        often = f", {len(changes):,} times" if len(changes) > len(names) else ""
        head = Span(f"{where}{often}: ")
        first = first if alike else _unlabelled(first)
    rows = [*_differences(first), Row("", (Value((Span(f"in {named(names)}"),)),))]
    return Bundle(
        "!" if mark(first) == "!" else "~", (head, *headline(first), *_heading(first)), tuple(rows)
    )


def _respelt(change: Change) -> tuple[str, str] | None:
    """Give what differs between the targets of a link, such as the suffix of all pages of a site.

    A page that moved with its links written as they were has links that lead elsewhere, and whose targets read the same.
    """
    if change.kind != "link.retargeted" or change.before == change.after:
        return None
    before, after = str(change.before), str(change.after)
    return differing(before, after) or (before, after)


def _of_one_target(change: Change) -> Hashable:
    """Say what became of a link, whatever its label: that of a page's translation is another."""
    told = change.kind in _CAME_OR_WENT and any(_sides(change))
    return (change.kind, sentence(_unlabelled(change))) if told else None


def _unlabelled(change: Change) -> Change:
    if not isinstance(change.link, LinkSides):
        return change
    old, new = (
        side and msgspec.structs.replace(side, label="")
        for side in (change.link.old, change.link.new)
    )
    return msgspec.structs.replace(change, link=LinkSides(old, new))


def _of_numbers(change: Change) -> Hashable:
    """Say what it is of which nothing but a number is another."""
    return (change.kind, change.key) if is_renumbered(change) and any(_sides(change)) else None


def _elsewhere(
    changes: Sequence[Change], piece: tuple[str, str], where: str, names: Sequence[str]
) -> Bundle:
    """Tell links together whose targets all differ in one piece."""
    head = (
        Span(f"{len(changes):,} links {where} lead elsewhere: "),
        *became(*piece, literal=True),
    )
    first = changes[0]
    shown = (str(side) for side in (first.before, first.after))
    old, new = map(shortened_target, shown)
    example = (Span("such as "), *became(old, new, literal=True))
    where_to = (Span(f"in {named(names)}"),)
    # A piece that is all of the target is said already.
    rows = (where_to,) if piece == (str(first.before), str(first.after)) else (example, where_to)
    return Bundle("~", head, tuple(Row("", (Value(spans),)) for spans in rows))


def _heading(change: Change) -> Iterator[Span]:
    """Name the section that came to many pages or went from them."""
    for side in _sides(change) if change.kind in WHOLE else ():
        if side.section:
            yield Span(f" “{side.section[-1]}”", "name")


def _paths(changes: Sequence[Change]) -> list[str]:
    return sorted({side.path for change in changes for side in _sides(change)})


def _sections(changes: Sequence[Change]) -> list[tuple[str, tuple[str, ...]]]:
    """List the places, each once, in the order of the changes."""
    places = ((side.path, side.section) for change in changes for side in _sides(change))
    return list(dict.fromkeys(places))


def _sides(change: Change) -> Iterator[Location]:
    """Give the place of a change that is one place."""
    side = change.new or change.old
    if isinstance(side, Location):
        yield side


def _key(change: Change) -> Hashable:
    """Say what happened without the place where it did; nothing where it cannot be told from its words alone."""
    if not any(_sides(change)):
        return None
    if change.kind in _TOLD_BY_WORDS:
        return (change.kind, sentence(change))
    if change.kind in WHOLE and change.blocks:
        # What is shown of them is alike: pages that were made from one template differ in a name further down.
        return (sentence(change), *_heading(change), *opening(change))
    if change.kind != "section.edited" or not change.blocks:
        return None
    found = [difference for block in change.blocks for difference in _of_block(block)]
    if None in found or len(set(found)) > MOST_DIFFERENCES:
        return None
    return (sentence(change), frozenset(found))


_Difference = tuple[str, str, str]


def _of_block(block: BlockChange) -> Iterator[_Difference | None]:
    """List what differs in a block, each as what became of it, before and after; None for what needs its place."""
    if block.op in {"added", "removed"}:
        text = block.before or block.after or ""
        yield (block.op, block.kind, text) if text else None
    elif block.op == "edited" and block.hunks:
        for hunk in block.hunks:
            yield None if hunk.cause else ("edited", hunk.before, hunk.after)
    else:
        yield None


def _differences(change: Change) -> Iterator[Row]:
    """Give each difference of an edit a row."""
    found = Counter(each for block in change.blocks or () for each in _of_block(block) if each)
    for difference in found if change.kind == "section.edited" else ():
        yield Row("", (_shown(*difference),))
    lines = opening(change) if change.kind in WHOLE else values(change) if is_long(change) else ()
    for line in lines:
        yield Row("", (Value(line.spans, line.mark),))


def _shown(op: str, before: str, after: str) -> Value:
    if op != "edited":
        role: Role = "new" if op == "added" else "old"
        return Value((Span(shortened(after, whole=False), role),), _SIGNS[op])
    if before and after:
        return Value((Span(before, "old"), Span(" → "), Span(after, "new")))
    return Value((Span(before, "old"),), "-") if before else Value((Span(after, "new"),), "+")
