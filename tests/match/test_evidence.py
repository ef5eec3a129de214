from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.match.evidence import CANDIDATES, Evidence
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
    assert found.candidates([1], [1, 2], (found.old, found.new)) == {(1, 1)}


def test_a_word_that_stands_everywhere_leads_nowhere(gathered: Callable[..., Evidence]) -> None:
    pages = {f"{number}.md": "the\n" for number in range(COMMON)}
    found = gathered(pages, {f"x{path}": text for path, text in pages.items()})
    everything = range(COMMON)
    assert found.candidates(everything, everything, (found.old, found.new)) == set()


def test_each_has_few_candidates(gathered: Callable[..., Evidence]) -> None:
    many = CANDIDATES + 4
    found = gathered(
        {"a.md": "lighthouse\n"}, {f"b{number:02}.md": "lighthouse\n" for number in range(many)}
    )
    pairs = found.candidates([0], range(many), (found.old, found.new))
    assert len(pairs) == many  # The few of the old one, and for each new one its only one.
