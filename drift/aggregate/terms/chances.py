"""What speaks for and against a renaming -> how likely a person who reads the places would call it one.

The weights come from a logistic regression, held in check, on 637 candidates of 17 handbooks and manuals, each judged by
reading its places; what is measured here is what helped on a handbook that was left out. Only six of them were said by
code alone: that weight is half of what came out, since of 17 names found so later, in 24 handbooks, 15 were renamed. That
of identifiers is half of what came out of 13 that wholly went in two places, in 23 handbooks: 10 were renamed. What a
heading, a phrase and what vanished wholly add was fitted on 420 candidates of 57 handbooks, most of them others; foretold
for handbooks that were left out of it, 0.71 of those from 0.6 to 0.8 were right, and 0.93 of those from 0.8 on. `tests/benchmarks/terms.py`
prints how often which confidence is right, also on ranges that had no part in it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import msgspec

from drift.aggregate.terms.renamings import Renaming
from drift.aggregate.terms.term import Mention
from drift.aggregate.terms.vocabulary import Vocabulary
from drift.explain.base import Leftover
from drift.explain.lexicon import Lexicon
from drift.explain.mentions import Stems


class Signs(msgspec.Struct, frozen=True, kw_only=True):
    """What is measured of a renaming, each 0 or 1, or a logarithm where only the first few count much."""

    places: float
    # Doublings of the places, of which those that only link count as far as others are read.
    left: float
    # Doublings of what is left over of the old form, measured by the places that changed.
    named: float
    # Whether neither form is an ordinary word: names, acronyms, identifiers.
    spelt: float
    # Whether both are written as only identifiers and files are (`crew_name`, `CrewName`, `crew.yml`), and text says them.
    headed: float
    # Whether a heading says it: what is only reworded, or a value of an example, stands in none.
    common: float
    # Whether either has a word that everybody says all day.
    code: float
    # Whether only code says it.
    nested: float
    # Whether one form is the other and a word more.
    inside: float
    # Whether one word is the other and some letters more, which are no part of a name by themselves.
    phrase: float
    # Whether the old form has several words, is no name and ends as another word: sentences are reworded.
    vanished: float
    # How many doublings of the places beyond two say nothing, at most one, as nothing says any more what code says
    # too, or a plain word: an example's variables and values go like that, however often it says them.


WEIGHTS = Signs(
    places=1.08,
    left=-0.51,
    named=0.35,
    spelt=0.4,
    headed=1.0,
    common=-0.77,
    code=-1.4,
    nested=-1.37,
    inside=-1.67,
    phrase=-0.8,
    vanished=-0.8,
)
BIAS = -1.1

_SPELT = re.compile(r"\S*(?:[a-z][A-Z]|\w[_.]\w)\S*")

_JOINTS = "-_"
# Behind a full stop stands a file's suffix.

ADDRESSED = 10
"""Addresses that say as much as one place that is read, where hardly any is."""

TAKEN = 2
"""Places that are counted besides where the new form took over in the whole handbook: pages that were written anew show no
exchange. Of 63 such candidates in 40 ranges 54 were renamed, five of the eight among them that were not likely without it;
where many places speak already, it adds next to nothing."""

MANY = 5
"""Doublings of the places beyond which more of them prove no more."""

MOSTLY = 6
"""Doublings of what is left over beyond which more of it disproves no more: a word has other senses elsewhere."""


def chance(signs: Signs) -> float:
    """Tell how likely a renaming is a term's.

    Args:
        signs: What was measured.

    Returns:
        A probability.
    """
    pairs = zip(msgspec.structs.astuple(WEIGHTS), msgspec.structs.astuple(signs), strict=True)
    return 1 / (1 + math.exp(-BIAS - sum(weight * sign for weight, sign in pairs)))


class Claim(msgspec.Struct, frozen=True):
    """A renaming that is believed, before it is told."""

    renaming: Renaming
    confidence: float
    left: tuple[Leftover, ...]
    allowed: tuple[Mention, ...]


def signs_of(renaming: Renaming, said: float, lexicon: Vocabulary) -> Signs:
    """Measure a renaming.

    Args:
        renaming: The phrases and their places.
        said: Places where readers still find the old form.
        lexicon: The words of the handbook.

    Returns:
        What speaks for and against it.
    """
    before, after = renaming.before, renaming.after
    best = best_of(renaming, said, taken=lexicon.took_over(before, after))
    vanished = _may_be_example(renaming) and not lexicon.new.count(before)
    return msgspec.structs.replace(
        best,
        named=is_name(before, lexicon) and is_name(after, lexicon),
        common=any(map(lexicon.common, (*before.split(), *after.split()))),
        nested=" " in before + after and _is_nested(*renaming.key),
        inside=_is_inside(before, after) and not _are_names(before, after, lexicon),
        vanished=min(1, max(0, best.places - 1)) if vanished else 0,
    )


def best_of(renaming: Renaming, said: float, *, taken: bool = True) -> Signs:
    """Give what a renaming can measure at best, without looking at a word.

    Args:
        renaming: The phrases and their places.
        said: Places where readers still find the old form, or fewer.
        taken: Whether the new form took over, as far as that is known.

    Returns:
        Signs of which the chance is no less than that of the true ones.
    """
    weight = weight_of(renaming) + (TAKEN if taken else 0)
    return Signs(
        places=min(MANY, math.log2(weight)),
        left=min(MOSTLY, math.log2(1 + said / weight)),
        named=True,
        spelt=_are_spelt(renaming),
        headed=bool(renaming.scopes["heading"]),
        common=False,
        code=_in_code(renaming),
        nested=False,
        inside=False,
        phrase=_is_wording(renaming.before.split(), renaming.after.split()),
        vanished=0,
    )


def gone_of(renaming: Renaming, said: float) -> float:
    """Give the share of the old form's mentions that went, where it is still said so often."""
    weight = weight_of(renaming)
    return weight / (weight + said)


