from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.main import get_command

from drift.cli.plain import lightened
from drift.errors import UsageError


def told(*words: str, light: bool) -> object:
    """Run a command that takes one option of each kind, and give what it was called with."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.command()
    def command(
        word: str,
        words: Annotated[list[str] | None, typer.Argument()] = None,
        text: Annotated[str, typer.Option()] = "",
        place: Annotated[Path | None, typer.Option()] = None,
        many: Annotated[list[str] | None, typer.Option()] = None,
        number: Annotated[int | None, typer.Option("-n", "--number", min=1)] = None,
        share: Annotated[float | None, typer.Option("--share", min=0, max=1)] = None,
        count: Annotated[int, typer.Option("-v", count=True)] = 0,
        flag: Annotated[bool, typer.Option("--flag/--no-flag")] = False,
    ) -> object:
        return repr((word, words, text, place, many, number, share, count, flag))

    program = get_command(app)
    try:
        return (lightened(program) if light else program).main(list(words), standalone_mode=False)
    except typer.TyperException as error:
        return error.format_message()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a",
        "a b c",
        "a --text t --place p/q --many m --many n --number 3 -vv --flag",
        "a --text= --place=",
        "a --number 007",
        "a --number 99999999999",
        "a --number",
        "a --share 0.5",
        "a --nonsense",
        "a -v --no-flag",
    ],
)
def test_the_values_and_the_complaints_are_those_of_typer(words: str) -> None:
    assert told(*words.split(), light=True) == told(*words.split(), light=False)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("--number 0", "-n: '0' is not a whole number of at least 1"),
        ("--number -1", "-n: '-1' is not a whole number of at least 1"),
        ("--number ٣", "-n: '٣' is not a whole number of at least 1"),
        ("--number x", "-n: 'x' is not a whole number of at least 1"),
        ("--share 7", "--share: '7' is not a number from 0 to 1"),
        ("--share x", "--share: 'x' is not a number from 0 to 1"),
    ],
)
def test_what_a_number_may_be_is_told_in_one_line(words: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(complaint)):
        told("a", *words.split(), light=True)


def test_a_run_of_words_and_counts_imports_no_schema() -> None:
    code = "import sys; from drift.cli.app import run; run(['tree', 'nowhere.md', '--jobs', '2']); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "nowhere.md" in ended.stderr
    assert "pydantic" not in ended.stdout.split()
