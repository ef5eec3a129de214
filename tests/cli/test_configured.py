"""What a configuration changes of each command, and that the command line goes before it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from tests.revision.builder import Builder, Files

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

HOME = "# Crew\n\nSee the [galley](docs/galley.md) and the [deck](docs/deck.md).\n"
GALLEY = "# Galley\n\nCoffee is made at six by whoever has the early watch, and nobody speaks.\n"
DECK = "# Deck\n\nThe deck is scrubbed on Mondays with sand and salt water, bow to stern.\n"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in and one beside a folder change, on a side branch too; then the one in the folder moves."""
    builder = Builder(tmp_path_factory.mktemp("configured") / "handbook.git")
    pages: Files = {"index.md": HOME, "docs/galley.md": GALLEY, "docs/deck.md": DECK}
    first = builder.commit(pages, message="Begin\n")
    later: Files = {
        **pages,
        "index.md": HOME + "\nAhoy.\n",
        "docs/galley.md": GALLEY.replace("six", "five"),
    }
    side = builder.commit(later, first, message="Side\n")
    merge = builder.commit(later, first, side, message="Merge\n")
    rest: Files = {path: text for path, text in later.items() if path != "docs/deck.md"}
    builder.commit({**rest, "docs/top/deck.md": DECK}, merge, message="Move\n")
    return builder.folder


@pytest.fixture
def handbook(stored: Path, tmp_path: Path) -> Path:
    """The folder that drift runs in: its repository is elsewhere, as a linked work tree's is."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    (folder / ".git").write_text(f"gitdir: {stored}\n")
    return folder


def configure(folder: Path, text: str) -> None:
    (folder / "drift.toml").write_text(text, encoding="utf-8")


def paths(changelog: str) -> set[str]:
    """List the pages of a changelog's changes."""
    changes = json.loads(changelog)["changes"]
    return {place["path"] for one in changes for place in (one["old"], one["new"]) if place}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("", (), {"index.md", "docs/galley.md"}),
        ('path = ["docs/"]', (), {"docs/galley.md"}),
        ('path = ["docs/"]', ("--", "index.md"), {"index.md"}),
        ('path = [":!docs"]', (), {"index.md"}),
        ('significance = ["structure"]', (), set()),
        ('kind = ["page.*"]', (), set()),
        ('kind = ["page.*"]', ("--kind", "section.edited"), {"index.md", "docs/galley.md"}),
    ],
)
def test_what_diff_tells(
    drift: Drift, handbook: Path, text: str, words: tuple[str, ...], told: set[str]
) -> None:
    configure(handbook, text)
    ended = drift("diff", "HEAD~2", "HEAD~1", "--format", "json", "-C", handbook, *words)
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert paths(ended.out) == told


def test_paths_speak_of_the_repository_and_of_no_folder(drift: Drift, handbook: Path) -> None:
    configure(handbook, 'path = ["docs/"]')
    ended = drift("diff", "HEAD~2:docs", "HEAD~1:docs", "--format", "json", "-C", handbook)
    assert paths(ended.out) == {"galley.md"}
    assert "index.md" not in drift("tree", "HEAD", "-C", handbook).out
    assert "galley.md" in drift("tree", "HEAD:docs", "-C", handbook).out


@pytest.mark.parametrize(
    ("text", "words", "subjects"),
    [
        ("", (), ["Move", "Merge", "Begin"]),
        ("[log]\nall-commits = true", (), ["Move", "Merge", "Side", "Begin"]),
        ("[log]\nall-commits = true", ("--first-parent",), ["Move", "Merge", "Begin"]),
        ('path = ["index.md"]', (), ["Merge", "Begin"]),
    ],
)
def test_which_commits_log_tells(
    drift: Drift, handbook: Path, text: str, words: tuple[str, ...], subjects: list[str]
) -> None:
    configure(handbook, text)
    ended = drift("log", "--format", "jsonl", "-C", handbook, *words)
    entries = map(json.loads, ended.out.splitlines())
    assert [one["commit"]["subject"] for one in entries if one["changes"]] == subjects


