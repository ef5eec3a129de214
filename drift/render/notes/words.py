"""A period of notes -> its words, the same in all formats: what a reader of the handbook wants to know, in few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from drift.aggregate.notes.notes import Elsewhere, Gone, NewPage, Part, Period, Place, Sweeping
from drift.render.notes.base import Chapter, Line, Run, Told
from drift.render.notes.pages import changed, made_by

FEW_NEW = 3
"""New pages of a part that are told one by one, with their first words; more are a list of titles."""

MOST_TITLES = 12
"""Titles in one list; the rest is counted."""

MOST_PAGES = 4
"""Changed pages of one part that are told; those with the least are counted."""

MOST_RULES = 8
"""Statements that hold throughout."""

PLAIN = "Pages without a part"
"""What is told of pages at the top of the handbook, where other pages stand in parts."""

_CALENDAR = re.compile(r"(?P<year>[1-9]\d{3})-(?:W(?P<week>\d\d)|(?P<month>0[1-9]|1[0-2]))")

_SMALL = {
    "reworded": ("passage reworded", "passages reworded"),
    "typos": ("typo or title in another spelling", "typos and titles in another spelling"),
    "formatting": ("change of formatting", "changes of formatting"),
    "links": ("link or anchor", "links and anchors"),
    "order": ("change of order", "changes of order"),
    "placeholders": ("placeholder", "placeholders"),
}


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
    if period.throughout:
        chapters.insert(0, Chapter("", tuple(_throughout(period.throughout, whole=whole))))
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
    yield from _rest(len(rules) - len(shown), "more of the kind", "more of the kind")


def _part(part: Part, *, whole: bool) -> Iterator[Line]:
    yield from _new(part.new, whole=whole)
    if part.moved:
        yield _listed("Moved", _elsewhere(part.moved, "was at ", "literal"), whole=whole)
    if part.renamed:
        yield _listed("Renamed", _elsewhere(part.renamed, "was ", "plain"), whole=whole)
    pages = part.changed if whole else part.changed[:MOST_PAGES]
    yield from (changed(page, whole=whole) for page in pages)
    yield from _rest(len(part.changed) - len(pages), "more page changed", "more pages changed")
    if part.removed:
        yield _listed("Gone", [_gone(one) for one in part.removed], whole=whole)


def _new(pages: Sequence[NewPage], *, whole: bool) -> Iterator[Line]:
    if len(pages) > FEW_NEW and not whole:
        yield _listed("New", [_new_page(page) for page in pages], whole=False)
        return
    for page in pages:
        opening = (Run(f": {page.opening}"),) if page.opening else ()
        made = made_by(page.sources)
        yield Line((Run("New", "strong"), Run(": "), *_new_page(page), *opening, *made))


def _new_page(page: NewPage) -> tuple[Run, ...]:
    part = (Run(f" (was part of {page.came_from})"),) if page.came_from else ()
    return (_link(page.place), *part)


def _elsewhere(pages: Iterable[Elsewhere], verb: str, role: str) -> list[tuple[Run, ...]]:
    return [
        (
            _link(page.place),
            Run(f" ({verb}"),
            Run(page.before, "literal" if role == "literal" else "plain"),
            Run(")"),
        )
        for page in pages
    ]


def _gone(page: Gone) -> tuple[Run, ...]:
    into = [run for place in page.into for run in (Run(", "), _link(place))][1:]
    return (Run(page.title), *((Run(" (now part of "), *into, Run(")")) if into else ()))


def _link(place: Place) -> Run:
    return Run(place.title, url=place.url)


def _listed(head: str, items: Sequence[tuple[Run, ...]], *, whole: bool) -> Line:
    shown = items if whole else items[:MOST_TITLES]
    runs = [Run(head, "strong"), Run(": ")]
    for at, item in enumerate(shown):
        runs += [Run("; ")] if at else []
        runs += item
    rest = len(items) - len(shown)
    runs += [Run(f"; and {rest:,} more")] if rest else []
    return Line(tuple(runs))


def _rest(count: int, one: str, many: str) -> Iterator[Line]:
    if count > 0:
        yield Line((Run(f"{count:,} {one if count == 1 else many}"),))


def _closing(period: Period, *, is_first: bool) -> str:
    counts = [
        f"{count:,} {_SMALL[name][count != 1]}" for name, count in period.small.items() if count
    ]
    if not counts:
        return "Nothing changed for readers." if is_first else ""
    listed = " and ".join(filter(None, (", ".join(counts[:-1]), counts[-1])))
    return f"{'Small changes only' if is_first else 'Besides'}: {listed}."
