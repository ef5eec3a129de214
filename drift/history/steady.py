"""Two sites -> the pages of which a section may have gone or come, told by their sources alone.

Most commits change words and no heading. On such a page the lines that make headings, anchors and whatever may hide
them are the same, and no stretch between them loses or gains much: so it need not be parsed to know that each section
stays, and that none has taken up another. Where a line may be such a one, it is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drift.site.dialect import RST_SUFFIXES
from drift.site.documents import suffix_of
from drift.site.tree_site import TreeSite

LEFT = 0.6
"""A stretch that keeps so much of its length has not moved out."""

SHORT = 60
"""Characters of a stretch that says too little to be missed, or to be known again elsewhere: a dozen words."""

_MARKDOWN = re.compile(
    r"[\s>*+\-\d.)]*(?:\#|```|~~~|:::)"  # headings and fences, in whatever they stand
    r"|.*(?:<(?!https?:|mailto:)|\{(?![\w:+.-]+\}`)|-->|--}|%\})"  # HTML, attributes, shortcodes; no roles
    r"|\s*(?:\([^)]*\)=|\[[^\]]+\]:)"  # labels, definitions
)
_RST = re.compile(
    r"\s*\.\.(?:\s|\Z)"  # directives, labels, substitutions, comments
    r"|\s*__\s"
    r"|.*_`"  # inline targets
)
_RULED = re.compile(r"\s*([!-/:-@\[-`{-~])\1*\s*\Z")
"""A line under a title, or above one; it makes one of the text beside it."""

_FRONT = frozenset({"---", "+++"})


def unsteady(old: TreeSite, new: TreeSite) -> frozenset[str]:
    """Find the pages that must be looked at to know what became of the places of a tree.

    Args:
        old: The site before.
        new: The site after.

    Returns:
        The paths, of either side, of those pages of which not all sections plainly stay.
    """
    differing = old.differing(new)
    if old.dialects != new.dialects:
        return differing
    return frozenset(
        path
        for path in differing
        if path not in old.pages
        or path not in new.pages
        or not _alike(path, old.source(path), new.source(path))
    )


def _alike(path: str, before: str, after: str) -> bool:
    marks = _RST if suffix_of(path) in RST_SUFFIXES else _MARKDOWN
    one, other = _outline(before, marks), _outline(after, marks)
    return (
        bool(before and after)
        and [line for line, _ in one] == [line for line, _ in other]
        and all(
            max(old, new) < SHORT or (new >= LEFT * old and new < old + SHORT)
            for (_, old), (_, new) in zip(one, other, strict=True)
        )
    )


@lru_cache(maxsize=16)
def _outline(text: str, marks: re.Pattern[str]) -> tuple[tuple[str, int], ...]:
    # What a commit makes of a page is what the next one finds.
    return tuple(_shape(text, marks))


def _shape(text: str, marks: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Give the lines that may make a section, each with how much other text stands before it."""
    lines = text.split("\n")
    telling = set(_front_matter(lines))
    for at, line in enumerate(lines):
        if _RULED.match(line):
            telling.update((at, min(at + 1, len(lines) - 1)))
            above = at - 1
            while above >= 0 and lines[above].strip() and above not in telling:
                telling.add(above)
                above -= 1
        elif marks.match(line):
            telling.add(at)
    said = 0
    for at, line in enumerate(lines):
        if at in telling:
            yield line, said
            said = 0
        else:
            said += len(line)
    yield "", said


def _front_matter(lines: Sequence[str]) -> range:
    if lines[0].rstrip() not in _FRONT:
        return range(0)
    ends = (at for at, line in enumerate(lines) if at and line.rstrip() == lines[0].rstrip())
    return range(next(ends, 0) + 1)
