"""The words of the one revision that terms are held against."""

from __future__ import annotations

from drift.explain.lexicon import Lexicon, expect_many
from drift.trees.site import Site


class Vocabulary(Lexicon):
    """A lexicon whose two revisions are one, in which nothing is looked for twice."""

    def __init__(self, site: Site) -> None:
        """Keep the revision."""
        super().__init__(site, site)
        self._lower: dict[str, bool] = {}
        expect_many()

    def lower(self, word: str) -> bool:
        """Tell whether a word is ever written in lower case."""
        if word not in self._lower:
            self._lower[word] = self.new.says(word.lower())
        return self._lower[word]

    def matches(self, part: str, pattern: str) -> bool:
        """Tell whether there is a place of a pattern, of which a part is always written in just this way."""
        return self.new.matches(part, pattern)
