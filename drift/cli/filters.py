"""`--kind`, `--significance` and `--context` -> what of a changelog its reader asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from drift.cli.choices import choose_many
from drift.cli.known import kind_names, rule_names

if TYPE_CHECKING:
    from drift.explain.selected import Wanted

CONTEXT = 3
"""Words on each side of a difference: enough to find the place again."""

Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KINDS", help="Only these kinds, such as 'link.*,page.moved'."),
]
Significances = Annotated[
    list[str] | None,
    typer.Option(
        "--significance", metavar="NAMES", help="Only these, such as 'content,structure'."
    ),
]

Context = Annotated[
    int | None,
    typer.Option(
        "--context", metavar="N", min=0, help=f"Words around a difference; {CONTEXT} by default."
    ),
]


def wanted(kinds: Iterable[str], significances: Iterable[str]) -> Wanted:
    """Hold what the user wrote against the names that are known; without a word, no name is looked up.

    Args:
        kinds: Names of kinds and rules, comma lists and globs.
        significances: Names of significances, likewise.

    Returns:
        What is asked for.

    Raises:
        UsageError: A word means none of the names.
    """
    from drift.changes.base import Significance
    from drift.explain.selected import Wanted

    words = tuple(kinds)
    known = (*kind_names(), *rule_names()) if words else ()
    return Wanted(
        kinds=choose_many(words, known, option="--kind"),
        significances=choose_many(significances, get_args(Significance), option="--significance"),
    )


def words_around(asked: int | None, usual: int | None) -> int:
    """Tell how many words to show on each side of a difference.

    Args:
        asked: What `--context` says.
        usual: What the configuration says.

    Returns:
        The first of both that says anything, else `CONTEXT`.
    """
    return next((words for words in (asked, usual) if words is not None), CONTEXT)
