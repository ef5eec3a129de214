"""A page that came beside one that stays, or went and left one -> whether it is a copy."""

from __future__ import annotations

from drift.match.matching import Matching

HALF = 0.5
"""The part of a page's sections that must read as those of another that has them on both sides, and more than one."""


class Copies:
    """Which pages without a counterpart are copies of others.

    A page made after another has what that had, also what was edited or renamed there since.
    """

    def __init__(self, matching: Matching) -> None:
        """Keep the matching; each two pages are compared when they are asked for."""
        self._matching = matching
        self._known: dict[tuple[int, int], bool] = {}

    def between(self, old: int, new: int) -> bool:
        """Tell whether the page of one of two sections is a copy of the other's page.

        Args:
            old: A section of the old side.
            new: A section of the new side.

        Returns:
            Whether one page is alone, and most of it stands on both sides of the other.
        """
        matching = self._matching
        one = matching.old.roots[matching.old.nodes[old].page]
        other = matching.new.roots[matching.new.nodes[new].page]
        if (one, other) not in self._known:
            self._known[one, other] = self._copied(one, other)
        return self._known[one, other]

    def _copied(self, old: int, new: int) -> bool:
        matching = self._matching
        after, before = matching.pages.new_of(old), matching.pages.old_of(new)
        if after is not None and before is None:
            copy, kept = matching.new.said_of(new), _kept(matching, old, after)
        elif before is not None and after is None:
            copy, kept = matching.old.said_of(old), _kept(matching, before, new)
        else:
            return False
        shared = sum(digest in kept for digest in copy)
        return shared > 1 and shared >= HALF * len(copy)


def _kept(matching: Matching, old: int, new: int) -> set[bytes]:
    return {*matching.old.said_of(old)} & {*matching.new.said_of(new)}
