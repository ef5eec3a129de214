"""Where phrases were exchanged -> the forms by which a renaming is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from drift.explain.lexicon import stem
from drift.history.exchanges.phrases import Exchange, Pair, can_end

OFTEN = 0.4
"""A form that is found so often, measured by the most frequent, is one to name the others by; the shortest of those is
no plural and no participle."""

BESIDE = 0.6
"""The share of the places at which the same word stands beside a phrase that is then perhaps part of it."""

BESIDE_PLACES = 3

ALWAYS = 0.9
"""The share from which on nobody names the phrase without the word: `slash command`, and not `slash`."""

AHEAD_PLACES = 8
"""Places at which a word ahead is a part of the name, and not what one does with the thing."""


def forms(exchanges: Sequence[Exchange]) -> tuple[Pair, ...]:
    """Give the forms of a renaming, the one to name the others by first.

    Args:
        exchanges: Where the phrases were exchanged.

    Returns:
        Each once, first those that a text says by themselves: `SLASH` of `DOCS_SLASH_COMMANDS` names nothing.
    """
    alone = [one.pair for one in exchanges if not (one.name or one.unread)]
    inside = [one.pair for one in exchanges if one.name or one.unread]
    return tuple(dict.fromkeys((*ranked(alone), *ranked(inside))))


def longer(exchanges: Sequence[Exchange]) -> tuple[Pair, ...]:
    """Give the forms with the word that nearly always stands before or behind them, if there is one.

    Args:
        exchanges: Where the phrases were exchanged.

    Returns:
        The longer forms, the one to name the others by first; none where other words stand beside them now and then.
    """
    return _with_beside(exchanges, "behind", BESIDE) or _with_beside(exchanges, "ahead", BESIDE)


def titled(exchanges: Sequence[Exchange]) -> tuple[Pair, ...]:
    """Give the forms with the word beside them that is a part of the name, as in `Slash Command` or `Harbour Cloud`.

    Args:
        exchanges: Where the phrases were exchanged.

    Returns:
        The longer forms, as for `longer`; none where the word is missing now and then or is written small where they
        have a capital. Behind them, one capital is enough; ahead of them a sentence may begin.
    """
    names = [one for one in exchanges if all(word[:1].isupper() for word in one.pair)]
    if any(one.behind.istitle() for one in names):
        return _with_beside(exchanges, "behind", ALWAYS)
    begins = [one.ahead for one in exchanges if one.ahead]
    if len(begins) >= AHEAD_PLACES and all(word[0].isupper() for word in begins):
        return _with_beside(names, "ahead", ALWAYS)
    return ()


def _with_beside(exchanges: Sequence[Exchange], side: str, share: float) -> tuple[Pair, ...]:
    read = [one for one in exchanges if one.ahead or one.behind]
    words = [(one, one.behind if side == "behind" else one.ahead) for one in read]
    # A plural is the same word: `merge request` stands here, and `merge requests` there.
    often = Counter(stem(word) for _, word in words if can_end(word.lower()))
    word, times = max(often.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if times < max(BESIDE_PLACES, share * len(read)):
        return ()
    found = [(one, beside) for one, beside in words if stem(beside) == word]
    return ranked(_with(beside, one.pair, side) for one, beside in found)


def _with(beside: str, pair: Pair, side: str) -> Pair:
    before, after = pair
    if side == "behind":
        return f"{before} {beside}", f"{after} {beside}"
    return f"{beside} {before}", f"{beside} {after}"


def ranked(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Put forms in an order, the one to name the others by first.

    Args:
        pairs: Each as often as it was found.

    Returns:
        Each once.
    """
    written = Counter(pairs)
    enough = OFTEN * max(written.values(), default=0)
    order = sorted(
        written, key=lambda pair: (written[pair] < enough, len(pair[0]), -written[pair], pair)
    )
    return tuple(order)
