"""Documents -> pages, each parsed when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from weakref import ReferenceType, ref

from drift.parse.base import parse, parser_for, unparsed
from drift.parse.packed import Packed
from drift.parse.shelf import MemoryShelf
from drift.site.dialect import RST_SUFFIXES, Dialects
from drift.site.document import Document
from drift.site.landmarks import Landmarks, landmarks
from drift.site.parallel import Job, parse_all
from drift.trees.page import Format, Page
from drift.trees.site import Dialect

RST = ".rst"
"""The suffix under which text files of a Sphinx site are parsed."""

MAX_PACKED = 12 * 1024 * 1024
"""Bytes of pages that were not asked for lately: some twenty megabytes of documents."""

FEW = 256
"""Packed pages, twice as many of which may be there before it is looked whether somebody may still ask for them."""

MAX_NAMES = 100_000
"""Names of anchors, labels and sections that are kept by page: those of two manuals of ten megabytes."""

Key = tuple[str, str, Dialect]
"""Blob id, suffix and dialect, which decide what a page is."""


class Reader:
    """Parses documents, each content once."""

    def __init__(
        self,
        *,
        most: int | None = None,
        packed: int = MAX_PACKED,
        shelf: MemoryShelf | None = None,
    ) -> None:
        """Begin with none.

        Args:
            most: Bytes of documents whose pages are kept at hand, those asked for last; None keeps all.
            packed: Bytes of the others that are kept packed.
            shelf: Fragments of pages, so that of a page that changed a little only that little is parsed; None
                parses pages whole, which is quicker where each is seen once.
        """
        self._most = most
        self._shelf = shelf
        self._kept: dict[Key, tuple[Page, int, ReferenceType[Document]]] = {}
        self._size = 0
        self._packed: Packed[Key, Page] = Packed(Page, limit=packed)
        self._told_by: dict[Key, ReferenceType[Document]] = {}
        # For what is packed.
        self._living = FEW
        # How many of them there were when it was last looked at.
        self._landmarks: dict[Key, Landmarks] = {}
        self._names = 0

    def page(self, document: Document, dialect: Dialect) -> Page:
        """Give the page of a document.

        Args:
            document: Its text, or why there is none.
            dialect: How the site's generator makes anchors.

        Returns:
            The page.
        """
        key = (document.blob, document.suffix, dialect)
        found = self._kept.pop(key, None)
        if found is not None:
            # What was asked for last stands last.
            self._kept[key] = (found[0], found[1], ref(document))
            return found[0]
        page = self._packed.get(key) or (
            _unread(document) if document.unread else self._parse(document, dialect)
        )
        self._keep(key, page, document)
        return page

    def landmarks(self, document: Document, dialect: Dialect) -> Landmarks:
        """Tell what links may name on the page of a document.

        Args:
            document: Its text, or why there is none.
            dialect: How the site's generator makes anchors.

        Returns:
            Its landmarks, which are kept for longer than the page.
        """
        key = (document.blob, document.suffix, dialect)
        found = self._landmarks.pop(key, None)
        if found is None:
            found = landmarks(self.page(document, dialect))
            self._names += found.size
        self._landmarks[key] = found
        while self._names > MAX_NAMES and len(self._landmarks) > 1:
            self._names -= self._landmarks.pop(next(iter(self._landmarks))).size
        return found

    def load(self, wanted: Iterable[tuple[Document, Dialect]], *, jobs: int) -> None:
        """Parse several documents at once, those that are known left out.

        Args:
            wanted: The documents with their dialects.
            jobs: Processor cores to use at most.
        """
        new = {
            (document.blob, document.suffix, dialect): (document, dialect)
            for document, dialect in wanted
            if document.unread is None
        }
        todo = {key: one for key, one in new.items() if key not in self._kept}
        work = tuple(_job(document, dialect) for document, dialect in todo.values())
        for (key, (document, _)), page in zip(
            todo.items(), parse_all(work, workers=jobs), strict=True
        ):
            self._keep(key, page, document)

    def _parse(self, document: Document, dialect: Dialect) -> Page:
        job = _job(document, dialect)
        return parse(job.text, suffix=job.suffix, dialect=dialect, shelf=self._shelf)

    def _keep(self, key: Key, page: Page, document: Document) -> None:
        size = document.size
        self._kept[key] = (page, size, ref(document))
        self._size += size
        while self._most is not None and self._size > self._most and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            dropped, size, told_by = self._kept.pop(oldest)
            self._size -= size
            # Of a version that no revision at hand has any more, nobody will ask again.
            if told_by() is not None:
                self._told_by[oldest] = told_by
                if oldest not in self._packed:
                    self._packed.put(oldest, dropped)
        if len(self._told_by) > 2 * self._living:
            self._drop_dead()

    def _drop_dead(self) -> None:
        """Let go of what is packed of versions that no revision at hand has any more."""
        gone = [key for key, told_by in self._told_by.items() if told_by() is None]
        self._packed.drop(gone)
        for key in gone:
            del self._told_by[key]
        self._living = max(FEW, len(self._told_by))


def _job(document: Document, dialect: Dialect) -> Job:
    return Job(
        document.source, RST if document.suffix in RST_SUFFIXES else document.suffix, dialect
    )


def _unread(document: Document) -> Page:
    parser = parser_for(RST if document.suffix in RST_SUFFIXES else document.suffix)
    name = Format(parser.name if parser else document.suffix.lstrip("."))
    reason = document.unread.reason if document.unread else ""
    # The id of what it holds stands for it, so that a page of which nothing else can be said is still seen to change.
    return unparsed(document.blob, format=name, reason=reason)


class Pages(Mapping[str, Page]):
    """The pages of a revision by path; a page is parsed with its first use."""

    def __init__(
        self, documents: Mapping[str, Document], dialects: Dialects, reader: Reader
    ) -> None:
        """Keep what pages are made of.

        Args:
            documents: By path, in the order of paths.
            dialects: Of the pages.
            reader: What parses them.
        """
        self.documents = documents
        self._dialects = dialects
        self._reader = reader

    def __getitem__(self, path: str) -> Page:
        """Give a page."""
        return self._reader.page(self.documents[path], self._dialects.of(path))

    def landmarks(self, path: str) -> Landmarks:
        """Tell what links may name on a page."""
        return self._reader.landmarks(self.documents[path], self._dialects.of(path))

    def __contains__(self, path: object) -> bool:
        """Tell whether there is such a page, without parsing it."""
        return path in self.documents

    def __iter__(self) -> Iterator[str]:
        """Go through the paths in their order."""
        return iter(self.documents)

    def __len__(self) -> int:
        """Count the pages."""
        return len(self.documents)

    def keys(self) -> KeysView[str]:
        """Give the paths as a set, by the documents' own keys: what a mapping makes of itself is walked in Python."""
        return self.documents.keys()

    def key(self, path: str) -> Key | None:
        """Give what decides how a page reads, equal for equal pages; None where there is none."""
        document = self.documents.get(path)
        return (
            None if document is None else (document.blob, document.suffix, self._dialects.of(path))
        )

    def load(self, paths: Iterable[str], *, jobs: int) -> None:
        """Parse several pages at once.

        Args:
            paths: The pages.
            jobs: Processor cores to use at most.
        """
        self._reader.load(self.wanted(paths), jobs=jobs)

    def wanted(self, paths: Iterable[str]) -> list[tuple[Document, Dialect]]:
        """List what a reader needs for some pages."""
        return [(self.documents[path], self._dialects.of(path)) for path in paths]
