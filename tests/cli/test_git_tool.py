"""`git difftool` with drift as its tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from drift.cli.app import run
from tests.cli.test_git_driver import git

TRAVEL = "# Travel\n\nTrips must be booked ahead with the purser.\n\nSee [rates](rates.md).\n"


PAGES = ("list.md", "code.py", "old.md")


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work tree in which a page moves, another links to a page that stays, and a third links to one that goes."""
    place = tmp_path_factory.mktemp("hand book") / "it's one"
    place.mkdir()
    git(place, "init", "-q", "-b", "main")
    pages = {
        "travel.md": TRAVEL,
        "rates.md": "# Rates\n\nTwice.\n",
        "old.md": "# Old\n\nIt was.\n",
        "list.md": "# List\n\nSee [old](old.md).\n",
        "code.py": "print(1)\n",
    }
    for name, text in pages.items():
        (place / name).write_text(text)
    git(place, "add", ".")
    git(place, "commit", "-q", "-m", "Begin")
    (place / "sea").mkdir()
    (place / "travel.md").rename(place / "sea" / "travel.md")
    (place / "sea" / "travel.md").write_text(TRAVEL.replace("rates.md", "../rates.md"))
    (place / "old.md").unlink()
    (place / "list.md").write_text("# List\n\nSee [old](old.md) and [rates](rates.md).\n")
    (place / "code.py").write_text("print(2)\n")
    git(place, "add", "-N", ".")
    assert run(["-C", str(place), "git", "install", "-q"]) == 0
    return place


def test_page_by_page(handbook: Path) -> None:
    text = git(handbook, "difftool", "-y", "-t", "drift", "HEAD", "--", *PAGES)
    assert (
        text
        == """\
code.py
  ! is no document that drift reads
@@ -1 +1 @@
-print(1)
+print(2)

list.md
  List
    ~ reworded
      ~ See old {+and rates+}.
    + new link “rates” to rates.md

old.md
  - page removed
    - It was.

"""
    )


@pytest.mark.parametrize("words", [("HEAD",), ("--no-symlinks", "HEAD"), ("--cached",)])
def test_all_pages_together(handbook: Path, words: tuple[str, ...]) -> None:
    if "--cached" in words:
        git(handbook, "add", ".")
    text = git(handbook, "difftool", "--dir-diff", "-t", "drift", *words)
    # That `rates.md` is not among the files which git hands over makes no link to it a broken one.
    assert (
        text
        == """\
old → new

list.md

  List
    ~ reworded
      ~ See old {+and rates+}.
    + new link “rates” to rates.md

old.md
  - page removed (with it: 1 link broken)
    - It was.

sea/travel.md
  ~ moved here from travel.md (with it: 1 section edited)

4 changes on 3 pages; 2 more explained by these; 1 other file left out.
"""
    )
