"""Fragments of a page, cut by its format -> the parts of the page, each fragment read once whatever page it stands on.

    page, cut where that seems right     fragments        what each says        settled            placed
    # A                                  # A …            parts
    ```                                  ``` …            parts, joined
    # no heading                    ->   # no …      ->   parts            ->   read as one   ->   parts on their lines
    ```
    # B                                  # B …            parts

A format cuts where it expects a cut to be right. Whether it was right is told by reading the
fragment: one that leaves something open says so, and is read again together with what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b

import msgspec

from drift.parse.nesting import Part
from drift.parse.shelf import MemoryShelf, Outcome

MAX_EFFORT = 4
"""How often the text of a page may be read, all in all, until its fragments are settled."""


class Fragment(msgspec.Struct, frozen=True):
    """A stretch of a page's source that is read by itself."""

    source: str
    line: int = 1
    # On which it begins.
    context: tuple[str, ...] = ()
    # What stands elsewhere on the page and decides how this is read, each once, sorted.
    continues: bool = False
    # Whether it may go on with the section of the one before it; else it has to begin with a heading.
    depth: int = 0
    # How many items of lists its first line stands in.


class Read(msgspec.Struct, frozen=True):
    """A fragment and what it says."""

    fragment: Fragment
    key: bytes
    outcome: Outcome
    count: int = 1
    # Of how many cuts it is made.


Reader = Callable[[Fragment], Outcome]


class Assembly:
    """Reads the fragments of one page."""

    def __init__(self, reader: Reader, shelf: MemoryShelf, *, salt: bytes) -> None:
        """Begin a page.

        Args:
            reader: Reads one fragment, whose line does not matter.
            shelf: What was read before.
            salt: What makes the same source mean something else: format, its version, dialect.
        """
        self._reader = reader
        self._shelf = shelf
        self._salt = blake2b(b"%d:%b" % (len(salt), salt), digest_size=16)
        self._effort = 0

    def read(self, fragments: Sequence[Fragment]) -> list[Read] | None:
        """Read fragments, and those together that cannot be told apart.

        Args:
            fragments: All of the page, in order.

        Returns:
            The fragments as they were read in the end; None where the page must be read whole.

        Raises:
            Unbearable: One cannot be read in good time.
        """
        self._effort = MAX_EFFORT * sum(len(fragment.source) for fragment in fragments)
        rows = self._read(fragments)
        begun: list[tuple[str, int]] = []
        at = 0
        while at < len(rows):
            if self._effort < 0 or rows[at].outcome.spills:
                return None
            first, last = _bounds(rows, at, begun)
            if first < last:
                rows[first : last + 1] = [self._join(rows[first : last + 1])]
                begun = [(name, number) for name, number in begun if number < first]
                at = first
            else:
                begun += [(name, at) for name in rows[at].outcome.begun]
                at += 1
        return rows

    def parts(self, rows: Sequence[Read]) -> list[Part]:
        """Give what fragments say as parts of their page.

        Args:
            rows: The fragments in order.

        Returns:
            Their parts, on their lines.
        """
        placed = self._shelf.placed
        found: list[Part] = []
        group: list[Part] = []
        # One section, as far as it is known.
        for row in rows:
            parts = placed(row.key, row.outcome, row.fragment.line)
            if parts and (parts[0].heading is not None or not group):
                found += self._section(group)
                group = []
            found += self._section([*group, parts[0]]) if len(parts) > 1 else ()
            found += parts[1:-1]
            group = [parts[-1]] if len(parts) > 1 else [*group, *parts]
        return [*found, *self._section(group)]

    def _section(self, group: list[Part]) -> list[Part]:
        return [self._shelf.join(group)] if len(group) > 1 else group

    def _join(self, rows: Sequence[Read]) -> Read:
        joint = Fragment(
            "".join([row.fragment.source for row in rows]),
            rows[0].fragment.line,
            tuple(sorted({said for row in rows for said in row.fragment.context})),
            rows[0].fragment.continues,
            rows[0].fragment.depth,
        )
        (joined,) = self._read([joint], count=sum(row.count for row in rows))
        return joined

    def _read(self, fragments: Sequence[Fragment], *, count: int = 1) -> list[Read]:
        keys = [self._key(fragment) for fragment in fragments]
        known = self._shelf.get_many(keys)
        rows: list[Read] = []
        for fragment, key in zip(fragments, keys, strict=True):
            self._effort -= len(fragment.source)
            outcome = known.get(key)
            if outcome is None:
                outcome = known[key] = self._reader(fragment)
                self._shelf.put(key, outcome)
            rows.append(Read(fragment, key, outcome, count))
        return rows

    def _key(self, fragment: Fragment) -> bytes:
        state = self._salt.copy()
        for said in fragment.context:
            data = said.encode("utf-8", "surrogatepass")
            state.update(b"%d:%b" % (len(data), data))
        state.update(b"%d." % fragment.depth)
        state.update(fragment.source.encode("utf-8", "surrogatepass"))
        return state.digest()


def _bounds(rows: Sequence[Read], at: int, begun: Sequence[tuple[str, int]]) -> tuple[int, int]:
    """Tell which fragments cannot be told apart from one, given what was begun before it."""
    outcome = rows[at].outcome
    first = last = at
    if at and not rows[at].fragment.continues:
        headed = outcome.parts and outcome.parts[0].heading is not None
        first = at if headed else at - 1
    for name in outcome.ended:
        first = min([first, *[number for other, number in begun[::-1] if other == name][:1]])
    if outcome.joined:
        # As many again, so that a long listing of comments is not read once for each of them.
        last = min(at + rows[at].count, len(rows) - 1)
    return first, last
