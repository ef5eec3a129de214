"""`drift review` of a pull request whose headings, targets and file names are made to break out of every format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from drift.cli import exit_codes
from drift.render.findings import renderers
from tests.revision.builder import Builder

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

NAME = "a\n::error::forged,%0A:|`<b>\x1b[31m\u202e]]>\n.md"
HEAD = (
    "</details> ]]> --> ::warning::x %0A **b** [x](y) @all #12 GH-13 `c` | \x1b[31m\x9b1m\u202e\u2066\u200b"
    + "w" * 3000
)
PAGE = f"# {HEAD}\n\n[lost {HEAD} link](nowhere.md)\n\nFIXME\n\n#### {HEAD}\n\nDeep.\n"
UNSEEN = frozenset("\x1b\x9b\u200b\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    builder = Builder(tmp_path_factory.mktemp("hostile") / "handbook.git")
    base = builder.commit({"calm.md": "# Calm\n\nSleep well.\n"})
    builder.git("branch", "base", base)
    builder.commit({"calm.md": "# Calm\n\nSleep well.\n", NAME: PAGE, b"\xff\xfe.md": PAGE}, base)
    return builder.folder


@pytest.mark.parametrize("name", renderers())
def test_it_ends_as_it_should_in_every_format(drift: Drift, hostile: Path, name: str) -> None:
    ended = drift("-C", hostile, "review", "base...main", "--format", name)
    assert (ended.code, ended.err) == (exit_codes.FOUND, "")
    assert not set(ended.out) & UNSEEN
    assert not any(line.startswith(("::warning::", "##[")) for line in ended.out.splitlines())


def test_commands_are_those_of_the_findings(drift: Drift, hostile: Path) -> None:
    told = drift("-C", hostile, "review", "base...main", "--format", "github").out.splitlines()
    found = json.loads(drift("-C", hostile, "review", "base...main", "--format", "json").out)
    assert len(told) == len(found["findings"]) + 1
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file="))
        for line in told[:-1]
    )
    assert {one["policy"] for one in found["findings"]} >= {
        "broken-link",
        "placeholder-added",
        "skipped-level",
    }


def test_data_stays_data(drift: Drift, hostile: Path) -> None:
    sarif = json.loads(drift("-C", hostile, "review", "base...main", "--format", "sarif").out)
    gitlab = json.loads(drift("-C", hostile, "review", "base...main", "--format", "gitlab").out)
    junit = drift("-C", hostile, "review", "base...main", "--format", "junit").out
    suite = ET.fromstring(junit.encode())[0]  # noqa: S314 - what was written a moment ago
    failed = [case for case in suite if case.find("failure") is not None]
    assert len(sarif["runs"][0]["results"]) == len(gitlab)
    assert len(failed) == sum(one["severity"] == "major" for one in gitlab)


def test_the_comment_is_one_table_and_one_fold(drift: Drift, hostile: Path) -> None:
    told = drift("-C", hostile, "review", "base...main", "--format", "markdown").out
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(told)
    assert sum(token.type == "table_open" for token in tokens) == 1
    assert told.count("<details>") == told.count("</details>") == 1
    assert told.endswith("\n</details>\n")
    inside = [child for token in tokens for child in token.children or ()]
    assert not any(child.type == "link_open" for child in inside)


def test_the_comment_calls_nobody_and_links_to_nothing(drift: Drift, hostile: Path) -> None:
    told = drift("-C", hostile, "review", "base...main", "--format", "markdown").out
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(told)
    inline = [child for token in tokens for child in token.children or ()]
    # In code, GitHub reads no names and numbers; an empty comment parts them elsewhere.
    plain = "\n".join(child.content for child in inline if child.type != "code_inline")
    assert "all" in plain
    assert not any(sign in plain for sign in ("@all", "#12", "GH-13"))


def test_json_says_what_is_written(drift: Drift, hostile: Path) -> None:
    found = json.loads(drift("-C", hostile, "review", "base...main", "--format", "json").out)
    assert any("\u202e" in "".join(one["section"]) for one in found["findings"])
