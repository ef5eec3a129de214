"""What comes back names the commit that had removed it, whoever asks, and nothing else does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec
import pytest

from drift.history import past
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.range import Range
from tests.history.stories import COFFEE, DECK, GALLEY, HOME, OVEN, PAGES, WITHOUT_DECK, line
from tests.revision.builder import Builder, Files

WITHOUT = WITHOUT_DECK
COLD: Files = {**PAGES, "galley.md": GALLEY.replace(OVEN, "")}
STUB = "# Deck\n\nTo be written.\n"
OTHER = (
    "# Attic\n\nNobody goes there, for the ladder was lent to the neighbours and never came back.\n"
)

Restored = list[tuple[int, str, str, int]]
"""Commit, kind, place in the new revision, and the commit that had removed it, by their numbers."""

STORIES: Mapping[str, tuple[Sequence[Files], Restored]] = MappingProxyType(
    {
        "a page that was removed": (
            (PAGES, WITHOUT, PAGES),
            [(2, "page.added", "deck.md", 1)],
        ),
        "long after": (
            (PAGES, WITHOUT, *({**WITHOUT, "log.md": f"# Day {n}\n"} for n in range(20)), PAGES),
            [(22, "page.added", "deck.md", 1)],
        ),
        "at another path": (
            (PAGES, WITHOUT, {**WITHOUT, "rooms/top.md": DECK}),
            [(2, "page.added", "rooms/top.md", 1)],
        ),
        "with another word in it": (
            (PAGES, WITHOUT, {**WITHOUT, "deck.md": DECK + "\nSand is dear.\n"}),
            [(2, "page.added", "deck.md", 1)],
        ),
        "twice": (
            (PAGES, WITHOUT, PAGES, WITHOUT, PAGES),
            [(2, "page.added", "deck.md", 1), (4, "page.added", "deck.md", 3)],
        ),
        "after its path had another page": (
            (PAGES, WITHOUT, {**WITHOUT, "deck.md": OTHER}, WITHOUT, PAGES),
            [(4, "page.added", "deck.md", 1)],
        ),
        "another page at its path": ((PAGES, WITHOUT, {**WITHOUT, "deck.md": OTHER}), []),
        "a copy of a page that moved": (
            (PAGES, {**WITHOUT, "top.md": DECK}, {**WITHOUT, "top.md": DECK, "more.md": DECK}),
            [],
        ),
        "a page that moved and was removed there": (
            (PAGES, {**WITHOUT, "top.md": DECK}, WITHOUT, PAGES),
            [(3, "page.added", "deck.md", 2)],
        ),
        "a stub elsewhere": (
            ({**WITHOUT, "deck.md": STUB}, WITHOUT, {**WITHOUT, "attic.md": STUB}),
            [],
        ),
        "a stub where it was": (
            ({**WITHOUT, "deck.md": STUB}, WITHOUT, {**WITHOUT, "deck.md": STUB}),
            [(2, "page.added", "deck.md", 1)],
        ),
        "a stub with other words": (
            ({**WITHOUT, "deck.md": STUB}, WITHOUT, {**WITHOUT, "deck.md": "# Deck\n\nSoon.\n"}),
            [],
        ),
        "everything": (
            (PAGES, {}, PAGES),
            [(2, "page.added", page, 1) for page in ("deck.md", "galley.md", "index.md")],
        ),
        "a section": (
            (PAGES, COLD, PAGES),
            [(2, "section.added", "galley.md", 1)],
        ),
        "a section after its page moved": (
            (
                PAGES,
                COLD,
                {"index.md": HOME, "deck.md": DECK, "kitchen.md": COLD["galley.md"]},
                {"index.md": HOME, "deck.md": DECK, "kitchen.md": GALLEY},
            ),
            [(3, "section.added", "kitchen.md", 1)],
        ),
        "a section that was never away": (
            (PAGES, {**PAGES, "galley.md": f"{GALLEY}\n## Stove\n\n{DECK[8:]}"}),
            [],
        ),
        "a section that is there twice": (
            (COLD, PAGES, {**PAGES, "galley.md": f"{GALLEY}\n{OVEN}"}),
            [],
        ),
        "a section with too few words": (
            (
                {"a.md": f"# A\n\n{OVEN}\n## Later\n\nTBD\n"},
                {"a.md": f"# A\n\n{OVEN}"},
                {"a.md": f"# A\n\n{OVEN}\n## Later\n\nTBD\n"},
            ),
            [],
        ),
    }
)


def told(build: Builder, made: Sequence[str], wanted: Range, *, jobs: int = 1) -> Restored:
    """List what was restored, with the numbers of the commits."""
    found: Restored = []
    for step in walk(Repository(build.folder), wanted, jobs=jobs):
        entry = step.entry
        for change in entry.changes if entry else ():
            if isinstance(change.restored_from, str):
                assert change.new is not None
                assert not isinstance(change.new, tuple)
                back = made.index(change.restored_from)
                found.append((made.index(step.commit.id), change.kind, change.new.path, back))
    return sorted(found)


@pytest.mark.parametrize("name", STORIES)
def test_what_comes_back_names_the_commit_that_removed_it(build: Builder, name: str) -> None:
    trees, restored = STORIES[name]
    made = line(build, trees)
    assert told(build, made, Range()) == restored
    # It is the commit's own past, and not what was walked over, that tells.
    assert told(build, made, Range(reverse=True)) == restored
    assert told(build, made, Range(first_parent=False)) == restored
    assert told(build, made, Range(first_parent=False, reverse=True), jobs=2) == restored
    last = [one for one in restored if one[0] == len(made) - 1]
    for words in (("main^!",), ("main~1..main",), (f"{made[0]}...main", f"^{made[-2]}")):
        assert told(build, made, Range(words=words)) == last
    assert told(build, made, Range(author="nobody", paths=("deck.md",))) == []


def test_a_branch_has_its_own_past(build: Builder) -> None:
    one = build.commit(PAGES)
    without = build.commit(WITHOUT, one)
    back = build.commit(PAGES, without)
    side = build.commit({"index.md": HOME, "deck.md": DECK}, one)
    again = build.commit(PAGES, side)
    merged = build.commit({**PAGES, "log.md": OTHER}, back, again)
    made = [one, without, back, side, again, merged]
    both = [(2, "page.added", "deck.md", 1), (4, "page.added", "galley.md", 3)]
    for reverse in (False, True):
        assert told(build, made, Range(first_parent=False, reverse=reverse)) == both
        assert told(build, made, Range(reverse=reverse)) == both[:1]
    # What one of two branches did lies behind neither `a...b` nor the other branch.
    assert told(build, made, Range(words=(f"{back}...{again}",), first_parent=False)) == both


def test_a_merge_removed_what_its_branch_removed(build: Builder) -> None:
    one = build.commit(PAGES)
    side = build.commit(WITHOUT, one)
    main = build.commit({**PAGES, "log.md": OTHER}, one)
    merged = build.commit({**WITHOUT, "log.md": OTHER}, main, side)
    back = build.commit({**PAGES, "log.md": OTHER}, merged)
    made = [one, side, main, merged, back]
    assert told(build, made, Range()) == [(4, "page.added", "deck.md", 3)]
    assert told(build, made, Range(first_parent=False)) == [(4, "page.added", "deck.md", 3)]


def test_it_looks_back_only_so_far(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    days: tuple[Files, ...] = tuple({**WITHOUT, "log.md": f"# Day {n}\n"} for n in range(4))
    trees: tuple[Files, ...] = (PAGES, WITHOUT, PAGES, WITHOUT, *days, PAGES)
    made = line(build, trees)
    for most, restored in ((5, [(8, "page.added", "deck.md", 3)]), (4, [])):
        monkeypatch.setattr(past, "LOOKBACK", most)
        found = [(2, "page.added", "deck.md", 1), *restored]
        assert told(build, made, Range()) == found
        assert told(build, made, Range(reverse=True)) == found


def test_nothing_is_said_where_nothing_came_back(build: Builder) -> None:
    line(build, (PAGES, {**PAGES, "attic.md": OTHER + COFFEE}))
    for step in walk(Repository(build.folder), Range()):
        assert step.raw is not None
        assert b"restored_from" not in msgspec.json.encode(msgspec.json.decode(step.raw))
