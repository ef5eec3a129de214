"""The words of the one revision that terms are held against, and how often the range began with them."""

from __future__ import annotations

from drift.aggregate.versions import superseded
from drift.explain.haystack import Haystack
from drift.explain.lexicon import Lexicon, expect_many
from drift.trees.site import Site

OFTEN = 5
"""Mentions of the old form at the beginning, and of the new one at the end, from which on a fall and a rise are no chance."""

FALLEN = 0.5
"""Of the old form's mentions at the beginning, so many may be left. What goes on being said has another reason as well."""

RISEN = 0.1
"""Of the new form's mentions at the end, so many may have been there: whoever took a thing's place was hardly known."""


class Vocabulary(Lexicon):
    """A lexicon whose two revisions are one, in which nothing is looked for twice.

    Of a handbook's versions only the latest of those side by side counts: the others tell how things were.
    """

    def __init__(self, site: Site, begun: Site | None = None) -> None:
        """Keep the revision.

        Args:
            site: The end of the range.
            begun: Its beginning; None where it has none, as for a whole history.
        """
        super().__init__(site, site)
        self.new = Haystack(site, superseded(site.pages))
        self._begun = Haystack(begun, superseded(begun.pages)) if begun else None
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

    def took_over(self, before: str, after: str) -> bool:
        """Tell whether over the whole handbook one form fell and another, which hardly anything said before, rose.

        Args:
            before: The form that is to have fallen.
            after: The form that is to have risen.
        """
        if self._begun is None:
            return False
        risen = self.new.count(after)
        if risen < OFTEN or self._begun.count(after) > RISEN * risen:
            return False
        fallen = self._begun.count(before)
        return fallen >= OFTEN and self.new.count(before) <= FALLEN * fallen
