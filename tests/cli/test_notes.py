"""`drift notes` on a handbook of three releases, from the outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from tests.revision.builder import Builder, Files

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

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

Ropes are coiled clockwise, hung up on their pins, and looked at for wear every 30 days.
"""
SAILS = "\n## Sails\n\nSails are dried before they are folded, and never stepped on.\n"
SLEEP = "# Sleep\n\nEveryone sleeps four hours after each watch.\n"
FIRST: Files = {"ships/galley.md": GALLEY, "ships/deck.md": DECK}
SECOND: Files = {"life/galley.md": GALLEY, "life/deck.md": DECK}
THIRD: Files = {
    "life/deck.md": DECK.replace("30 days", "14 days") + SAILS,
    "life/sleep.md": SLEEP,
}
V1, V2, V3 = 1_614_556_800, 1_615_161_600, 1_617_235_200


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """First everything moves; then a page is new, one is gone, and one says something else."""
    builder = Builder(tmp_path_factory.mktemp("notes") / "handbook.git")
    made: list[str] = []
    for name, files, when in (("v1", FIRST, V1), ("v2", SECOND, V2), ("", THIRD, V3)):
        made.append(builder.commit(files, *made[-1:], when=b"%d +0000" % when))
        if name:
            builder.git("tag", name, made[-1])
    builder.git("config", "remote.origin.url", "git@github.com:crew/ship.git")
    return builder.folder


MOVED = "- 2 pages moved from `ships/` to `life/`.\n"


def test_a_week_in_which_everything_moved_is_one_line(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "notes", "v1..v2")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    title, when, *lines = ended.out.split("\n\n")
    assert title == "## v1 → v2"
    assert when.startswith("[1 March 2021 – 8 March 2021](https://github.com/crew/ship/compare/")
    assert lines == [MOVED]


def test_what_is_new_changed_and_gone(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "notes", "--unreleased")
    told = drift("-C", handbook, "notes", "v2", "--format", "json").out
    commit = json.loads(told)["periods"][0]["new"]["commit"]
    file = f"https://github.com/crew/ship/blob/{commit}"
    made = f"([{commit[:7]}](https://github.com/crew/ship/commit/{commit}))"
    assert ended.out.partition("\n\n### ")[2] == (
        "Life\n\n"
        f"- **New**: [Sleep]({file}/life/sleep.md): Everyone sleeps four hours after each watch. {made}\n"
        f"- [**Deck**]({file}/life/deck.md): new: Sails {made}\n"
        f"  - [Ropes]({file}/life/deck.md): “at for wear every 30 days.” is now “at for wear every 14 days.”\n"
        f"- **Gone**: Galley {made}\n"
    )


@pytest.mark.parametrize(
    ("by", "titles"),
    [
        ("tag", ["Unreleased", "v2"]),
        ("month", ["April 2021", "March 2021"]),
        ("week", ["Week 13 of 2021", "Week 10 of 2021"]),
        ("year", ["2021"]),
    ],
)
def test_a_running_changelog(drift: Drift, handbook: Path, by: str, titles: list[str]) -> None:
    text = drift("-C", handbook, "notes", "v1", "--by", by).out
    assert [row[3:] for row in text.splitlines() if row.startswith("## ")] == titles


def test_a_range_without_commits_says_so(drift: Drift, handbook: Path) -> None:
    text = drift("-C", handbook, "notes", "v2..v2").out
    assert text == "## v2 → v2\n\n[8 March 2021](https://github.com/crew/ship/compare/" + (
        text.partition("compare/")[2].partition("\n")[0] + "\n\nNothing changed for readers.\n"
    )


@pytest.mark.parametrize(
    ("by", "title"), [("tag", "## quiet\n"), ("month", ""), ("week", ""), ("year", "")]
)
def test_a_quiet_time_is_left_out_and_a_release_is_not(
    drift: Drift, tmp_path: Path, by: str, title: str
) -> None:
    builder = Builder(tmp_path / "quiet.git")
    first = builder.commit({"a.md": "# A\n"})
    last = builder.commit({"a.md": "# A\n", "a.png": "x"}, first)
    builder.git("tag", "quiet", last)
    text = drift("-C", builder.folder, "notes", f"{first}..{last}", "--by", by).out
    assert text.startswith(title)
    assert text.endswith("Nothing changed for readers.\n")
    assert text.count("##") == (by == "tag")