def _are_spelt(renaming: Renaming) -> bool:
    forms = renaming.before, renaming.after
    return all(map(_SPELT.fullmatch, forms)) and not _in_code(renaming)


def _in_code(renaming: Renaming) -> bool:
    return set(renaming.scopes) == {"code"}


def _is_wording(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether words may be a piece of a sentence: `Gangway Hatch` is a name, `new hatch` for `old hatch` the same thing."""
    named = all(word[0].isupper() or not word.isalpha() for word in before)
    return len(before) > 1 and not named and before[-1].casefold() != after[-1].casefold()


def _may_be_example(renaming: Renaming) -> bool:
    """Tell whether the old form can be a variable or a value: text and code say it, or it is in lower case."""
    in_both = "code" in renaming.scopes and not _in_code(renaming)
    return in_both or renaming.before.islower()


def weight_of(renaming: Renaming) -> float:
    """Count places: a hundred targets of links that moved to another folder say less than ten sentences."""
    linked = renaming.places - renaming.read
    heard = linked / ADDRESSED if renaming.read <= 1 else renaming.read
    read = renaming.read + min(linked, max(heard, renaming.read))
    return renaming.net * read / renaming.places


def _is_nested(one: Stems, other: Stems) -> bool:
    return set(one) < set(other) or set(other) < set(one)


def _are_names(before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether the language has neither of two words: its own are derived from each other, names are not."""
    return all(word.isalpha() and not lexicon.known(word) for word in (before, after))


def _is_inside(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    at = long.casefold().find(short.casefold())
    if at < 0 or " " in one + other:
        return False
    return not (_ends_part(long, at) and _ends_part(long, at + len(short)))


def _ends_part(name: str, at: int) -> bool:
    """Tell whether a part of a name ends at a place: `Is` and `Recording` in `IsRecording`, `wallet` in `wallet-v2`."""
    before, after = name[:at][-1:], name[at:][:1]
    if not (before and after):
        return True
    return before in _JOINTS or after in _JOINTS or (before.islower() and after.isupper())


def is_name(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is no ordinary word, by how it is written here.

    Args:
        phrase: One form of a renaming.
        lexicon: The words of the handbook.
    """
    words = phrase.split()
    if any(not word.isalpha() or word[1:] != word[1:].lower() for word in words):
        return True
    if not all(map(lexicon.known, words)):
        return True
    return all(word[0].isupper() for word in words) and not any(map(lexicon.lower, words))
