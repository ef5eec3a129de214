from __future__ import annotations

import pytest

from drift.history.held import Said, best_held, held, held_within
from drift.match import match
from tests.conftest import both

SAID = "Book trains before flights, and ask the travel desk when a trip costs more than a wage."
MORE = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys."


def _held(said: str, other: str) -> float:
    matching = match(*both({"a.md": said, "c.md": MORE}, {"b.md": other, "d.md": MORE}))
    evidence = matching.evidence
    root, place = matching.old.roots["a.md"], matching.new.roots["b.md"]
    text = evidence.old.profile(root), evidence.old.total(root)
    return held(evidence.rarity, text, (evidence.new.profile(place), evidence.new.total(place)))


def test_a_text_is_held_by_one_that_says_all_of_it() -> None:
    assert _held(SAID, f"{MORE}\n\n{SAID}") == 1
    assert _held(SAID, MORE) < 0.3
    assert _held(SAID, "") == 0


def test_a_text_that_says_everything_holds_nothing_for_certain() -> None:
    many = " ".join(f"word{number} other{number % 7}" for number in range(400))
    assert 0.1 < _held(SAID, f"{SAID}\n\n{many}") < 0.6


MANY = " ".join(f"word{number} other{number % 7}" for number in range(400))


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        pytest.param(f"# Desks\n\n{SAID}", 1.0, 1.0, id="a small place"),
        pytest.param(f"# Desks\n\n{SAID}\n\n# Rest\n\n{MANY}", 1.0, 1.0, id="a part"),
        pytest.param(
            f"# Rest\n\n{MANY}\n\n## Desks\n\n{SAID}", 1.0, 1.0, id="a part of a large part"
        ),
        pytest.param(
            f"# Desks\n\n{MORE}\n\n# Rest\n\n{SAID}\n\n{MANY}",
            0.1,
            0.6,
            id="no part but a large one",
        ),
    ],
)
def test_a_large_place_holds_what_one_of_its_parts_holds(
    other: str, least: float, most: float
) -> None:
    matching = match(*both({"a.md": SAID, "c.md": MORE}, {"b.md": other, "d.md": MORE}))
    evidence, rarity = matching.evidence, matching.evidence.rarity

    def said(node: int) -> Said:
        text = evidence.new.whole(node)
        return text, rarity.total(text)

    root = matching.old.roots["a.md"]
    text = evidence.old.profile(root), evidence.old.total(root)
    place = matching.new.roots["b.md"]
    part = held_within(rarity, text, place, said, lambda node: matching.new.nodes[node].children)
    assert least <= part <= most
    assert part >= held(rarity, text, said(place))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param(SAID, ["d.md"], id="the one that says it"),
        pytest.param("Lock the screen.", [], id="a text too short to be known again"),
        pytest.param(
            "Nobody has ever written down how the lift is to be mended.", [], id="nothing"
        ),
    ],
)
def test_the_best_of_all_that_hold_a_text_is_found(said: str, found: list[str]) -> None:
    half = "Book trains before flights, whatever they cost, and keep every ticket for the auditors."
    new = {"b.md": half, "c.md": MORE, "d.md": f"{half}\n\n{SAID}"}
    matching = match(*both({"a.md": said, "c.md": MORE}, new))
    pages = {node: path for path, node in matching.new.roots.items()}
    best = best_held(
        matching.evidence, [matching.old.roots["a.md"]], range(len(matching.new.nodes)), least=0.4
    )
    assert [pages[node] for _, node in best.values()] == found


def test_what_holds_too_little_is_not_found() -> None:
    half = "Book trains before flights, whatever they cost, and keep every ticket for the auditors."
    matching = match(*both({"a.md": SAID, "c.md": MORE}, {"b.md": half, "c.md": MORE}))
    looking = [matching.old.roots["a.md"]]
    among = [matching.new.roots["b.md"]]
    assert best_held(matching.evidence, looking, among, least=0.1)
    assert not best_held(matching.evidence, looking, among, least=0.9)
