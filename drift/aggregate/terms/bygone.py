"""Mentions of an old form -> which of them tell of the past, where the old word is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePosixPath

from drift.aggregate.versions import superseded
from drift.explain.base import Leftover
from drift.trees.site import Site
from drift.trees.walk import walk

_AHEAD = (
    r"(?:formerly|previously|originally|once|née|used to be|a\.?k\.?a\.?|replac(?:es|ed|ing)|supersed(?:es|ed|ing)|\(was|"
    r"no longer (?:uses?|using|sa(?:ys?|id)|called|named|known as)|"
    r"(?:renamed|rebranded|changed|converted|migrat\w+|moved|switched|transition\w*) from|"
    r"(?:old|former|previous|legacy|original) (?:name|term|spelling)s?)"
)
_BEHIND = (
    r"(?:(?:was|were|has been|have been|got|is|are) (?:now )?(?:renamed|rebranded|replaced|superseded|retired|deprecated)|"
    r"(?:is|are) (?:now|no longer)|became|(?:prior to|until|before) v?\d)"
)
# What people write ahead of or behind a word that they give up.

NEAR = 3
"""Words that may stand between such a mark and the old form: `formerly known as the`."""

_PAGES = re.compile(
    r"change-?logs?|changes|history|news|release-?notes|what-?s-?new|archives?|archived|redirects?|"
    r"legacy-?changelogs?|releasenotes|(?:upgrade|migration)-?(?:notes|guides?)|attic|obsolete|deprecated",
)
# Names of files and folders that keep the past.

_SIGNS = re.compile(r"[_\s]+")
_SECTIONS = re.compile(
    r"\b(?:change ?log|release notes|history|what['’]s new|archived?|deprecated|renamed)\b",
    re.IGNORECASE,
)


_MARKS = re.compile(rf"{_AHEAD}|{_BEHIND}", re.IGNORECASE)


class Past:
    """Knows the marks of the past around some forms."""

    def __init__(self, forms: Iterable[str], new: str = "") -> None:
        """Prepare for old forms.

        Args:
            forms: In any case.
            new: The new form; a section whose heading names it with an old one tells how the one became the other.
        """
        self._forms = sorted(forms, key=lambda form: (-len(form), form))
        self._pairs = [sorted((form, new), key=len) for form in self._forms if new]

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        """The forms with a mark beside them; most lists of places have no mark at all, and need no pattern."""
        said = "|".join(map(re.escape, self._forms))
        between = rf"\W+(?:\w+\W+){{0,{NEAR}}}?"
        return re.compile(
            rf"(?<!\w){_AHEAD}{between}(?:{said})(?!\w)|(?<!\w)(?:{said}){between}{_BEHIND}\b",
            re.IGNORECASE,
        )

    def has(self, leftover: Leftover, section: tuple[str, ...] = ()) -> bool:
        """Tell whether a mention belongs to history.

        Args:
            leftover: The mention, with the words around it.
            section: The chain of headings above it.

        Returns:
            Whether its words (`formerly`), its headings (`Changelog`) or its path (`archive/`) say so.
        """
        parts = PurePosixPath(leftover.path.lower()).parts
        names = (*parts[:-1], parts[-1].partition(".")[0]) if parts else ()
        if any(_PAGES.fullmatch(_SIGNS.sub("-", name)) for name in names):
            return True
        if any(_SECTIONS.search(heading) or self._has_both(heading) for heading in section):
            return True
        return bool(_MARKS.search(leftover.text) and self._marked.search(leftover.text))

    def _has_both(self, heading: str) -> bool:
        """Tell whether a heading names both forms (`From QPAD to GPAD`), of which one may hold the other."""
        for short, long in self._pairs:
            rest, times = _said(long).subn("", heading)
            if times and _said(short).search(rest):
                return True
        return False


def _said(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}s?(?!\w)", re.IGNORECASE)


class Headings:
    """Tells under which headings a place stands."""

    def __init__(self, site: Site) -> None:
        """Keep the revision."""
        self._site = site
        self._pages: dict[str, list[tuple[tuple[int, int], tuple[str, ...]]]] = {}

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The pages of versions beside which a later one stands."""
        return superseded(self._site.pages)

    def above(self, place: Leftover) -> tuple[str, ...]:
        """Give the headings above a place, its own included, outermost first."""
        if place.scope == "path":
            return ()
        found: tuple[str, ...] = ()
        for (first, last), trail in self._sections(place.path):
            if first <= place.line <= last:
                found = trail
        return found

    def _sections(self, path: str) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
        if path not in self._pages:
            walked = walk(self._site.pages[path].root)
            self._pages[path] = [(section.lines, trail) for trail, section in walked if trail]
        return self._pages[path]
