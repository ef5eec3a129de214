from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from drift.match.matching import Matching

Files = Mapping[str, str]

ONE = (
    "# Travel\n\nBook trains early.\n\n## Trains\n\nSecond class.\n\n## Hotels\n\nUp to a limit.\n"
)

CASES = {
    "one section of three edited": (ONE, ONE.replace("Second", "First"), "kept"),
    "nothing left but its title": (
        ONE,
        "# Travel\n\nLunch is at noon.\n\n## Tea\n\nAt four.\n",
        "kept",
    ),
    "nothing left of it": (ONE, "# Canteen\n\nLunch is at noon.\n\n## Tea\n\nAt four.\n", "paged"),
    "headings alone, another title": ("# A\n\n## B\n", "# D\n\n## B\n\n## C\n", "paged"),
}


@pytest.mark.parametrize(("old", "new", "stage"), CASES.values(), ids=CASES)
def test_which_stage_pairs_a_page_that_kept_its_path(
    old: str, new: str, stage: str, matched: Callable[[Files, Files], Matching]
) -> None:
    matching = matched({"a.md": old}, {"a.md": new})

    assert [pair.stage for pair in matching.pages.by_old.values()] == [stage]


def test_swapped_pages_are_left_to_be_weighed(matched: Callable[[Files, Files], Matching]) -> None:
    other = ONE.replace("a", "o").replace("e", "i")

    matching = matched({"a.md": ONE, "b.md": other}, {"a.md": other, "b.md": ONE})

    assert {pair.stage for pair in matching.pages.by_old.values()} == {"paged"}


def test_a_title_says_nothing_where_another_page_is_free(
    matched: Callable[[Files, Files], Matching],
) -> None:
    matching = matched(
        {"a.md": "# A\n\nOne.\n"}, {"a.md": "# A\n\nTwo.\n", "b.md": "# A\n\nOne.\n"}
    )

    assert {pair.stage for pair in matching.pages.by_old.values()} == {"paged"}
