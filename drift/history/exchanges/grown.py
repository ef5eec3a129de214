"""A word that came into a name, or left it -> the name without and with it."""

from __future__ import annotations

from collections.abc import Iterator

from drift.changes.base import Hunk
from drift.explain.base import Scope
from drift.history.exchanges.phrases import Exchange, can_end
from drift.trees.words import words

MORE = 2
"""Words that a name grows by; more are another name beside it."""


def grown(hunk: Hunk, scope: Scope) -> Iterator[Exchange]:
    """Read a name into which a word came, or that lost one inside: `Harbour Cloud` and `Harbour Deckside Cloud`.

    Args:
        hunk: The words, with those around them.
        scope: Where they stand. In code all words are as good as names: `tide get` and `harbour tide get`.

    Yields:
        The name before and after: with both neighbours where the word stands between them, else with the one that is part
        of a name. Nothing where words were replaced, or left the end of a name: that is how people shorten it.
    """
    inner = words(hunk.before or hunk.after)
    if (hunk.before and hunk.after) or not 0 < len(inner) <= MORE:
        return
    is_named = str.isalpha if scope == "code" else _is_named
    if not all(map(is_named, inner)) or not (
        can_end(inner[0].lower()) and can_end(inner[-1].lower())
    ):
        return
    ahead, behind = words(hunk.context[0])[-2:], words(hunk.context[1])[:2]
    follows, leads = any(map(is_named, ahead[-1:])), any(map(is_named, behind[:1]))
    if follows and leads and scope == "code":
        # The words of a command line belong to what follows.
        follows = False
    if not (follows or leads) or (hunk.before and not (follows and leads)):
        return
    first, last = ahead[-1:] if follows else [], behind[:1] if leads else []
    short, long = " ".join(first + last), " ".join(first + inner + last)
    before, after = ahead[: len(ahead) - len(first)][-1:], behind[len(last) :][:1]
    pair = (short, long) if hunk.after else (long, short)
    yield Exchange(pair, "".join(before), "".join(after))


def _is_named(word: str) -> bool:
    return word[0].isupper() and word.isalpha()
