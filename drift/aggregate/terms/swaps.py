"""An entry of a history -> its texts that differ: what each lost and gained, and which phrase stands for which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from drift.aggregate.terms.grown import grown
from drift.aggregate.terms.parts import in_hosts, parts
from drift.aggregate.terms.phrases import (
    Exchange,
    exchanged,
    in_address,
    in_words,
    is_address,
    joined,
    stems,
)
from drift.aggregate.terms.templated import in_template
from drift.changes.base import BlockChange, Change, Hunk
from drift.changes.hunks import hunks
from drift.explain.base import Entry, Scope
from drift.explain.mentions import Stems
from drift.explain.places import home

BREAK = ""
"""Stands between words that are not neighbours, so that no phrase reaches across."""


class Swap(msgspec.Struct, frozen=True, gc=False):
    """One text that differs."""

    step: int
    # The number of the commit, the oldest is 0.
    path: str
    # Of the page, at the new revision.
    scope: Scope
    lost: Stems
    # The stems of the words that went, and of the parts of names.
    gained: Stems
    exchanges: tuple[Exchange, ...]
    # The phrases that were exchanged.
    mark: int
    # Equal for texts that read the same, before and after: boilerplate on many pages is one place.
    place: tuple[int, str, tuple[str, ...]]
    # Commit, page and section.
    whole: bool
    # Whether nothing of it stayed.


def swaps(entry: Entry, step: int) -> Iterator[Swap]:
    """Read what texts a commit changed.

    Args:
        entry: What is told of the commit.
        step: Its number.

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
                    step=step,
                    path=at.path,
                    scope=text.scope,
                    lost=_run([hunk.before for hunk in found] + [one.pair[0] for one in inside]),
                    gained=_run([hunk.after for hunk in found] + [one.pair[1] for one in inside]),
                    exchanges=(*whole, *inside),
                    mark=hash((text.scope, text.before, text.after)),
                    place=(step, at.path, at.section),
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
            kept = _plain(found) if scope == "prose" else found
            yield _Text(scope, block.before, block.after, kept)


def _plain(found: Iterable[Hunk]) -> list[Hunk]:
    return [hunk for hunk in found if not in_template(hunk)]


def _run(texts: Iterable[str]) -> Stems:
    return tuple(part for text in texts for part in (*stems(text), BREAK))
