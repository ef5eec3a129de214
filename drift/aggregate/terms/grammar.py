"""The words beside a phrase -> whether it is what a thing is called there, or how something is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from drift.history.exchanges.phrases import Exchange, is_pointer

_THINGS_DO = frozenset(("are", "can", "cannot", "did", "does", "had", "has", "have", "is", "may"))
_THINGS_DO |= {"might", "must", "should", "was", "were", "will", "would"}
# Behind them, what was named is said to do something.

_THINGS_END = frozenset(
    ("and", "as", "at", "because", "but", "by", "for", "from", "if", "in", "into")
)
_THINGS_END |= {"of", "on", "or", "than", "that", "to", "when", "which", "who", "with", "within"}
_THINGS_END |= {"without"}
# What may follow where a thing has been named; behind an adjective stands what it describes.

_NEVER_THINGS = frozenset(("i", "we", "you", "they", "he", "she", "who", "can", "could", "cannot"))
_NEVER_THINGS |= {"may", "might", "must", "should", "will", "would", "do", "does", "don't", "not"}
_NEVER_THINGS |= {"please", "then", "just", "simply", "also", "always", "never", "now", "let's"}
_NEVER_THINGS |= {"very", "more", "most", "too", "so", "quite", "is", "be", "it's"}
# A verb, an adverb or an adjective stands behind them; a name for a thing has an article there, or is one of many.

_EITHER = frozenset(("and", "or", "but", "to", "are"))
# All sorts of words stand behind these.


def is_thing(exchange: Exchange) -> bool | None:
    """Tell by the words beside a phrase whether it names a thing there.

    Args:
        exchange: The phrases and their neighbours.

    Returns:
        Whether it does; None where the neighbours do not tell.
    """
    ahead, behind = exchange.ahead.lower(), exchange.behind.lower()
    if is_pointer(behind):
        return False
    if ahead in _NEVER_THINGS:
        return False
    if behind in _THINGS_DO:
        return True
    if not ahead[:1].isalnum() or ahead in _EITHER:
        # Where a sentence begins, an order may.
        return None
    ends = not behind[:1].isalnum() or behind in _THINGS_END
    return True if ends else None


def things(exchanges: Iterable[Exchange]) -> tuple[int, int]:
    """Count where phrases name a thing.

    Args:
        exchanges: Where they were exchanged.

    Returns:
        In how many places they do, and in how many they do not; where the neighbours do not tell is neither.
    """
    told = Counter(map(is_thing, exchanges))
    return told[True], told[False]


def begin(exchanges: Iterable[Exchange]) -> bool:
    """Tell whether phrases begin a sentence in every place, so that a capital tells nothing.

    Args:
        exchanges: Where they were exchanged.
    """
    return not any(one.ahead[:1].isalnum() for one in exchanges)
