"""`drift redirects` on a handbook whose pages move, from the outside."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from tests.revision.builder import Builder, Files

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

pytestmark = pytest.mark.usefixtures("own_cache")

CONF = 'project = "Crew"\n'
GALLEY = """\
# Galley

Coffee is made at six by whoever has the early watch, and nobody speaks before the first cup.

## Stores

Flour, beans and dried fruit are kept dry in the forward locker, and counted every Friday.
"""
DECK = """\
# Deck

The deck is scrubbed on Mondays with sand and salt water, from the bow to the stern.

## Ropes

Ropes are coiled clockwise, hung up on their pins, and looked at for wear once a month.
"""
HOME = "# Crew\n\n```{toctree}\nships/galley\nships/deck\n```\n"
LATER = HOME.replace("ships/", "life/")


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three revisions: both pages move to another folder, then an anchor gets another name."""
    builder = Builder(tmp_path_factory.mktemp("history") / "handbook.git")
    first: Files = {
        "conf.py": CONF,
        "index.md": HOME,
        "ships/galley.md": GALLEY,
        "ships/deck.md": DECK,
    }
    start = builder.commit(first, message="Begin\n")
    second: Files = {
        "conf.py": CONF,
        "index.md": LATER,
        "life/galley.md": GALLEY,
        "life/deck.md": DECK,
    }
    moved = builder.commit(second, start, message="Move\n")
    ropes = DECK.replace("## Ropes", "## Lines and ropes")
    last = builder.commit({**second, "life/deck.md": ropes}, moved, message="Rename\n")
    for name, commit in (("v1", start), ("v2", last)):
        builder.git("tag", name, commit)
    return builder.folder


