"""Sections -> what they say and how much of that is rare, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drift.match.modulo import Modulo
from drift.match.profile import Profile, Rarity, profile
from drift.trees.page import Section

MANY = 300_000
"""Features from which on equal ones are made one string: it takes half as long as to read them, and less memory only then."""


class Pool:
    """The features of profiles, equal ones made one string where there are very many."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._known: dict[str, str] = {}

    def shared(self, part: Profile) -> Profile:
        """Let a profile share its features with those that were read before."""
        self._count += len(part.features)
        if self._count < MANY:
            return part
        names = map(self._known.setdefault, part.features, part.features)
        return Profile(dict(zip(names, part.features.values(), strict=True)), part.size)


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
        self.pool: Pool = before.pool if before else Pool()
        self._profiles: dict[bytes, Profile] = {}
        self._totals: dict[bytes, int] = {}
        self._touched: dict[bytes, bool] = {}
        self._rarity: Rarity | None = None

    @property
    def rarity(self) -> Rarity:
        """How much each feature tells; what was asked for before has no part in it."""
        if self._rarity is None:
            if self._before is not None:
                self._before.forget_rarity()
            self._rarity = Rarity(map(self.profile, self._everything()))
        return self._rarity

    def profile(self, section: Section) -> Profile:
        """Read the own text of a section."""
        found = self._profiles.get(section.digest)
        if found is None:
            found = self._profiles[section.digest] = self._read(section)
        return found

    def _read(self, section: Section) -> Profile:
        earlier = self._before
        if earlier is not None and not self.touched(section):
            return earlier.profile(section)
        if earlier is not None:
            earlier.forget(section)
        return self.pool.shared(profile(section, self._modulo))

    def forget(self, section: Section) -> None:
        """Let go of what a later look reads otherwise: of a large handbook memory has no room for both."""
        self._profiles.pop(section.digest, None)

    def forget_rarity(self) -> None:
        """Let go of what is counted: nobody asks for it once there is a later look."""
        self._rarity = None

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
