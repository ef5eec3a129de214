"""Tests of `drift.parse.fragments`, with a format of its own: `# title`, words, `(` and `)`."""

from __future__ import annotations

import pytest

from drift.parse.fragments import Assembly, Fragment
from drift.parse.nesting import Heading, Item, parts
from drift.parse.shelf import MemoryShelf, Outcome
from drift.trees.page import Block


class Words:
    """Reads a line as a heading or a block, and knows what it read.

    `~` at the end goes on in what follows, `(x` begins what `)x` ends, `!` spills.
    """

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, fragment: Fragment) -> Outcome:
        self.read.append(fragment.source)
        lines = fragment.source.split("\n")
        found: list[Item] = [
            Heading(line[2:], 1, number)
            if line.startswith("# ")
            else Block("paragraph", line + "".join(fragment.context), (number, number))
            for number, line in enumerate(lines, 1)
            if line
        ]
        words = fragment.source.split()
        begun = {word[1:] for word in words if word[0] == "("}
        ended = {word[1:] for word in words if word[0] == ")"}
        return Outcome(
            parts(found),
            joined=fragment.source.endswith("~\n"),
            spills="!" in words,
            begun=tuple(begun - ended),
            ended=tuple(ended - begun),
        )


def assemble(
    *sources: str,
    shelf: MemoryShelf | None = None,
    salt: bytes = b"",
    context: tuple[str, ...] = (),
) -> tuple[list[str] | None, list[str]]:
    """Give what was read in the end and what was read on the way."""
    reader = Words()
    line, fragments = 1, []
    for source in sources:
        fragments.append(Fragment(source, line, context))
        line += source.count("\n")
    rows = Assembly(reader, shelf or MemoryShelf(), salt=salt).read(fragments)
    return (None if rows is None else [row.fragment.source for row in rows]), reader.read


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["# a\n", "# b\n"], ["# a\n", "# b\n"]),
        (["a\n", "# b\n"], ["a\n", "# b\n"]),
        (["", "# b\n"], ["", "# b\n"]),
        # No heading begins it, so it belongs to what stands before.
        (["# a\n", "b\n", "# c\n"], ["# a\nb\n", "# c\n"]),
        (["# a\n", "\n", "b\n"], ["# a\n\nb\n"]),
        # Something goes on.
        (["# a~\n", "# b\n", "# c\n"], ["# a~\n# b\n", "# c\n"]),
        (["# a~\n", "# b~\n", "# c\n", "# d\n"], ["# a~\n# b~\n# c\n# d\n"]),
        (["# a\n", "# b~\n"], ["# a\n", "# b~\n"]),
        # Something is begun and ended.
        (["(x\n", "# b\n", "# c )x\n", "# d\n"], ["(x\n# b\n# c )x\n", "# d\n"]),
        (["(x\n", "# (x\n", "# )x\n", "# )x\n"], ["(x\n# (x\n# )x\n# )x\n"]),
        (["# )x\n", "# (x\n"], ["# )x\n", "# (x\n"]),
        (["(x\n", "# )y\n"], ["(x\n", "# )y\n"]),
        (["(x\n", "# (y\n", "# )x\n", "# )y\n"], ["(x\n# (y\n# )x\n# )y\n"]),
    ],
)
def test_what_cannot_be_told_apart_is_read_together(
    sources: list[str], expected: list[str]
) -> None:
    assert assemble(*sources)[0] == expected


def test_what_changes_the_rest_leaves_the_page_to_be_read_whole() -> None:
    assert assemble("# a\n", "# ! b\n")[0] is None


def test_many_that_go_on_are_not_read_once_for_each() -> None:
    # Twice as many each time: not 200 texts of ever greater length.
    settled, read = assemble(*["# a~\n"] * 200)
    assert settled == ["# a~\n" * 200]
    assert [text.count("#") for text in read] == [1, 2, 4, 8, 16, 32, 64, 128, 200]


def test_reading_together_ends_where_it_costs_more_than_the_whole() -> None:
    assert assemble("# a\n", *["b\n"] * 50)[0] is None


def test_a_fragment_is_read_once_wherever_it_stands() -> None:
    shelf = MemoryShelf()
    assert assemble("# a\n", "# b\n", shelf=shelf)[1] == ["# a\n", "# b\n"]
    assert assemble("# c\n", "# a\n", "# b\n", shelf=shelf)[1] == ["# c\n"]


def test_what_decides_how_a_fragment_reads_is_part_of_its_key() -> None:
    shelf = MemoryShelf()
    assemble("# a\n", shelf=shelf)
    assert assemble("# a\n", shelf=shelf, context=("x",))[1] == ["# a\n"]
    assert assemble("# a\n", shelf=shelf, salt=b"other")[1] == ["# a\n"]
    assert assemble("# a\n", shelf=shelf, context=("x",))[1] == []


def test_parts_stand_on_the_lines_of_their_page() -> None:
    sources = ["p\n", "# a\nq\n", "r\n# b\ns\n", "t\n", "# c\n"]
    assembly = Assembly(Words(), MemoryShelf(), salt=b"")
    fragments, line = [], 1
    for source in sources:
        fragments.append(Fragment(source, line, continues=True))
        line += source.count("\n")
    rows = assembly.read(fragments)
    assert rows is not None
    assert len(rows) == len(sources)
    assert assembly.parts(rows) == list(Words()(Fragment("".join(sources))).parts)
