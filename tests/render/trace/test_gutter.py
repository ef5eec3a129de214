from __future__ import annotations

from drift.aggregate.blame import Blamed
from drift.explain.base import CommitFacts
from drift.render.paper import Paper
from drift.render.trace.gutter import WIDE, gutter

ADA = CommitFacts("a" * 40, (), "Ada", "2020-01-02T03:04:05+00:00", "Begin")
LONG = CommitFacts("b" * 40, (), "Maximiliane of the Hills", "2021-01-02T03:04:05+00:00", "Go on")


def block(kind: str, text: str, commit: CommitFacts | None) -> Blamed:
    return Blamed((1, 1), (), kind, text, commit)


def written(*blocks: Blamed, width: int = 80) -> list[str]:
    paper = Paper(width=width, color=False)
    gutter(paper, blocks, width=width)
    return paper.text().splitlines()


def test_a_commit_is_named_once_for_blocks_in_a_row() -> None:
    rows = (block("heading", "A", ADA), block("paragraph", "b", ADA), block("paragraph", "c", LONG))
    assert written(*rows, block("paragraph", "d", None), block("paragraph", "e", ADA)) == [
        "aaaaaaaaaa 2020-01-02 Ada             # A",
        "                                      b",
        "bbbbbbbbbb 2021-01-02 Maximiliane of  c",
        "not known                             d",
        "aaaaaaaaaa 2020-01-02 Ada             e",
    ]


def test_a_heading_stands_apart() -> None:
    told = written(block("paragraph", "a", ADA), block("heading", "B", ADA))
    assert [line.strip() for line in told] == ["aaaaaaaaaa 2020-01-02 Ada             a", "", "# B"]


def test_what_only_encloses_other_blocks_is_not_told_and_a_picture_is() -> None:
    rows = (block("admonition", "", LONG), block("image", "", ADA), block("directive", "", None))
    assert written(*rows) == ["aaaaaaaaaa 2020-01-02 Ada             (image)"]


def test_where_there_is_little_room_the_author_is_left_out() -> None:
    assert written(block("paragraph", "a", ADA), width=2 * WIDE - 1) == ["aaaaaaaaaa 2020-01-02  a"]


def test_nothing_is_nothing() -> None:
    assert written() == []
