"""British and American spellings are told from words that only look like them."""

from __future__ import annotations

import gzip
from importlib.resources import files
from runpy import run_path

import msgspec
import pytest

from drift.explain import lexicon
from drift.explain.lexicon import LONGEST, USUAL, letters, nearness, stem, variant

SPELLINGS = {
    "colour": "color",
    "neighbourhood": "neighborhood",
    "organisation": "organization",
    "analyse": "analyze",
    "centre": "center",
    "kilometres": "kilometers",
    "travelled": "traveled",
    "fuelled": "fueled",
    "catalogue": "catalog",
    "defence": "defense",
    "programme": "program",
    "judgement": "judgment",
    "grey": "gray",
    "サーバ": "サーバー",
    "e-mail": "email",
}

WORDS = {
    "キー": "キ",
    "ビル": "ビール",
    "filled": "filed",
    "tilled": "tiled",
    "four": "for",
    "our": "or",
    "tour": "tor",
    "prise": "prize",
    "sense": "sence",
    "installled": "installed",
    "Michael": "Michel",
    "mattres": "matters",
    "parametre": "parameter",
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


def test_a_word_looked_up_alone_is_said_as_often_as_the_whole_list_has_it() -> None:
    """The list is searched as it is written, from its first word to its last."""
    words = ("the", "The", "kettle", "don't", "naïve", "kett", "a", "Zürich's", "zzzz", "日本")
    asked = [*words, '"', 'kettle": 1', "{", "}", "", "caf\udce9"]
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    everything = msgspec.json.decode(gzip.decompress(packed), type=dict[str, int])
    # As a process finds it that has looked up nothing yet.
    said = run_path(lexicon.__file__)["_said"]
    expected = [everything.get(word.lower(), 0) for word in asked]
    assert [said(word) for word in asked] == expected
    assert min(expected[:4]) > 0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("node-FQDN", "NODE_FQDN", True), ("ie", "i.e.", True), ("C++", "C#", False)],
)
def test_letters_are_what_two_ways_to_write_a_word_share(one: str, other: str, alike: bool) -> None:
    assert (letters(one) == letters(other)) == alike


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Deployments", "deploy"),
        ("team's", "TEAMS"),
        ("team’", "team"),
        ("naïvely", "naïve"),
        ("S", "s"),
        ("", ""),
        ("caf\udce9s", "CAF\udce9s"),  # of a path that is not UTF-8
    ],
)
def test_inflections_of_a_word_have_one_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


def test_no_part_of_a_compound_is_longer_than_the_longest_word_that_is_said_so_often() -> None:
    """A word of a million letters is thus not looked up at each of them."""
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    everything = msgspec.json.decode(gzip.decompress(packed), type=dict[str, int])
    assert max(len(word) for word, often in everything.items() if often >= USUAL) == LONGEST
    assert nearness("congratulations" * 2) == 0
    assert nearness("namespace") == 0
    assert nearness("a" * 1_000_000) == lexicon.FAR
