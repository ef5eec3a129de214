"""What is told together in few lines, as both formats for people write it."""

from __future__ import annotations

import pytest

from drift.pipeline import changelog
from drift.render.changelog.markdown import MARKDOWN
from drift.render.changelog.text import TEXT
from drift.render.changelog.view import View
from tests.conftest import Files, Memory, both

TEXTS = (
    "Book trains before flights, and ask the travel desk when a trip costs more than a wage.",
    "Holidays are agreed with the team first and entered in the shared calendar afterwards.",
    "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.",
    "Lunch is cooked by two of us in turn, who hang the menu at the kitchen door on Monday.",
    "The blue van is for tools, and whoever takes it on a Friday brings it back washed.",
)


def _page(title: str, *headings: str) -> str:
    parts = (f"\n## {name}\n\n{text}\n" for name, text in zip(headings, TEXTS, strict=False))
    return f"# {title}\n{''.join(parts)}"


def _said(text: str) -> Files:
    parts = (
        f"\n## {name}\n\n{also}\n\n{text}\n"
        for name, also in zip(("Boats", "Carts", "Rafts"), TEXTS, strict=False)
    )
    return {"a.md": f"# Crew\n{''.join(parts)}"}


def _crew(one: str, two: str) -> Files:
    return {"a.md": f"# Crew\n\nSee [one]({one}), [two]({two}) and the rest.\n"}


def _titled(word: str) -> Files:
    return {f"{name}.md": f"# {word} {name}\n\n{TEXTS[0]}\n" for name in "abc"}


CASES: dict[str, tuple[Files, Files, str, str]] = {
    "headings that were renamed": (
        {"a.md": _page("Crew", "Trips", "Leave", "Locks", "Meals", "Cars")},
        {"a.md": _page("Crew", "Journeys", "Time off", "Screens", "Lunch", "Vans")},
        """\
### `a.md`

- 5 headings renamed
  - **Trips** → **Journeys**
  - **Leave** → **Time off**
  - **Locks** → **Screens**
  - **Meals** → **Lunch**
  - **Cars** → **Vans**
""",
        """\
a.md
  ~ 5 headings renamed
    Trips → Journeys
    Leave → Time off
    Locks → Screens
    Meals → Lunch
    Cars → Vans

5 changes on 1 page.
""",
    ),
    "headings of a page in other letters": (
        {"a.md": _page("Crew", "Our Trips", "Our Leave")},
        {"a.md": _page("Crew", "Our trips", "Our leave")},
        """\
### `a.md`

- 2 headings changed in nothing but case or punctuation
  - **Our Trips** → **Our trips**; **Our Leave** → **Our leave**
""",
        """\
a.md
  ~ 2 headings changed in nothing but case or punctuation
    Our Trips → Our trips; Our Leave → Our leave

2 changes on 1 page.
""",
    ),
    "titles of many pages in other letters": (
        _titled("Page"),
        _titled("page"),
        """\
### Throughout

- 3 titles on 3 pages changed in nothing but case or punctuation
  - **Page a** → **page a**; **Page b** → **page b**; **Page c** → **page c**
  - in a.md, b.md, c.md
""",
        """\
= 3 titles on 3 pages changed in nothing but case or punctuation
  Page a → page a; Page b → page b; Page c → page c
  in a.md, b.md, c.md

3 changes on 3 pages.
""",
    ),
    "links that lead elsewhere": (
        _crew("https://a.example/1", "https://a.example/2"),
        _crew("https://b.example/x", "https://c.example/y"),
        """\
### `a.md`

**Crew**

- 2 links lead elsewhere
  - **one**: was `https://a.example/1`, now `https://b.example/x`
  - **two**: was `https://a.example/2`, now `https://c.example/y`
""",
        """\
a.md

  Crew
    ~ 2 links lead elsewhere
      one
        - https://a.example/1
        + https://b.example/x
      two
        - https://a.example/2
        + https://c.example/y

2 changes on 1 page.
""",
    ),
}

CASES["the same edit in three sections"] = (
    _said("Ask the old desk for the key in there."),
    _said("Ask our desk for the key over here."),
    """\
### Throughout

- 3 passages in 3 sections of a.md: reworded
  - Ask <del>the old</del> <ins>our</ins> desk for the key <del>in there</del> <ins>over here</ins>\\.
  - in Boats, Carts, Rafts
""",
    """\
= 3 passages in 3 sections of a.md: reworded
  ~ Ask [-the old-] {+our+} desk for the key [-in there-] {+over here+}.
  in Boats, Carts, Rafts

3 changes on 1 page.
""",
)


@pytest.mark.parametrize("case", CASES)
def test_what_is_told_together(case: str) -> None:
    old, new, markdown, text = CASES[case]
    view = View(changelog=changelog((Memory(old), Memory(new)), both(old, new)))
    # Before them stand the names of the revisions, and in Markdown the counts.
    assert MARKDOWN.render(view).split("\n", 4)[4] == markdown
    assert TEXT.render(view).split("\n", 2)[2] == text
