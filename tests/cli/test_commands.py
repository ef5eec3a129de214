"""What help says of each command, and that the example it gives works."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from drift.cli.commands import COMMANDS
from tests.revision.builder import CLEAN

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

EXAMPLE = re.compile(r"^  Example: drift (?P<words>.+)$", re.MULTILINE)

FIRST = {
    "docs/index.md": "# Crew\n\nSee the [galley](galley.md) and the [deck](deck.md).\n",
    "docs/galley.md": "# Galley\n\nCoffee is made at six by whoever has the early watch.\n",
    "docs/deck.md": "# Deck\n\nThe deck is scrubbed on Mondays with sand and salt water.\n",
}
SECOND = {
    "docs/index.md": "# Crew\n\nSee the [galley](galley.md) and the [deck](life/deck.md).\n",
    "docs/galley.md": FIRST["docs/galley.md"],
    "docs/life/deck.md": FIRST["docs/deck.md"],
}


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work tree with the tags v1 and v2, and a branch whose news are harmless."""
    for name, value in CLEAN.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    folder = tmp_path / "handbook"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, FIRST, "Begin")
    git(folder, "tag", "v1")
    git(folder, "rm", "-q", "-r", "docs")
    commit(folder, SECOND, "Move the deck")
    git(folder, "tag", "v2")
    git(folder, "checkout", "-q", "-b", "topic")
    commit(folder, {"docs/index.md": f"{SECOND['docs/index.md']}\nAhoy.\n"}, "Greet")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True)


def commit(folder: Path, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_example_in_its_help_works(
    drift: Drift, handbook: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(handbook)
    examples = EXAMPLE.findall(drift(*([name] if name else []), "--help").out)
    assert len(examples) == 1
    words = shlex.split(examples[0])
    assert words[0] == (name or "diff")
    ended = drift(*words)
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert ended.out or (handbook / "drift.schema.json").is_file()


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_written_for_people_and_fits_a_terminal(
    drift: Drift, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = drift(*([name] if name else []), "--help").out
    assert max(map(len, told.splitlines())) <= 80
    assert "..." not in told.replace("ARGS]...", "").replace("[RANGE]...", "").replace(
        "main...", ""
    )
    assert not re.search(r"<\w+(\[|>)|\{|\[\[", told)


def test_formats_are_named(drift: Drift) -> None:
    assert "Output format: json, markdown, text.  [default: text]" in drift("diff", "--help").out
    told = " ".join(drift("notes", "--help").out.split())
    assert "Output format, markdown by default: atom, html, json, markdown." in told


def test_the_list_of_commands_has_a_line_for_each(drift: Drift) -> None:
    told = drift("--help").out
    listed = told.partition("Commands:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert [line.split(maxsplit=1)[1] for line in listed.splitlines()] == [
        known.does for known in COMMANDS.values()
    ]
