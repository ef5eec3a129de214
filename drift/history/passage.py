"""A matching -> what a commit did to the places of a tree: which went where, which are gone, which are new.

Only what is not plain is written down. A page that is not named keeps its path, and a section that is not named goes
along with its page and keeps its key; so the record of a commit is as small as what it did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from drift.history.heirs import Heirs
from drift.history.places import Place, places
from drift.history.signs import Signs
from drift.history.steady import unsteady
from drift.history.successors import Successors, put_away
from drift.match import match
from drift.match.embedded import EMBEDDED
from drift.match.matching import Matching
from drift.site.tree_site import TreeSite

MOST = 0.5
"""The part of the pages that differ from which on all of them are looked at: so they need not be matched once more to tell
what changed, which takes longer than to match a few in vain."""


class Passed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page or section that is elsewhere now."""

    old: Place
    new: Place
    confidence: float


class Lost(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page or section without a counterpart."""

    old: Place
    home: Place | None
    # Where most of what it said lives on, or may do so.
    confidence: float


class Came(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page or section that nothing was before."""

    new: Place
    source: Place | None
    # What it was split off from.


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """What one commit did to the places of a tree."""

    pages: tuple[Passed, ...] = ()
    # Those under another path.
    sections: tuple[Passed, ...] = ()
    # Those that did not merely go along with their page, or have another key on it.
    gone: tuple[Lost, ...] = ()
    born: tuple[Came, ...] = ()
    left: tuple[Passed, ...] = ()
    # Those that went without a trace but one: their old place only tells its readers to read on elsewhere.


def unpacked(data: bytes) -> Passage:
    """Read a record as it is kept.

    Args:
        data: MessagePack, or nothing for a commit that did nothing to any place.
    """
    return _DECODER.decode(data) if data else Passage()


_DECODER = msgspec.msgpack.Decoder(Passage)


def passed(old: TreeSite, new: TreeSite) -> tuple[Passage, Matching | None]:
    """Find what became of each page and section between two neighbouring revisions.

    Args:
        old: The site before.
        new: The site after.

    Returns:
        The record, and the matching that it was read from where that is one of all pages.
    """
    paths = unsteady(old, new)
    if not paths:
        return Passage(), None
    differing = old.differing(new)
    if len(paths) > MOST * len(differing):
        paths = differing
    matching = match(old, new, paths)
    return passage(matching), matching if paths == differing else None


def passage(matching: Matching) -> Passage:
    """Sum up what became of each page and section.

    Args:
        matching: Of the sites before and after a commit.

    Returns:
        The record.
    """
    old, new = places(matching.old), places(matching.new)
    paths = matching.new_paths()
    pages: list[Passed] = []
    sections: list[Passed] = []
    for pair in matching.sections.by_old.values():
        before, after = old[pair.old], new[pair.new]
        if pair.stage == EMBEDDED:
            continue
        if before[1] or after[1]:
            if after != (paths.get(before[0]), before[1]):
                sections.append(Passed(before, after, pair.confidence))
        elif before != after:
            pages.append(Passed(before, after, pair.confidence))
    signs = Signs(matching)
    heirs = Heirs(matching, new, signs)
    # A page is no section: the one ends and the other begins.
    halves = [
        (Lost(old[pair.old], new[pair.new], pair.confidence), Came(new[pair.new], None))
        for pair in matching.sections.by_old.values()
        if pair.stage == EMBEDDED
    ]
    return Passage(
        pages=tuple(sorted(pages, key=_order)),
        sections=tuple(sorted(sections, key=_order)),
        gone=(*(lost for lost, _ in halves), *_gone(matching, old, heirs)),
        born=(*(came for _, came in halves), *_born(matching, old, new)),
        left=tuple(_left(matching, signs, (old, new), paths)),
    )


def _gone(matching: Matching, old: list[Place], heirs: Heirs) -> Iterator[Lost]:
    for node in matching.old.nodes:
        if node.id not in matching.sections.by_old:
            yield Lost(old[node.id], *heirs.of(node.id))


def _born(matching: Matching, old: list[Place], new: list[Place]) -> Iterator[Came]:
    sources = {part: spread.whole for spread in matching.splits for part in spread.parts}
    for node in matching.new.nodes:
        if node.id not in matching.sections.by_new:
            yield Came(new[node.id], old[sources[node.id]] if node.id in sources else None)


def _left(
    matching: Matching,
    signs: Signs,
    places: tuple[list[Place], list[Place]],
    paths: Mapping[str, str],
) -> Iterator[Passed]:
    """Find what stands at its old place in name only, or was put away beside what is to be read now."""
    old, new = places
    for pair in signs.emptied:
        found = signs.moved_out(pair)
        path, key = old[pair.old]
        # What went elsewhere with a part of what it said is followed there.
        if found is not None and new[pair.new] == (paths.get(path), key):
            home, confidence = found
            yield Passed(old[pair.old], new[home] if isinstance(home, int) else home, confidence)
    gone = sorted(put_away(matching))
    successors = Successors(matching, gone) if gone else None
    for node in gone:
        heir = successors.of(node) if successors else None
        if heir is not None:
            yield Passed(old[node], new[heir[0]], heir[1])


def _order(passed: Passed) -> Place:
    return passed.old