@pytest.mark.parametrize(
    ("text", "words", "begins"),
    [
        ("", (), "## "),
        ('[notes]\nformat = "json"', (), "{"),
        ('[notes]\nformat = "json"', ("--format", "markdown"), "## "),
    ],
)
def test_the_format_of_notes(
    drift: Drift, handbook: Path, text: str, words: tuple[str, ...], begins: str
) -> None:
    configure(handbook, text)
    assert drift("notes", "HEAD~1..HEAD", "-C", handbook, *words).out.startswith(begins)


def test_notes_that_are_prepended_are_markdown(drift: Drift, handbook: Path) -> None:
    configure(handbook, '[notes]\nformat = "json"')
    (handbook / "NEWS.md").write_text("# News\n", encoding="utf-8")
    ended = drift("notes", "HEAD~1..HEAD", "--prepend", "NEWS.md", "-C", handbook)
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert (handbook / "NEWS.md").read_text(encoding="utf-8").startswith("# News\n")


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ('[redirects]\nformat = "netlify"', (), "# Redirects"),
        ('[redirects]\nformat = "netlify"', ("--format", "json"), "["),
        ('path = ["index.md"]\n[redirects]\nformat = "json"', (), "[]"),
    ],
)
def test_the_map_of_redirects(
    drift: Drift, handbook: Path, text: str, words: tuple[str, ...], line: str
) -> None:
    configure(handbook, text)
    assert drift("redirects", "HEAD~1..HEAD", "-C", handbook, *words).out.startswith(line)


def test_a_map_that_is_checked_tells_its_format_itself(drift: Drift, handbook: Path) -> None:
    configure(handbook, '[redirects]\nformat = "json"')
    (handbook / "_redirects").write_text("/docs/deck /docs/top/deck 301\n", encoding="utf-8")
    ended = drift("redirects", "HEAD~1..HEAD", "--check", "_redirects", "-C", handbook)
    assert (ended.code, ended.err) == (exit_codes.DONE, "")


@pytest.mark.parametrize(
    ("text", "words", "rows"),
    [
        ("", (), 0),
        ("[redirects]\nall-published = true", (), 1),
        ("[redirects]\nall-published = true", ("--no-all-published",), 0),
    ],
)
def test_which_places_are_redirected(
    drift: Drift, tmp_path: Path, text: str, words: tuple[str, ...], rows: int
) -> None:
    builder = Builder(tmp_path / "handbook.git")
    builder.commit({"a.md": "# A\n\nNothing much.\n"})
    first = builder.told("rev-parse", "main")
    came = builder.commit({"a.md": "# A\n\nNothing much.\n", "deck.md": DECK}, first)
    builder.commit({"a.md": "# A\n\nNothing much.\n", "top/deck.md": DECK}, came)
    configure(builder.folder, text)
    ended = drift("redirects", "HEAD~2..HEAD", "--format", "json", "-C", builder.folder, *words)
    assert len([row for row in json.loads(ended.out) if row["kind"] == "page"]) == rows


def test_a_review_looks_where_it_is_told(drift: Drift, handbook: Path) -> None:
    told = drift("review", "HEAD~2...HEAD", "--format", "json", "-C", handbook)
    assert "docs/deck.md" in told.out
    configure(handbook, 'path = ["nowhere/"]')
    silent = drift("review", "HEAD~2...HEAD", "--format", "json", "-C", handbook)
    assert json.loads(silent.out)["findings"] == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("notes",), "[Deck](https://crew.example.com/book/docs/top/deck)"),
        (("redirects", "--format", "netlify"), "/book/docs/deck /book/docs/top/deck 301"),
    ],
)
def test_where_the_site_is_published(
    drift: Drift, handbook: Path, command: tuple[str, ...], told: str
) -> None:
    asked = (*command, "HEAD~1..HEAD", "-C", handbook)
    assert told not in drift(*asked).out
    configure(handbook, 'base-url = "https://crew.example.com/book/"')
    assert told in drift(*asked).out


def test_where_the_feed_is_published(drift: Drift, handbook: Path) -> None:
    configure(handbook, '[notes]\nformat = "atom"\nfeed = "https://crew.example.com/news.atom"')
    told = drift("notes", "HEAD~1..HEAD", "-C", handbook).out
    assert '<link rel="self" href="https://crew.example.com/news.atom" />' in told
