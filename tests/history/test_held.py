from __future__ import annotations

from drift.history.held import held
from drift.match import match
from tests.conftest import both

SAID = "Book trains before flights, and ask the travel desk when a trip costs more than a wage."
MORE = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys."


def _held(said: str, other: str) -> float:
    matching = match(*both({"a.md": said, "c.md": MORE}, {"b.md": other, "d.md": MORE}))
    evidence = matching.evidence
    return held(
        evidence,
        evidence.old.profile(matching.old.roots["a.md"]),
        evidence.new.profile(matching.new.roots["b.md"]),
    )


def test_a_text_is_held_by_one_that_says_all_of_it() -> None:
    assert _held(SAID, f"{MORE}\n\n{SAID}") == 1
    assert _held(SAID, MORE) < 0.3
    assert _held(SAID, "") == 0


def test_a_text_that_says_everything_holds_nothing_for_certain() -> None:
    many = " ".join(f"word{number} other{number % 7}" for number in range(400))
    assert 0.1 < _held(SAID, f"{SAID}\n\n{many}") < 0.6
