"""A page that lives on and what happened in it -> one point of a list, facts first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from drift.aggregate.notes.notes import ChangedPage, Detail, Source, What
from drift.render.notes.base import Line, Run

MOST_FACTS = 3
"""Facts of one page that are told; a reader who wants all of them reads the page."""

MOST_SECTIONS = 3
"""Sections in one list."""

MOST_SOURCES = 3
"""Pull requests or commits that are named behind a page."""

_VERBS: MappingProxyType[What, str] = MappingProxyType(
    {
        "added": "new: ",
        "rewritten": "rewritten: ",
        "extended": "more on: ",
        "shortened": "less on: ",
        "arrived": "moved here: ",
        "renamed": "renamed: ",
        "removed": "gone: ",
    }
)

_ITSELF: MappingProxyType[What, str] = MappingProxyType(
    {
        "rewritten": "rewritten",
        "extended": "more text",
        "shortened": "less text",
    }
)
"""What is said of the text before a page's first section, where nothing of the kind is said of a section."""


def changed(page: ChangedPage, *, whole: bool) -> Line:
    """Tell of a page.

    Args:
        page: The page and what happened in it.
        whole: Whether to name everything.

    Returns:
        The page's title, the sections by what happened in them, and below it the facts that are others.
    """
    groups: defaultdict[What, list[Detail]] = defaultdict(list)
    ways = {one.what for one in page.details if one.what in _ITSELF and _is_of(page, one)}
    for detail in page.details:
        # Less text at its beginning and more at its end is another text to the readers of a page.
        rewritten = len(ways) > 1 and detail.what in ways and _is_of(page, detail)
        groups["rewritten" if rewritten else detail.what].append(detail)
    runs: list[Run] = []
    for what, verb in _VERBS.items():
        sections = [one for one in groups[what] if what not in _ITSELF or not _is_of(page, one)]
        is_own = len(sections) < len(groups[what])
        if is_own or sections:
            runs.append(Run("; " if runs else ": "))
        if sections:
            own = (Run("its opening, "),) if is_own else ()
            runs += [Run(verb), *own, *_sections(sections, whole=whole)]
        elif is_own:
            runs.append(Run(_ITSELF[what]))
    title = Run(page.place.title, "strong", page.place.url)
    return Line(
        (title, *runs, *made_by(page.sources)), tuple(_facts(groups["facts"], page, whole=whole))
    )


def made_by(sources: Sequence[Source]) -> Iterator[Run]:
    """Name the pull requests or commits of a page where they are few; many say nothing.

    Args:
        sources: All of them.

    Yields:
        What stands behind the page, or nothing.
    """
    if 0 < len(sources) <= MOST_SOURCES:
        for at, source in enumerate(sources):
            yield Run(", " if at else " (")
            yield Run(source.name, url=source.url)
        yield Run(")")


def _is_of(page: ChangedPage, detail: Detail) -> bool:
    return detail.place.title == page.place.title


def _sections(details: Sequence[Detail], *, whole: bool) -> Iterator[Run]:
    shown = details if whole else details[:MOST_SECTIONS]
    for at, detail in enumerate(shown):
        yield Run(", " if at else "")
        yield Run(detail.place.title.rstrip(": ") or detail.place.title)
        if detail.before:
            yield Run(f" ({'from' if detail.what == 'arrived' else 'was'} {detail.before})")
    if len(details) > len(shown):
        yield Run(f" and {len(details) - len(shown):,} more")


def _facts(details: Sequence[Detail], page: ChangedPage, *, whole: bool) -> Iterator[Line]:
    facts = [(detail, fact) for detail in details for fact in detail.facts]
    shown = facts if whole else facts[:MOST_FACTS]
    last = page.place.title
    for detail, fact in shown:
        is_known = detail.place.title == last
        last = detail.place.title
        where = () if is_known else (Run(detail.place.title, url=detail.place.url), Run(": "))
        yield Line((*where, Run(f"“{fact.before}” is now “{fact.after}”")))
    if len(facts) > len(shown):
        yield Line((Run(f"and {len(facts) - len(shown):,} more of the kind"),))
