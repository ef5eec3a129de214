"""What is asked about all pages of a tree -> the few that must be parsed to answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from drift.site.document import Document, tokens
from drift.site.names import Question

Holding = Callable[[Question, tuple[str, ...]], frozenset[str]]
"""A question about some tokens -> the documents of which it holds."""


class TextSearch:
    """Finds pages by their text; a `drift.site.index.Search`."""

    def __init__(self, documents: Mapping[str, Document], holding: Holding) -> None:
        """Keep the documents.

        Args:
            documents: By path, in the order of paths.
            holding: Asks all of them something.
        """
        self._documents = documents
        self._holding = holding

    def labelled(self, key: str) -> Iterator[str]:
        """Find pages that may define a label.

        Args:
            key: The label's, as `label_key` gives it.

        Yields:
            Their paths, in their order.
        """
        return self._in_order(Document.defines, (key,))

    def titled(self, title: str) -> Iterator[str]:
        """Find pages that may have a section of some title.

        Args:
            title: In any case.

        Yields:
            Their paths, in their order.
        """
        return self._in_order(Document.titled, tokens(title))

    def custom(self, name: str) -> Iterator[str]:
        """Find pages that may name something in a directive that is no common one.

        Args:
            name: In any case.

        Yields:
            Their paths, in their order.
        """
        return self._in_order(Document.says_apart, tokens(name))

    def _in_order(self, question: Question, words: tuple[str, ...]) -> Iterator[str]:
        found = self._holding(question, words)
        return (path for path in self._documents if path in found) if found else iter(())
