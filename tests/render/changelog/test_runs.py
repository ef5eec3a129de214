from __future__ import annotations

import pytest

from drift.changes.base import BlockChange, Hunk
from drift.changes.hunks import hunks
from drift.render.changelog.runs import LONGEST, MOST, Line, Signs, runs

_SIGNS = {"old": "-", "new": "+"}


def _shown(line: Line) -> str:
    parts = (
        f"[{sign}{span.text}]" if (sign := _SIGNS.get(span.role)) else span.text
        for span in line.spans
    )
    return line.mark + "".join(parts)


def _told(old: str, new: str, *, kind: str = "paragraph", context: int = 2) -> list[str]:
    block = BlockChange("edited", kind, old, new, (1, 1), hunks(old, new))
    signs = Signs([block], whole=False)
    return [_shown(one) for one in runs(block, signs, context=context, explained=frozenset())]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "Ask Ann before noon on every working day of the week about cheap tickets.",
            "Ask Bob before dusk on every working day of the week about good tickets.",
            [
                "~Ask [-Ann] [+Bob] before [-noon] [+dusk] on every …",
                "~… week about [-cheap] [+good] tickets.",
            ],
        ),
        (
            "Red cats sleep under small boats all day.",
            "Blue dogs run over large cars all night.",
            [
                "-[-Red cats sleep under small boats all day.]",
                "+[+Blue dogs run over large cars all night.]",
            ],
        ),
        ("Ask @ann, @bob first.", "Ask @bob first.", ["~Ask @[-ann, @]bob first."]),
        ("It is so and right.", "It is so, right.", ["~… is so [-and][+,] right."]),
    ],
)
def test_what_is_near_is_one_run_and_a_rewrite_is_shown_whole(
    old: str, new: str, lines: list[str]
) -> None:
    assert _told(old, new) == lines


def test_a_text_of_which_a_piece_was_cut_is_no_rewrite() -> None:
    assert _told("Keep this, and forget all of the rest of it.", "Keep this.") == [
        "~Keep this[-, and forget all of the rest of it]."
    ]


def test_without_context_there_are_only_the_words() -> None:
    assert _told("a long old word here", "a long new word here", context=0) == ["~[-old] [+new]"]


def test_a_sign_that_came_often_is_told_by_itself() -> None:
    old = "one two and three or four and also five or six and then seven or eight is old"
    new = "one two, and three or four, and also five or six, and then seven or eight is new"
    assert _told(old, new) == ["~one two[+,] and three … (3 times)", "~… eight is [-old] [+new]"]


def test_signs_that_come_in_pairs_are_one_difference() -> None:
    rows = [(f"route({word} * path)", f"route({word} (.*) path)") for word in ("a", "b", "c")]
    blocks = [BlockChange("edited", "code", *row, (1, 1), hunks(*row)) for row in rows]
    signs = Signs(blocks, whole=False)
    told = [
        _shown(line)
        for block in blocks
        for line in runs(block, signs, context=2, explained=frozenset())
    ]
    assert told == ["~route(a [+(.]*[+)] path) (3 times)"]


def test_a_quote_is_told_with_the_one_that_closes_it() -> None:
    old = "add soup==1 first then add rice==2 then add peas==3 last"
    new = "add 'soup==1' first then add 'rice==2' then add 'peas==3' last"
    assert _told(old, new) == ["~add [+']soup==1[+'] first then … (6 times)"]
    old = "add one two three four five six seven then add eight then add nine"
    new = "add 'one two three four five six seven' then add 'eight' then add 'nine'"
    assert _told(old, new) == ["~add [+']one two … (6 times)"]


def test_data_on_one_line_is_cut() -> None:
    old, new = "a" * (LONGEST + 1), "b" * (LONGEST + 1)
    block = BlockChange("edited", "row", old, new, (1, 1), (Hunk(old, new),))
    (line,) = runs(block, Signs([block], whole=False), context=2, explained=frozenset())
    assert len(_shown(line)) < 3 * MOST


def test_words_stay_apart_where_a_sign_between_them_went() -> None:
    old = 'soup: "red", rice: "old", peas: "new", salt'
    new = "soup: red\nrice: old\npeas: new\nsalt"
    assert _told(old, new) == ['~soup: [-"]red[-",] rice: old … (3 times)']
