"""Mentions of an old form -> which of them tell of the past, where the old word is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from drift.explain.base import Leftover
from drift.trees.site import Site
from drift.trees.walk import walk

_AHEAD = (
    r"(?:formerly|previously|originally|once|née|used to be|a\.?k\.?a\.?|replac(?:es|ed|ing)|supersed(?:es|ed|ing)|\(was|"
    r"(?:renamed|rebranded|changed|converted|migrat\w+|moved|switched|transition\w*) from|"
    r"(?:old|former|previous|legacy|original) (?:name|term|spelling)s?)"
)
_BEHIND = (
    r"(?:(?:was|were|has been|have been|got|is|are) (?:now )?(?:renamed|rebranded|replaced|superseded|retired|deprecated)|"
    r"(?:is|are) (?:now|no longer)|became)"
)
# What people write ahead of or behind a word that they give up.

NEAR = 3
"""Words that may stand between such a mark and the old form: `formerly known as the`."""

_PAGES = re.compile(
    r"change-?logs?|changes|history|news|release-?notes|what-?s-?new|archives?|archived|redirects?|"
    r"legacy-?changelogs?|releasenotes|attic|obsolete|deprecated",
)
# Names of files and folders that keep the past.

_SIGNS = re.compile(r"[_\s]+")
_SECTIONS = re.compile(
    r"\b(?:change ?log|release notes|history|what['’]s new|archived?|deprecated|renamed)\b",
    re.IGNORECASE,
)


class Past:
    """Knows the marks of the past around some forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Prepare for old forms.

        Args:
            forms: In any case.
        """
        said = "|".join(
            re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))
        )
        between = rf"\W+(?:\w+\W+){{0,{NEAR}}}?"
        self._marked = re.compile(
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
        return bool(self._marked.search(leftover.text)) or any(map(_SECTIONS.search, section))


class Headings:
    """Tells under which headings a place stands."""

    def __init__(self, site: Site) -> None:
        """Keep the revision."""
        self._site = site

    def above(self, place: Leftover) -> tuple[str, ...]:
        """Give the headings above a place, its own included, outermost first."""
        if place.scope == "path":
            return ()
        found: tuple[str, ...] = ()
        for trail, section in walk(self._site.pages[place.path].root):
            first, last = section.lines
            if trail and first <= place.line <= last:
                found = trail
        return found
