"""`drift log` on a handbook of six commits, from the outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from drift.cli.known import kind_names, rule_names
from drift.explain.base import Entry
from drift.render.changelog.schema import schema
from tests.revision.builder import Builder, Files

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

pytestmark = pytest.mark.usefixtures("own_cache")

HOME = "# Crew\n\nSee the [galley](galley.md).\n"
GALLEY = "# Galley\n\nCoffee is made at six.\n"
LATER = "# Galley\n\nCoffee is made at seven.\n"
DECK = "# Deck\n\nThe deck is scrubbed on Mondays.\n"


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """First pages, a script, a side branch with a new page, a later coffee, the merge, and the coffee as it was."""
    builder = Builder(tmp_path_factory.mktemp("history") / "handbook.git")
    pages: Files = {"index.md": HOME, "galley.md": GALLEY}
    first = builder.commit(pages, message="Begin\n")
    script = builder.commit({**pages, "bake.sh": "true\n"}, first, message="Bake\n", author=b"Cook")
    side = builder.commit({**pages, "bake.sh": "true\n", "deck.md": DECK}, script, message="Deck\n")
    later = builder.commit(
        {"index.md": HOME, "galley.md": LATER, "bake.sh": "true\n"},
        script,
        message="Sleep longer\n",
    )
    whole: Files = {"index.md": HOME, "galley.md": LATER, "bake.sh": "true\n", "deck.md": DECK}
    merge = builder.commit(whole, later, side, message="Merge the deck\n")
    builder.commit({**whole, "galley.md": GALLEY}, merge, message="Get up again\n", author=b"Cook")
    return builder.folder


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that no other test and no user has."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.fixture
def subjects(drift: Drift, handbook: Path) -> Callable[..., list[str]]:
    """Run a log and give the first words of its commits."""

    def run(*words: str) -> list[str]:
        ended = drift("-C", handbook, "log", "--format", "jsonl", *words)
        assert (ended.code, ended.err) == (exit_codes.DONE, "")
        return [json.loads(line)["commit"]["subject"].split()[0] for line in ended.out.splitlines()]

    return run


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Get Merge Sleep Begin"),
        (("--all-commits",), "Get Merge Sleep Deck Begin"),
        (("--reverse",), "Begin Sleep Merge Get"),
        (("-n", "2"), "Get Merge"),
        (("-n", "2", "--reverse"), "Merge Get"),
        (("-n", "0"), ""),
        (("--kind", "page.added"), "Merge Begin"),
        (("--kind", "page.added", "-n", "1"), "Merge"),
        (("--kind", "page.*", "-n", "1", "--reverse"), "Merge"),
        (("--significance", "cosmetic"), ""),
        (("--author", "Cook"), "Get"),
        (("--grep", "^Sle"), "Sleep"),
        (("--until", "2020-09-13T12:28:30Z"), "Begin"),
        (("--since", "2020-09-13T12:31:30Z"), "Get Merge"),
        (("HEAD~2..HEAD",), "Get Merge"),
        (("HEAD", "^HEAD~1"), "Get"),
        (("HEAD..HEAD",), ""),
        (("--", "deck.md"), "Merge"),
        (("--", "nowhere.md"), ""),
    ],
)
def test_which_commits_are_told_and_in_which_order(
    subjects: Callable[..., list[str]], words: tuple[str, ...], told: str
) -> None:
    assert subjects(*words) == told.split()


def test_a_path_leaves_out_the_rest_of_a_commit(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "log", "--format", "json", "--", "index.md")
    (entry,) = json.loads(ended.out)
    assert {change["new"]["path"] for change in entry["changes"]} == {"index.md"}


def test_the_text_of_a_log(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "log", "HEAD~3..HEAD~1")
    shown = "\n".join(line for line in ended.out.splitlines() if not line.startswith("    "))
    ids = [line.split()[0] for line in shown.splitlines() if line]
    assert shown.split("\n")[0] == f"{ids[0]}  2020-09-13  Ada  (merge)"
    assert "    Merge the deck\n\n    deck.md\n      + new page\n" in ended.out
    assert "          ~ … is made at [-six-] {+seven+}.\n" in ended.out
    assert "left out" not in ended.out


@pytest.mark.parametrize("name", ["text", "markdown", "stat"])
def test_commits_without_documents_are_counted(drift: Drift, handbook: Path, name: str) -> None:
    ended = drift("-C", handbook, "log", "--format", name)
    assert ended.out.endswith("\n1 commit left out, which touches no document.\n")
    assert ended.err == ""


def test_for_programs_they_are_counted_beside_the_result(drift: Drift, handbook: Path) -> None:
    words = ("-C", handbook, "log", "--oneline")
    assert drift(*words, "-v").err == "drift: 1 commit left out, which touches no document.\n"
    assert drift(*words).err == drift(*words, "-v", "-q").err == ""


def test_one_line_a_commit(drift: Drift, handbook: Path) -> None:
    lines = drift("-C", handbook, "log", "--oneline").out.splitlines()
    assert [line.partition(" ")[2] for line in lines] == [
        "Get up again (1 section edited: galley.md)",
        "Merge the deck (1 page added: deck.md)",
        "Sleep longer (1 section edited: galley.md)",
        "Begin (2 pages added)",
    ]


def test_every_line_and_the_array_hold_to_the_schema(drift: Drift, handbook: Path) -> None:
    lines = drift("-C", handbook, "log", "--format", "jsonl").out.splitlines()
    array = drift("-C", handbook, "log", "--format", "json").out
    assert json.loads(array) == [json.loads(line) for line in lines]
    validator = Draft202012Validator(schema(kinds=kind_names(), rules=rule_names()))
    for line in lines:
        validator.validate(json.loads(line))
        entry = msgspec.json.decode(line, type=Entry)
        assert entry.commit.id == entry.new.commit


@pytest.mark.parametrize("name", ["text", "markdown", "json", "jsonl", "oneline", "stat"])
def test_a_log_is_the_same_bytes_in_every_run_and_in_a_file(
    drift: Drift, handbook: Path, tmp_path: Path, name: str
) -> None:
    words = ("-C", handbook, "log", "--format", name)
    first = drift(*words, "--jobs", "1").out
    assert drift(*words, "--jobs", "2").out == first
    assert drift(*words, "-o", tmp_path / "log").out == ""
    assert (tmp_path / "log").read_text(encoding="utf-8") == first


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["nonsense"], "nonsense: unknown revision"),
        (["HEAD~99"], "the history does not reach so far"),
        (["HEAD..nonsense"], "nonsense: unknown revision"),
        (["--since", "garbage"], "--since: 'garbage' is no time"),
        (["--kind", "page.eated"], "--kind: 'page.eated' is unknown (did you mean"),
        (["--significance", "much"], "--significance: 'much' is unknown"),
        (["--format", "jsonk"], "--format: 'jsonk' is unknown (did you mean 'json"),
        (["--oneline", "--stat"], "--format: a log has one format, not oneline and stat"),
        (["--oneline", "--format", "json"], "a log has one format, not oneline and json"),
        (["--author", "x["], "x["),
        (["-n", "-1"], "-n"),
        (["-o", "nowhere/log"], "nowhere/log: No such file or directory"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_two(
    drift: Drift, handbook: Path, words: list[str], line: str
) -> None:
    ended = drift("-C", handbook, "log", *words)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert line in ended.err
    assert ended.err.count("\n") == 1


def test_a_repository_without_commits_and_a_folder_without_repository(
    drift: Drift, tmp_path: Path
) -> None:
    empty = Builder(tmp_path / "empty.git").folder
    for place, line in ((empty, "has no commits yet"), (tmp_path, "not a git repository")):
        ended = drift("-C", place, "log")
        assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
        assert line in ended.err
        assert ended.err.count("\n") == 1


def test_the_configuration_chooses_what_is_told(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "drift.toml").write_text('kind = ["page.added"]\n')
    words = ("-C", handbook, "log", "--oneline", "--config", tmp_path / "drift.toml")
    assert drift(*words).out.count("\n") == 2
    assert drift(*words, "--kind", "section.*").out.count("\n") == 2
    assert "section" in drift(*words, "--kind", "section.*").out


def test_a_cache_changes_nothing_that_is_told(
    drift: Drift, handbook: Path, own_cache: Path, tmp_path: Path
) -> None:
    words = ("-C", handbook, "log", "--format", "jsonl")
    first = drift(*words, "--no-cache").out
    assert not own_cache.exists()
    for more in ((), (), ("--cache", tmp_path / "other"), ("--cache", tmp_path / "other")):
        assert drift(*words, *more).out == first
    assert own_cache.exists()
    assert (tmp_path / "other").exists()


def test_a_cache_that_cannot_be_is_one_line_and_costs_nothing_else(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    words = ("-C", handbook, "log", "--format", "jsonl")
    ended = drift(*words, "--cache", tmp_path / "file")
    assert (ended.code, ended.out) == (exit_codes.DONE, drift(*words, "--no-cache").out)
    assert ended.err.count("\n") == 1
    assert drift(*words, "--cache", tmp_path / "file", "-q").err == ""


def test_a_cache_and_none_exclude_each_other(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    ended = drift("-C", handbook, "log", "--cache", tmp_path, "--no-cache")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err.count("\n") == 1
