"""British and American spellings are told from words that only look like them."""

from __future__ import annotations

import pytest

from drift.explain.lexicon import variant

SPELLINGS = {
    "colour": "color",
    "neighbourhood": "neighborhood",
    "organisation": "organization",
    "analyse": "analyze",
    "centre": "center",
    "travelled": "traveled",
    "fuelled": "fueled",
    "catalogue": "catalog",
    "defence": "defense",
    "programme": "program",
    "judgement": "judgment",
    "grey": "gray",
    "e-mail": "email",
}

WORDS = {
    "filled": "filed",
    "tilled": "tiled",
    "four": "for",
    "our": "or",
    "tour": "tor",
    "prise": "prize",
    "sense": "sence",
    "installled": "installed",
    "Michael": "Michel",
}


@pytest.mark.parametrize("before", SPELLINGS)
def test_one_word_in_two_spellings(before: str) -> None:
    """Either way, and in any case."""
    after = SPELLINGS[before]
    assert variant(before, after)
    assert variant(after, before)
    assert variant(before.title(), after.upper())


@pytest.mark.parametrize("before", WORDS)
def test_two_words_or_a_slip_are_no_variants(before: str) -> None:
    """What American English has itself, and what nobody spells so."""
    assert not variant(before, WORDS[before])
    assert not variant(WORDS[before], before)
