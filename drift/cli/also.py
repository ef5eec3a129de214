"""`--also NAME=FILE` -> a result that is written in several formats and computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from drift.cli.choices import choose
from drift.cli.output import deliver
from drift.errors import UsageError
from drift.render.base import Renderer

Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also",
        metavar="NAME=FILE",
        help="Write the same in another format to FILE, such as sarif=drift.sarif; as often as needed.",
        show_default=False,
    ),
]

Seen = TypeVar("Seen")


def also_written(
    words: Iterable[str] | None, known: Mapping[str, Renderer[Seen]], place: Path
) -> Callable[[Seen], None]:
    """Hold the words against the formats, before any work is done.

    Args:
        words: `NAME=FILE`, if any were given.
        known: The formats by name.
        place: The folder from which files count.

    Returns:
        What writes a view in all of them.

    Raises:
        UsageError: A word names no format or no file.
    """
    wanted: list[tuple[Renderer[Seen], Path]] = []
    for word in words or ():
        name, _, file = word.partition("=")
        if not file:
            remedy = "give NAME=FILE, such as sarif=drift.sarif"
            raise UsageError("names no file", where=f"--also {word}", remedy=remedy)
        wanted.append((known[choose(name, known, option="--also")], place / file))

    def write(view: Seen) -> None:
        for renderer, path in wanted:
            deliver(renderer.render(view), path)

    return write
