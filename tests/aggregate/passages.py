"""Passages written by hand, a step a line; and random ones, beside what they do to each place.

a.md#x -> b.md#y 0.9    is elsewhere now
a.md#x -| b.md#y 0.7    is gone, and most of it lives on there; `-|` alone where nobody knows
a.md#x => b.md#y 0.97   left a sign that leads there
a.md#x <- b.md#y        is new, and was split off from there; `<-` alone where it was not
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from hypothesis import strategies as st

from drift.history.passage import Came, Lost, Passage, Passed
from drift.history.places import Place

PATHS = ("a.md", "b.md", "c.md", "d.md")
KEYS = ("x", "y", "z")


def place(text: str) -> Place:
    path, _, key = text.partition("#")
    return path, key


def written(at: Place | None) -> str:
    return "-" if at is None else "#".join(filter(None, at))


def passage(*lines: str) -> Passage:
    pages: list[Passed] = []
    sections: list[Passed] = []
    gone: list[Lost] = []
    born: list[Came] = []
    left: list[Passed] = []
    for line in lines:
        subject, sign, *rest = line.split()
        here = place(subject)
        there = place(rest[0]) if rest else None
        sure = float(rest[1]) if len(rest) > 1 else 1.0 if rest else 0.0
        if sign == "-|":
            gone.append(Lost(here, there, sure))
        elif sign == "<-":
            born.append(Came(here, there))
        elif there:
            moved = Passed(here, there, sure)
            is_page = not (here[1] or there[1])
            (left if sign == "=>" else pages if is_page else sections).append(moved)
    return Passage(tuple(pages), tuple(sections), tuple(gone), tuple(born), tuple(left))


class Tale(msgspec.Struct, frozen=True):
    """A random history of exact moves."""

    start: frozenset[Place]
    passages: tuple[Passage, ...]
    ends: Mapping[Place, Place | None]
    # Where each place of the start is; None for one that is gone.
    states: tuple[frozenset[Place], ...]
    # All places at the start and after each step.


@st.composite
def tales(draw: st.DrawFn) -> Tale:
    """Draw a history in which any page or section may move anywhere, go for good, or be new."""
    state = _layout(draw, PATHS[:3])
    start = frozenset(state)
    ends: dict[Place, Place | None] = {one: one for one in state}
    passages: list[Passage] = []
    states = [start]
    for _ in range(draw(st.integers(1, 4))):
        went = _step(draw, state)
        taken = {new for new in went.values() if new is not None}
        fresh = {one for one in _layout(draw, PATHS) if (one[0], "") not in taken}
        if draw(st.booleans()):
            fresh |= {(path, "w") for path, key in taken if not key and (path, "w") not in taken}
        else:
            fresh = set()
        passages.append(_recorded(went, fresh))
        ends = {one: went[now] if now else None for one, now in ends.items()}
        state = sorted(taken | fresh)
        states.append(frozenset(state))
    return Tale(start, tuple(passages), ends, tuple(states))


def _layout(draw: st.DrawFn, paths: Sequence[str]) -> list[Place]:
    chosen = draw(st.lists(st.sampled_from(paths), unique=True, min_size=1, max_size=len(paths)))
    layout: list[Place] = []
    for path in sorted(chosen):
        keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=3))
        layout += [(path, ""), *((path, key) for key in sorted(keys))]
    return layout


def _step(draw: st.DrawFn, state: Sequence[Place]) -> dict[Place, Place | None]:
    pages = [one for one in state if not one[1]]
    goals = draw(st.permutations(PATHS))
    still = draw(st.booleans())
    went: dict[Place, Place | None] = {}
    for page, goal in zip(pages, goals, strict=False):
        stays = draw(st.integers(0, 5))
        went[page] = None if stays == 0 else page if still else (goal, "")
    alive = sorted(new[0] for new in went.values() if new)
    taken: set[Place] = set()
    for one in state:
        if not one[1]:
            continue
        home = went[one[0], ""]
        new = (home[0], one[1]) if home else None
        if alive and draw(st.integers(0, 3)) == 0:
            new = (draw(st.sampled_from(alive)), draw(st.sampled_from(KEYS)))
        went[one] = None if new in taken else new
        taken.update([new] if new else [])
    return went


def _recorded(went: Mapping[Place, Place | None], fresh: set[Place]) -> Passage:
    """Write down what is not plain, as the record of a commit does."""
    pages = {old[0]: new[0] for old, new in went.items() if new and not old[1]}
    return Passage(
        pages=tuple(
            Passed((old, ""), (new, ""), 1.0) for old, new in sorted(pages.items()) if old != new
        ),
        sections=tuple(
            Passed(old, new, 1.0)
            for old, new in sorted(went.items())
            if old[1] and new and new != (pages.get(old[0]), old[1])
        ),
        gone=tuple(Lost(old, None, 0.0) for old, new in sorted(went.items()) if new is None),
        born=tuple(Came(one, None) for one in sorted(fresh)),
    )
