"""A phrase that another replaced -> whether both can be a term's forms at all."""

from __future__ import annotations

import re

from drift.aggregate.terms.chances import is_name
from drift.aggregate.terms.examples import is_of_example
from drift.aggregate.terms.renamings import Renaming
from drift.explain.families import BETWEEN, LONGEST
from drift.explain.lexicon import Lexicon, letters
from drift.explain.people import all_names, reached
from drift.history.exchanges.phrases import are_recased

NAME_PLACES = 3
"""A single name that is never written in lower case and stands in no heading may be a person's."""

CAPITALS = 8
OTHERWISE = 0.2
"""In so many places a word with a capital names a thing, and in few it does not: `Go` is a product there, and no order."""

_SHORTENED = re.compile(r".*(?:n['’]t|['’](?:re|ll|ve|d|m))", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_CLAUSE = frozenset(("above", "also", "are", "be", "been", "being", "below", "can", "could", "did"))
_CLAUSE |= {"do", "does", "done", "had", "has", "here", "using"}
_CLAUSE |= {"have", "how", "if", "is", "it", "may", "might", "more", "most", "must", "not", "only"}
_CLAUSE |= {"should", "so", "such", "than", "then", "there", "was", "we", "were", "what", "when"}
_CLAUSE |= {"where", "which", "who", "why", "will", "without", "would", "you", "to", "other"}
# Words of sentences. A name can have them, a word in lower case beside them cannot be one.

_OPPOSITES = ("in", "un", "non", "dis", "im", "de", "not ")
# Two words of which one begins so and goes on as the other are states of a thing, and no names of it.

RARE = 6_000
"""How often a word is said in 1.6 billion that is perhaps a name: `Sam` is, and `Culture` is not."""

_MANNER = "ly"

_FULL = 2
"""Words of a person's full name."""

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_VERSION = re.compile(r"\d\.\d|(?<![\d,])0\d")
# A version, or a number with zeros before it: the value of an example, as `hello-00002`.

_COUNTED = re.compile(r"[_-]?\d+$")
# The next one of its kind, or a version of it: `crew_1`, `crew2`.

_VALUE = re.compile(r"(?<=\w\.)[\w-]{5,}$")
# The last name of a path in dots; a shorter one is a file's suffix.
_STEP = re.compile(r"\.(?=\w)|\s")

_FORMATS = frozenset(("adoc", "cfg", "cjs", "conf", "csv", "gif", "htm", "html", "ini", "ipynb"))
_FORMATS |= {"jpeg", "jpg", "js", "json", "jsx", "md", "mdx", "mjs", "pdf", "png", "rmd", "rst"}
_FORMATS |= {"svg", "toml", "ts", "tsx", "txt", "webp", "xml"}
_FORMATS |= {"yaml", "yml"}
# Files were converted, or are linked in another form.


def can_be_term(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether a phrase and what came for it can be one term's forms.

    Args:
        renaming: The phrases and their places.
        lexicon: The words of the handbook.

    Returns:
        Whether nothing speaks against it: they are no titles, differ in letters and not in numbers or order alone, are
        no words that everybody says all day, no clauses, no people, and no other way to say what is no thing.
    """
    before, after = renaming.before.split(), renaming.after.split()
    if _is_title(renaming) or _is_same(renaming):
        return False
    one, other = renaming.before.casefold(), renaming.after.casefold()
    if _are_opposites(one, other):
        return False
    if any(map(_is_sentence, (before, after))) or _is_commonplace(renaming, lexicon):
        return False
    if _is_begun(renaming, lexicon) or is_of_example(renaming, lexicon):
        return False
    if are_people(renaming, lexicon):
        return False
    return not _is_wording(renaming, lexicon)


def _is_title(renaming: Renaming) -> bool:
    """Tell whether a title is another, with the links to it, and nothing else says so."""
    titles = renaming.scopes["heading"] + renaming.scopes["label"]
    return 0 < renaming.titles >= titles == renaming.read


def _is_begun(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether a name has only the plain word more with which its sentences begin, or less: `Open Harbour Cloud`."""
    one, other = sorted((renaming.before.split(), renaming.after.split()), key=len)
    more = set(other) - set(one)
    nested = len(one) < len(other) and set(one) < set(other)
    return nested and renaming.begins and any(map(lexicon.lower, more))


def _is_wording(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether ordinary words gave way to others that say the same, and name no thing in any title, path or code."""
    before, after = renaming.before, renaming.after
    scopes = {"path", "url", "code"}
    # What always stands beside one word is a part of what it names.
    if renaming.titles or renaming.longer or not scopes.isdisjoint(renaming.scopes):
        return False
    if not all(phrase[1:].islower() for phrase in (before, after)):
        return False
    if before.endswith(_MANNER) and after.endswith(_MANNER) and before.islower() == after.islower():
        return True
    named, said = renaming.things
    if any(is_name(phrase, lexicon) for phrase in (before, after)):
        # A capital where a sentence begins makes no name of a word.
        plain = before.isalpha() and after.isalpha()
        return plain and renaming.begins and said > named
    return not named or said > named


def full_names(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether both phrases are people's full names, as far as writing shows.

    Args:
        renaming: The phrases.
        lexicon: The words of the handbook.
    """
    return _is_full_name(renaming.before, lexicon) and _is_full_name(renaming.after, lexicon)


def _is_same(renaming: Renaming) -> bool:
    """Tell whether only signs, endings, the order of words or a number is another; no program takes `crewName` for `crew_name`."""
    before, after = renaming.before, renaming.after
    if are_recased(before, after):
        return False
    if _same_letters(before, after) or _is_other_version(before, after):
        return True
    if _is_other_path(before, after) or _is_other_format(before, after):
        return True
    one, other = renaming.key
    return sorted(one) == sorted(other) or letters("".join(one)) == letters("".join(other))


def _is_other_path(before: str, after: str) -> bool:
    """Tell whether two names lead to one value by other ways, as a template writes them (`site.crew-name`, `param crew_name`)."""
    if not (_VALUE.search(before) or _VALUE.search(after)):
        return False
    one, other = (_STEP.split(phrase) for phrase in (before, after))
    return min(len(one), len(other)) > 1 and letters(one[-1]) == letters(other[-1])


def _is_other_format(before: str, after: str) -> bool:
    """Tell whether one file has another suffix, or two words are suffixes."""
    (one, dot, suffix), (other, point, ending) = before.rpartition("."), after.rpartition(".")
    return (one, dot) == (other, point) and {suffix.casefold(), ending.casefold()} <= _FORMATS


def _is_other_version(before: str, after: str) -> bool:
    """Tell whether two phrases are two states of one thing (`FY20` and `FY21`), or name one or two with a version."""
    if bool(_VERSION.search(before)) != bool(_VERSION.search(after)):
        return True
    if _COUNTED.sub("", before) == _COUNTED.sub("", after):
        return True
    one, other = _NUMBER.findall(before), _NUMBER.findall(after)
    return bool(one and other) and one != other


def _same_letters(before: str, after: str) -> bool:
    """Tell whether only signs differ, or an ending with an apostrophe."""
    one, other = (letters(_POSSESSIVE.sub("", phrase)) for phrase in (before, after))
    plural = letters(before).removesuffix("s") == letters(after).removesuffix("s")
    return plural or one == other


def _are_opposites(before: str, after: str) -> bool:
    return any(before == start + after or after == start + before for start in _OPPOSITES)


def _is_sentence(phrase: list[str]) -> bool:
    """Tell whether a phrase was cut out of a sentence."""
    if any(map(_SHORTENED.fullmatch, phrase)):
        return True
    if len(phrase) >= LONGEST and "".join(phrase).islower() and not BETWEEN.isdisjoint(phrase):
        return True
    return any(word in _CLAUSE for word in map(str.lower, phrase))


def _is_commonplace(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether one phrase is nothing but words that everybody says all day, and not written as a name where it names one."""
    named, said = renaming.things
    if named >= CAPITALS and named * OTHERWISE > said and renaming.before.istitle():
        return _commonplace(renaming.after.split(), lexicon)
    return any(
        _commonplace(phrase.split(), lexicon) for phrase in (renaming.before, renaming.after)
    )


def _commonplace(words: list[str], lexicon: Lexicon) -> bool:
    return all(
        word.isalpha() and not word.isupper() and lexicon.common(word)
        for word in (_POSSESSIVE.sub("", word) for word in words)
    )


def are_people(renaming: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether two phrases are people's names.

    Args:
        renaming: The phrases and their places.
        lexicon: The words of the handbook.
    """
    before, after = renaming.before, renaming.after
    if reached(before, lexicon) or reached(after, lexicon):
        return True
    if full_names(renaming, lexicon):
        return True
    if not all_names(before, after, lexicon=lexicon):
        return False
    # A first name and a surname on either side: nobody renames a product like that.
    full = " " in before or " " in after
    return full or not (renaming.scopes["heading"] or renaming.net >= NAME_PLACES)


def _is_full_name(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is two words with a capital, one of which the language hardly knows and no text writes small."""
    words = [word for word in phrase.split() if not word.islower()]
    return (
        len(words) == _FULL
        and all(word.istitle() and word.isalpha() for word in words)
        and any(lexicon.rarer(word, RARE) and not lexicon.lower(word) for word in words)
    )
