"""`OLD [NEW] -- PATHS` -> the same with `--path`, so that a path is never taken for a revision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

Paths = Annotated[
    list[str] | None,
    typer.Option(
        "--path",
        metavar="PATHSPEC",
        help="Only what is there, as a git pathspec; the same as writing it after `--`.",
        show_default=False,
    ),
]


def spelled_out(arguments: Sequence[str]) -> list[str]:
    """Give each word after the first `--` the name of an option.

    Args:
        arguments: The words of a command line.

    Returns:
        The words without `--`.
    """
    words = list(arguments)
    if "--" not in words:
        return words
    cut = words.index("--")
    return words[:cut] + [f"--path={word}" for word in words[cut + 1 :]]
