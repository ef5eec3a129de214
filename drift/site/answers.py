"""Revisions of one tree -> which of their documents may say or name something, each document asked once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from drift.site.document import Document
from drift.site.tokens import tokens, unlike_lines

MOST = 4096
"""Questions that are remembered. A changelog whose headings are numbered asks for hundreds again and again."""

MOST_PATHS = 500_000
"""Paths in all answers that are remembered: thirty megabytes. One answer may be every page of a large tree."""

WORTH = 64
"""Questions after which the words of all documents are listed, which takes as long as to answer so many."""

STALE = 8
"""Listings for each document from which on the list is begun anew: it finds more and more that is said no longer."""

FAR = 256
"""Steps between two revisions beyond which all documents are asked anew."""


Question = Callable[[Document, tuple[str, ...]], bool]

_Question = tuple[Question, tuple[str, ...]]


class Answers:
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
        self._paths = 0
        # In all answers.

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
        self._paths += len(found) - len(paths)
        while len(self._found) > MOST or (self._paths > MOST_PATHS and len(self._found) > 1):
            # What was asked for longest ago stands first.
            self._paths -= len(self._found.pop(next(iter(self._found)))[1])
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
    """Which documents say which token, or said it not long ago; what changed is listed too when it is asked for."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._listed: dict[str, tuple[int, Document]] = {}
        # By path: its number, and what it said last.
        self._said: dict[str, list[int]] = {}
        self._asked: tuple[Mapping[str, Document], ...] = ()
        # The last two revisions: the sides of a comparison are asked by turns, and what is listed stays listed.
        self._times = 0

    @property
    def stale(self) -> bool:
        """Whether most of what is listed was said by documents that are no more."""
        return self._times > STALE * len(self._asked[-1])

    def saying(self, words: tuple[str, ...], documents: Mapping[str, Document]) -> Iterable[str]:
        """Give the documents that may say all tokens of Latin letters, others having no ends that could be seen."""
        if not any(documents is one for one in self._asked):
            self._turn_to(documents)
        said = (token for word in words for token in tokens(word) if token.isascii())
        lists = sorted((self._said.get(token, []) for token in said), key=len)
        if not lists:
            return documents
        numbers = set(lists[0]).intersection(*lists[1:])
        return {path for number in numbers if (path := self._paths[number]) in documents}

    def _turn_to(self, documents: Mapping[str, Document]) -> None:
        listed = self._listed
        for path, document in documents.items():
            last = listed.get(path)
            if last is None or last[1] is not document:
                self._list(path, document)
        self._asked = (*self._asked[-1:], documents)
        for path in set(listed).difference(*self._asked):
            # What it said last would be held for as long as there are others; if it comes back, it is listed as another.
            del listed[path]

    def _list(self, path: str, document: Document) -> None:
        """List what a document says, as far as it did not say so when it was listed last."""
        number, last = self._listed.get(path, (len(self._paths), None))
        self._listed[path] = number, document
        self._times += 1
        if last is None:
            self._paths.append(path)
            fresh = set(tokens(document.sought))
        else:
            now, before = unlike_lines(document.sought, last.sought)
            lines, others = frozenset(now.split("\n")), frozenset(before.split("\n"))
            fresh = set(tokens("\n".join(lines - others)))
            fresh.difference_update(tokens("\n".join(others - lines)))
        for token in fresh:
            self._said.setdefault(token, []).append(number)
