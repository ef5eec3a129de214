"""A key of front matter with a long value -> what differs in it, since nobody compares two pages of data."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drift.changes.base import BlockChange, Change
from drift.changes.hunks import hunks
from drift.explain.sentence import Span, sentence
from drift.match.aligned import align
from drift.render.changelog.runs import Line, Signs, runs

SHORT = 80
"""Characters of the values before and after that are shown as they are."""

LONGEST = 4 * SHORT
"""Characters of a value that came or went that are shown."""

MOST = 10
"""Differences of one value that are shown each."""

_NAMES = ("name", "title", "label", "id", "url")
"""Keys by which a reader knows one row of data from another."""

Data = str | int | float | bool | list["Data"] | dict[str, "Data"] | None


def is_long(change: Change) -> bool:
    """Tell whether a change is of a value that is shown by its differences.

    Args:
        change: Any change.
    """
    if change.kind != "page.metadata" or change.before is None or change.after is None:
        return False
    before, after = str(change.before), str(change.after)
    return len(before) + len(after) > SHORT or _keeps_items(before, after)


def _keeps_items(before: str, after: str) -> bool:
    """Tell whether two lists share an item: what came and went is less to read than all that stayed."""
    if not before[:1] == after[:1] == "[":
        return False
    old, new = _read(before), _read(after)
    return isinstance(old, list) and isinstance(new, list) and any(item in new for item in old)


def headline(change: Change, *, whole: bool = False) -> tuple[Span, ...]:
    """Put a change into words, without a long value.

    Args:
        change: Any change.
        whole: Whether to give a value that came or went in full.

    Returns:
        Its sentence, the value cut; or the name of the key, where the differences are told besides.
    """
    if is_long(change):
        return (Span(str(change.key), "name"), Span(" changed"))
    if change.kind != "page.metadata" or whole:
        return sentence(change)
    return tuple(msgspec.structs.replace(span, text=_cut(span.text)) for span in sentence(change))


def values(change: Change, *, context: int = 3, whole: bool = False) -> Iterator[Line]:
    """Tell what differs in a long value, part by part.

    Args:
        change: A change of which `is_long` holds.
        context: Words shown on each side of a difference in a text.
        whole: Whether to give each of very many.

    Yields:
        The differences in order.
    """
    lines = list(_differences((), _read(change.before), _read(change.after), context))
    shown = lines if whole or len(lines) <= MOST else lines[: MOST - 1]
    yield from shown
    if len(lines) > len(shown):
        yield Line("~", (Span(f"and {len(lines) - len(shown)} more"),))


def _cut(text: str) -> str:
    return (
        text if len(text) <= LONGEST else f"{text[: LONGEST - SHORT]}… ({len(text):,} characters)"
    )


def _read(value: object) -> Data:
    """Read a value that has parts, which stands as JSON."""
    if isinstance(value, str) and value[:1] in {"[", "{"}:
        try:
            parts: Data = msgspec.json.decode(value)
        except msgspec.DecodeError:
            return value
        return parts
    return value if isinstance(value, str | int | float | bool) else None


def _differences(path: tuple[str, ...], old: Data, new: Data, context: int) -> Iterator[Line]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            if key not in new:
                yield _line(path, "-", old[key], key)
            elif key not in old:
                yield _line(path, "+", new[key], key)
            elif old[key] != new[key]:
                yield from _differences((*path, key), old[key], new[key], context)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _items(path, old, new, context)
    elif isinstance(old, str) and isinstance(new, str) and len(old) + len(new) > SHORT:
        yield from (
            Line(line.mark, (*_named(path), *line.spans)) for line in _text(old, new, context)
        )
    else:
        spans = (Span(_written(old), "old"), Span(" "), Span(_written(new), "new"))
        yield Line("~", (*_named(path), *spans))


def _text(old: str, new: str, context: int) -> list[Line]:
    block = BlockChange("edited", "paragraph", old, new, None, hunks(old, new))
    signs = Signs((block,), whole=True)
    found = list(runs(block, signs, context=context, explained=frozenset()))
    return found or [Line("~", (Span("nothing but blanks"),))]


def _items(path: tuple[str, ...], old: list[Data], new: list[Data], context: int) -> Iterator[Line]:
    rows = [[_written(item) for item in side] for side in (old, new)]
    for tag, a, b, c, d in align(*rows):
        if tag == "equal":
            continue
        pairs = zip(old[a:b], new[c:d], strict=False)
        if b - a == d - c and all(isinstance(one, list | dict) for pair in pairs for one in pair):
            for number, (one, other) in enumerate(zip(old[a:b], new[c:d], strict=True), c + 1):
                yield from _differences((*path, _name(other, number)), one, other, context)
            continue
        yield from (_line(path, "-", item) for item in old[a:b])
        yield from (_line(path, "+", item) for item in new[c:d])


def _name(item: Data, number: int) -> str:
    """Name a row of data by what is written in it, else by its number."""
    said = item if isinstance(item, dict) else {}
    names = (name for key in _NAMES if isinstance(name := said.get(key), str) and name)
    return next(names, str(number))


def _line(path: tuple[str, ...], mark: str, value: Data, key: str = "") -> Line:
    said = _cut(f"{key}: {_written(value)}" if key else _written(value))
    named = _named(path)
    if mark == "+":
        return Line("+", (*named, Span(said, "new")))
    return Line("-", (*named, Span(said, "old")))


def _named(path: tuple[str, ...]) -> tuple[Span, ...]:
    return (Span(f"{' › '.join(path)}: ", "name"),) if path else ()


def _written(value: Data) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
