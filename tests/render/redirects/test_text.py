from __future__ import annotations

import msgspec

from drift.render.redirects import formats
from tests.render.redirects.samples import PLAIN, view

WANTED = """\
v1 → v2  4 pages and 1 anchor to be redirected, 1 place unresolved

~ {admin → guide/it}/  2 pages
~ admin/users.md → guide/people.md#b
~ old.rst → new.md

Anchors that are called otherwise, or went to another page
  ~ {admin → guide/it}/backup.md#old → #b

Unresolved, with the likeliest place
  ! lost.md  perhaps new.md (0.90)

1 anchor came along with its page; 1 page kept its address in another file.
"""


def _text(rows: tuple[str, ...], *, verbose: bool = False, generator: str = "sphinx") -> str:
    return formats()["text"].render(msgspec.structs.replace(view(rows, generator), verbose=verbose))


def test_a_folder_is_one_line() -> None:
    assert _text(PLAIN) == WANTED


def test_all_is_told_to_who_asks() -> None:
    assert "  ~ {admin → guide/it}/backup.md  0.90\n" in _text(PLAIN, verbose=True)


def test_a_wall_of_rows_is_a_count() -> None:
    pages = tuple(f"a{n}.md => b{n}.md" for n in range(40))
    anchors = tuple(f"c{n}.md#{name} => d.md#{name}x" for n in range(40) for name in "xyz")
    lost = tuple(f"e{n}.md => ?" for n in range(40))
    text = _text((*pages, *anchors, *lost))
    assert len(text.splitlines()) < 40
    assert "and 34 more pages (-v lists all)\n" in text
    assert "  ~ {c0.md → d.md}  3 anchors\n" not in text
    assert "  ~ c0.md → d.md  3 anchors\n" in text
    assert len(_text((*pages, *anchors, *lost), verbose=True).splitlines()) > 190


def test_anchors_of_a_page_are_a_count_and_where_most_went() -> None:
    rows = (
        "a.md#x => b.md#y",
        "a.md#y => b.md#z",
        "a.md#z => c.md#z",
        "d.md#p => ?",
        "d.md#q => ?",
    )
    text = _text(rows)
    assert "  ~ a.md → b.md and 1 other page  3 anchors\n" in text
    assert "  ! d.md  2 anchors\n" in text


def test_pages_that_changed_places_are_told_apart() -> None:
    text = _text(("a.md => b.md", "b.md => a.md"))
    assert "nothing to be redirected" in text
    assert "  ! a.md → b.md\n  ! b.md → a.md\n" in text


def test_a_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in _text(("a\x1b[2J.md => b\x1b.md", "c\x1b.md => ?", "d.md#\x1b => ?"))


def test_colour_marks_what_is_new() -> None:
    seen = msgspec.structs.replace(view(PLAIN[:2], "sphinx"), color=True)
    assert "\x1b[32mguide/it\x1b[0m" in formats()["text"].render(seen)
