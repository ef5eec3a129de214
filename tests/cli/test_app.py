from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes, tree
from drift.cli.app import asked_for, run
from drift.cli.commands import COMMANDS
from drift.errors import DriftError

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

HEAVY = frozenset({"docutils", "deepdiff", "yaml", "git", "markdown_it", "markdown", "rapidfuzz"})


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["dif"], "drift: No such command 'dif'. Did you mean 'diff'? (see drift --help)\n"),
        (
            ["diff"],
            "drift: Missing argument 'OLD' (for example: drift diff v1 v2 -- docs/; see drift diff --help)\n",
        ),
        (["review", "main", "topic"], "(topic) (for example: drift review main...topic "),
        (["tree", "x", "--jobs", "0"], "--jobs"),
        (
            ["tree", ".", "--format", "jso"],
            "drift: --format: 'jso' is unknown (did you mean 'json'?)\n",
        ),
        (["tree", "nowhere.md"], "nowhere.md"),
        (["tree", "\x1b[31m"], "\\x1b[31m"),
        (
            ["tree", ".", "--config", "nowhere.toml"],
            "drift: nowhere.toml: No such file or directory\n",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_two(drift: Drift, words: list[str], line: str) -> None:
    ending = drift(*words)
    assert (ending.code, ending.out) == (exit_codes.UNUSABLE, "")
    assert ending.err.count("\n") == 1
    assert line in ending.err


def test_version(drift: Drift) -> None:
    ending = drift("--version")
    assert ending.code == exit_codes.DONE
    assert ending.out.startswith("drift 0.")


def test_without_a_command_there_is_help(drift: Drift) -> None:
    ending = drift()
    assert ending.code == exit_codes.UNUSABLE
    assert "diff" in ending.out


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (
            DriftError("is no page", where="a\x1b.md", remedy="name another"),
            exit_codes.UNUSABLE,
            "drift: a\\x1b.md: is no page (name another)\n",
        ),
        (
            RuntimeError("ouch"),
            exit_codes.UNUSABLE,
            "drift: internal error: RuntimeError: ouch (this is a defect of drift; -vv shows where)\n",
        ),
        (KeyboardInterrupt(), exit_codes.INTERRUPTED, ""),
    ],
)
def test_every_ending_is_a_status_and_at_most_one_line(
    drift: Drift,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    line: str,
) -> None:
    def fail(*_words: object) -> None:
        raise error

    monkeypatch.setattr(tree, "is_whole", fail)
    ending = drift("tree", ".")
    assert (ending.code, ending.out, ending.err) == (code, "", line)


def test_a_traceback_is_shown_to_who_asks_twice(
    drift: Drift, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drift.cli.tree.is_whole", lambda *_words: 1 / 0)
    assert "Traceback" not in drift("tree", ".", "-v").err
    assert "Traceback" in drift("tree", ".", "-vv").err


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "drift", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == exit_codes.DONE


def test_where_nobody_reads_a_complaint_the_exit_status_says_it() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "drift", "schema", "nonsense"]
    assert subprocess.run(command, check=False, stderr=writer).returncode == exit_codes.UNUSABLE
    os.close(writer)


@pytest.mark.parametrize(
    ("closed", "word", "status"),
    [("2>&-", "nonsense", exit_codes.UNUSABLE), (">&-", "changelog", exit_codes.DONE)],
)
def test_a_stream_that_the_caller_closed_changes_no_exit_status(
    closed: str, word: str, status: int
) -> None:
    command = ["sh", "-c", f'"$0" -m drift schema "$1" {closed}', sys.executable, word]
    ended = subprocess.run(command, check=False, capture_output=True)
    assert (ended.returncode, ended.stderr) == (status, b"")


def test_starting_up_loads_no_engine() -> None:
    code = "import sys, drift.cli.app; print(*{name.partition('.')[0] for name in sys.modules})"
    run_alone = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert not HEAVY & set(run_alone.stdout.split())


def test_run_takes_any_words() -> None:
    assert run(["schema", "--nonsense"]) == exit_codes.UNUSABLE


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["diff", "tree"], ("diff",)),
        (["-C", "tree", "diff"], ("diff",)),
        (["-C"], tuple(COMMANDS)),
        (["dif", "tree"], tuple(COMMANDS)),
        (["--help"], tuple(COMMANDS)),
        ([], tuple(COMMANDS)),
    ],
)
def test_only_the_command_that_is_asked_for_is_mounted(
    words: list[str], names: tuple[str, ...]
) -> None:
    assert tuple(asked_for(words)) == names
