"""What is asked about all pages of a tree -> the few that must be parsed to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from drift.site.document import Document, tokens


class TextSearch:
    """Finds pages by their text; a `drift.site.index.Search`."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        """Keep the documents.

        Args:
            documents: By path, in the order of paths.
        """
        self._documents = documents

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, document in self._documents.items():
            for key in document.labels:
                found.setdefault(key, []).append(path)
        return found

    def labelled(self, key: str) -> Iterator[str]:
        """Find pages that may define a label.

        Args:
            key: The label's, as `label_key` gives it.

        Yields:
            Their paths, in their order.
        """
        return iter(self._labels.get(key, ()))

    def titled(self, title: str) -> Iterator[str]:
        """Find pages that may have a section of some title.

        Args:
            title: In any case.

        Yields:
            Their paths, in their order.
        """
        words = tokens(title)
        return (path for path, document in self._documents.items() if document.titled(words))

    def custom(self, name: str) -> Iterator[str]:
        """Find pages that may name something in a directive that is no common one.

        Args:
            name: In any case.

        Yields:
            Their paths, in their order.
        """
        words = tokens(name)
        return (
            path
            for path, document in self._documents.items()
            if document.custom and document.says(words)
        )
