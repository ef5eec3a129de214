"""A page -> its headings and blocks, and which of them may say a form: found at once in all, not one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from drift.trees.page import Block, Page, Section
from drift.trees.walk import walk

_ALIKE = str.maketrans({"_": "-", "\u0131": "i", "\u0307": None})
# What patterns that ignore case, and hyphens for underscores, hold to be the same beyond the folding of case.


class Passage(msgspec.Struct, frozen=True, eq=False):
    """A block, or a heading with the anchors of its section."""

    section: Section
    block: Block | None = None


class Passages:
    """The passages of one page."""

    def __init__(self, page: Page) -> None:
        """Read a page.

        Args:
            page: The page.
        """
        self._passages: list[Passage] = []
        self._starts: list[int] = []
        texts: list[str] = []
        start = 0
        for passage in _passages(page):
            text = _folded("\n".join(_texts(passage)))
            self._passages.append(passage)
            self._starts.append(start)
            texts.append(text)
            start += len(text) + 1
        self._text = "\n".join(texts)

    def saying(self, forms: Iterable[str]) -> list[Passage]:
        """Find the passages that may say one of some forms: too many, never too few.

        Args:
            forms: Words or phrases, in any case, with hyphens or underscores.

        Returns:
            The passages in the order of the page.
        """
        found = {at for form in {_folded(form) for form in forms if form} for at in self._at(form)}
        return [self._passages[at] for at in sorted(found)]

    def _at(self, form: str) -> Iterator[int]:
        place = self._text.find(form)
        while place >= 0:
            at = bisect_right(self._starts, place) - 1
            yield at
            if at + 1 == len(self._starts):
                return
            place = self._text.find(form, self._starts[at + 1])


def _passages(page: Page) -> Iterator[Passage]:
    for _, section in walk(page.root):
        yield Passage(section)
        for block in section.blocks:
            yield Passage(section, block)


def _texts(passage: Passage) -> Iterator[str]:
    if passage.block is None:
        yield passage.section.title
        yield from (anchor.name for anchor in passage.section.anchors)
    else:
        yield passage.block.text
        yield from (link.target for link in passage.block.links)


def _folded(text: str) -> str:
    return text.casefold().translate(_ALIKE)
