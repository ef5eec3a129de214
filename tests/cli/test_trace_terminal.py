"""`drift trace` as a program of its own: before a pager, and in a pipe that somebody closes."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from drift.cli import exit_codes
from tests.revision.builder import CLEAN, Builder

WORDS = (sys.executable, "-m", "drift", "trace", "--no-cache", "watches.md", "-C")
MUCH = 400
"""Sections that change in a commit; what is told of them fills any pipe."""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    builder = Builder(tmp_path_factory.mktemp("terminal") / "handbook.git")
    parents: list[str] = []
    for hour in ("six", "seven", "eight"):
        sections = (f"## Watch {n}\n\nWatch {n} begins at {hour}.\n" for n in range(MUCH))
        text = "# Watches\n\n" + "\n".join(sections)
        parents = [builder.commit({"watches.md": text}, *parents, message=f"Begin at {hour}\n")]
    return builder.folder


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ((), "page: \x1b[1mwatches.md at HEAD\x1b[0m\n"),
        (("--no-pager",), "\x1b[1mwatches.md at HEAD\x1b[0m\n"),
        (("--no-color",), "page: watches.md at HEAD\n"),
        (("--blame",), "page: \x1b[1mwatches.md at HEAD\x1b[0m\n"),
    ],
)
def test_a_terminal_has_the_pager_of_git(
    handbook: Path, words: tuple[str, ...], begins: str
) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*WORDS, str(handbook), "-q", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**CLEAN, "TERM": "xterm", "GIT_PAGER": "sed 's/^/page: /'"},
        start_new_session=True,
    ) as program:
        os.close(theirs)
        shown = b""
        while piece := _read(ours):
            shown += piece
    os.close(ours)
    assert program.returncode == exit_codes.DONE
    assert shown.decode().replace("\r\n", "\n").startswith(begins)


def _read(terminal: int) -> bytes:
    """Linux ends a terminal that nobody holds any longer with an error."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


@pytest.mark.parametrize("more", [(), ("--format", "json"), ("--blame",)])
def test_a_reader_that_goes_away_has_seen_enough(handbook: Path, more: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*WORDS, str(handbook), *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=CLEAN
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.read(1)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == exit_codes.DONE
