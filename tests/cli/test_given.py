from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from drift.cli.given import Given, given
from drift.cli.options import cores
from drift.cli.witnessing import Remembered
from drift.config import Config
from drift.errors import UsageError


def _command(given: Given, word: str, far: bool = False) -> int:
    """Print what it is given."""
    typer.echo(f"{word} {far} {given.place} {given.output} {given.jobs} {given.verbose}")
    return 0


def test_the_own_options_of_a_command_come_before_those_that_all_share() -> None:
    assert list(signature(given(_command)).parameters) == [
        "context",
        "word",
        "far",
        *("output", "directory", "config", "jobs", "cache", "no_cache", "quiet"),
        *("verbose", "no_color"),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("here", f"here False . None {cores()} False"),
        ("here --far -C docs -o out.txt --jobs 3 -v", "here True docs docs/out.txt 3 True"),
    ],
)
def test_a_command_is_given_what_stands_on_its_line(words: str, told: str) -> None:
    app = typer.Typer()
    app.command()(given(_command))
    assert CliRunner().invoke(app, words.split()).stdout == f"{told}\n"


def _given(place: Path, *, no_cache: bool) -> Given:
    return Given(
        place=place,
        output=None,
        config=None,
        jobs=1,
        cache=Path("kept"),
        no_cache=no_cache,
        quiet=False,
        verbose=False,
        no_color=False,
    )


def test_the_cache_counts_from_where_the_user_stands(tmp_path: Path) -> None:
    with _given(tmp_path, no_cache=False).memory(Config()) as cache:
        cache.put_many("answer", {b"k": b"v"})
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_cache_that_is_named_and_unwanted_is_refused_before_it_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="contradicts --no-cache"):
        Remembered(_given(tmp_path, no_cache=True), Config())
