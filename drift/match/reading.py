"""Sections -> what they say and how much of that is rare, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drift.match.modulo import Modulo
from drift.match.profile import Profile, Rarity, profile
from drift.trees.page import Section


class Reading:
    """The profiles of the sections of both sides; equal sections, on one side or on both, are read once."""

    def __init__(
        self,
        modulo: Modulo,
        everything: Callable[[], Iterable[Section]],
        before: Reading | None = None,
    ) -> None:
        """Keep where to read; nothing is read yet.

        Args:
            modulo: What is to be read as the same.
            everything: Gives the sections over which rarity is counted.
            before: The reading of an earlier look without rules, so that only what rules touch is read again.
        """
        self._modulo = modulo
        self._everything = everything
        self._before = before
        self._profiles: dict[bytes, Profile] = {}
        self._totals: dict[bytes, int] = {}
        self._touched: dict[bytes, bool] = {}
        self._rarity: Rarity | None = None

    @property
    def rarity(self) -> Rarity:
        """How much each feature tells; what was asked for before has no part in it."""
        if self._rarity is None:
            self._rarity = Rarity(map(self.profile, self._everything()))
        return self._rarity

    def profile(self, section: Section) -> Profile:
        """Read the own text of a section."""
        found = self._profiles.get(section.digest)
        if found is None:
            found = self._profiles[section.digest] = self._read(section)
        return found

    def _read(self, section: Section) -> Profile:
        if self._before is None or self.touched(section):
            return profile(section, self._modulo)
        return self._before.profile(section)

    def total(self, section: Section) -> int:
        """Weigh the own text of a section."""
        found = self._totals.get(section.digest)
        if found is None:
            found = self.rarity.total(self.profile(section))
            self._totals[section.digest] = found
        return found

    def touched(self, section: Section) -> bool:
        """Tell whether a section reads otherwise than in the earlier look; where there was none, each does."""
        if self._before is None:
            return True
        found = self._touched.get(section.digest)
        if found is None:
            found = self._touched[section.digest] = self._modulo.touches(section)
        return found
