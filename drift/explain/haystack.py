"""A site -> all its words page by page, to look for a form without walking the trees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drift.trees.page import Page
from drift.trees.site import Site
from drift.trees.walk import walk


class Haystack:
    """What every page of a revision says: its path, headings, texts, targets and anchors."""

    def __init__(self, site: Site) -> None:
        """Read all pages once."""
        self.site = site
        self._pages = {path: "\n".join(_said(path, page)) for path, page in site.pages.items()}
        self._folded = {path: text.casefold() for path, text in self._pages.items()}

    def pages_with(self, forms: Sequence[str]) -> Iterable[tuple[str, Page]]:
        """Find the pages that may say one of some forms, in any case.

        Args:
            forms: Words or phrases.

        Yields:
            Path and page, in the order of paths.
        """
        folded = [form.casefold() for form in forms]
        for path, text in self._folded.items():
            if any(form in text for form in folded):
                yield path, self.site.pages[path]

    def count(self, word: str) -> int:
        """Count a word in whatever case."""
        folded = word.casefold()
        pattern = re.compile(rf"(?<!\w){re.escape(folded)}(?!\w)")
        return sum(len(pattern.findall(text)) for text in self._folded.values() if folded in text)

    def says(self, word: str) -> bool:
        """Tell whether a word is written anywhere in just this case, other than in an account's name or address."""
        pattern = re.compile(rf"(?<![\w@.]){re.escape(word)}(?![\w@])")
        return any(pattern.search(text) for text in self._pages.values() if word in text)


def _said(path: str, page: Page) -> Iterable[str]:
    yield path
    for _, section in walk(page.root):
        yield section.title
        yield from (anchor.name for anchor in section.anchors)
        yield from (link.target for link in section.links)
        for block in section.blocks:
            yield block.text
            yield from (link.target for link in block.links)
