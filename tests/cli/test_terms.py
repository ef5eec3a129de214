"""`drift terms` on a handbook whose terms change page by page, from the outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from tests.revision.builder import Builder, Files, Link, Script, Submodule

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

PLAN = "# The QPAD\n\nEach crew writes a QPAD.\n\nSkippers read all QPADs aloud.\n"
WATCH = "# Watches\n\nWho stands watch is in the QPAD.\n\nSwap a watch if the QPAD allows it.\n"
GALLEY = "# Galley\n\nWhat is bought follows from the QPAD.\n"
PAGES = {"plan.md": PLAN, "watch.md": WATCH, "galley.md": GALLEY}


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three months in which the QPAD becomes the GPAD, but for one page."""
    builder = Builder(tmp_path_factory.mktemp("history") / "handbook.git")
    pages = PAGES
    last = builder.commit(_files(pages), message="Begin\n")
    builder.git("tag", "v1", last)
    for page in ("plan.md", "watch.md"):
        pages = {**pages, page: pages[page].replace("QPAD", "GPAD")}
        last = builder.commit(_files(pages), last, message=f"Mend {page}\n")
    builder.git("tag", "v2", last)
    builder.git("update-ref", "refs/heads/main", last)
    return builder.folder


def _files(pages: dict[str, str]) -> Files:
    files: dict[str | bytes, str | bytes | Link | Submodule | Script] = {}
    files.update(pages)
    return files


def test_what_was_renamed_over_the_whole_history(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "terms")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    head, extent, *rest = ended.out.splitlines()
    assert head == "QPAD → GPAD"
    assert extent.startswith("  5 times on 2 pages, ")
    assert extent.endswith(", in a sweep of 2 commits")
    assert rest == [
        "  also QPADs → GPADs",
        "  ! still galley.md:3 (prose): What is bought follows from the QPAD.",
        "",
        "1 renamed term found.",
    ]


def test_json_is_what_was_promised_and_the_same_from_the_cache(
    drift: Drift, handbook: Path
) -> None:
    first, again = (drift("-C", handbook, "terms", "v1..v2", "--format", "json") for _ in range(2))
    assert first == again
    (row,) = json.loads(first.out)
    assert (row["before"], row["after"], row["count"], row["pages"]) == ("QPAD", "GPAD", 5, 2)
    schema = json.loads(drift("schema", "terms").out)
    Draft202012Validator(schema).validate([row])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--expect", "QPAD=GPAD"), exit_codes.FOUND),
        (("--expect", "QPAD=GPAD", "--allow", "galley.md"), exit_codes.DONE),
        (("--expect", "QPAD=GPAD", "--allow", "#galley"), exit_codes.DONE),
        (("--expect", "QPAD=GPAD", "--scope", "heading"), exit_codes.DONE),
        (("--expect", "QPAD=GPAD", "--", "plan.md"), exit_codes.DONE),
        (("--expect", "lamp=light"), exit_codes.DONE),
        (("--expect", "lamp=light", "--expect", "QPAD=GPAD"), exit_codes.FOUND),
        (("v2..v2", "--expect", "QPAD=GPAD"), exit_codes.FOUND),
    ],
)
def test_a_declared_renaming(
    drift: Drift, handbook: Path, words: tuple[str, ...], code: int
) -> None:
    ended = drift("-C", handbook, "terms", *words)
    assert (ended.code, ended.err) == (code, "")
    assert ("! still galley.md:3 (prose): " in ended.out) == (code == exit_codes.FOUND)


def test_only_what_was_declared_is_told(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "terms", "--expect", "lamp=light", "--format", "csv")
    assert [line.partition(",")[0] for line in ended.out.splitlines()] == ["before", "lamp"]


def test_the_configuration_declares_too(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    config = tmp_path / "mine.toml"
    config.write_text(
        '[terms]\nscope = ["prose"]\nexpect = ["lamp=light", {before = "QPAD", after = "GPAD", allow = ["galley.md"]}]\n'
    )
    ended = drift("-C", handbook, "terms", "--config", config)
    assert ended.code == exit_codes.DONE
    assert ended.out.endswith("2 of 2 declared renamings complete.\n")
    config.write_text('[terms]\nexpect = ["QPAD=GPAD"]\n')
    assert drift("-C", handbook, "terms", "--config", config).code == exit_codes.FOUND


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--expect", "QPAD"), "--expect: 'QPAD' names no old and new term (write OLD=NEW)"),
        (("--expect", "=x"), "--expect: '=x' names no old and new term (write OLD=NEW)"),
        (("--expect", "x=x"), "--expect: 'x=x' names no old and new term (write OLD=NEW)"),
        (
            ("--expect", "a=b", "--scope", "prosa"),
            "--scope: 'prosa' is unknown (did you mean 'prose'?)",
        ),
        (("--expect", "a=b", "--allow", ":(attr:x)a"), "attr"),
        (("v9..v2",), "v9"),
        (("--format", "cvs"), "--format: 'cvs' is unknown (did you mean 'csv'?)"),
        (("--min-confidence", "2"), "--min-confidence"),
    ],
)
def test_what_means_nothing_is_one_line(
    drift: Drift, handbook: Path, words: tuple[str, ...], complaint: str
) -> None:
    ended = drift("-C", handbook, "terms", *words)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert complaint in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            '[terms]\nexpected = ["a=b"]\n',
            "unknown key 'expected' in [terms] (did you mean 'expect'?",
        ),
        ('[terms]\nscope = ["prosa"]\n', "prosa"),
        ('[terms]\nexpect = ["a"]\n', "[terms] expect, no. 1: should be OLD=NEW"),
        ('[terms]\nexpect = [{before = "a"}]\n', "after"),
        (
            '[terms]\nexpect = [{before = "a", after = " "}]\n',
            "[terms] expect, no. 1, after: may not be empty",
        ),
    ],
)
def test_a_configuration_that_means_nothing_is_one_line(
    drift: Drift, handbook: Path, tmp_path: Path, text: str, complaint: str
) -> None:
    config = tmp_path / "mine.toml"
    config.write_text(text)
    ended = drift("-C", handbook, "terms", "--config", config)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert complaint in ended.err
    assert ended.err.count("\n") == 1
