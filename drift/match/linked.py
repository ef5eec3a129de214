"""Some links of both sides -> which is which, by target and label, certain before likely."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from rapidfuzz import fuzz

from drift.match.labelled import Labels
from drift.match.matching import Matching
from drift.match.place import LinkPair, Place

LIKE_LABEL = 50
"""Per cent: two links of one block whose labels and targets both differ are still one if the labels are so alike."""

WHOLE = 100

LIKE_TARGET = 80
"""Per cent: the same for targets, which share much by nature. Links of one section and of different blocks must reach
both."""

MOST_COMPARED = 40_000
"""Combinations of left over links of two sections that are all held against each other: a fifth of a second."""

BAND = 40
"""Of more, a link is held against so many that stand where it stood."""


def pair_links(
    matching: Matching, old: list[Place], new: list[Place], labels: Labels, *, together: bool
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair by target and label, by target, by label, and in one block by likeness.

    Args:
        matching: The matching, with the rules that make labels look the same.
        old: Links of the old side.
        new: Links of the new side.
        labels: Those of the sections that they stand in.
        together: Whether they stand in one block, where less likeness is enough.

    Returns:
        The pairs, and the links of each side that are in none.
    """
    found: list[LinkPair] = []
    label = matching.evidence.modulo.text
    same: tuple[Callable[[Place], Hashable], ...] = (
        lambda place: (place.home, label(place.link.label), place.link.target),
        lambda place: (place.home, label(place.link.label)),
    )
    half: tuple[Callable[[Place], Hashable], ...] = (
        lambda place: place.home,
        lambda place: labels.key(place, together=together),
    )
    for key in same:
        found_now, old, new = pair_by(key, old, new)
        found.extend(found_now)
    said = [
        [(_shown(p), p.link.label and labels.key(p, together=True)) for p in side]
        for side in (old, new)
    ]
    if together and said[0] == said[1]:
        # Targets that were exchanged: what is read stands where it stood.
        return [*found, *map(LinkPair, old, new)], [], []
    for key in half:
        found_now, old, new = pair_by(key, old, new)
        found.extend(found_now)
    known = list(filter(labels.tells, old))
    likely, known, new = _by_likeness(matching, known, new, together=together)
    return [*found, *likely], [*known, *(place for place in old if not labels.tells(place))], new


def _shown(place: Place) -> bool:
    """Tell whether a link is one that a reader sees, and no other file that stands in its place."""
    return place.link.kind != "include"


def pair_by(
    key: Callable[[Place], Hashable], old: list[Place], new: list[Place]
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair links that have one key, the first with the first.

    Args:
        key: What two links must have in common.
        old: Links of the old side.
        new: Links of the new side.

    Returns:
        The pairs, and the links of each side that are in none.
    """
    waiting: dict[Hashable, list[Place]] = {}
    for place in reversed(new):
        waiting.setdefault(key(place), []).append(place)
    found: list[LinkPair] = []
    left: list[Place] = []
    for place in old:
        if waiting.get(key(place)):
            found.append(LinkPair(place, waiting[key(place)].pop()))
        else:
            left.append(place)
    taken = {id(pair.new) for pair in found}
    return found, left, [place for place in new if id(place) not in taken]


def _by_likeness(
    matching: Matching, old: list[Place], new: list[Place], *, together: bool
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair links whose label and target both changed a little."""
    found: list[LinkPair] = []
    rest = list(new)
    left: list[Place] = []
    width = len(new) if len(old) * len(new) <= MOST_COMPARED else BAND
    for place in old:
        start = 0 if width == len(new) else len(left)
        near = range(start, min(len(rest), start + width))
        like = next(
            (at for at in near if _alike(matching, place, rest[at], together=together)), None
        )
        if like is None:
            left.append(place)
        else:
            found.append(LinkPair(place, rest.pop(like)))
    return found, left, rest


def _alike(matching: Matching, old: Place, new: Place, *, together: bool) -> bool:
    if _shown(old) != _shown(new):
        return False
    label = matching.evidence.modulo.text
    one, other = label(old.link.label).casefold(), label(new.link.label).casefold()
    places = [place.target.url or place.link.target for place in (old, new)]
    targets = fuzz.ratio(*places) >= LIKE_TARGET
    if together:
        # A label that took words on, or gave some up, is the label.
        held = bool(one and other) and fuzz.token_set_ratio(one, other) == WHOLE
        return targets or held or fuzz.token_sort_ratio(one, other) >= LIKE_LABEL
    return targets and fuzz.token_set_ratio(one, other) >= LIKE_LABEL
