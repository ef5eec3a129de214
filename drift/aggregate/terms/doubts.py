"""A phrase that another replaced -> whether both can be a term's forms at all."""

from __future__ import annotations

import re

from drift.aggregate.terms.renamings import Renaming
from drift.explain.lexicon import Lexicon
from drift.explain.people import all_names, reached

NAME_PLACES = 3
"""A single name that is never written in lower case and stands in no heading may be a person's."""

_SHORTENED = re.compile(r".*(?:n['’]t|['’](?:re|ll|ve|d|m))", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_CLAUSE = frozenset(
    (
        "also",
        "are",
        "be",
        "been",
        "being",
        "can",
        "could",
        "did",
        "do",
        "does",
        "done",
        "had",
        "has",
    )
)
_CLAUSE |= {"have", "how", "if", "is", "it", "may", "might", "more", "most", "must", "not", "only"}
_CLAUSE |= {"should", "so", "such", "than", "then", "there", "was", "we", "were", "what", "when"}
_CLAUSE |= {"where", "which", "who", "why", "will", "without", "would", "you", "to", "other"}
# Words of sentences. A name can have them, a word in lower case beside them cannot be one.

_EXAMPLES = frozenset(("foo", "bar", "baz", "tbd", "tba", "todo", "fixme", "xxx", "example"))
# They stand for whatever comes.


def can_be_term(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether a phrase and what came for it can be one term's forms.

    Args:
        renaming: The phrases and their places.
        lexicon: The words of the handbook.

    Returns:
        Whether nothing speaks against it: they are no titles, differ in letters, are no words that everybody says all
        day, no clauses, and no people.
    """
    before, after = renaming.before.split(), renaming.after.split()
    if _is_title(renaming) or _same_letters(renaming.before, renaming.after):
        return False
    if any(_is_sentence(phrase) or _commonplace(phrase, lexicon) for phrase in (before, after)):
        return False
    if not _EXAMPLES.isdisjoint(word.lower() for word in (*before, *after)):
        return False
    return not (_is_keyword(renaming) or _are_people(renaming, lexicon))


def _is_title(renaming: Renaming) -> bool:
    """Tell whether a title is another, with the links to it, and nothing else says so."""
    titles = renaming.scopes["heading"] + renaming.scopes["label"]
    return renaming.titles >= titles == renaming.read


def _is_keyword(renaming: Renaming) -> bool:
    """Tell whether it is a keyword or a value, and no word that a reader knows a thing by."""
    words = renaming.before.split()
    plain = all(word.isalpha() and word.islower() for word in words)
    return plain and set(renaming.scopes) == {"code"}


def _same_letters(before: str, after: str) -> bool:
    """Tell whether only signs differ, or an ending with an apostrophe."""
    one, other = before.casefold(), after.casefold()
    return _letters(one) == _letters(other) or _letters(_POSSESSIVE.sub("", one)) == _letters(
        _POSSESSIVE.sub("", other)
    )


def _letters(phrase: str) -> str:
    return "".join(filter(str.isalnum, phrase))


def _is_sentence(phrase: list[str]) -> bool:
    """Tell whether a phrase was cut out of a sentence."""
    if any(map(_SHORTENED.fullmatch, phrase)):
        return True
    return any(word in _CLAUSE for word in map(str.lower, phrase))


def _commonplace(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a phrase is made of nothing but words that everybody says all day."""
    return all(
        word.isalpha() and not word.isupper() and lexicon.common(word)
        for word in (_POSSESSIVE.sub("", word) for word in words)
    )


def _are_people(renaming: Renaming, lexicon: Lexicon) -> bool:
    before, after = renaming.before, renaming.after
    if reached(before, lexicon) or reached(after, lexicon):
        return True
    if not all_names(before, after, lexicon=lexicon):
        return False
    # A first name and a surname on either side: nobody renames a product like that.
    full = " " in before or " " in after
    return full or not (renaming.scopes["heading"] or renaming.net >= NAME_PLACES)
