"""Revisions of one tree -> which of their documents may say or name something, each document asked once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from drift.site.document import Document
from drift.site.tokens import tokens

MOST = 4096
"""Names that are remembered. A changelog whose headings are numbered asks for hundreds again and again."""

WORTH = 64
"""Questions after which the words of all documents are listed, which takes as long as to answer so many."""

FEW = 8
"""Documents that changed and are looked at anyway, until their words are listed too."""

STALE = 3
"""Rows for each document from which on the list is begun anew."""

FAR = 256
"""Steps between two revisions beyond which all documents are asked anew."""


Question = Callable[[Document, tuple[str, ...]], bool]

_Question = tuple[Question, tuple[str, ...]]


class Names:
    """What was asked of some revision of a tree; from one to the next only documents that changed are asked again."""

    def __init__(self) -> None:
        """Begin with the first revision and no question."""
        self._steps: list[frozenset[str]] = []
        self._gone = 0
        # Steps that lie too far back to be of use.
        self._last: Mapping[str, Document] = {}
        self._asked = 0
        self._words: _Words | None = None
        self._found: dict[_Question, tuple[int, frozenset[str]]] = {}

    def step(self, documents: Mapping[str, Document]) -> int:
        """Go on to another revision.

        Args:
            documents: Its documents, those that are the same as in the last one being the same objects.

        Returns:
            The number of the revision.
        """
        last, self._last = self._last, documents
        if documents is not last:
            paths = documents.keys() | last.keys()
            changed = (path for path in paths if documents.get(path) is not last.get(path))
            self._steps.append(frozenset(changed))
        if len(self._steps) > 2 * FAR:
            del self._steps[:FAR]
            self._gone += FAR
        return self._gone + len(self._steps)

    def ask(
        self,
        question: Question,
        words: tuple[str, ...],
        documents: Mapping[str, Document],
        number: int,
    ) -> frozenset[str]:
        """Find the documents of which something holds.

        Args:
            question: Asks one document about some tokens.
            words: The tokens in their order.
            documents: Of the revision, by path.
            number: The revision's.

        Returns:
            Their paths.
        """
        key = (question, words)
        at, paths = self._found.pop(key, (-1, frozenset[str]()))
        if abs(at - number) > FAR or min(at, number) < self._gone:
            self._asked += 1
            found = _holding(question, words, documents, self._candidates(words, documents))
        elif at == number:
            found = paths
        else:
            first, last = min(at, number) - self._gone, max(at, number) - self._gone
            between = self._steps[first:last]
            changed = frozenset(path for step in between for path in step)
            found = (paths - changed) | _holding(question, words, documents, changed)
        self._found[key] = (number, found)
        if len(self._found) > MOST:
            # What was asked for longest ago stands first.
            del self._found[next(iter(self._found))]
        return found

    def _candidates(
        self, words: tuple[str, ...], documents: Mapping[str, Document]
    ) -> Iterable[str]:
        """Leave out documents that do not say the tokens, once that was asked so often that it pays to know."""
        if self._asked < WORTH:
            return documents
        if self._words is None or self._words.stale:
            self._words = _Words()
        return self._words.saying(words, documents)


def _holding(
    question: Question,
    words: tuple[str, ...],
    documents: Mapping[str, Document],
    paths: Iterable[str],
) -> frozenset[str]:
    found = ((path, documents.get(path)) for path in paths)
    return frozenset(path for path, one in found if one is not None and question(one, words))


class _Words:
    """Which documents say which token; what changed is listed too as soon as it is more than a few."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str]] = []
        # Path and id of the content: the documents themselves need not be kept for it.
        self._listed: set[tuple[str, str]] = set()
        self._said: dict[str, list[int]] = {}
        self._asked: Mapping[str, Document] = {}
        self._changed: tuple[str, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether most rows are those of documents that are no more."""
        return len(self._rows) > FEW + STALE * len(self._asked)

    def saying(self, words: tuple[str, ...], documents: Mapping[str, Document]) -> Iterable[str]:
        """Give the documents that say all tokens of Latin letters, others having no ends that could be seen."""
        if documents is not self._asked:
            self._turn_to(documents)
        said = (token for word in words for token in tokens(word) if token.isascii())
        lists = sorted((self._said.get(token, []) for token in said), key=len)
        if not lists:
            return documents
        numbers = set(lists[0]).intersection(*lists[1:])
        rows = (self._rows[number] for number in numbers)
        return {*self._changed, *(path for path, blob in rows if _is(documents.get(path), blob))}

    def _turn_to(self, documents: Mapping[str, Document]) -> None:
        listed = self._listed
        changed = tuple(path for path, one in documents.items() if (path, one.blob) not in listed)
        if len(changed) > FEW:
            for path in changed:
                self._list(path, documents[path])
            changed = ()
        self._changed, self._asked = changed, documents

    def _list(self, path: str, document: Document) -> None:
        number = len(self._rows)
        self._rows.append((path, document.blob))
        self._listed.add((path, document.blob))
        for token in set(tokens(document.sought)):
            self._said.setdefault(token, []).append(number)


def _is(document: Document | None, blob: str) -> bool:
    return document is not None and document.blob == blob
