"""Where phrases were exchanged -> the forms by which a renaming is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from drift.aggregate.terms.phrases import Exchange, Pair, can_end

OFTEN = 0.4
"""A form that is found so often, measured by the most frequent, is one to name the others by; the shortest of those is
no plural and no participle."""

BESIDE = 0.6
"""The share of the places at which the same word stands beside a phrase that is then perhaps part of it."""

BESIDE_PLACES = 3


def longer(exchanges: Sequence[Exchange]) -> tuple[Pair, ...]:
    """Give the forms with the word that nearly always stands before or behind them, if there is one.

    Args:
        exchanges: Where the phrases were exchanged.

    Returns:
        The longer forms, the one to name the others by first; none where other words stand beside them now and then.
    """
    read = [one for one in exchanges if one.ahead or one.behind]
    behind = Counter(one.behind.lower() for one in read)
    ahead = Counter(one.ahead.lower() for one in read)
    for beside, follows in ((behind, True), (ahead, False)):
        word, times = max(beside.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if can_end(word) and times >= max(BESIDE_PLACES, BESIDE * len(read)):
            return ranked(_with(word, one, follows=follows) for one in exchanges)
    return ()


def _with(word: str, one: Exchange, *, follows: bool) -> Pair | None:
    beside = one.behind if follows else one.ahead
    if beside.lower() != word:
        return None
    before, after = one.pair
    if follows:
        return f"{before} {beside}", f"{after} {beside}"
    return f"{beside} {before}", f"{beside} {after}"


def ranked(pairs: Iterable[Pair | None]) -> tuple[Pair, ...]:
    """Put forms in an order, the one to name the others by first.

    Args:
        pairs: Each as often as it was found; None is left out.

    Returns:
        Each once.
    """
    written = Counter(pair for pair in pairs if pair is not None)
    enough = OFTEN * max(written.values())
    order = sorted(
        written, key=lambda pair: (written[pair] < enough, len(pair[0]), -written[pair], pair)
    )
    return tuple(order)
