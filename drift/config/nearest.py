"""A word that means nothing, and the words that do -> what would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """Say which word was perhaps meant.

    Args:
        word: What the user wrote.
        known: What would mean something.
        likeness: How like it a word must be to be meant, from 0 to 1.

    Returns:
        The nearest, or all of them where none is near.
    """
    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=likeness)
    return f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(names)}"
