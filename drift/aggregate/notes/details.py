"""Changes of one page that lives on -> what its readers must know of its sections, and what is only counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drift.aggregate.notes.facts import told_facts
from drift.aggregate.notes.handbook import Sides
from drift.aggregate.notes.headings import same_words
from drift.aggregate.notes.notes import ChangedPage, Detail, Place, What
from drift.changes.base import BlockChange, Change, Location

LEAST_WORDS = 8
"""Words that must come, go or be others in a section for its readers to be told."""

FACT_WORTH = 30
"""How many other words a changed fact weighs."""

MOST_FACTS = 5
"""Facts of a page that weigh anything: the dates of a year's holidays are no thirty news."""

_ORDER: tuple[What, ...] = (
    "facts",
    "added",
    "rewritten",
    "extended",
    "shortened",
    "arrived",
    "renamed",
    "removed",
)


def changed_page(
    path: str, changes: Sequence[Change], sides: Sides, small: Counter[str]
) -> ChangedPage | None:
    """Tell what happened in a page.

    Args:
        path: Of the page, at the new revision.
        changes: Those of its sections.
        sides: Both revisions.
        small: Is told what is only counted.

    Returns:
        The page with its details; None where nothing is worth a word.
    """
    found: dict[object, Detail] = {}
    for change in changes:
        detail = _detail(change, path, sides)
        if detail is None:
            small[_counted_as(change)] += 1
        else:
            found.setdefault((detail.what, detail.place.title, detail.before, detail.facts), detail)
    if not found:
        return None
    order = sorted(found.values(), key=lambda one: (_ORDER.index(one.what), -one.words))
    return ChangedPage(sides.new.place(path), tuple(order), sides.sources.get(path, ()))


def weight(page: ChangedPage) -> int:
    """Tell how much a page's changes may matter, facts before words."""
    facts = sum(len(one.facts) for one in page.details)
    return FACT_WORTH * min(facts, MOST_FACTS) + sum(one.words for one in page.details)


def _detail(change: Change, path: str, sides: Sides) -> Detail | None:
    at = change.new or change.old
    if not isinstance(at, Location):
        return None
    place = sides.new.place(path, at.section, at.anchor if change.new else None)
    words = sum(_size(block) for block in change.blocks or ())
    match change.kind:
        case "section.edited":
            return _edited(change, place)
        case "section.added" | "section.removed" if place.title != sides.new.title(path):
            # That a page has its title as a heading now, or no more, is nothing to its readers.
            return Detail("added" if change.new else "removed", place, words=words)
        case "section.renamed" if not same_words(change.before, change.after):
            return Detail("renamed", place, before=str(change.before))
        case "section.moved" if isinstance(change.old, Location):
            came_from = change.old.path
            # Where a new page comes from is told of the page.
            if path not in {came_from, sides.paths.get(came_from)} and (
                sides.origins.get(path) != came_from
            ):
                return Detail("arrived", place, before=sides.old.title(came_from))
    return None


def _edited(change: Change, place: Place) -> Detail | None:
    extents = [_extent(block) for block in change.blocks or () if block.op != "moved"]
    came, went, others = (sum(extent[at] for extent in extents) for at in range(3))
    words = came + went + others
    if facts := told_facts(change.blocks or ()):
        return Detail("facts", place, facts=facts, words=words)
    if words < LEAST_WORDS or change.significance != "content":
        return None
    # What only lost words is no rewrite to its readers, however much of it is gone.
    one_way = change.nature != "rewrite" or not (min(came, went) or others)
    if one_way and max(came, went) > 2 * min(came, went):
        return Detail("extended" if came > went else "shortened", place, words=words)
    return Detail("rewritten", place, words=words)


def _extent(block: BlockChange) -> tuple[int, int, int]:
    """Count the words that came, went, and are others."""
    if block.op == "edited":
        came = sum(len(hunk.after.split()) for hunk in block.hunks)
        went = sum(len(hunk.before.split()) for hunk in block.hunks)
        return max(came - went, 0), max(went - came, 0), min(came, went)
    return (_size(block), 0, 0) if block.op == "added" else (0, _size(block), 0)


def _size(block: BlockChange) -> int:
    return len((block.after or block.before or "").split())


def _counted_as(change: Change) -> str:
    noun = change.kind.partition(".")[0]
    if noun in {"link", "anchor"}:
        return "links"
    if change.nature == "formatting" or change.kind in {"section.added", "section.removed"}:
        return "formatting"
    if change.nature == "typo" or change.kind == "section.renamed":
        return "typos"
    return "reworded" if change.kind == "section.edited" else "order"
