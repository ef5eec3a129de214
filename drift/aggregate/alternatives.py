"""Pages that came to one place in several folders, and say the same -> the one that readers of an old page look for.

Handbooks keep their versions side by side, and their translations. Where an unversioned page became one in each of
them, all say what it said, and the one that shares most words with it is the oldest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

import msgspec

from drift.aggregate.lead import Lead
from drift.aggregate.lineage import Lineage
from drift.aggregate.versions import rank
from drift.history.places import Place
from drift.history.successors import archived
from drift.match.matching import Matching
from drift.match.profile import fold
from drift.trees.site import Site

EQUAL = 0.9
"""The part of what a lead says of the old place that another page must say to be as good."""

NEXT_VERSION = 0.2
"""The same of a page, or section, of the same title in the folder of another version; the later ones were worked on."""

BY_SIGN = 0.8
"""How certain the one is that a sign speaks for: of 198 pages of a manual in three versions, nine in ten are."""

UNDECIDED = 0.4
"""How certain one of several is that nothing tells apart."""

_Names = Mapping[str, str]
# The folder that tells a page from those beside it -> the path.


class Alternatives:
    """Knows which of the pages that came in a range came side by side."""

    def __init__(
        self,
        matching: Matching,
        said: Callable[[Place, Place], float],
        lineage: Lineage,
    ) -> None:
        """List what came.

        Args:
            matching: Of the two ends.
            said: Tells how much of what an old place said a new one says, from 0 to 1.
            lineage: Tells at which step of the range a page came, and where one was last.
        """
        self._matching, self._said, self._lineage = matching, said, lineage
        old, new = matching.old.nodes, matching.new.nodes
        self._went = {
            old[pair.old].page: new[pair.new].page for pair in matching.pages.by_old.values()
        }
        self._owner = {page: was for was, page in self._went.items()}
        fresh = matching.new.site.pages.keys() - matching.old.site.pages.keys()
        slots = _slots(path for path in fresh if not archived(path))
        self._beside = {slot: names for slot, names in slots.items() if len(names) > 1}
        self._stood = Counter(slot for path in matching.old.site.pages for slot in _gaps(path))

    def chosen(self, place: Place, lead: Lead) -> Lead:
        """Choose among the pages, or their sections, that are as good as a lead.

        Args:
            place: The old place.
            lead: Where it seems to be.

        Returns:
            The lead, to the one of them that has a sign to it; as a guess where none has.
        """
        page, key = lead.place
        for folder, slot in _slots_of(page):
            names = self._beside.get(slot, {})
            if folder not in names:
                continue
            good = partial(self._good, place, lead.place, folder)
            equal = {name: path for name, path in names.items() if good(name, (path, key))}
            if len(equal) > 1:
                path, sure = self._signed(place[0], page, slot, equal)
                return msgspec.structs.replace(
                    lead, place=(path, key), confidence=min(lead.confidence, sure)
                )
        return lead

    def _good(self, place: Place, lead: Place, folder: str, name: str, other: Place) -> bool:
        """Tell whether a page, or a section on one, is as good as a lead."""
        if other == lead:
            return True
        owner = self._owner.get(other[0], place[0])
        if owner != place[0] and not _other_version(owner, place[0]):
            return False
        old, new = self._matching.old.site, self._matching.new.site
        title, versions = _title(new, lead), rank(folder) and rank(name)
        same = title == _title(new, other)
        if not same and not versions and title == _title(old, place):
            # It alone is called as what readers look for.
            return False
        part = NEXT_VERSION if same and versions else EQUAL
        return self._said(place, other) >= part * self._said(place, lead) > 0

    def _signed(self, old: str, lead: str, slot: str, equal: _Names) -> tuple[str, float]:
        """Give the path that a sign speaks for: of its own folder, of the version to be read, of its neighbours."""
        own = [name for name in equal if name in PurePosixPath(old).parts[:-1]]
        if len(own) == 1:
            return equal[own[0]], 1.0
        if not self._in_series(old, slot):
            # Those that came with the page itself, or first, are copies of it, and the others of these.
            followed = self._lineage.of((old, "")).place[0]
            here = [followed] if followed in equal.values() else equal.values()
            first = min(map(self._lineage.came, here))
            equal = {
                name: path for name, path in equal.items() if self._lineage.came(path) == first
            }
        ranked = [(late, path) for name, path in equal.items() if (late := rank(name))]
        if len(ranked) == len(equal):
            return max(ranked)[1], BY_SIGN
        went = self._neighbours(old)
        votes = sorted((went[PurePosixPath(path).parent], path) for path in equal.values())
        if len(votes) == 1 or votes[-1][0] > votes[-2][0]:
            return votes[-1][1], BY_SIGN
        return lead, UNDECIDED

    def _in_series(self, old: str, slot: str) -> bool:
        """Tell whether versions stood side by side before, where a page was or where it went."""
        beside = {gap for folder, gap in _slots_of(old) if rank(folder)} | {slot}
        return any(self._stood[gap] > (gap in _gaps(old)) for gap in beside)

    def _neighbours(self, old: str) -> Counter[PurePosixPath]:
        """Count the folders to which the pages of one went."""
        folder = PurePosixPath(old).parent
        return Counter(
            PurePosixPath(new).parent
            for was, new in self._went.items()
            if PurePosixPath(was).parent == folder
        )


def _slots_of(path: str) -> Iterator[tuple[str, str]]:
    """Give each folder of a path, with the path that has a gap there."""
    parts = path.split("/")
    for at, folder in enumerate(parts[:-1]):
        yield folder, "/".join((*parts[:at], "", *parts[at + 1 :]))


def _gaps(path: str) -> frozenset[str]:
    return frozenset(slot for _, slot in _slots_of(path))


def _title(site: Site, place: Place) -> str:
    page = site.pages.get(place[0])
    # What a section is called is in its key.
    return place[1] or (fold(page.title) if page is not None else "")


def _slots(paths: Iterable[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in paths:
        for folder, slot in _slots_of(path):
            found[slot][folder] = path
    return found


def _other_version(one: str, other: str) -> bool:
    """Tell whether two pages stand at one place in two versions."""
    slots = {slot: folder for folder, slot in _slots_of(one)}
    return any(
        slot in slots and rank(folder) is not None and rank(slots[slot]) is not None
        for folder, slot in _slots_of(other)
    )
