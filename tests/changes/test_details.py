from __future__ import annotations

from pathlib import Path

import pytest

from drift import diff

BOATS = "Boats are counted each spring by the harbour master."

PAGES = {
    "text before the first heading": (f"{BOATS}\n\nA\n=\n\nB.\n", [BOATS]),
    "text below it": (f"A\n=\n\n{BOATS}\n", [BOATS]),
    "text below it, and what is included": (f".. include:: x.inc\n\nA\n=\n\n{BOATS}\n", [BOATS]),
    "what is included alone": (".. include:: x.inc\n\nA\n=\n\nB\n-\n", ["x.inc"]),
    "a short text, and the next one": (
        f"Who.\n\nA\n=\n\n{BOATS}\n\nB\n-\n\n{BOATS}\n",
        ["Who.", BOATS],
    ),
    "no heading": (BOATS, [BOATS]),
}


@pytest.mark.parametrize("name", PAGES)
def test_how_a_new_page_begins(name: str, tmp_path: Path) -> None:
    source, begins = PAGES[name]
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "z.rst").write_text("Z\n=\n", "utf-8")
    (tmp_path / "new" / "a.rst").write_text(source, "utf-8")
    (change,) = diff(tmp_path / "old", tmp_path / "new").changes
    assert [block.after for block in change.blocks or ()] == begins


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (f"# A\n\n{BOATS}\n\n## B\n\n### C\n\n## D\n", ("B", "D")),
        (f"---\ntitle: A\n---\n\n{BOATS}\n\n## B\n\n## D\n", ("B", "D")),
        ("# A\n\n# B\n\n## C\n", ("A", "B")),
        (f"# A\n\n{BOATS}\n", ()),
    ],
)
def test_the_headings_of_a_page_that_came_or_went(
    source: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "z.md").write_text("# Z\n", "utf-8")
    (tmp_path / "new" / "a.md").write_text(source, "utf-8")
    for old, new in (("old", "new"), ("new", "old")):
        (change,) = diff(tmp_path / old, tmp_path / new).changes
        assert (change.headings or ()) == names


def test_how_a_new_section_begins(tmp_path: Path) -> None:
    for side, more in (
        ("old", ""),
        ("new", f"\n## A\n\n### B\n\n![](b.png)\n\n### C\n\n{BOATS}\n"),
    ):
        (tmp_path / side).mkdir()
        (tmp_path / side / "z.md").write_text(f"# Z\n\nTo begin with.\n{more}", "utf-8")
    for old, new in (("old", "new"), ("new", "old")):
        (change,) = diff(tmp_path / old, tmp_path / new).changes
        assert [block.after or block.before for block in change.blocks or ()] == [BOATS]
        assert change.headings == ("B", "C")


def test_what_moved_to_a_new_section_is_not_how_it_begins(tmp_path: Path) -> None:
    moved = f"## B\n\n{BOATS} Ropes are counted with them, and oars are not.\n"
    begin = "# Z\n\nTo begin with.\n"
    for side, text in (("old", f"{begin}\n{moved}"), ("new", f"{begin}\n## A\n\nWho.\n\n#{moved}")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "z.md").write_text(text, "utf-8")
    changes = diff(tmp_path / "old", tmp_path / "new").changes
    (came,) = (change for change in changes if change.kind == "section.added")
    assert [block.after for block in came.blocks or ()] == ["Who."]
    assert not came.headings
