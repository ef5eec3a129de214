"""The README's commands do what it says, and its output is a real one."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from drift.cli.app import run

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
MOST_LINES = 150
BLOCK = re.compile(r"^```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)


def blocks() -> list[re.Match[str]]:
    return list(BLOCK.finditer(README.read_text(encoding="utf-8")))


def test_the_first_command_gives_the_output_that_is_shown(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    block = blocks()[0]
    program, *words = shlex.split(block["command"].rpartition("&&")[2])
    assert program == ".venv/bin/drift"
    monkeypatch.chdir(ROOT)
    assert run(words) == 0
    output = capfdbinary.readouterr().out.decode()
    if request.config.getoption("force_regen"):
        start, end = block.span("output")
        text = README.read_text(encoding="utf-8")
        README.write_text(text[:start] + output + text[end:], encoding="utf-8")
    assert output == block["output"]


def test_the_second_command_runs_the_tests() -> None:
    words = shlex.split(blocks()[1]["command"].rpartition("&&")[2])
    assert words[0] == ".venv/bin/pytest"
    collected = subprocess.run(
        [sys.executable, "-m", "pytest", *words[1:], "--collect-only", "--deselect", "tests"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert "unrecognized arguments" not in collected.stderr


def test_both_commands_set_up_what_they_need() -> None:
    for block in blocks():
        assert block["command"].startswith("python3 -m venv .venv && .venv/bin/pip install -q ")


def test_it_can_be_read_in_one_go() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_continuous_integration_finds_the_command_that_runs_the_tests() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (program,) = re.findall(r"awk '([^']+)' README.md", script)
    found = subprocess.run(
        ["awk", program, str(README)], check=True, capture_output=True, text=True
    )
    assert found.stdout.strip() == blocks()[1]["command"]
