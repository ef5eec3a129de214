"""What users write -> a changelog or a tree: the library's own front door, without printing."""

from __future__ import annotations

import os
from pathlib import Path

from drift import pipeline
from drift.explain.base import Changelog
from drift.revision.names import open_revision, open_revisions
from drift.site.build import site
from drift.trees.site import Dialect, Site

Place = str | os.PathLike[str]


def diff(
    old: Place,
    new: Place | None = None,
    *,
    repository: Place = ".",
    dialect: str | None = None,
    jobs: int = 1,
) -> Changelog:
    """Tell what changed between two revisions of a docs tree.

    Args:
        old: A git revision (`v1`, `v1:docs`, `v1..v2`, `main...topic`), a directory, a file, `WORKTREE` or `INDEX`.
        new: The other side; None compares a single revision with the work tree.
        repository: The folder that revisions and relative paths are looked up from.
        dialect: How the site makes anchors (`github`, `mkdocs`, `sphinx`, …); None finds it from the tree.
        jobs: Processor cores to use at most.

    Returns:
        Rules and changes, in a total order.

    Raises:
        RevisionError: One of the sides cannot be read.
    """
    given = None if new is None else os.fspath(new)
    before, after = open_revisions(os.fspath(old), given, repo_dir=Path(repository))
    spoken = None if dialect is None else Dialect(dialect)
    return pipeline.diff(before, after, dialect=spoken, jobs=jobs)


def tree(revision: Place, *, repository: Place = ".", dialect: str | None = None) -> Site:
    """Read a revision as drift sees it: pages, sections, blocks and links.

    Args:
        revision: A git revision, a directory or a file, as for `diff`.
        repository: The folder that revisions and relative paths are looked up from.
        dialect: How the site makes anchors; None finds it from the tree.

    Returns:
        The site, which also tells what each of its links points to.

    Raises:
        RevisionError: It cannot be read.
    """
    opened = open_revision(os.fspath(revision), repo_dir=Path(repository))
    return site(opened, dialect=None if dialect is None else Dialect(dialect))
