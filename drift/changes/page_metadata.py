"""`page.metadata`: a key of a page's front matter, or a page-level field, changed.

What it tells: one change a key that came, went or has another value; the title is `page.retitled`.
Why it matters: front matter decides who sees a page, where, and under which URL.
Example: `owner` was "People", is "Finance".
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.changes.base import Change, Value
from drift.changes.comparison import Comparison, page_at
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.page_pairs():
        old = {datum.key: datum.value for datum in matching.old.page_of(pair.old).metadata}
        new = {datum.key: datum.value for datum in matching.new.page_of(pair.new).metadata}
        for key in sorted(old.keys() | new.keys()):
            if _same(old.get(key), new.get(key), loose=not comparison.same_format(pair)):
                continue
            yield Change(
                kind="page.metadata",
                old=page_at(matching.old, pair.old),
                new=page_at(matching.new, pair.new),
                before=_value(old.get(key)),
                after=_value(new.get(key)),
                key=key,
                significance="structure",
                confidence=pair.confidence,
            )


def _same(old: str | None, new: str | None, *, loose: bool) -> bool:
    """Tell whether two values are equal as data: `1` and `1.0` are, and so are keys in another order.

    A field of reStructuredText knows no other data than text, which front matter may have as a number.
    """
    if old is None or new is None or old == new:
        return old == new
    one, other = _DATA.decode(old), _DATA.decode(new)
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    if loose and (isinstance(one, str) or isinstance(other, str)):
        return _text(one) == _text(other)
    # Slow to import, and needed only where data of front matter differs.
    from deepdiff import DeepDiff  # noqa: PLC0415

    return not DeepDiff(one, other)


def _text(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _number(text: str) -> int | float:
    """Read `1.0` as the number 1, so that only a flag is of another type than a number."""
    number = float(text)
    return int(number) if number.is_integer() else number


_DATA = msgspec.json.Decoder(float_hook=_number)


def _value(text: str | None) -> Value:
    """Give a value as itself where it is one, and as JSON where it has parts."""
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=str | int | float | bool | None)
    except msgspec.ValidationError:
        return text


PAGE_METADATA = Kind("page.metadata", _detect, mirror="page.metadata")
