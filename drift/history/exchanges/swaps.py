"""An entry of a history -> its texts that differ: what each lost and gained, and which phrase stands for which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from drift.changes.base import BlockChange, Change, Hunk
from drift.changes.hunks import hunks
from drift.explain.base import Entry, Scope
from drift.explain.mentions import Stems
from drift.explain.places import home
from drift.history.exchanges.grown import grown
from drift.history.exchanges.parts import in_hosts, parts
from drift.history.exchanges.phrases import (
    Exchange,
    exchanged,
    in_address,
    in_words,
    is_address,
    joined,
    stems,
)
from drift.history.exchanges.templated import in_template
from drift.trees.fingerprint import digest

BREAK = ""
"""Stands between words that are not neighbours, so that no phrase reaches across."""


class Swap(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One text that differs."""

    path: str
    # Of the page, at the new revision.
    section: tuple[str, ...]
    # Its path on the page.
    scope: Scope
    lost: Stems
    # The stems of the words that went, and of the parts of names.
    gained: Stems
    exchanges: tuple[Exchange, ...]
    # The phrases that were exchanged.
    mark: bytes
    # Equal for texts that read the same, before and after: boilerplate on many pages is one place.
    whole: bool
    # Whether nothing of it stayed.
    step: int = 0
    # The number of the commit among those of a range, the oldest is 0.

    @property
    def place(self) -> tuple[int, str, tuple[str, ...]]:
        """Commit, page and section."""
        return self.step, self.path, self.section


def packed(found: Iterable[Swap]) -> bytes:
    """Write texts as bytes.

    Args:
        found: The texts.

    Returns:
        MessagePack, or nothing for none.
    """
    listed = tuple(found)
    return _ENCODER.encode(listed) if listed else b""


def unpacked(data: bytes) -> tuple[Swap, ...]:
    """Read what `packed` wrote.

    Args:
        data: The bytes.

    Returns:
        The texts.
    """
    return _DECODER.decode(data) if data else ()


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[Swap, ...])


def swaps(entry: Entry) -> Iterator[Swap]:
    """Read what texts a commit changed.

    Args:
        entry: What is told of the commit.

    Yields:
        The texts in the order in which they are told.
    """
    for change in entry.changes:
        at = home(change)
        for text in _texts(change):
            differ = list(joined(text.hunks))
            found = [hunk for hunk in differ if hunk.before and hunk.after]
            names = [name for hunk in differ for name in grown(hunk, text.scope)]
            if found or names:
                whole = [one for hunk in found for one in exchanged(hunk)]
                inside = [part for one in whole for part in parts(one)]
                inside += [part for hunk in found for part in in_hosts(hunk)] + names
                yield Swap(
                    path=at.path,
                    section=at.section,
                    scope=text.scope,
                    lost=_run([hunk.before for hunk in found] + [one.pair[0] for one in inside]),
                    gained=_run([hunk.after for hunk in found] + [one.pair[1] for one in inside]),
                    exchanges=(*whole, *inside),
                    mark=digest((text.scope, text.before, text.after)),
                    whole=len(found) == 1 and found[0].before == text.before,
                )


class _Text(msgspec.Struct, frozen=True):
    """Both readings of a text, and what differs."""

    scope: Scope
    before: str
    after: str
    hunks: Sequence[Hunk]


def _texts(change: Change) -> Iterator[_Text]:
    before, after = change.before, change.after
    if change.kind == "section.edited":
        yield from _blocks(change.blocks or ())
    elif not (isinstance(before, str) and isinstance(after, str)):
        return
    elif change.kind in {"section.renamed", "page.retitled"}:
        yield _Text("heading", before, after, _plain(hunks(before, after)))
    elif change.kind == "link.relabelled" and not is_address(after):
        yield _Text("label", before, after, _plain(hunks(before, after)))
    elif change.kind in {"page.moved", "link.retargeted"}:
        one, other = in_words(before), in_words(after)
        scope: Scope = "path" if change.kind == "page.moved" else "url"
        yield _Text(scope, before, after, hunks(one, other))


def _blocks(blocks: Iterable[BlockChange]) -> Iterator[_Text]:
    """Give the blocks that were edited. Those written anew were tried too: what was found besides was mostly wrong."""
    for block in blocks:
        if block.op == "edited" and block.before is not None and block.after is not None:
            scope: Scope = "code" if block.kind == "code" else "prose"
            found = [hunk for hunk in block.hunks if not in_address(hunk)]
            kept = _plain(found) if scope == "prose" else _line_for_line(found)
            yield _Text(scope, block.before, block.after, kept)


def _line_for_line(found: Iterable[Hunk]) -> list[Hunk]:
    """Join a line of code that went with the one that came for it: of lines without a word in common each is told by itself."""
    kept: list[Hunk] = []
    for hunk in found:
        last = kept[-1] if kept else hunk
        if not (last.after or hunk.before or any(last.context + hunk.context)):
            kept[-1] = Hunk(before=last.before, after=hunk.after)
        else:
            kept.append(hunk)
    return kept


def _plain(found: Iterable[Hunk]) -> list[Hunk]:
    return [hunk for hunk in found if not in_template(hunk)]


def _run(texts: Iterable[str]) -> Stems:
    return tuple(part for text in texts for part in (*stems(text), BREAK))
