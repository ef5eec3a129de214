"""The changes of one place -> the same, those of one kind that are mere lists gathered under one head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from drift.changes.base import Change, Location
from drift.explain.images import is_image
from drift.explain.places import spread
from drift.explain.sentence import Span, includes, mark, sentence
from drift.render.changelog.bundle import Bundle, Row, Value
from drift.render.changelog.outline import Entry
from drift.render.changelog.summary import followed

SEVERAL = 3
"""Places of a split or merge that are read better as a list."""

LONG = 50
"""Letters of two targets together, from which on they are read better one below the other."""

MOST_ROWS = 12
"""Rows of one list; of more, two less are shown, and the rest is counted."""

NEW_BROKEN = "link.broken+"
"""What is told of a link that is new and leads nowhere."""

INCLUDED, NOT_INCLUDED = "link.added&", "link.removed&"
"""What is told of a file that stands in the place of a link."""

NEIGHBOURS = "nav.moved="
"""What is told of an entry of the navigation that stays below the same one."""

_HEADS = MappingProxyType(
    {
        "link.added": "new links",
        "link.removed": "links removed",
        "link.retargeted": "links lead elsewhere",
        "link.relabelled": "link labels changed",
        "link.broken": "broken links",
        NEW_BROKEN: "new links are broken",
        "link.moved": "links moved here from",
        INCLUDED: "files included now",
        NOT_INCLUDED: "files no longer included",
        "nav.added": "entries added to the navigation",
        "nav.removed": "entries no longer in the navigation",
        "nav.moved": "entries moved in the navigation",
        NEIGHBOURS: "entries in another order in the navigation",
    }
)

_IMAGES = MappingProxyType(
    {
        "link.added": "new images",
        "link.removed": "images removed",
        "link.retargeted": "images are others",
        "link.relabelled": "texts of images changed",
        "link.broken": "images are missing",
        NEW_BROKEN: "new images are missing",
        "link.moved": "images moved here from",
    }
)
"""The heads of what is told of images."""

_ALONE = MappingProxyType(
    {
        "link.retargeted": ("link", "leads elsewhere"),
        "nav.moved": ("entry", "moved in the navigation"),
    }
)

_STACKED = frozenset(_ALONE)
"""What is told by two long texts, of which the second is best read below the first."""


def grouped(entries: Iterable[Entry], *, whole: bool) -> Iterator[Entry | Bundle]:
    """Gather what is told of one place.

    Args:
        entries: What is told, in order.
        whole: Whether to leave everything by itself.

    Yields:
        The entries in the same order, two or more of a kind that has rows as one bundle.
    """
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        kind, sign = _kind(entry.change), mark(entry.change)
        rows = kind in _HEADS and not whole
        key = (_head(entry.change), kind, sign) if rows else (str(len(groups)),)
        groups.setdefault(key, []).append(entry)
    for group in groups.values():
        yield from _told(group, whole=whole)


def _head(change: Change) -> str:
    kind = _kind(change)
    return (is_image(change) and _IMAGES.get(kind)) or _HEADS[kind]


def _kind(change: Change) -> str:
    """Tell what has rows of its own apart: a link that is new and broken from one that broke, a file from a link."""
    if change.kind == "link.broken" and change.before is None:
        return NEW_BROKEN
    if includes(change):
        return f"{change.kind}&"
    return (
        NEIGHBOURS if change.kind == "nav.moved" and change.before == change.after else change.kind
    )


def _told(group: Sequence[Entry], *, whole: bool) -> Iterator[Entry | Bundle]:
    change = group[0].change
    if len(group) > 1:
        head = f"{sum(entry.times for entry in group)} {_head(change)}"
        if change.kind == "link.moved" and (one := _from_one_place(group)):
            yield one
            return
        shown = group if len(group) <= MOST_ROWS else group[: MOST_ROWS - 2]
        rows = [*map(_row, shown)]
        if rest := len(group) - len(shown):
            rows.append(Row("", (Value((Span(f"and {rest:,} more"),)),)))
        yield Bundle(mark(change), (Span(head),), tuple(rows))
    elif not whole and len(_parts(change)) >= SEVERAL:
        yield _spread(group[0])
    elif _is_long(change) and not whole:
        yield _alone(group[0])
    else:
        yield group[0]


def _from_one_place(group: Sequence[Entry]) -> Bundle | None:
    """Tell together the links that came from one place, if they did and have labels to name them by."""
    rows = [_row(entry) for entry in group]
    (value, *_), names = rows[0].values, ", ".join(row.name for row in rows)
    if any(row.values != rows[0].values or row.note or not row.name for row in rows):
        return None
    head = (Span(f"{len(rows)} {_head(group[0].change)} "), *value.spans)
    return Bundle(mark(group[0].change), head, (Row("", (Value((Span(names, "name"),)),)),))


def _parts(change: Change) -> tuple[Location, ...]:
    """List the places of a split or merge on the side where they are several."""
    side = change.new if change.kind.endswith(".split") else change.old
    return side if isinstance(side, tuple) else ()


def _spread(entry: Entry) -> Bundle:
    """Give a split or a merge of several places a row each."""
    parts = spread(entry.change)
    rows = tuple(Row("", (Value((Span(name),)),)) for name in parts.names)
    text = followed(entry, whole=False)
    # The sentence without the names, which have a row each.
    head = "".join(span.text for span in sentence(entry.change) if span.role == "plain").rstrip()
    return Bundle(mark(entry.change), (Span(head + (f" ({text})" if text else "")),), rows)


def _is_long(change: Change) -> bool:
    sizes = len(str(change.before)) + len(str(change.after))
    return change.kind in _STACKED and change.before != change.after and sizes >= LONG


def _alone(entry: Entry) -> Bundle:
    row = _row(entry)
    name = (Span("“"), Span(row.name, "name"), Span("” ")) if row.name else ()
    note = f" ({row.note})" if row.note else ""
    noun, verb = ("image", "is another") if is_image(entry.change) else _ALONE[entry.change.kind]
    head = (Span(f"{noun} "), *name, Span(f"{verb}{note}"))
    return Bundle(mark(entry.change), head, (Row("", row.values),))


def _row(entry: Entry) -> Row:
    change = entry.change
    note = followed(entry, whole=False)
    found = {span.role: span for span in sentence(change) if span.role in {"old", "new"}}
    sides = [found[role] for role in ("old", "new") if role in found]
    values: tuple[Value, ...]
    if change.kind in _STACKED and change.before != change.after:
        values = tuple(
            Value((span,), "-" if span.role == "old" else "+") for span in sides if span.text
        )
    elif len(sides) > 1:
        values = (Value((sides[0], Span(" → "), sides[1])),)
    else:
        values = (Value(tuple(sides)),)
    return Row(_label(change, sides), values, note)


def _label(change: Change, sides: Iterable[Span]) -> str:
    """Name the link; not by a label that is its target, and not where the label is what changed."""
    link = change.link or None
    side = (link.new or link.old) if link else None
    if side is None or change.kind == "link.relabelled":
        return ""
    return "" if side.label in {span.text for span in sides} else side.label
