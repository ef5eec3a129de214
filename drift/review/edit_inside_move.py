"""`edit-inside-move`: text that moved was changed on the way.

What it tells: each section whose words changed while it, what encloses it, or its page went elsewhere, and from what to what.
Why it matters: a line diff shows moved text as removed and added, and nobody reads it word for word again.
Example: `rates.md` moves to `office/rates.md`, and "at most 40" becomes "at most 60" in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.changes.base import Location
from drift.review.base import Policy, Reviewed, Told, here, place
from drift.review.pairs import Pairs, spot

NATURES = frozenset({"facts", "rewrite", "wording"})
"""Edits that may change what is said; typing errors and formatting do not."""


def _check(reviewed: Reviewed) -> Iterator[Told]:
    pairs = Pairs(reviewed)
    pages = {here(change).path for change in reviewed.of("page.moved")}
    sections = {
        (place(change.new).path, place(change.new).section)
        for change in reviewed.of("section.moved")
    }
    for change in reviewed.of("section.edited"):
        at = here(change)
        went = at.path in pages or any(one in sections for one in _enclosing(at))
        if went and change.cause is None and change.nature in NATURES:
            what = pairs.facts_of(change) or pairs.words_of(change)
            if change.nature == "facts" and not what:
                # It changed on many pages, and is told once.
                continue
            yield Told(
                message=f"moved here from {_origin(place(change.old), at)} and changed on the way"
                + (f": {what}" if what else ""),
                at=spot(change),
                facts=(change.id,),
            )


def _enclosing(at: Location) -> Iterator[tuple[str, tuple[str, ...]]]:
    for depth in range(len(at.section) + 1):
        yield at.path, at.section[:depth]


def _origin(was: Location, at: Location) -> str:
    return was.path if was.path != at.path else f"“{' › '.join(was.section)}”"


EDIT_INSIDE_MOVE = Policy(
    "edit-inside-move", "warning", _check, __doc__ or "", frozenset({"facts-changed"})
)
