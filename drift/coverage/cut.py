"""Lines of a page that a change speaks of -> a stretch that is laid against its own counterpart, apart from the page."""

from __future__ import annotations

import msgspec

from drift.coverage.titled import Key
from drift.coverage.token import Token
from drift.site.globs import is_glob

TOLD = "told"
"""The group of what an addition or removal tells as a whole."""


class Cut(msgspec.Struct, frozen=True):
    """Some lines of a page that belong to a group of their own."""

    lines: tuple[int, int]
    section: tuple[str, ...]
    group: Key

    def holds(self, token: Token) -> bool:
        """Tell whether a token stands in these lines and sections, or as a footnote belongs there."""
        inside = self.lines[0] <= token.home <= self.lines[1]
        # A glob lists other pages besides the one whose entry moved.
        if self.group != (TOLD,) and not self.section and token.entry and is_glob(token.written):
            return False
        return inside and token.section[: len(self.section)] == self.section

    def leaves(self, token: Token, *, parted: bool) -> bool:
        """Tell whether another word about a token's own section counts for more than this.

        It does not where this is that word, nor for the entries of a navigation, which belong to no section.
        """
        if self.group == (TOLD,):
            return parted and self.section != token.section
        return bool(self.section)
