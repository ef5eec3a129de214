"""`term.renamed`: a term of the handbook is another throughout.

What it tells: the old and the new term with their inflections and cases in one family, how often, and what still says
the old one. In at least two places, or in one where title and text agree; never numbers, dates, versions, people's
names or ordinary words that were merely chosen otherwise.
Why it matters: one decision explains all these edits, and readers who search for the old word must learn the new one.
Example: `V2MOM` -> `VPMOM`, and `V2MOMs` -> `VPMOMs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drift.explain.base import Leftover, Rule
from drift.explain.clues import Clues
from drift.explain.families import families
from drift.explain.family import Family
from drift.explain.leftovers import leftovers
from drift.explain.lexicon import Lexicon
from drift.explain.people import all_names, reached
from drift.explain.proposal import PLACES, Proposal, RuleKind, rule_id, support
from drift.match.modulo import Modulo

COMMON_PLACES = 3
"""Words in lower case must go this often before they are held to be a term."""

NAME_PLACES = 3
"""A name that is never written in lower case and stands in no heading may be a person's."""

LIKELY = 0.6
"""The least confidence, by the part of the old term's losses that went to the new one: of rules for two places of three,
four of six in a handbook of seven thousand commits were none."""

GONE = 0.34
"""The part of the old term's occurrences that must have changed; below it, it was not renamed but avoided here."""

MOST = 300
"""So many families are looked at, the greatest first: each costs a look through the handbook."""

PLAIN_GONE = 0.6
"""The same for a word in lower case, which a handbook says in other senses too: of those, most must be gone."""

MANY = 12
"""Occurrences from which on a word was renamed however often it is still said: no other sense gives way so often."""

MANY_GONE = 0.1
"""The part of its occurrences that must have become the new form then."""

_FINGERPRINT = re.compile(r"(?:0x)?(?=[a-f]*\d)[\da-f]{12,}", re.IGNORECASE)
# The address of an account or the name of a commit: a number, though it has letters.


def _propose(clues: Clues) -> Iterable[Proposal]:
    known = Modulo()
    for family in families(clues.texts)[:MOST]:
        # What a greater family explains is no evidence for a smaller one.
        if known.text(family.before).casefold() == family.after.casefold():
            continue
        if known.text(family.before) != family.before:
            continue
        proposal = _proposal(clues, family)
        if proposal is not None:
            known = Modulo(terms=tuple(sorted({*known.terms, *proposal.modulo.terms})))
            yield proposal


def _is_term(family: Family, lexicon: Lexicon) -> bool:
    """Tell whether a family has the support that words of its kind need."""
    before, after = family.before.split(), family.after.split()
    in_title = "heading" in family.scopes
    if family.count < PLACES or _commonplace(before, lexicon) or _commonplace(after, lexicon):
        return False
    if any(map(_FINGERPRINT.fullmatch, (*before, *after))):
        return False
    if all_names(family.before, family.after, lexicon=lexicon):
        # A first name and a surname on either side: nobody renames a product like that.
        full = len(before) > 1 or len(after) > 1
        return not full and (in_title or family.count >= NAME_PLACES)
    if family.scopes == {"code"} and all(word.isalpha() and word[1:].islower() for word in before):
        # A keyword or a value, and no word that a reader knows a thing by.
        return False
    plain = (family.before.islower() or family.after.islower()) and not in_title
    return family.count >= (COMMON_PLACES if plain else PLACES)


def _commonplace(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a phrase is made of nothing but words that everybody says all day."""
    return all(word.isalpha() and not word.isupper() and lexicon.common(word) for word in words)


def _proposal(clues: Clues, family: Family) -> Proposal | None:
    lexicon, new = clues.lexicon, clues.lexicon.new
    confidence = round(min(0.99, family.count / family.lost * support(family.count)), 3)
    if confidence < LIKELY or not _is_term(family, lexicon):
        return None
    # Each line looks through the whole handbook, and the next one does so more often.
    if not _is_gone(family, new.least((family.before,))):
        return None
    if reached(family.before, lexicon) or reached(family.after, lexicon):
        return None
    left = leftovers(new, family.forms_before, family.forms_after)
    said = _said(left, family.forms_before)
    if not _is_gone(family, said):
        return None
    terms = tuple(sorted({(v.before, v.after) for v in family.variants} | family.cases()))
    variants = tuple((v.before, v.after) for v in family.variants)
    rule = Rule(
        id=rule_id("term.renamed", family.before, family.after),
        kind="term.renamed",
        before=family.before,
        after=family.after,
        count=family.count,
        confidence=confidence,
        variants=tuple(sorted(form for form in variants if form != (family.before, family.after))),
        places=tuple(clues.texts[index].at for index in family.texts),
        leftovers=left,
    )
    return Proposal(rule, Modulo(terms=terms))


def _said(left: Iterable[Leftover], forms: Iterable[str]) -> int:
    """Count where readers are still told the old term, and not the name of a file or key that has it in it."""
    either = "|".join(map(re.escape, forms))
    word = re.compile(rf"(?<![\w./])(?:{either})(?!\w|\.\w)", re.IGNORECASE)
    read = (one.text for one in left if one.scope in {"prose", "heading", "label"})
    return sum(word.search(text) is not None for text in read)


def _is_gone(family: Family, said: float) -> bool:
    """Tell whether so much of the old term changed as its kind needs, where it is still said so often."""
    gone = PLAIN_GONE if family.before.islower() else GONE
    if family.count >= MANY:
        gone = MANY_GONE
    return family.count >= gone * (family.count + said)


TERM_RENAMED = RuleKind("term.renamed", _propose, teaches=True, both_ways=True, dear=True)
