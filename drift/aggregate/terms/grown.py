"""A word that came into a name, or left it -> the name without and with it."""

from __future__ import annotations

from collections.abc import Iterator

from drift.aggregate.terms.phrases import Exchange
from drift.changes.base import Hunk
from drift.trees.words import words

MORE = 2
"""Words that a name grows by; more are another name beside it."""


def grown(hunk: Hunk) -> Iterator[Exchange]:
    """Read a name inside which a word came or went: `Harbour Cloud` and `Harbour Deckside Cloud`.

    Args:
        hunk: The words, with those around them.

    Yields:
        The name before and after; nothing where words were replaced, or any word of it has no capital.
    """
    more = hunk.before or hunk.after
    if (hunk.before and hunk.after) or not more[:1].isupper():
        return
    inner = words(more)
    ahead, behind = words(hunk.context[0])[-1:], words(hunk.context[1])[:1]
    if not (
        ahead and behind and len(inner) <= MORE and all(map(_is_named, ahead + inner + behind))
    ):
        return
    short, long = " ".join(ahead + behind), " ".join(ahead + inner + behind)
    yield Exchange((short, long) if hunk.after else (long, short), "", "")


def _is_named(word: str) -> bool:
    return word[0].isupper() and word.isalpha()
