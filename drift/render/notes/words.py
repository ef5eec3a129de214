"""A period of notes -> its words, the same in all formats: what a reader of the handbook wants to know, in few lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from types import MappingProxyType

from drift.aggregate.notes.notes import Part, Period, Sweeping
from drift.render.notes.base import Chapter, Line, Run, Told
from drift.render.notes.lists import gone, moved, new, renamed
from drift.render.notes.pages import changed

MOST_PAGES = 4
"""Changed pages of one part that are told; those with the least are counted."""

MOST_RULES = 8
"""Statements that hold throughout."""

PLAIN = "Top level"
"""What is told of pages at the top of the handbook, where other pages stand in parts."""

NOTHING = "Nothing changed for readers."

_CALENDAR = re.compile(r"(?P<year>[1-9]\d{3})-(?:W(?P<week>\d\d)|(?P<month>0[1-9]|1[0-2]))")

_SMALL = MappingProxyType(
    {
        "reworded": ("passage reworded", "passages reworded"),
        "typos": ("typo or title in another spelling", "typos and titles in another spelling"),
        "formatting": ("change of formatting", "changes of formatting"),
        "links": ("link or anchor", "links and anchors"),
        "order": ("change of order", "changes of order"),
        "placeholders": ("placeholder", "placeholders"),
    }
)


def told(period: Period, *, whole: bool) -> Told:
    """Put a period into words.

    Args:
        period: The period.
        whole: Whether to name everything.

    Returns:
        The words.
    """
    chapters = [
        Chapter(part.name or PLAIN, tuple(_part(part, whole=whole))) for part in period.parts
    ]
    ahead = tuple(_throughout(period.throughout, whole=whole))
    if [part.name for part in period.parts] == [""]:
        # A handbook that has no parts needs no name for them.
        chapters = [Chapter("", (*ahead, *chapters[0].lines))]
    elif ahead:
        chapters.insert(0, Chapter("", ahead))
    return Told(
        title=_title(period),
        when=_when(period),
        url=period.url,
        chapters=tuple(chapters),
        closing=_closing(period, is_first=not chapters),
    )


def _title(period: Period) -> str:
    found = _CALENDAR.fullmatch(period.name)
    if found is None:
        return period.name
    if found["week"]:
        return f"Week {int(found['week'])} of {found['year']}"
    return f"{date(int(found['year']), int(found['month']), 1):%B %Y}"


def _when(period: Period) -> str:
    days = [_day(moment.date) for moment in (period.old, period.new) if moment.date]
    return " – ".join(dict.fromkeys(days))


def _day(told: str) -> str:
    when = datetime.fromisoformat(told)
    return f"{when.day} {when:%B %Y}"


def _throughout(rules: Sequence[Sweeping], *, whole: bool) -> Iterator[Line]:
    shown = rules if whole else rules[:MOST_RULES]
    for rule in shown:
        before, after = Run(rule.before, "literal"), Run(rule.after, "literal")
        count = f"{rule.count:,} {'place' if rule.count == 1 else 'places'}"
        match rule.kind:
            case "folder.moved":
                pages = f"{rule.count:,} pages" if rule.count > 1 else "One page"
                yield Line((Run(f"{pages} moved from "), before, Run(" to "), after, Run(".")))
            case "url.moved":
                yield Line(
                    (
                        Run("Links to "),
                        before,
                        Run(" now lead to "),
                        after,
                        Run(f" ({count})."),
                    )
                )
            case _:
                names = (Run("“"), Run(rule.before, "strong"), Run("” is now called “"))
                yield Line((*names, Run(rule.after, "strong"), Run(f"” ({count}).")))
    yield from _rest(len(rules) - len(shown), "more like these", "more like these")


def _part(part: Part, *, whole: bool) -> Iterator[Line]:
    yield from new(part.new, whole=whole)
    yield from moved(part.moved, whole=whole)
    yield from renamed(part.renamed, whole=whole)
    pages = part.changed if whole else part.changed[:MOST_PAGES]
    yield from (changed(page, whole=whole) for page in pages)
    yield from _rest(len(part.changed) - len(pages), "more page changed", "more pages changed")
    yield from gone(part.removed, whole=whole)


def _rest(count: int, one: str, many: str) -> Iterator[Line]:
    if count > 0:
        yield Line((Run(f"{count:,} {one if count == 1 else many}"),))


def _closing(period: Period, *, is_first: bool) -> str:
    counts = [
        f"{count:,} {_SMALL[name][count != 1]}" for name, count in period.small.items() if count
    ]
    if not counts:
        return NOTHING if is_first else ""
    listed = " and ".join(filter(None, (", ".join(counts[:-1]), counts[-1])))
    return f"{'Small changes only' if is_first else 'Besides'}: {listed}."
