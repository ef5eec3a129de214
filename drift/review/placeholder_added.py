"""`placeholder-added`: a text says that it is not finished.

What it tells: each TBD, TODO, FIXME, "coming soon" and the like that the range brings in, also on new pages and in new
sections; those of one block once.
Why it matters: what is published so is seldom come back to.
Example: "The rates for night calls are TBD."
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from drift.changes.base import Location
from drift.changes.placeholders import placeholders
from drift.review.base import Policy, Reviewed, Told, fresh, here, place
from drift.trees.page import Section
from drift.trees.walk import walk

_Outline = tuple[tuple[tuple[str, ...], Section], ...]
"""The section paths and sections of a page, in their order."""


def _check(reviewed: Reviewed) -> Iterator[Told]:
    # A table may have one in each row.
    for (text, at), often in Counter(_added(reviewed)).items():
        times = f", {often} times" if often > 1 else ""
        yield Told(
            message=f"placeholder added: {text}{times}", at=at, facts=(at.path, *at.section, text)
        )


def _added(reviewed: Reviewed) -> Iterator[tuple[str, Location]]:
    for change in reviewed.of("placeholder.added"):
        at = here(change)
        yield str(change.after), Location(at.path, at.section, None, at.lines)
    moved = {
        (place(change.new).path, place(change.new).section)
        for change in reviewed.of("section.moved")
    }
    outlines: dict[str, _Outline] = {}
    for kind in ("page.added", "section.added"):
        for change in reviewed.of(kind):
            at = here(change)
            if at.path not in outlines:
                outlines[at.path] = tuple(walk(reviewed.new.pages[at.path].root))
            for trail, section in _below(outlines[at.path], at):
                # What stood elsewhere before brought its placeholders along.
                if not any((at.path, trail[:depth]) in moved for depth in range(1, len(trail) + 1)):
                    yield from _in_section(section, fresh(at.path, section=trail))


def _below(outline: _Outline, at: Location) -> Iterator[tuple[tuple[str, ...], Section]]:
    """Go through the sections that came with a page or section; a page's section path is empty."""
    if at.lines is None:
        yield from outline
    elif not at.section:
        # The text before the first heading came alone.
        yield outline[0]
    else:
        # Sections of one heading are told apart by where they stand; a page may have thousands.
        first, last = at.lines
        begin, end = (
            bisect_left(outline, line, lo=1, key=_first_line) for line in (first, last + 1)
        )
        yield from outline[begin:end]


def _first_line(one: tuple[tuple[str, ...], Section]) -> int:
    return one[1].lines[0]


def _in_section(section: Section, at: Location) -> Iterator[tuple[str, Location]]:
    for text in placeholders(section.title):
        yield text, fresh(at.path, section=at.section, line=section.lines[0])
    for block in section.blocks:
        for text in placeholders(block.text):
            yield text, fresh(at.path, section=at.section, line=block.lines[0])


PLACEHOLDER_ADDED = Policy("placeholder-added", "warning", _check, __doc__ or "")
