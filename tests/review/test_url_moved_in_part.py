from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell


def links(*names: str, under: str) -> str:
    rows = [f"- [{name}](http://forms.example.com/{under}/{name})" for name in names]
    return "\n".join(["# Forms", "", *rows, ""])


OLD = {"a.md": links("leave", "visa", "sick", under="old"), "b.md": links("rent", under="old")}

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        OLD,
        {"a.md": links("leave", "visa", "sick", under="new"), "b.md": links("rent", under="old")},
        [
            "b.md:3 still says “http://forms.example.com/old/”, which became “http://forms.example.com/new/” elsewhere"
        ],
    ),
    # So many pages are one remark.
    (
        {**OLD, **{f"old/{n}.md": links("rent", under="old") for n in range(8)}},
        {
            **OLD,
            **{f"old/{n}.md": links("rent", under="old") for n in range(8)},
            "a.md": links("leave", "visa", "sick", under="new"),
        },
        [
            "b.md:3 still says “http://forms.example.com/old/”, which became “http://forms.example.com/new/” elsewhere, and so do 8 more pages: old/0.md:3, old/1.md:3, old/2.md:3, old/3.md:3 …"
        ],
    ),
    # Everywhere.
    (
        OLD,
        {"a.md": links("leave", "visa", "sick", under="new"), "b.md": links("rent", under="new")},
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("url-moved-in-part", old, new) == told
