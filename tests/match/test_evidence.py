from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.match.evidence import BACKGROUND, CANDIDATES, Evidence
from drift.match.forest import forest
from drift.match.matching import Matching
from drift.match.modulo import Modulo
from drift.match.profile import COMMON

TEXT = "Book trains before flights, and ask the travel desk when a trip costs more than a wage."


def _evidence(matching: Matching) -> Evidence:
    old, new = matching.old.site, matching.new.site
    return Evidence(forest(old, old.pages), forest(new, new.pages), Modulo())


@pytest.fixture
def gathered(matched: Callable[..., Matching]) -> Callable[..., Evidence]:
    return lambda old, new: _evidence(matched(old, new))


def test_equal_texts_are_wholly_alike_and_strangers_not_at_all(
    gathered: Callable[..., Evidence],
) -> None:
    found = gathered({"a.md": f"# A\n\n{TEXT}\n"}, {"b.md": f"# A\n\n{TEXT}\n\n# B\n\nHello.\n"})
    assert (found.own(1, 1), found.own(1, 2)) == (1.0, 0.0)


def test_turned_it_says_the_same_of_the_other_side(gathered: Callable[..., Evidence]) -> None:
    found = gathered({"a.md": f"# A\n\n{TEXT}\n"}, {"b.md": f"# A\n\n{TEXT} Or walk.\n"})
    assert found.turned().own(1, 1) == found.own(1, 1)
    assert [(p.new, p.old) for p in found.turned().blocks(1, 1)] == [
        (p.old, p.new) for p in found.blocks(1, 1)
    ]


def test_what_shares_a_rare_word_is_a_candidate(gathered: Callable[..., Evidence]) -> None:
    found = gathered({"a.md": "# A\n\nlighthouse\n"}, {"b.md": "# B\n\nlighthouse\n\n# C\n\nsea\n"})
    assert found.candidates([1], [1, 2]) == {(1, 1)}


def test_a_word_that_stands_everywhere_leads_nowhere(gathered: Callable[..., Evidence]) -> None:
    pages = {f"{number}.md": "the\n" for number in range(COMMON)}
    found = gathered(pages, {f"x{path}": text for path, text in pages.items()})
    everything = range(COMMON)
    assert found.candidates(everything, everything) == set()


def test_few_or_many_candidates_are_found_alike(gathered: Callable[..., Evidence]) -> None:
    old = {"a.md": "lighthouse keeper\n", "b.md": "sea wall\n"}
    new = {"x.md": "keeper\n", "y.md": "wall of stone\n", "z.md": "lighthouse and sea\n"}
    found = gathered(old, new)
    pairs = found.candidates(range(2), range(3))
    assert pairs == {(0, 0), (0, 2), (1, 1), (1, 2)}
    assert {(a, b) for b, a in found.turned().candidates(range(3), range(2))} == pairs


def test_each_has_few_candidates(gathered: Callable[..., Evidence]) -> None:
    many = CANDIDATES + 4
    found = gathered(
        {"a.md": "lighthouse\n"}, {f"b{number:02}.md": "lighthouse\n" for number in range(many)}
    )
    pairs = found.candidates([0], range(many))
    assert len(pairs) == many  # The few of the old one, and for each new one its only one.


def test_rarity_is_counted_over_what_changed_and_a_fair_part_of_the_rest(
    matched: Callable[..., Matching],
) -> None:
    stayed = "".join(f"# S{number}\n\nsame{number} harbour\n\n" for number in range(3 * BACKGROUND))
    matching = matched({"a.md": f"{stayed}# A\n\ngull\n"}, {"a.md": f"{stayed}# A\n\nheron\n"})
    there, back = _evidence(matching).rarity, _evidence(matching.turned()).rarity
    counted = [number for number in range(3 * BACKGROUND) if there.seen(f"same{number}")]
    assert len(counted) in {BACKGROUND - 1, BACKGROUND}  # The empty root section may be among them.
    assert (there.seen("gull"), there.seen("heron")) == (1, 1)
    assert [back.seen(f"same{number}") for number in counted] == [2] * len(counted)


def test_what_stays_of_a_section_is_the_same_from_both_sides(
    gathered: Callable[..., Evidence],
) -> None:
    found = gathered({"a.md": f"# A\n\nGone.\n\n{TEXT}\n"}, {"a.md": f"# A\n\n{TEXT}\n\nCome.\n"})
    assert (found.staying(1, 1), found.turned().staying(1, 1)) == (
        frozenset({1}),
        frozenset({0}),
    )
