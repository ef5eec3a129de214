"""A page that went and one that came -> whether they are two members of a series, and not one page under another number.

    upgrade/2.3-to-2.4.md   ->   upgrade/2.7-to-2.8.md
    upgrade/2.7-to-2.8.md        upgrade/2.8-to-2.9.md

What is written after one template is alike whatever became of it. So the other members tell what likeness is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from drift.match.forest import Forest
from drift.match.gathered import gathered
from drift.match.profile import Profile, likeness, merged
from drift.match.reading import Reading
from drift.trees.site import Site
from drift.trees.walk import walk

TELLS = 2.5
"""So many times the odds of likeness to the next members must be those of likeness to each other, for two of a series to be
one page. Guides of one template have 0.3 to 1.7, release notes whose number was corrected, or a version that got its
final number, 5 and more."""

NEAR = 3
"""How many members before and behind one, by their numbers, are looked at: templates change with the years."""

SAMPLE = 8
"""How many pages of two folders are compared; they are copies of one handbook, or they are not."""

_NUMBER = re.compile(r"\d{1,99}(?:\.\d{1,99})*")
# Python refuses to read numbers of thousands of digits, which a path in git may have.

Numbers = tuple[tuple[int, ...], ...]
"""The numbers in a name; each of several where it has points."""

_Members = tuple[str, str]
# The names of a member that went and of one that came: a path without its suffix, or a folder's with a slash behind it.


class Series:
    """Which pages of two revisions are different members of a series.

    A member is a page whose name has a number, or a folder that is called by one, such as a version of the handbook.
    """

    def __init__(self, old: Forest, new: Forest, reading: Reading) -> None:
        """Keep where to read; nothing is read before it is asked for.

        Args:
            old: One side.
            new: The other.
            reading: What their sections say.
        """
        self._reading = reading
        self._sides = _Side(old.site), _Side(new.site)
        self._turned = False
        self._known: dict[_Members, bool] = {}
        # By the names as they are unturned; shared with the series as the other side sees it.

    def turned(self) -> Series:
        """Give the same as the other side sees it."""
        turned = object.__new__(Series)
        turned._reading, turned._sides = self._reading, self._sides[::-1]
        turned._turned, turned._known = not self._turned, self._known
        return turned

    def apart(self, old: str, new: str) -> bool:
        """Tell whether two pages are different members of a series, so that nothing of the one is in the other.

        Args:
            old: The path of an old page.
            new: The path of a new one.

        Returns:
            Whether one went and the other came, their paths differ by numbers, and they are hardly more alike than each
            is to the members next to it.
        """
        one, other = self._sides
        if old in other.site.pages or new in one.site.pages:
            return False
        members = self._members(old, new)
        if members is None:
            return False
        key = (members[1], members[0]) if self._turned else members
        if key not in self._known:
            self._known[key] = self._differ(*members)
        return self._known[key]

    def _members(self, old: str, new: str) -> _Members | None:
        """Find the members that two paths belong to: folders where one went and one came as a whole, else the pages."""
        left, right = _bare(old).split("/"), _bare(new).split("/")
        parts = zip(left, right, strict=False)
        at = next((index for index, (one, other) in enumerate(parts) if one != other), None)
        if at is None or _masked(left[at]) != _masked(right[at]):
            return None
        if numbers(left[at]) == numbers(right[at]):
            return None
        one, other = self._sides
        if at < min(len(left), len(right)) - 1:
            went, came = ("/".join(parts[: at + 1]) + "/" for parts in (left, right))
            if went not in other.folders and came not in one.folders:
                return went, came
        names = _bare(old), _bare(new)
        return names if _masked(names[0]) == _masked(names[1]) else None

    def _differ(self, old: str, new: str) -> bool:
        """Compare two members with each other, and each with those next to it, by what is not the same in all of them."""
        went, came = self._sides
        mine = [went.pages(name) for name in (old, *went.near(old, new))]
        theirs = [came.pages(name) for name in (new, *came.near(new, old))]
        both = mine[0].keys() & theirs[0].keys()
        rests = _sample(
            rest for rest in both if len({*_keys(went, mine, rest), *_keys(came, theirs, rest)}) > 1
        )
        if not rests:
            return bool(both) and len(mine) + len(theirs) > len((old, new))
        one, *before = (self._texts(went, pages, rests) for pages in mine)
        other, *behind = (self._texts(came, pages, rests) for pages in theirs)
        near = [self._alike(one, texts) for texts in before]
        near += [self._alike(other, texts) for texts in behind]
        alike, most = self._alike(one, other), max(near, default=0.0)
        return alike * (1 - most) < TELLS * most * (1 - alike)

    def _texts(self, side: _Side, pages: Mapping[str, str], rests: list[str]) -> list[Profile]:
        """Read some pages of a member; one that it has not says nothing."""
        read = self._reading.profile
        found = [[side.site.pages[pages[rest]].root] if rest in pages else [] for rest in rests]
        return [merged(read(part) for root in one for _, part in walk(root)) for one in found]

    def _alike(self, one: list[Profile], other: list[Profile]) -> float:
        rarity = self._reading.rarity
        shared = sum(map(rarity.shared, one, other))
        return likeness(shared, sum(map(rarity.total, one)), sum(map(rarity.total, other)))


class _Side:
    """The members of one revision by their names."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def folders(self) -> Mapping[str, list[str]]:
        """The pages in each folder, and below it."""
        found: dict[str, list[str]] = {}
        for path in self.site.pages:
            at = path.find("/")
            while at >= 0:
                found.setdefault(path[: at + 1], []).append(path)
                at = path.find("/", at + 1)
        return found

    @cached_property
    def _bare(self) -> Mapping[str, str]:
        """The pages by their paths without a suffix."""
        return {_bare(path): path for path in self.site.pages}

    @cached_property
    def _series(self) -> Mapping[str, list[str]]:
        """All members by what their names are without numbers."""
        return gathered((*self._bare, *self.folders), _masked)

    def pages(self, member: str) -> dict[str, str]:
        """Give the pages of a member by what they are called in it, which may name the member again."""
        if not member.endswith("/"):
            return {"": self._bare[member]}
        own = frozenset(_NUMBER.findall(_last(member)))
        rests = {path: _bare(path)[len(member) :] for path in self.folders[member]}
        return {
            _NUMBER.sub(lambda found: "#" if found[0] in own else found[0], rest): path
            for path, rest in rests.items()
        }

    def near(self, member: str, other: str) -> list[str]:
        """List the members next to one, of those that have all numbers before the first in which the two differ."""
        own, theirs = numbers(member), numbers(other)
        same = next(index for index, number in enumerate(own) if number != theirs[index])
        named = {
            its: name
            for name in self._series.get(_masked(member), ())
            if (its := numbers(name))[:same] == own[:same]
        }
        ranked = sorted({*named, own})
        at = ranked.index(own)
        return [named[one] for one in ranked[max(0, at - NEAR) : at + NEAR + 1] if one != own]


def _bare(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return folder + slash + (name.rpartition(".")[0] or name)


def _last(name: str) -> str:
    return name.rstrip("/").rpartition("/")[2]


def _masked(name: str) -> str:
    return _NUMBER.sub("#", name)


def numbers(name: str) -> Numbers:
    """Read the numbers in a path or name."""
    return tuple(tuple(map(int, one.split("."))) for one in _NUMBER.findall(name))


def _keys(side: _Side, members: Iterable[Mapping[str, str]], rest: str) -> Iterable[object]:
    """Give what decides how one page of some members reads."""
    return (side.site.key(pages[rest]) if rest in pages else None for pages in members)


def _sample(rests: Iterable[str]) -> list[str]:
    """Choose some pages of a folder, from its whole length."""
    ranked = sorted(rests)
    return ranked[:: max(1, len(ranked) // SAMPLE)][:SAMPLE]
