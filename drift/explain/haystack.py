"""A site -> where a form may be said, by a search through the text of its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from drift.explain.base import Leftover
from drift.explain.passages import Passages
from drift.trees.page import Page
from drift.trees.site import Site

Forms = tuple[tuple[str, ...], tuple[str, ...]]
"""Old and new forms of a rule."""


READ = 0.25
"""The least part of a word's mentions that readers see, the rest being targets and code. Where even so few are too
many, nobody needs to look at each."""


class Haystack:
    """The pages of a revision as they are written, markup and targets included."""

    def __init__(self, site: Site, but: Container[str] = frozenset()) -> None:
        """Keep the revision; its pages are read when the first word is looked up.

        Args:
            site: The revision.
            but: Paths of pages in which nothing is found or counted.
        """
        self.site = site
        self._but = but
        self._leftovers: dict[Forms, tuple[Leftover, ...]] = {}
        self._passages: dict[str, Passages] = {}

    def pages_with(self, forms: Sequence[str]) -> Iterable[tuple[str, Page]]:
        """Find the pages that may say one of some forms, in any case.

        Args:
            forms: Words or phrases.

        Yields:
            Path and page, in the order of paths.
        """
        # Forms in several cases are one form to a search that has none.
        folded = {form.casefold() for form in forms}
        found = {path for form in folded for path in self.site.saying(form)}
        found.update(path for path in self.site.pages if _named(path, folded))
        wanted = (path for path in self.site.pages if path in found and path not in self._but)
        return ((path, self.site.pages[path]) for path in wanted)

    def remembered(
        self, forms: Forms, find: Callable[[], tuple[Leftover, ...]]
    ) -> tuple[Leftover, ...]:
        """Look for what is left over of some forms once, however often a rule is looked at.

        Args:
            forms: The old and the new forms.
            find: What looks for it.

        Returns:
            The places.
        """
        if forms not in self._leftovers:
            self._leftovers[forms] = find()
        return self._leftovers[forms]

    def passages(self, path: str) -> Passages:
        """Give the headings and blocks of a page."""
        found = self._passages.get(path)
        if found is None:
            found = self._passages[path] = Passages(self.site.pages[path])
        return found

    def count(self, word: str) -> int:
        """Count a word or phrase in whatever case, wherever it is written."""
        folded = word.casefold()
        paths = (path for path in self.site.saying(word, verbatim=True) if path not in self._but)
        return sum(_times(folded, self.site.folded(path)) for path in paths)

    def least(self, forms: Iterable[str]) -> float:
        """Count forms as seldom as readers may see them, without looking at each place.

        Args:
            forms: Words or phrases; those that differ in case alone are one.

        Returns:
            How often they are said at the least.
        """
        return READ * sum(map(self.count, {form.casefold() for form in forms}))

    def says(self, word: str) -> bool:
        """Tell whether a word is written anywhere in just this case, other than in an account's name, address or alias."""
        texts = map(self.site.source, self.site.saying(word, verbatim=True))
        return any(_is_written(word, text) for text in texts)

    def matches(self, part: str, pattern: str) -> bool:
        """Tell whether a pattern, of which a part is always written in just this way, is found in a line of any page."""
        texts = map(self.site.source, self.site.saying(part, verbatim=True))
        look = re.compile(pattern).search
        return any(look(text, *line) for text in texts for line in _lines_with(part, text))


_AHEAD = re.compile(r"(?<![\w@./:=#`-])")
_BEHIND = re.compile(r"(?![\w@/`]|[.-]\w)")


def _is_written(word: str, text: str) -> bool:
    """Tell whether a word stands in a text; a pattern of each word would take longer to make than to look for."""
    at = text.find(word)
    while at >= 0:
        if _AHEAD.match(text, at) and _BEHIND.match(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def _lines_with(part: str, text: str) -> Iterator[tuple[int, int]]:
    """Give begin and end of each line with a part: it is found many times as fast as a pattern with choices."""
    at = text.find(part)
    while at >= 0:
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at + len(part))
        if end < 0:
            end = len(text)
        yield begin, end
        at = text.find(part, end + 1)


def _times(form: str, text: str) -> int:
    """Count a form where no word goes on before or behind it: it is found many times as fast as a pattern."""
    times, length = 0, len(form)
    at = text.find(form)
    while at >= 0:
        end = at + length
        if _goes_on(text[end : end + 1]):
            at = text.find(form, at + 1)
        else:
            times += not (at and _goes_on(text[at - 1]))
            at = text.find(form, max(end, at + 1))
    return times


def _goes_on(sign: str) -> bool:
    """Tell whether a sign is part of a word."""
    return sign.isalnum() or sign == "_"


def _named(path: str, forms: Iterable[str]) -> bool:
    folded = path.casefold()
    return any(form in folded for form in forms)