@pytest.fixture
def handbook(stored: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    return Path(shutil.copytree(stored, tmp_path / "handbook"))


def test_a_folder_that_moved_is_one_line(drift: Drift, stored: Path) -> None:
    ended = drift("-C", stored, "redirects", "v1..v2")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert ended.out == (
        "v1 → v2  2 pages and 1 anchor to be redirected\n\n"
        "~ {ships → life}/  2 pages\n\n"
        "Anchors that are called otherwise, or went to another page\n"
        "  ~ {ships → life}/deck.md#ropes → #lines-and-ropes\n\n"
        "3 anchors came along with their pages.\n"
    )


@pytest.mark.parametrize("words", ["v1", "v1..", "v1..main", "v1...v2"])
def test_a_range_has_two_ends(drift: Drift, stored: Path, words: str) -> None:
    ended = drift("-C", stored, "redirects", words, "--format", "netlify", "-q")
    assert "/ships/deck.html /life/deck.html 301\n" in ended.out


def test_json_has_every_row(drift: Drift, stored: Path) -> None:
    rows = json.loads(drift("-C", stored, "redirects", "v1..v2", "--format", "json").out)
    assert [(row["kind"], row["old"]["anchor"], row["new"]["anchor"]) for row in rows] == [
        ("page", None, None),
        ("section", "deck", "deck"),
        ("section", "ropes", "lines-and-ropes"),
        ("page", None, None),
        ("section", "galley", "galley"),
        ("section", "stores", "stores"),
    ]
    assert list(rows[0]) == ["kind", "old", "new", "confidence", "commits"]
    _validate(drift, rows)
    assert all(len(commit) == 40 for row in rows for commit in row["commits"])


def test_places_that_came_and_went_are_asked_for(drift: Drift, tmp_path: Path) -> None:
    builder = Builder(tmp_path / "handbook.git")
    steps: tuple[Files, ...] = (
        {"ships/deck.md": DECK},
        {"life/deck.md": DECK.replace("## Ropes", "## Lines and ropes")},
        {"crew/deck.md": DECK.replace("## Ropes", "## Sheets and halyards")},
    )
    commits: list[str] = []
    for files in steps:
        commits.append(builder.commit(files, *commits[-1:]))
    words = ("-C", builder.folder, "redirects", f"{commits[0]}..{commits[-1]}", "--format", "json")
    rows, all_rows = (json.loads(drift(*words, *more).out) for more in ((), ("--all-published",)))
    assert {(row["old"]["path"], row["old"]["anchor"]) for row in rows} == {
        ("ships/deck.md", None),
        ("ships/deck.md", "deck"),
        ("ships/deck.md", "ropes"),
    }
    assert [row for row in all_rows if row not in rows] == [
        {
            "kind": kind,
            "old": {"path": "life/deck.md", "anchor": old},
            "new": {"path": "crew/deck.md", "anchor": new},
            "confidence": pytest.approx(0.9, abs=0.1),
            "commits": [commits[-1]],
        }
        for kind, old, new in (
            ("page", None, None),
            ("section", "lines-and-ropes", "sheets-and-halyards"),
        )
    ]


def _validate(drift: Drift, document: object) -> None:
    schema = json.loads(drift("schema", "redirects").out)
    Draft202012Validator(schema).validate(document)


def test_only_some_paths(drift: Drift, stored: Path) -> None:
    words = ("redirects", "v1..v2", "--format", "json", "--", "ships/galley.md")
    rows = json.loads(drift("-C", stored, *words).out)
    assert {row["old"]["path"] for row in rows} == {"ships/galley.md"}


def test_below_the_confidence_asked_for_nothing_is_made_up(drift: Drift, stored: Path) -> None:
    words = ("redirects", "v1..v2", "--min-confidence", "1", "--format")
    rows = json.loads(drift("-C", stored, *words, "json").out)
    pages = [row for row in rows if row["kind"] == "page"]
    assert [row["new"]["path"] for row in pages] == [None, None]
    assert [row["guess"]["path"] for row in pages] == ["life/deck.md", "life/galley.md"]
    _validate(drift, rows)
    ended = drift("-C", stored, *words, "netlify")
    assert "301" not in ended.out
    assert "# - ships/deck.md, perhaps life/deck.md" in ended.out
    assert ended.err == ("drift: not in the map: 2 pages unresolved (--format text lists them)\n")


def test_rows_that_a_format_without_comments_cannot_write_are_counted(
    drift: Drift, tmp_path: Path
) -> None:
    builder = Builder(tmp_path / "handbook.git")
    start = builder.commit({"ships/why?.md": DECK, "ships/galley.md": GALLEY})
    end = builder.commit({"life/why.md": DECK, "life/galley.md": GALLEY}, start)
    words = ("-C", builder.folder, "redirects", f"{start}..{end}", "--format", "docusaurus")
    ended = drift(*words)
    assert len(json.loads(ended.out)) == 1
    assert ended.err == (
        "drift: not in the map: 1 page that this format cannot write (--format text lists them)\n"
    )
    assert drift(*words, "-q").err == ""


def test_a_map_is_written_to_a_file(drift: Drift, handbook: Path) -> None:
    words = ("redirects", "v1..v2", "--format", "sphinx", "-o", "redirects.txt")
    assert drift("-C", handbook, *words).out == ""
    text = (handbook / "redirects.txt").read_text(encoding="utf-8")
    assert text.endswith('"ships/deck.md" "life/deck.md"\n"ships/galley.md" "life/galley.md"\n')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Missing argument"),
        (("v1..v9",), "v9"),
        (("..",), "..: is no range of two commits (give v1..v2)"),
        (("--", "v1"), "Missing argument"),
        (("v1..v2", "--format", "netlfy"), "did you mean 'netlify'?"),
        (("v1..v2", "--min-confidence", "2"), "--min-confidence"),
        (("v1..v2", "--min-confidence", "much"), "--min-confidence"),
        (("v1..v2", "--check", "nowhere"), "nowhere: No such file or directory"),
        (("v1..v2", "--check", "."), ".: Is a directory"),
        (("v1..v2", "--update", "HEAD"), "HEAD: is a map of no format that is known (--format"),
        (("v1..v2", "--check", "a", "--update", "b"), "--update: contradicts --check"),
        (("v1..v2", "--update", "a", "-o", "b"), "-o: contradicts --update"),
        (("v1..v2", "--check", "HEAD", "--format", "vercel"), "HEAD: holds no array of redirects"),
        (("v1:ships",), "v1:ships"),
    ],
)
def test_wrong_usage_is_one_line(
    drift: Drift, stored: Path, words: tuple[str, ...], said: str
) -> None:
    ended = drift("-C", stored, "redirects", *words)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err.count("\n") == 1
    assert said in ended.err
    assert "internal error" not in ended.err


def test_outside_of_a_repository(drift: Drift, tmp_path: Path) -> None:
    ended = drift("-C", tmp_path, "redirects", "v1..v2")
    assert (ended.code, ended.err.count("\n")) == (exit_codes.UNUSABLE, 1)
