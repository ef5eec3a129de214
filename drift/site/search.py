"""What is asked about all pages of a tree -> the few that must be parsed to answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from drift.site.answers import Question
from drift.site.document import Document, unlike
from drift.site.tokens import tokens

Holding = Callable[[Question, tuple[str, ...]], frozenset[str]]
"""A question about some tokens -> the documents of which it holds."""


class Labels:
    """The labels that documents may define; revisions whose documents define the same share them."""

    def __init__(self, documents: Mapping[str, Document], near: Labels | None) -> None:
        """Keep the documents.

        Args:
            documents: By path, in the order of paths.
            near: Of another revision of the tree.
        """
        self._documents = documents
        self.found: dict[str, list[str]] | None = None
        if near is not None and near.found is not None and self._alike(near):
            self.found = near.found

    @property
    def by_key(self) -> Mapping[str, Sequence[str]]:
        """The key of each label -> the pages that may define it, in their order."""
        if self.found is None:
            self.found = {}
            for path, document in self._documents.items():
                for key in document.labels:
                    self.found.setdefault(key, []).append(path)
        return self.found

    def _alike(self, near: Labels) -> bool:
        mine, other = self._documents, near._documents
        return mine.keys() == other.keys() and all(
            there is not None and one.labels == there.labels
            for _, one, there in unlike(mine, other)
        )


class TextSearch:
    """Finds pages by their text; a `drift.site.index.Search`."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        holding: Holding,
        labels: Labels,
    ) -> None:
        """Keep the documents.

        Args:
            documents: By path, in the order of paths.
            holding: Asks all of them something.
            labels: What they may define.
        """
        self._documents = documents
        self._holding = holding
        self._labels = labels

    def labelled(self, key: str) -> Iterator[str]:
        """Find pages that may define a label.

        Args:
            key: The label's, as `label_key` gives it.

        Yields:
            Their paths, in their order.
        """
        return iter(self._labels.by_key.get(key, ()))

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
