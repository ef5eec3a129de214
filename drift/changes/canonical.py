"""A fact as it is written -> what it says, alike for all that say the same: `Two-week` and `2 weeks`."""

from __future__ import annotations

import re
from types import MappingProxyType

from drift.changes.base import Fact

SOFT = frozenset({"can", "could", "may", "might", "will", "would"})
"""Modal verbs that oblige nobody: one that comes or goes alone is mostly style."""

LOOSE = SOFT | {"have to", "need to"}
"""Those that come and go with the wording."""

_MAYBE = frozenset({"may", "might"})
# In place of another that obliges nobody they are style, but for what was sure.

_PERSONS = MappingProxyType({"needs to": "need to", "has to": "have to", "having to": "have to"})

_COUNTS = MappingProxyType(
    {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"}
    | {"eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15"}
    | {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60"}
    | {"ninety": "90", "hundred": "100"}
)
_NUMBERS = MappingProxyType(
    {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"} | _COUNTS
)
_UNITS = MappingProxyType(
    {"sec": "second", "min": "minute", "hr": "hour", "dollar": "usd", "euro": "eur"}
    | {"$": "usd", "€": "eur", "£": "gbp", "percent": "%", "per cent": "%"}
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PART = re.compile(r"\d[\d.:]*|per cent|[^\W\d]+|[^\w\s.,-]")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))? ?(?P<half>[ap])?\.?(?:m\.?)?")
_MONTH = re.compile(r"[a-z]{3,}")
_FIGURE = re.compile(r"[1-9]\d*")
_NOON = 12


def canonical(kind: str, text: str) -> str:
    """Write a fact as all that say the same are written.

    Args:
        kind: Of the fact.
        text: As it is written.

    Returns:
        What it says, in a form that nobody reads.
    """
    low = text.lower()
    match kind:
        case "negation":
            return "not"
        case "modal":
            return _PERSONS.get(low, low)
        case "date":
            clock = _CLOCK.fullmatch(low)
            return _on_the_clock(clock) if clock else _day(low)
        case "number":
            return _NUMBERS.get(low, _THOUSANDS.sub("", low).removeprefix("+"))
        case _:
            return " ".join(sorted(map(_part, _PART.findall(_THOUSANDS.sub("", low)))))


def weighs(fact: Fact) -> bool:
    """Tell whether what people have to do or may rely on is another.

    Args:
        fact: One that changed.

    Returns:
        False for modal verbs that oblige nobody and come, go or change with the wording.
    """
    if fact.kind != "modal":
        return True
    sides = {canonical("modal", side) for side in (fact.before, fact.after) if side}
    if fact.before is None or fact.after is None:
        return not sides <= LOOSE
    return not sides <= SOFT or ("will" in sides and not sides.isdisjoint(_MAYBE))


def _part(text: str) -> str:
    single = text.removesuffix("s") if len(text) > 2 else text  # noqa: PLR2004 - `ms` is no several
    return _UNITS.get(single) or _COUNTS.get(single, single)


def _day(text: str) -> str:
    """`January 5th, 2031` is `5 Jan 2031`; figures alone say which is the day by their order."""
    found = _MONTH.search(text)
    return "-".join(sorted((found[0][:3], *_FIGURE.findall(text)))) if found else text


def _on_the_clock(found: re.Match[str]) -> str:
    """`5 pm` is `17:00`."""
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"] == "p" else 0)
    return f"{hour}:{found['minute'] or '00'}"
