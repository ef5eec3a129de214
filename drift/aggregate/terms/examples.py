"""A phrase that another replaced -> whether both belong to an example: a variable, a value, a placeholder, one of a series."""

from __future__ import annotations

import re

from drift.aggregate.terms.renamings import Renaming
from drift.explain.lexicon import Lexicon

HARDLY = 4
"""So many times as often as text code says what is an example's own: the sentence that explains it has its name as well.
Of eight such candidates in 52 ranges six were variables, values and keywords."""

MANY_PAGES = 8
"""What the examples of so many pages say, and a text too, is a word of their language: the key under which a ship lists her
watches."""

_EXAMPLES = frozenset(
    ("foo", "bar", "baz", "tbd", "tba", "todo", "fixme", "xxx", "example", "true", "false", "null")
)
# They stand for whatever comes, or are values themselves.

_VALUES = frozenset(
    ("bool", "boolean", "default", "float", "int", "integer", "none", "str", "string")
)
# Alone they are the type of a value, or say that none is given; `connection string` names a thing.

_CALL = re.compile(r"^[a-z]\w*\.\w")
# What an example calls on what it made: `crew.hail`. A class or module that text never says is written likewise.

_PARTS = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"([A-Z])\1*(?:\.([A-Z])\2*)+")
# The version of a template: `X.Y.Z`.

_HEX = re.compile(r"(?=[a-f]*\d)[0-9a-f]{6,40}", re.IGNORECASE)

_ONE_OF_MANY = re.compile(r"(.*[^\W\d_][-_]?)(\d{1,2})")
# One of a series: `crew1` of `crew1` and `crew2`. Longer numbers are years, ports and models.


def is_of_example(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether two phrases are what an example happens to call its things, and no reader knows a thing by.

    Args:
        renaming: The phrases and their places.
        lexicon: The words of the handbook.

    Returns:
        Whether one stands for whatever comes, both are the same one of a series, or code says them and hardly any text.
    """
    before, after = renaming.before, renaming.after
    if any(map(_is_stand_in, (before, after))) or _are_of_series(before, after, lexicon):
        return True
    return _is_keyword(renaming)


def _are_of_series(before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether two phrases end in the same number, and the handbook has the new one's neighbour (`Boat1` and `Boat2`)."""
    one, other = (_ONE_OF_MANY.fullmatch(phrase.split()[-1]) for phrase in (before, after))
    if not (one and other) or one[2] != other[2]:
        return False
    number = int(other[2])
    near = (f"{other[1]}{beside}" for beside in (number - 1, number + 1))
    return any(map(lexicon.new.count, near))


def _is_keyword(renaming: Renaming) -> bool:
    """Tell whether it is a keyword or a value, such as a person of an example, and no word that a reader knows a thing by."""
    code, said = renaming.scopes["code"], renaming.scopes["prose"]
    if not code or code + said < renaming.places or code < HARDLY * said:
        return False
    if said and len(renaming.pages) >= MANY_PAGES:
        return False
    before, after = renaming.before, renaming.after
    if " " not in before + after and (before in after or after in before):
        # A placeholder that says more, or less: `ORG_NAME` and `FORK_ORG_NAME`.
        return True
    if _CALL.search(before) and _CALL.search(after):
        # What text says of a function as well is its name, and not the variable's.
        return not said or before.partition(".")[2] == after.partition(".")[2]
    if " " in before + after and (before in after or after in before):
        # A command that has a word more is no value.
        return False
    # A plain word that became an identifier, of which text tells too, is what readers look for.
    words = (before if not said else f"{before} {after}").split()
    return all(word.isalpha() and word[1:].islower() for word in words)


def _is_stand_in(phrase: str) -> bool:
    """Tell whether a phrase stands for whatever comes, such as any version or string, or is a color or a commit's id."""
    if _HEX.fullmatch(phrase) or _LETTERS.fullmatch(phrase) or phrase.lower() in _VALUES:
        return True
    return not _EXAMPLES.isdisjoint(_PARTS.split(phrase.lower()))