def test_paths_limit_what_is_told(drift: Drift, handbook: Path) -> None:
    text = drift("-C", handbook, "notes", "v2", "--", "*sleep*").out
    assert "**New**: [Sleep]" in text
    assert "Deck" not in text


def test_json_satisfies_its_schema(drift: Drift, handbook: Path) -> None:
    text = drift("-C", handbook, "notes", "v1", "--by", "tag", "--format", "json").out
    schema = json.loads(drift("schema", "notes").out)
    Draft202012Validator(schema).validate(json.loads(text))


def test_it_is_written_to_a_file(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.md"
    assert drift("-C", handbook, "notes", "v1..v2", "-o", out).out == ""
    assert out.read_text(encoding="utf-8").endswith(MOVED)


def test_a_changelog_gets_the_notes_once(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_bytes(b"# Changes\r\n\r\n## [Unreleased]\r\n\r\n## v1\r\n- \xe2\x80\xa6  \r\n")
    words = ("-C", handbook, "notes", "v1", "--by", "tag", "--prepend", changelog)
    first = drift(*words)
    assert (first.code, first.out) == (exit_codes.DONE, "")
    assert first.err == "drift: left as it is: Unreleased\n"
    text = changelog.read_bytes()
    assert text.startswith(b"# Changes\r\n\r\n## [Unreleased]\r\n\r\n## v2\r\n\r\n[1 March")
    assert text.endswith(b"`life/`.\r\n\r\n## v1\r\n- \xe2\x80\xa6  \r\n")
    again = drift(*words)
    assert (again.out, again.err) == ("", "drift: left as it is: Unreleased, v2\n")
    assert changelog.read_bytes() == text


def test_a_changelog_that_cannot_be_read(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    ended = drift("-C", handbook, "notes", "v1", "--prepend", changelog)
    assert (ended.code, ended.err) == (
        2,
        f"drift: {changelog}: No such file or directory (an empty one will do)\n",
    )
    changelog.write_bytes(b"\xff")
    ended = drift("-C", handbook, "notes", "v1", "--prepend", changelog)
    assert (ended.code, ended.err) == (2, f"drift: {changelog}: is no text in UTF-8\n")
    assert changelog.read_bytes() == b"\xff"


def test_a_template_of_ones_own(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(
        "{% for period in periods %}{{ period.name }}: {{ period.commits }}\n{% endfor %}",
        encoding="utf-8",
    )
    text = drift("-C", handbook, "notes", "v1", "--by", "tag", "--template", tmp_path / "own.txt")
    assert (text.out, text.err) == ("Unreleased: 1\nv2: 1\n", "")


def test_a_template_that_is_wrong_is_one_line(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("\n{{ nobody }}", encoding="utf-8")
    ended = drift("-C", handbook, "notes", "v1", "--template", own)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == f"drift: {own}:2: 'nobody' is undefined\n"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ((), "drift: RANGE: which history? (give v1..v2, or --unreleased)\n"),
        (
            ("v1", "--unreleased"),
            "drift: RANGE: contradicts --unreleased (give v1..v2, or --unreleased)\n",
        ),
        (("v1", "--by", "moth"), "drift: --by: 'moth' is unknown (did you mean 'month'?)\n"),
        (
            ("v1", "--format", "jsn"),
            "drift: --format: 'jsn' is unknown (did you mean 'json'?)\n",
        ),
        (
            ("v1", "--format", "html", "--template", "mail.txt"),
            "drift: --format: contradicts --template (give one of them)\n",
        ),
        (
            ("v1", "--prepend", "C.md", "-o", "D.md"),
            "drift: -o: contradicts --prepend (the changelog is written)\n",
        ),
        (
            ("v1", "--prepend", "C.md", "--format", "json"),
            "drift: --format: contradicts --prepend (that is Markdown)\n",
        ),
        (
            ("v1", "--prepend", "C.rst"),
            "drift: C.rst: is no Markdown (name a changelog in .md)\n",
        ),
        (("v9..v1",), "drift: v9: unknown revision (git tag and git branch --all list them)\n"),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    drift: Drift, handbook: Path, words: tuple[str, ...], line: str
) -> None:
    ended = drift("-C", handbook, "notes", *words)
    assert (ended.code, ended.out, ended.err) == (exit_codes.UNUSABLE, "", line)
