"""What the commits of a range changed, and the site at its end -> the terms that were renamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import msgspec

from drift.aggregate.terms.bygone import Headings, Past
from drift.aggregate.terms.chains import composed
from drift.aggregate.terms.chances import Claim, best_of, chance, gone_of, signs_of, weight_of
from drift.aggregate.terms.doubts import are_people, can_be_term, full_names
from drift.aggregate.terms.forms import cases
from drift.aggregate.terms.related import Believed
from drift.aggregate.terms.renamings import Renaming, renamings
from drift.aggregate.terms.spellings import united
from drift.aggregate.terms.term import Mention, Term, mention
from drift.aggregate.terms.told import Told
from drift.aggregate.terms.vocabulary import Vocabulary
from drift.explain.base import Leftover
from drift.explain.leftovers import leftovers
from drift.explain.lexicon import Lexicon
from drift.explain.mentions import holds
from drift.history.exchanges.phrases import Pair
from drift.trees.site import Site

LIKELY = 0.6
"""Of what is less likely a renaming, two in three were none on the handbooks that were read."""

PLACES = 2
"""A word that was exchanged in one place was chosen otherwise."""

ADDRESSES = 20
"""The targets of so many links say what something is called, even if no text does."""

MOST = 400
"""So many candidates are looked at, the greatest first: each costs a look through the handbook."""

IN_PART = 0.15
"""Where less of the old form's mentions went, it was renamed in one part of the handbook and the rest may keep it, or it is
another word that happens to be the same. What is left over is then told of the pages on which it was exchanged."""

STEADY = 0.75
"""The share of what came for the old form that was then the new one; otherwise there is no telling what stands for what."""

MOSTLY = 0.5
"""The same where it was exchanged on many pages that then hardly say the old form: a product took over some tasks of
another, which has others elsewhere."""

MANY_PLACES = 12
MANY_PAGES = 6

STILL_SAID = 0.5
"""Of the places there, as many may still say the old form then."""

IN_OTHER_SENSES = 0.5
"""Where less went than this, the old form is perhaps part of a longer one."""

LISTED = 10
"""Where one commit exchanges so many phrases on one page and nowhere else, a list was written anew, often of people's
accounts."""

LISTED_PLACES = 3
"""Places that an entry of such a list has at most: its name, its address, its link."""

READ = frozenset(("prose", "heading", "label"))
"""Scopes that readers see."""


def find(
    told: Told, new: Site, *, begun: Site | None = None, least: float = LIKELY
) -> tuple[Term, ...]:
    """Find the terms that were renamed.

    Args:
        told: What the commits changed.
        new: The site after the last.
        begun: The site before the first; None where there was none.
        least: The confidence from which on a renaming is told.

    Returns:
        The terms, the most certain first.
    """
    found = united(renamings(told.swaps, least=PLACES))
    claims = composed(_claims(found, Vocabulary(new, begun), least))
    terms = [
        told.term(
            _in_full(claim.renaming),
            confidence=claim.confidence,
            leftovers=claim.left,
            allowed=claim.allowed,
        )
        for claim in claims
    ]
    return tuple(
        sorted(terms, key=lambda one: (-one.confidence, -one.count, one.before, one.after))
    )


def _in_full(one: Renaming) -> Renaming:
    """Name a renaming with the word behind it that is a part of the name."""
    if not one.titled:
        return one
    before, after = one.titled[0]
    if (before, after) in one.forms or one.before not in before or one.after not in after:
        return one
    return msgspec.structs.replace(one, forms=(one.titled[0], *one.forms))


def _claims(found: Sequence[Renaming], lexicon: Vocabulary, least: float) -> list[Claim]:
    crowds = Counter(place for one in found for place in _alone(one))
    enough = [one for one in found if one.read >= PLACES or _is_addressed(one, lexicon)]
    weighed = [(weight_of(one), one) for one in enough]
    weighed.sort(key=lambda row: (-row[0], len(row[1].before), row[1].before, row[1].after))
    people = {pair for _, one in weighed[:MOST] for pair in _one_by_one(one, lexicon)}
    believed = Believed()
    for _, one in weighed[:MOST]:
        if (one.before, one.after) in people or believed.explains(one):
            continue
        crowd = max((crowds[place] for place in _alone(one)), default=1)
        if crowd >= LISTED and one.net <= LISTED_PLACES:
            continue
        claim = _claim(one, lexicon, least)
        if claim is not None and claim.confidence >= least:
            believed.add(claim)
    return believed.claims


def _is_addressed(one: Renaming, lexicon: Lexicon) -> bool:
    """Tell whether a name that is no word was exchanged in the targets of many links, and no folder moved with its pages."""
    if one.net < ADDRESSES or one.scopes["path"] or " " in one.before + one.after:
        return False
    return one.before.isalpha() and not lexicon.known(one.before)


def _one_by_one(one: Renaming, lexicon: Lexicon) -> Iterator[Pair]:
    """Give the first names and the surnames where one person's full name gave way to another's."""
    if full_names(one, lexicon):
        yield from zip(one.before.split(), one.after.split(), strict=False)


def _alone(one: Renaming) -> Iterator[tuple[int, str]]:
    """Give the commit and page of a renaming that has no other."""
    if len(one.where) == 1:
        yield from one.where


def _claim(one: Renaming, lexicon: Vocabulary, least: float) -> Claim | None:
    before, after = one.key
    # What grew or shrank by a word is the whole name.
    same = holds(after, before) or holds(before, after)
    plain = _held(one, lexicon, least)
    if not one.longer or (not same and plain is not None and plain[0] >= IN_OTHER_SENSES):
        return plain[1] if plain else None
    if plain is None and not same and are_people(one, lexicon):
        # A word beside a surname makes no term of it.
        return None
    longer = _held(msgspec.structs.replace(one, forms=one.longer), lexicon, least)
    if longer is not None and longer[0] > IN_OTHER_SENSES:
        return longer[1]
    return plain[1] if plain else None


def _held(one: Renaming, lexicon: Vocabulary, least: float) -> tuple[float, Claim] | None:
    """Hold a renaming against the end of the range; give also the share of its mentions that went."""
    # However few readers see, so many places there are at the least.
    said = _said(one, lexicon)
    if gone_of(one, said) < IN_PART and not _speaks_for_pages(one):
        return None
    taken = lexicon.took_over(one.before, one.after)
    if chance(best_of(one, said, taken=taken)) < least or not can_be_term(one, lexicon):
        return None
    left = _left(one.forms, lexicon)
    confidence = round(chance(signs_of(one, left.read, lexicon)), 3)
    gone = gone_of(one, left.read)
    if gone < IN_PART:
        left = left.on(one.pages)
        if not _speaks_for_pages(one, left.read):
            return None
    return gone, Claim(one, confidence, left.open, left.bygone)


def _said(one: Renaming, lexicon: Lexicon) -> float:
    """Count the old form where it is no part of the new one."""
    said = lexicon.new.least((one.before,))
    grew = holds(one.key[1], one.key[0])
    return max(0, said - lexicon.new.least((one.after,))) if grew else said


def _speaks_for_pages(one: Renaming, left: float = 0) -> bool:
    """Tell whether a renaming can be believed of its pages alone, where the rest of the handbook keeps the old form.

    It was one thing's whole name there, and hardly anything else came for it; or on many pages mostly nothing else, and
    they hardly say it any more, as far as that is known. Where no neighbour tells of a thing, as in code, both are asked
    for. A name that only grew or shrank is none of these.
    """
    named, said = one.things
    silent = named == said == 0
    before, after = one.before.casefold(), one.after.casefold()
    if one.longer or (named <= said and not silent) or before in after or after in before:
        return False
    if not silent and _is_steady(one, STEADY):
        return True
    many = one.places >= MANY_PLACES and len(one.pages) >= MANY_PAGES
    steady = _is_steady(one, STEADY if silent else MOSTLY)
    return many and steady and left <= STILL_SAID * one.places


def _is_steady(one: Renaming, share: float) -> bool:
    return one.places >= share * (one.places + one.elsewhere)


class _Left(msgspec.Struct, frozen=True):
    """What is left over of an old form."""

    open: tuple[Leftover, ...]
    bygone: tuple[Mention, ...]

    @property
    def read(self) -> int:
        """How many of those that are open readers see."""
        return sum(one.scope in READ for one in self.open)

    def on(self, pages: Collection[str]) -> _Left:
        """Leave out what other pages say."""
        return _Left(
            tuple(one for one in self.open if one.path in pages),
            tuple(one for one in self.bygone if one.path in pages),
        )


def _left(forms: Sequence[Pair], lexicon: Lexicon) -> _Left:
    all_forms = cases(forms)
    # What looks for them has no regard to case.
    before, after = ({form[side].casefold() for form in all_forms} for side in (0, 1))
    past, headings = Past(before), Headings(lexicon.new.site)
    found = leftovers(lexicon.new, sorted(before), sorted(after))
    bygone = tuple(one for one in found if past.has(one, headings.above(one)))
    return _Left(
        tuple(one for one in found if one not in set(bygone)),
        tuple(mention(one, "history") for one in bygone),
    )
