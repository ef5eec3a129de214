"""A tree, a seed and some edits -> a case whose truth was checked."""

from __future__ import annotations

import random
from types import MappingProxyType

from tests.benchmarks.accuracy.edits import (
    blocks,
    headings,
    links,
    navigation,
    pages,
    sections,
    traps,
    trees,
    words,
)
from tests.benchmarks.accuracy.reading import read
from tests.benchmarks.accuracy.settle import Snapshot, settle
from tests.benchmarks.accuracy.truth import Case
from tests.benchmarks.accuracy.world import Apply, Edit, World, sources, world

EDITS: MappingProxyType[str, Edit] = MappingProxyType(
    words.EDITS
    | blocks.EDITS
    | links.EDITS
    | headings.EDITS
    | sections.EDITS
    | traps.EDITS
    | pages.EDITS
    | trees.EDITS
    | navigation.EDITS
)
"""Every edit by name."""

ON_PAGE = (
    *(name for name in words.EDITS for _ in range(3)),
    *(name for name in blocks.EDITS for _ in range(2)),
    *(name for name in links.EDITS for _ in range(2)),
    *headings.EDITS,
    *("rename", "rename"),
    *sections.EDITS,
    *traps.EDITS,
    "page.retitle",
)
"""Edits of one page, as often as they come up when there are many."""

ON_TREE = (*ON_PAGE, *(name for name in (*pages.EDITS, *trees.EDITS, "nav") for _ in range(3)))
"""Edits of a tree."""


_WIDE = frozenset((*trees.EDITS, "page.move"))
"""Edits that replace text anywhere: planned before all others and laid on after them, so that no place shifts."""


class UntrueError(Exception):
    """The edits gave a page that does not read as they meant it."""


def cast(
    tree: dict[str, str],
    *,
    seed: str,
    focus: list[str],
    edits: list[str],
    limit: int,
    rough: bool = False,
    donors: list[str],
) -> Case | None:
    """Lay edits on a tree.

    Args:
        tree: Text files by path.
        seed: What chance grows from; the same seed makes the same case.
        focus: The pages to edit.
        edits: The names of the edits to try, in turn.
        limit: How many of them at most.
        rough: Whether edits may meet in one section however many they are.
        donors: Paragraphs of other pages.

    Returns:
        The case; None when no edit found a place.

    Raises:
        UntrueError: The edited pages do not read as meant.
    """
    rng = random.Random(seed)  # noqa: S311
    place = world(tree, focus=focus, donors=[text for text in donors if text not in tree.values()])
    place.rough = rough
    planned: list[tuple[str, Apply]] = []
    wide = [name for name in edits[:limit] if name in _WIDE]
    for name in (*wide, *(name for name in edits if name not in _WIDE)):
        apply = EDITS[name](place, rng) if len(planned) < limit else None
        if apply is not None:
            planned.append((name, apply))
    if not planned:
        return None
    before, old = sources(place), Snapshot(place)
    _check(place, old)
    try:
        for _, apply in sorted(planned, key=lambda each: each[0] in _WIDE):
            apply()
        after, new = sources(place), Snapshot(place)
        _check(place, new)
        facts = settle(place, old, new)
    except LookupError as gone:
        # One edit took away the page or section that another had chosen.
        raise UntrueError("an edited place is gone") from gone
    return Case(
        "+".join(sorted({name for name, _ in planned})),
        seed,
        before,
        after,
        facts,
        [name for name, _ in planned],
    )


def _check(place: World, snapshot: Snapshot) -> None:
    """Read every page again: its sections must hang together as the edits left them."""
    texts = sources(place)
    for sheet in place.sheets:
        again = read(sheet.path, texts[sheet.path])
        if again.paths() != sheet.paths():
            raise UntrueError(sheet.path)
        if [len(node.chunks) > 0 for node in again.nodes()] != [
            any(chunk.source.strip() for chunk in node.chunks) for node in sheet.nodes()
        ]:
            raise UntrueError(sheet.path)
    if len(snapshot.places) == 0:
        raise UntrueError


def many(names: tuple[str, ...], count: int, rng: random.Random) -> list[str]:
    """Draw names of edits, more than wanted since not each finds a place."""
    return [rng.choice(names) for _ in range(3 * count)]
