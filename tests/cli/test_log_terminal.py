"""`drift log` as a program of its own: on a terminal, before a pager, in a pipe, and interrupted."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from drift.cli import exit_codes
from tests.revision.builder import CLEAN, Builder

PROGRAM = (sys.executable, "-m", "drift")
MUCH = 300
"""Sections that change in a commit; what is told of them fills any pipe."""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three commits of one long page."""
    builder = Builder(tmp_path_factory.mktemp("terminal") / "handbook.git")
    parents: list[str] = []
    for number, hour in enumerate(("six", "seven", "eight"), 6):
        # What is one word in all of them would be told once.
        bells = (number * 1000 + n for n in range(MUCH))
        sections = (f"## Watch {n}\n\nIt begins at bell {bell}.\n" for n, bell in enumerate(bells))
        page = "# Watches\n\n" + "\n".join(sections)
        parents = [builder.commit({"watches.md": page}, *parents, message=f"Begin at {hour}\n")]
    return builder.folder


def environment(**more: str) -> Mapping[str, str]:
    return {**CLEAN, "TERM": "xterm", **more}


def on_a_terminal(handbook: Path, *words: str, **more: str) -> tuple[int, str]:
    """Run drift with a terminal at all ends, and read all that it shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "-C", str(handbook), "log", "--no-cache", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(**more),
        start_new_session=True,
    ) as program:
        os.close(theirs)
        shown = b""
        while piece := _read(ours):
            shown += piece
    os.close(ours)
    return program.returncode, shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Linux ends a terminal that nobody holds any longer with an error."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def test_a_terminal_has_colours_and_the_pager_of_git(handbook: Path) -> None:
    code, shown = on_a_terminal(handbook, "-n", "1", "--oneline", GIT_PAGER="sed 's/^/page: /'")
    assert code == exit_codes.DONE
    assert shown.startswith("page: \x1b[33m")
    assert "Begin at eight" in shown


@pytest.mark.parametrize("words", [("--no-color",), ()])
def test_colours_can_be_refused(handbook: Path, words: tuple[str, ...]) -> None:
    more = {} if words else {"NO_COLOR": "1"}
    _, shown = on_a_terminal(handbook, "-n", "1", *words, GIT_PAGER="cat", **more)
    assert "\x1b" not in shown
    assert shown.count("Watches › Watch ") == MUCH


def test_a_pager_is_told_how_to_behave_unless_its_owner_does(handbook: Path) -> None:
    ask = "cat >/dev/null; echo LESS=$LESS"
    assert "LESS=FRX" in on_a_terminal(handbook, "-n", "1", GIT_PAGER=ask)[1]
    assert "LESS=S\n" in on_a_terminal(handbook, "-n", "1", GIT_PAGER=ask, LESS="S")[1]


@pytest.mark.parametrize("words", [("--no-pager",), ("-o", "/dev/null")])
def test_a_pager_can_be_refused(handbook: Path, words: tuple[str, ...]) -> None:
    _, shown = on_a_terminal(handbook, "-n", "1", *words, GIT_PAGER="echo paged; cat")
    assert "paged" not in shown


def test_a_mistake_is_told_without_a_pager(handbook: Path) -> None:
    ended = on_a_terminal(handbook, "nonsense", GIT_PAGER="echo paged; cat")
    assert ended == (
        exit_codes.UNUSABLE,
        "drift: nonsense: unknown revision (git tag and git branch --all list them)\n",
    )


def test_a_reader_who_quits_the_pager_ends_the_log(handbook: Path) -> None:
    code, shown = on_a_terminal(handbook, "--format", "jsonl", GIT_PAGER="head -c 1")
    assert (code, shown) == (exit_codes.DONE, "{")


@pytest.mark.parametrize("name", ["text", "jsonl"])
def test_a_pipe_into_head_ends_quietly(handbook: Path, name: str) -> None:
    with subprocess.Popen(
        [*PROGRAM, "-C", str(handbook), "log", "--no-cache", "--format", name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.read(1)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == exit_codes.DONE


def test_a_full_disk_is_one_line(handbook: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*PROGRAM, "-C", str(handbook), "log", "--no-cache", "-n", "1"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert ended.returncode == exit_codes.UNUSABLE
    assert ended.stderr == b"drift: standard output: No space left on device\n"


def test_an_interrupt_ends_it_quietly_and_leaves_nobody_behind(handbook: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "-C", str(handbook), "log", "--no-cache", "--format", "jsonl", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    ) as program:
        assert program.stdout
        assert program.stderr
        # Once the first byte is there it writes more than a pipe holds, and waits for us.
        assert program.stdout.read(1)
        os.killpg(program.pid, signal.SIGINT)
        assert program.wait(20) == exit_codes.INTERRUPTED
        assert program.stderr.read() == b""
    assert _is_gone(program.pid)


def _is_gone(group: int) -> bool:
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
