"""A change of a page as a whole -> what is told of it: that it is new, moved, renamed or gone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drift.aggregate.notes.handbook import Sides
from drift.aggregate.notes.headings import same_words
from drift.aggregate.notes.notes import ChangedPage, Detail, Elsewhere, Gone, NewPage
from drift.aggregate.notes.parts import Chain, Parts
from drift.changes.base import Change, Location, both_places
from drift.explain.places import home

OPENING = 16
"""Words of a new page by which a reader knows what it is about."""

LEAST_OPENING = 4
"""Words that say something; fewer are a label or a date."""

_SENTENCE = re.compile(r".*?[.!?](?=\s|$)")


def put(change: Change, parts: Parts) -> bool:
    """Sort in what happened to a page as a whole.

    Args:
        change: Of any kind.
        parts: Are told.

    Returns:
        Whether it was about a page, or about a section that is one now.
    """
    if change.kind.startswith("page."):
        _put_page(change, parts)
        return True
    return change.kind == "section.moved" and _put_apart(change, parts)


def _put_page(change: Change, parts: Parts) -> None:
    sides = parts.sides
    at = home(change)
    part = (sides.new if change.new else sides.old).part(at.path)
    match change.kind:
        case "page.added" | "page.removed" if _is_rewritten(change, sides):
            _put_rewritten(change, parts, part)
        case "page.added":
            opening = _opening(change)
            made = sides.sources.get(at.path, ())[-1:]
            parts.new[part].append(NewPage(sides.new.place(at.path), opening, sources=made))
        case "page.removed":
            gone = Gone(sides.old.title(at.path), at.path, sources=sides.last(at.path))
            parts.removed[part].append(gone)
        case "page.moved":
            _put_elsewhere(change, parts, part)
        case "page.retitled":
            _put_title(change, parts, part)
        case _:
            parts.new[part].extend(_parts_of(change, sides))
            parts.removed[part].extend(_merged(change, sides))
            parts.small["formatting"] += change.kind not in {"page.split", "page.merged"}


def _put_apart(change: Change, parts: Parts) -> bool:
    """Sort in a section that is a page of its own now, if it is one: no other change says that the page is new."""
    places, sides = both_places(change), parts.sides
    if places is None:
        return False
    was, now = places
    known = sides.old.has(now.path) or now.path in {*sides.paths.values(), *sides.origins}
    if known or not was.section or not same_words(was.section[-1], sides.new.title(now.path)):
        return False
    place, beside = sides.new.place(now.path), parts.new[sides.new.part(now.path)]
    if place in [page.place for page in beside]:
        # It is new, and this section is one of several in it.
        return False
    made = sides.sources.get(now.path, ())[-1:]
    beside.append(NewPage(place, came_from=sides.old.title(was.path), sources=made))
    return True


def _is_rewritten(change: Change, sides: Sides) -> bool:
    book = sides.new if change.new else sides.old
    return book.address(home(change).path).rstrip("/") in sides.rewritten


def _put_rewritten(change: Change, parts: Parts, part: Chain) -> None:
    """Tell of the page that came; that another one went is the same news."""
    if change.new:
        path = home(change).path
        place = parts.sides.new.place(path)
        detail = Detail("rewritten", place, words=_words(change))
        made = parts.sides.sources.get(path, ())
        parts.changed[part].append(ChangedPage(place, (detail,), made))


def _words(change: Change) -> int:
    return sum(len((block.after or "").split()) for block in change.blocks or ())


def _put_elsewhere(change: Change, parts: Parts, part: Chain) -> None:
    """A file that has another name and is published at the same address did not move for its readers."""
    before, after = str(change.before), home(change).path
    old, new = parts.sides.old.address(before), parts.sides.new.address(after)
    if old.rstrip("/") == new.rstrip("/"):
        parts.small["formatting"] += 1
    else:
        place = parts.sides.new.place(after)
        parts.moved[part].append(Elsewhere(place, old, new, parts.sides.last(before)))


def _put_title(change: Change, parts: Parts, part: Chain) -> None:
    """A title that was written for the first time, or is no more, names the page as its readers knew it."""
    before, after = change.before, change.after
    if not (isinstance(before, str) and isinstance(after, str) and before and after):
        parts.small["formatting"] += 1
    elif same_words(before, after):
        parts.small["typos"] += 1
    else:
        path = home(change).path
        made = parts.sides.sources.get(path, ())
        place = parts.sides.new.place(path)
        parts.renamed[part].append(Elsewhere(place, before, after, made if len(made) == 1 else ()))


def _opening(change: Change) -> str:
    """Give the first words of the first paragraph that says something by itself."""
    paragraphs = (block for block in change.blocks or () if block.kind == "paragraph")
    texts = (" ".join((block.after or "").split()) for block in paragraphs)
    # One sentence that ends in a colon announces what it does not say.
    telling = (text for text in texts if not text.endswith(":") or _SENTENCE.match(text))
    text = next((text for text in telling if len(text.split()) >= LEAST_OPENING), "")
    short = _SENTENCE.match(text)
    if short and LEAST_OPENING <= len(short[0].split()) <= OPENING:
        return short[0]
    words = text.split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")


def _parts_of(change: Change, sides: Sides) -> Iterable[NewPage]:
    """The pages that were split off are new to their readers; the page that lives on is not."""
    stayed = change.old.path if isinstance(change.old, Location) else ""
    places = change.new if isinstance(change.new, tuple) else ()
    for path in dict.fromkeys(place.path for place in places):
        if path not in {stayed, sides.paths.get(stayed)}:
            made = sides.sources.get(path, ())[-1:]
            title = sides.new.title(sides.paths.get(stayed, stayed))
            yield NewPage(sides.new.place(path), came_from=title, sources=made)


def _merged(change: Change, sides: Sides) -> Iterable[Gone]:
    """The pages that became a part of another one."""
    into = home(change).path
    places = change.old if isinstance(change.old, tuple) else ()
    for path in dict.fromkeys(place.path for place in places):
        if into not in {path, sides.paths.get(path)}:
            yield Gone(sides.old.title(path), path, (sides.new.place(into),), sides.last(path))
