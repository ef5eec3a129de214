from __future__ import annotations

import os
from pathlib import Path

import pytest

from drift.cli.output import PLAIN_WIDTH, Screen, complain, deliver, screen
from drift.errors import UsageError


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o640)
    deliver("new ›\n", target)
    assert target.read_text(encoding="utf-8") == "new ›\n"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file or directory"):
        deliver("x", tmp_path / "no" / "out.txt")
    with pytest.raises(UsageError, match="directory"):
        deliver("x", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    deliver("x\n", pipe)
    assert os.read(reader, 10) == b"x\n"
    os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link, target = tmp_path / "link.txt", tmp_path / "target.txt"
    link.symlink_to(target)
    deliver("x\n", link)
    assert link.is_symlink()
    assert target.read_text() == "x\n"


def test_standard_output_is_utf_8(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    deliver("caf\udce9 ›\n", None)
    assert capfdbinary.readouterr().out == b"caf\\udce9 \xe2\x80\xba\n"


def test_a_complaint_cannot_steer_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain("no such page: \x1b[2J")
    assert capsys.readouterr().err == "drift: no such page: \\x1b[2J\n"


@pytest.mark.parametrize(
    ("terminal", "environment", "no_color", "color"),
    [
        (True, {}, False, True),
        (True, {}, True, False),
        (True, {"NO_COLOR": "1"}, False, False),
        (True, {"TERM": "dumb"}, False, False),
        (False, {}, False, False),
        (False, {"FORCE_COLOR": "1"}, False, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_color_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    environment: dict[str, str],
    no_color: bool,
    color: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    assert screen(None, no_color=no_color) == Screen(PLAIN_WIDTH, color)
    assert screen(Path("out.txt"), no_color=no_color) == Screen(PLAIN_WIDTH, color=False)
