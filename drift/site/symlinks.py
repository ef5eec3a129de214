"""A path that goes to or through a symlink -> the path of the tree that it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from drift.site.documents import stem_of, suffix_of, suffixes

MOST = 40
"""Symlinks that are followed one after the other, as many as Linux itself follows: so a circle has an end."""

LONGEST = 4096
"""Characters of a path on the way, as long as a path may be there."""


class Symlinks:
    """The symlinks of one tree; nothing on a disk is asked."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        """Take what is written in them.

        Args:
            targets: Path of each -> what is written in it; empty where that is not known.
        """
        self.targets = targets
        self._stems = {
            stem_of(path): to for path, to in targets.items() if suffix_of(path) in suffixes()
        }
        self.ends = {path: self.followed(path) for path in targets}
        self._leading: dict[str, list[str]] = {}
        for path, end in self.ends.items():
            if end is not None:
                self._leading.setdefault(end, []).append(path)

    def followed(self, path: str) -> str | None:
        """Follow every symlink on a path.

        Args:
            path: From the root of the tree; a document's last part may lack its suffix.

        Returns:
            The path behind them, the same one where it meets none; None where they lead out of the tree, in a circle or
            nobody knows where.
        """
        here, waiting, met = "", path.split("/")[::-1], 0
        while waiting:
            part = waiting.pop()
            if part == ".." and not here:
                return None
            if part in {"", ".", ".."}:
                here = here.rpartition("/")[0] if part == ".." else here
                continue
            step = f"{here}/{part}" if here else part
            to = self.targets.get(step)
            if to is None and not waiting:
                to = self._stems.get(step)
            if to is None:
                here = step
                continue
            met += 1
            if met > MOST or len(here) > LONGEST or not to or to.startswith("/"):
                return None
            waiting += to.split("/")[::-1]
        return here

    def standing_for(self, place: str) -> Sequence[str]:
        """List the symlinks that lead to a place.

        Args:
            place: A path, without closing slash.

        Returns:
            Their paths.
        """
        return self._leading.get(place, ())


NONE: Mapping[str, str] = MappingProxyType({})
"""What is written in those of a tree that has none."""
