from __future__ import annotations

from collections.abc import Iterable

from drift.aggregate.notes.notes import Elsewhere, Gone, NewPage, Place, Source
from drift.render.notes.base import Line
from drift.render.notes.lists import gone, moved, new, renamed
from tests.render.notes.sample import place

ONE, TWO = Source("#1", "https://forge.example/1"), Source("#2", "https://forge.example/2")


def said(lines: Iterable[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def went(name: str, before: str, after: str, *made: Source, url: str = "u") -> Elsewhere:
    return Elsewhere(Place(name, "x.md", url), before, after, made)


def test_pages_that_went_together_name_their_folders_once() -> None:
    pages = [went(name, f"/old/{name}", f"/new/{name}") for name in "abc"]
    other = went("d", "/old/d", "/elsewhere/d")
    assert said(moved([pages[0], other, *pages[1:]], whole=False)) == [
        "Moved from /old/ to /new/: a; b; c",
        "Moved: d (was at /old/d)",
    ]


def test_two_are_told_one_by_one_and_so_are_those_with_other_names() -> None:
    pages = [went(name, f"/old/{name}/", f"/new/{name}/") for name in "ab"]
    pages += [went(name, f"/old/{name}", f"/new/{name}{name}") for name in "cdef"]
    (row,) = said(moved(pages, whole=False))
    assert row.startswith("Moved: a (was at /old/a/); b (was at /old/b/); c (was at /old/c)")


def test_without_a_link_the_new_place_is_said() -> None:
    (row,) = said(moved([went("a", "/old/a", "/new/b", url="")], whole=False))
    assert row == "Moved: a (was at /old/a, is at /new/b)"


def test_what_all_pages_came_from_is_named_once() -> None:
    together = [Gone(name, f"{name}.md", sources=(ONE,)) for name in "ab"]
    assert said(gone(together, whole=False)) == ["Gone: a; b (#1)"]
    apart = [*together, Gone("c", "c.md", sources=(TWO,)), Gone("d", "d.md", (place("Deck"),))]
    assert said(gone(apart, whole=False)) == ["Gone: a (#1); b (#1); c (#2); d (now part of Deck)"]


def test_the_commit_of_what_was_renamed() -> None:
    pages = [Elsewhere(place("Upper deck"), "Deck", "Upper deck", (ONE,))]
    assert said(renamed(pages, whole=False)) == ["Renamed: Upper deck (was Deck) (#1)"]


def test_many_new_pages_are_titles() -> None:
    pages = [NewPage(place(name), "Words.", sources=(ONE,)) for name in "abcdefghijklmn"]
    assert said(new(pages, whole=False)) == [
        "New: a; b; c; d; e; f; g; h; i; j; k; l; and 2 more (#1)"
    ]
    assert len(said(new(pages, whole=True))) == 14


def test_nothing_is_no_line() -> None:
    assert said([*new([], whole=False), *moved([], whole=False), *renamed([], whole=True)]) == []
    assert said(gone([], whole=False)) == []
