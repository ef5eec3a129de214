"""Phrases -> whether they are people's names, by how they are written and how people are reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.explain.lexicon import Lexicon

_PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le")
)
_PARTICLES |= {"san", "ten", "ter", "van", "von", "zu"}
# They stand in names, and are also words that a handbook in several languages says in lower case.

_PREFIX = re.compile(r"\b(?:Ma?c|De|Di|Fitz|La|Le|Van|Von)(?=[A-Z][a-z])")
# Behind these a surname has a second capital.

_SIGNS = re.compile(r"[.'’-]")


def all_names(*phrases: str, lexicon: Lexicon) -> bool:
    """Tell whether phrases may be people's names, in that none of their words is ever written in lower case.

    Args:
        phrases: The phrases.
        lexicon: The words of the handbook.

    Returns:
        Whether each may be a name; so may those of products.
    """
    return all(
        bool(words := _names(phrase)) and not any(map(lexicon.lower, words)) for phrase in phrases
    )


def reached(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is a person's name, in that the handbook says how to reach or address that person.

    An account (`@ada.quill`), an address (`ada@office.example`), a profile (`/ada.quill`) or a title (`Dr. Quill`) is
    made from the name, and one word of it at least is never written in lower case.

    Args:
        phrase: The phrase.
        lexicon: The words of the handbook.

    Returns:
        Whether it is so.
    """
    words = _names(phrase)
    own = [word for word in words if not lexicon.lower(word)]
    if not own:
        return False
    if any(
        lexicon.matches(f" {word}", rf"\b(?:Mrs?|Ms|Dr|Prof)\.? {re.escape(word)}\b")
        for word in own
    ):
        return True
    return any(_is_account(handle, lexicon) for handle in _handles(words, own))


def _is_account(handle: str, lexicon: Lexicon) -> bool:
    """Tell whether an account or address has a name, unless a site has it too: then it is an organisation's."""
    name = re.escape(handle)
    account = rf"(?<!\w)@{name}(?![\w/-])|(?<![\w./-]){name}@\w"
    profile = rf"|/{name}(?=[)\s\"'>\]]|$)" if "." in handle else ""
    return lexicon.matches(handle, account + profile) and not lexicon.matches(
        handle, rf"(?<![\w@.-]){name}\.(?:com|org|net|io|dev|ai|co)\b"
    )


def _names(phrase: str) -> list[str]:
    """Give the words of a phrase that is written as names are; nothing for any other."""
    words = [word for word in phrase.split() if word.lower() not in _PARTICLES]
    capital = all(_PREFIX.sub("", word).istitle() for word in words)
    return words if capital and _SIGNS.sub("", "".join(words)).isalpha() else []


def _handles(words: list[str], own: list[str]) -> Iterator[str]:
    """Give what accounts and addresses of a person are called by."""
    for word in own:
        yield word.lower()
    if len(words) > 1:
        first, last = words[0].lower(), words[-1].lower()
        yield from (f"{first}.{last}", f"{first}_{last}", f"{first}-{last}", first + last)
        yield from (first[0] + last, first + last[0])
