"""Names that a user wrote -> the known names that they mean, or an error that names the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from fnmatch import fnmatchcase

from drift.config.nearest import nearest
from drift.errors import UsageError

LIKENESS = 0.5
"""Of a word that may be meant: on a command line people type in haste."""

_WILD = frozenset("*?[")


def choose(word: str, known: Iterable[str], *, option: str) -> str:
    """Hold one name against those that are known.

    Args:
        word: What the user wrote.
        known: The names that mean something.
        option: The option it was written for.

    Returns:
        The name.

    Raises:
        UsageError: It is not among them.
    """
    names = frozenset(known)
    if word in names:
        return word
    remedy = nearest(word, names, likeness=LIKENESS)
    raise UsageError(f"{word!r} is unknown", where=option, remedy=remedy)


def choose_many(
    words: Iterable[str] | None, known: Iterable[str], *, option: str
) -> frozenset[str]:
    """Expand comma lists and globs such as `link.*`.

    Args:
        words: What the user wrote, once or often; None where nothing was written.
        known: The names that mean something.
        option: The option it was written for.

    Returns:
        The names that are meant; empty where nothing was asked for.

    Raises:
        UsageError: A word means none of the names.
    """
    names = frozenset(known)
    chosen: set[str] = set()
    for word in (part.strip() for text in words or () for part in text.split(",")):
        if _WILD.isdisjoint(word):
            chosen.add(choose(word, names, option=option))
        elif matching := {name for name in names if fnmatchcase(name, word)}:
            chosen |= matching
        else:
            raise UsageError(
                f"{word!r} matches nothing", where=option, remedy=f"try {_family(word, names)!r}"
            )
    return frozenset(chosen)


def _family(word: str, names: frozenset[str]) -> str:
    families = sorted({name.partition(".")[0] for name in names})
    near = get_close_matches(word.partition(".")[0], families, n=1, cutoff=0.0)
    return f"{near[0]}.*" if near else "*"
