"""The same change in many places -> one telling of it, such as a line that went from thirty pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from types import MappingProxyType

import msgspec

from drift.changes.base import WHOLE, Change
from drift.explain.sentence import Mark, Role, Span, mark, sentence
from drift.render.changelog.bundle import Bundle, Row, Value, became, named
from drift.render.changelog.renumbered import is_renumbered, renumbered
from drift.render.changelog.runs import Signs, runs
from drift.render.changelog.sameness import (
    TOLD_BY_WORDS,
    differences_of,
    heading_of,
    of_numbers,
    of_one_target,
    respelt,
    sides,
    texts,
    unlabelled,
    words_of,
)
from drift.render.changelog.targets import shortened_target
from drift.render.changelog.values import headline, is_long, values
from drift.render.changelog.whole_blocks import shortened
from drift.render.changelog.wording import opening

PAGES = 3
"""Pages on which the same happened that are worth one telling for all of them."""

SECTIONS = 3
"""Sections in which the same happened that are worth one telling, where it takes no more words to say it all."""

CONTEXT = 3
"""Words around a difference of a text that is the same in all places."""

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
    for key in (respelt, of_one_target, words_of, texts, of_numbers):
        alike: defaultdict[Hashable, list[Change]] = defaultdict(list)
        for change in rest:
            if change.id not in kept and (said := key(change)) is not None:
                alike[change.kind, said].append(change)
        groups += tuple(tuple(group) for group in alike.values() if _is_often(group))
        taken = {id(change) for group in groups for change in group}
        rest = tuple(change for change in rest if id(change) not in taken)
    return Repeated(groups, rest)


def _is_often(changes: Sequence[Change]) -> bool:
    if len(_paths(changes)) >= PAGES:
        return True
    return (_needs_no_place(changes[0]) or _is_of_texts(changes)) and len(
        _sections(changes)
    ) >= SECTIONS


def _is_of_texts(changes: Sequence[Change]) -> bool:
    """Tell whether the same texts were edited alike."""
    said = set(map(texts, changes))
    return len(said) == 1 and None not in said


def _needs_no_place(change: Change) -> bool:
    """Tell of a change whether a reader knows all of it from its sentence, or from one word that became another."""
    if change.kind in TOLD_BY_WORDS:
        return True
    found = {difference for block in change.blocks or () for difference in differences_of(block)}
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
    if not alike and (piece := respelt(first)):
        return _elsewhere(changes, piece, where, names)
    if first.kind == "section.edited":
        head = Span(f"{len(changes):,} passages {where}: ")
    else:
        often = f", {len(changes):,} times" if len(changes) > len(names) else ""
        head = Span(f"{where}{often}: ")
        first = first if alike else unlabelled(first)
    differences = _in_context(first) if _is_of_texts(changes) else _differences(first)
    rows = [*differences, Row("", (Value((Span(f"in {named(names)}"),)),))]
    return Bundle(
        "!" if mark(first) == "!" else "~",
        (head, *headline(first), *heading_of(first)),
        tuple(rows),
    )


def _elsewhere(
    changes: Sequence[Change], piece: tuple[str, str], where: str, names: Sequence[str]
) -> Bundle:
    """Tell links together whose targets all differ in one piece."""
    first = changes[0]
    what = "lead elsewhere" if first.kind == "link.retargeted" else "show another address"
    head = (Span(f"{len(changes):,} links {where} {what}: "), *became(*piece, literal=True))
    shown = (str(side) for side in (first.before, first.after))
    old, new = map(shortened_target, shown)
    example = (Span("such as "), *became(old, new, literal=True))
    where_to = (Span(f"in {named(names)}"),)
    # A piece that is all of the target is said already.
    rows = (where_to,) if piece == (str(first.before), str(first.after)) else (example, where_to)
    return Bundle("~", head, tuple(Row("", (Value(spans),)) for spans in rows))


def _paths(changes: Sequence[Change]) -> list[str]:
    return sorted({side.path for change in changes for side in sides(change)})


def _sections(changes: Sequence[Change]) -> list[tuple[str, tuple[str, ...]]]:
    """List the places, each once, in the order of the changes."""
    places = ((side.path, side.section) for change in changes for side in sides(change))
    return list(dict.fromkeys(places))


def _in_context(change: Change) -> Iterator[Row]:
    """Give each difference of edited texts a row, with the words around it."""
    blocks = change.blocks or ()
    for block in dict.fromkeys(blocks):
        signs = Signs(blocks, whole=True)
        for line in runs(block, signs, context=CONTEXT, explained=frozenset()):
            yield Row("", (Value(line.spans, line.mark),))


def _differences(change: Change) -> Iterator[Row]:
    """Give each difference of an edit a row."""
    found = Counter(each for block in change.blocks or () for each in differences_of(block) if each)
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
