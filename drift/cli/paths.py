"""`OLD [NEW] -- PATHS` -> the same with `--path`, so that a path is never taken for a revision."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from drift.revision.base import Revision

_LONG = re.compile(r":\((?P<magic>[^)]*)\)(?P<pattern>.*)", re.DOTALL)
_SHORT = re.compile(r":(?P<signs>[/!^]*):?(?P<pattern>.*)", re.DOTALL)
_WHOLE = frozenset({"WORKTREE", "INDEX", "STAGED", "--cached", "--staged"})

Paths = Annotated[
    list[str] | None,
    typer.Option(
        "--path",
        metavar="PATHSPEC",
        help="Only what is there, as a git pathspec; the same as writing it after `--`.",
        show_default=False,
    ),
]


def pathspecs(given: Sequence[str] | None, configured: Sequence[str]) -> tuple[str, ...]:
    """Tell which paths are meant: those of the command line, else those of the configuration.

    Args:
        given: Pathspecs from where the user stands.
        configured: Pathspecs from the root of the repository.

    Returns:
        Pathspecs from where the user stands.
    """
    return tuple(given) if given else tuple(map(_from_top, configured))


def meant(
    given: Sequence[str] | None, configured: Sequence[str], *, prefix: str
) -> Callable[[str], bool] | None:
    """Make a test of what is to be told.

    Args:
        given: As for `pathspecs`.
        configured: Likewise.
        prefix: Where the user stands below the root (`docs/`).

    Returns:
        A function from a path, relative to the root, to whether it is meant; None where every path is.

    Raises:
        UsageError: A pathspec cannot be understood.
    """
    from drift.revision.pathspec import matcher

    specs = pathspecs(given, configured)
    return matcher(specs, prefix=prefix) if specs else None


def _from_top(spec: str) -> str:
    long = _LONG.fullmatch(spec)
    if long:
        return f":(top,{long['magic']}){long['pattern']}"
    short = _SHORT.fullmatch(spec)
    if short is None:
        return f":(top){spec}"
    exclude = "" if {"!", "^"}.isdisjoint(short["signs"]) else ",exclude"
    return f":(top{exclude}){short['pattern']}"


def is_whole(revision: Revision) -> bool:
    """Tell whether a revision is a repository, of whose root a configuration speaks, and no folder or file.

    Args:
        revision: The revision.
    """
    if revision.commit is None:
        return revision.rev in _WHOLE
    return ":" not in revision.rev


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
