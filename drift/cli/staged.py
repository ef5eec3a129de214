"""What is about to be committed -> the two sides of its review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drift.cli.review_inputs import from_merge_base
from drift.errors import UsageError

if TYPE_CHECKING:
    from drift.revision.base import Revision

Staged = Annotated[
    bool, typer.Option("--staged", help="Review what is about to be committed: the index.")
]


def reviewed_range(words: str | None, place: Path, *, staged: bool) -> tuple[Revision, Revision]:
    """Open the two sides of a review, of a range or of what is staged.

    Args:
        words: The range, if one was given.
        place: Where the user stands.
        staged: Whether `--staged` was given.

    Returns:
        The sides. Before the first commit, everything is new.

    Raises:
        UsageError: Both were given.
        RevisionError: There is no such revision, or no repository.
    """
    if not staged:
        return from_merge_base(words, place)
    if words is not None:
        raise UsageError("contradicts --staged", where=words, remedy="give one of them")
    from drift.revision.git import Repository
    from drift.revision.names import open_revisions

    repository = Repository(place)
    head = repository.ask("rev-parse", "--verify", "--quiet", "HEAD") and "HEAD"
    nothing = repository.require("hash-object", "-t", "tree", "/dev/null").decode().strip()
    return open_revisions(head or nothing, "INDEX", repo_dir=place)
