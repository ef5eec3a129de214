"""`drift trace` on a handbook of four commits, from the outside."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from tests.revision.builder import CLEAN, Builder, Files

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

GALLEY = """\
# Galley

Coffee is made at six by whoever has the early watch, and nobody speaks before the first cup.

## Stores

Flour, beans and dried fruit are kept dry in the forward locker, and counted every Friday.
"""
LATER = GALLEY.replace("six", "seven")
DECK = "# Deck\n\nThe deck is scrubbed on Mondays with sand and salt water, from the bow to the stern.\n"
MOVED = LATER.replace("## Stores", "## Supplies")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A galley, a later coffee, another folder and heading, and a deck that went."""
    builder = Builder(tmp_path_factory.mktemp("history") / "handbook.git")
    trees: tuple[Files, ...] = (
        {"galley.md": GALLEY, "deck.md": DECK},
        {"galley.md": LATER, "deck.md": DECK},
        {"life/galley.md": MOVED, "deck.md": DECK},
        {"life/galley.md": MOVED},
    )
    made: list[str] = []
    for tree, subject in zip(
        trees, ("Begin", "Sleep longer", "Move", "Scrub no more"), strict=True
    ):
        made.append(builder.commit(tree, *made[-1:], message=f"{subject}\n"))
    return builder.folder


def test_a_page_is_told_back_to_its_first_commit(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "trace", "life/galley.md", "--no-cache")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    shown = [line for line in ended.out.splitlines() if line.startswith("    ") and line[4] != " "]
    assert shown == [
        "    Move",
        "    moved, edited",
        "    Sleep longer",
        "    edited",
        "    Begin",
        "    created",
    ]
    assert ended.out.startswith("life/galley.md at HEAD\n\n")
    assert "      ~ moved here from galley.md\n" in ended.out
    assert ended.out.endswith("\n3 commits.\n")


def test_a_section_by_its_anchor_or_heading_at_any_revision(drift: Drift, handbook: Path) -> None:
    def events(*words: str) -> list[list[str]]:
        told = drift("-C", handbook, "trace", *words, "--format", "json").out
        return [row["events"] for row in json.loads(told)]

    here = [["moved", "renamed"], ["created"]]
    assert events("life/galley.md#supplies") == here
    assert events("life/galley.md#Supplies") == here
    assert events("galley.md#stores", "--at", "HEAD~2") == [["created"]]
    assert events("deck.md", "--at", "HEAD^") == [["created"]]


def test_the_commit_behind_each_block(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "trace", "life/galley.md", "--blame", "--format", "json")
    rows = json.loads(ended.out)
    assert [(row["text"].split()[0], row["commit"]["subject"]) for row in rows] == [
        ("Galley", "Begin"),
        ("Coffee", "Sleep longer"),
        ("Supplies", "Move"),
        ("Flour,", "Begin"),
    ]
    text = drift("-C", handbook, "trace", "life/galley.md", "--blame").out
    assert all(row["commit"]["id"][:10] in text for row in rows)


def test_a_path_counts_from_the_folder_or_from_the_top(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", handbook, clone], env=CLEAN, check=True)
    top = drift("-C", clone, "trace", "life/galley.md").out
    assert drift("-C", clone / "life", "trace", "galley.md").out == top
    assert drift("-C", clone / "life", "trace", "life/galley.md").out == top
    assert drift("-C", clone / "life", "trace", "./galley.md").out == top
    gone = drift("-C", clone / "life", "trace", "../deck.md")
    assert "is no page at HEAD; " in gone.err
    assert "(trace it with --at " in gone.err


@pytest.mark.parametrize("name", ["text", "json"])
def test_a_life_is_the_same_in_every_run_and_in_a_file(
    drift: Drift, handbook: Path, tmp_path: Path, name: str
) -> None:
    words = ("-C", handbook, "trace", "life/galley.md", "--format", name)
    first = drift(*words, "--jobs", "1").out
    assert drift(*words, "--jobs", "2").out == first
    assert drift(*words, "-o", tmp_path / "life").out == ""
    assert (tmp_path / "life").read_text(encoding="utf-8") == first


def test_all_that_is_known(drift: Drift, handbook: Path) -> None:
    told = drift("-C", handbook, "trace", "life/galley.md", "-v").out
    assert " page.moved 0." in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Missing argument"),
        (("galey.md",), "galey.md: is no page at HEAD (the nearest is 'life/galley.md')"),
        (("deck.md",), "deck.md: is no page at HEAD; "),
        (
            ("life/galley.md#suplies",),
            "has no anchor and no heading 'suplies' at HEAD (the nearest is 's",
        ),
        (("life/galley.md", "--at", "v9"), "v9: unknown revision"),
        (("life/galley.md", "--at", "HEAD~9"), "HEAD~9: the history does not reach so far"),
        (("life/galley.md", "--at", "HEAD~1..HEAD"), "HEAD~1..HEAD: is no single commit"),
        (("life/galley.md", "--at=-p"), "-p"),
        (
            ("life/galley.md", "--format", "jsno"),
            "--format: 'jsno' is unknown (did you mean 'json'?)",
        ),
        (("life/galley.md", "--format", "jsonl"), "--format: 'jsonl' is unknown"),
        (("life/galley.md", "-o", "nowhere/life"), "nowhere/life: No such file or directory"),
        (("\x1b[31m.md",), "\\x1b[31m.md: is no page at HEAD"),
        (("",), "PAGE: is no page at HEAD"),
        (("life",), "life: is no page at HEAD (the nearest is 'life/galley.md')"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_two(
    drift: Drift, handbook: Path, words: tuple[str, ...], said: str
) -> None:
    ended = drift("-C", handbook, "trace", *words)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert "internal error" not in ended.err


def test_a_repository_without_commits_and_a_folder_without_repository(
    drift: Drift, tmp_path: Path
) -> None:
    empty = Builder(tmp_path / "empty.git").folder
    for place, line in ((empty, "has no commits yet"), (tmp_path, "not a git repository")):
        ended = drift("-C", place, "trace", "a.md")
        assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
        assert line in ended.err
        assert ended.err.count("\n") == 1


def test_a_shallow_clone_says_how_to_see_more(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    cut = ["--depth=2", f"file://{handbook}", str(clone)]
    subprocess.run(["git", "clone", "-q", *cut], env=CLEAN, check=True)
    told = drift("-C", clone, "trace", "life/galley.md").out
    assert told.splitlines()[-4:] == [
        "    first known",
        "",
        "1 commit.",
        "Before: this clone is shallow; git fetch --unshallow",
    ]


def test_a_commit_that_cannot_be_read_is_named(drift: Drift, tmp_path: Path) -> None:
    builder = Builder(tmp_path / "handbook.git")
    one = builder.commit({"galley.md": GALLEY})
    two = builder.commit({"galley.md": LATER}, one)
    builder.commit({"galley.md": LATER + "\nAye.\n"}, two)
    lost = builder.told("rev-parse", f"{one}:galley.md")
    (builder.folder / "objects" / lost[:2] / lost[2:]).unlink()
    ended = drift("-C", builder.folder, "trace", "galley.md")
    assert f"{one}: galley.md: " in ended.err
    assert ended.code == exit_codes.DONE
    assert drift("-C", builder.folder, "trace", "galley.md", "-q").err == ""
