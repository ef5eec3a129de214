from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.match.blocks import alike, match_blocks
from drift.match.likeness import LONG, _cut
from drift.match.modulo import Modulo
from drift.trees.page import Block

TRAINS = "Book trains before flights and ask the travel desk first"
KEYS = "Tell the front office of every key that was lost"
LEAVE = "Holidays are agreed with the team and entered in the calendar"
SALES = "Quotes are signed by the lead and archived by name"


def _blocks(*texts: str) -> list[Block]:
    return [
        Block("list_item", text[2:], (1, 1))
        if text.startswith("- ")
        else Block("paragraph", text, (1, 1))
        for text in texts
    ]


def _told(old: tuple[str, ...], new: tuple[str, ...], modulo: Modulo | None = None) -> list[str]:
    found = match_blocks(_blocks(*old), _blocks(*new), modulo or Modulo())
    return sorted(
        f"{'-' if p.old is None else p.old}{'-' if p.new is None else p.new}{' moved' * p.moved}"
        for p in found
    )


CASES = {
    "nothing": ((), (), []),
    "the same": ((TRAINS, KEYS), (TRAINS, KEYS), ["00", "11"]),
    "one more": ((TRAINS,), (KEYS, TRAINS), ["-0", "01"]),
    "one edited": ((TRAINS, KEYS), (TRAINS.replace("Book", "Take"), KEYS), ["00", "11"]),
    "one of few words that another is like, elsewhere": (
        ("- gig, 20 minutes a day", TRAINS, KEYS),
        (TRAINS, KEYS, "- yawl, 90 minutes a day"),
        ["-2", "0-", "10", "21"],
    ),
    "one of one word, spelt otherwise": (
        ("- rafting", "- sailng", "- rowing"),
        ("- rafting", "- sailing", "- rowing"),
        ["00", "11", "22"],
    ),
    "another in its place": ((TRAINS, KEYS), (SALES, KEYS), ["-0", "0-", "11"]),
    "one moved": ((TRAINS, KEYS, LEAVE), (LEAVE, TRAINS, KEYS), ["01", "12", "20 moved"]),
    "one moved and edited": (
        (TRAINS, KEYS, LEAVE),
        (LEAVE.replace("team", "lead"), TRAINS, KEYS),
        ["01", "12", "20 moved"],
    ),
    "a paragraph became an item": ((TRAINS,), (f"- {TRAINS}",), ["00"]),
    "two of one text": ((KEYS, KEYS), (KEYS,), ["00", "1-"]),
    "all new": ((), (TRAINS, KEYS), ["-0", "-1"]),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_which_is_which(old: tuple[str, ...], new: tuple[str, ...], told: list[str]) -> None:
    assert _told(old, new) == told
    back = sorted(one[1] + one[0] + one[2:] for one in told)
    if old != (KEYS, KEYS):
        assert _told(new, old) == back


def test_a_rule_makes_texts_equal() -> None:
    old, new = ("Every V2MOM counts", KEYS), (KEYS, "Every VPMOM counts")
    modulo = Modulo(terms=(("V2MOM", "VPMOM"),))
    assert len([one for one in _told(old, new, modulo) if "-" not in one]) == 2


TEXTS = st.lists(
    st.sampled_from([TRAINS, KEYS, LEAVE, SALES, f"{KEYS} today", "- Yes", ""]), max_size=7
)


@given(TEXTS, TEXTS)
def test_each_block_is_told_once(old: list[str], new: list[str]) -> None:
    found = match_blocks(_blocks(*old), _blocks(*new), Modulo())
    assert sorted(p.old for p in found if p.old is not None) == list(range(len(old)))
    assert sorted(p.new for p in found if p.new is not None) == list(range(len(new)))
    assert not any(p.old is None and p.new is None for p in found)


def test_the_more_blocks_a_gap_has_the_nearer_they_are_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What one that went far was is then found among those left over."""
    compared: list[object] = []

    def alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
        compared.append(one)
        return 1000 if one[:-1] == other[:-1] else 600

    old = tuple(f"line{number} was before" for number in range(60))
    new = tuple(text.replace("before", "after") for text in old)
    moved = (*new[1:30], new[0], *new[30:])
    for module in ("blocks", "likeness"):
        monkeypatch.setattr(f"drift.match.{module}.word_likeness", alike)
    monkeypatch.setattr("drift.match.blocks.MOST_COMPARED", 600)
    assert "029 moved" in _told(old, moved)
    assert len(compared) < 700


def test_of_a_long_text_no_words_are_kept() -> None:
    _cut.cache_clear()
    assert alike("a lamp " * LONG, "a lamp " * LONG + "there")
    assert alike("a lamp that nobody lights", "the lamp that nobody lights")
    assert _cut.cache_info().currsize == 2
