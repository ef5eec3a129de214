"""What users write -> a changelog, a history or a tree: the library's own front door, without printing."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from drift import pipeline
from drift.aggregate.life import life, subject
from drift.aggregate.steps import Way
from drift.aggregate.trace import Moment
from drift.aggregate.witness import witness
from drift.cache.store import Cache, no_cache, open_cache
from drift.cache.version import code_version
from drift.explain.base import Changelog
from drift.history.step import Step
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.names import open_revision, open_revisions
from drift.revision.range import Range
from drift.site.build import site
from drift.trees.site import Dialect, Site, Stated

Place = str | os.PathLike[str]


def diff(  # noqa: PLR0913 - as for the command; all but the revisions are left as they are
    old: Place,
    new: Place | None = None,
    *,
    repository: Place = ".",
    dialect: str | None = None,
    jobs: int = 1,
    lineage: bool = True,
) -> Changelog:
    """Tell what changed between two revisions of a docs tree.

    Args:
        old: A git revision (`v1`, `v1:docs`, `v1..v2`, `main...topic`), a directory, a file, `WORKTREE` or `INDEX`.
        new: The other side; None compares a single revision with the work tree.
        repository: The folder that revisions and relative paths are looked up from.
        dialect: How the site makes anchors (`github`, `mkdocs`, `sphinx`, …); None finds it from the tree.
        jobs: Processor cores to use at most.
        lineage: Whether the commits between two commits are asked what became of what is left in doubt.

    Returns:
        Rules and changes, in a total order.

    Raises:
        RevisionError: One of the sides cannot be read.
    """
    given = None if new is None else os.fspath(new)
    before, after = open_revisions(os.fspath(old), given, repo_dir=Path(repository))
    stated = _stated(dialect)
    knows = None
    if lineage and before.commit and after.commit:
        way = Way(cache=no_cache(), stated=stated, jobs=jobs)
        knows = witness(before, after, Repository(Path(repository)), way)
    return pipeline.diff(before, after, stated=stated, jobs=jobs, witness=knows)


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
    return site(opened, stated=_stated(dialect))


def log(  # noqa: PLR0913 - as for the command; all but the range are left as they are
    *words: str,
    repository: Place = ".",
    paths: Sequence[str] = (),
    first_parent: bool = True,
    reverse: bool = False,
    dialect: str | None = None,
    jobs: int = 1,
    cache: Place | None = None,
) -> Generator[Step]:
    """Tell what each commit of a history changed.

    Args:
        words: Revisions as for `git log`: `v1..v2`, `main`, `^topic`; none is HEAD.
        repository: The folder that revisions and pathspecs are looked up from.
        paths: Pathspecs; only commits that changed such a path are looked at.
        first_parent: Whether what was merged is one commit.
        reverse: Whether the oldest comes first.
        dialect: How the site makes anchors; None finds it from each tree.
        jobs: Processor cores to use at most.
        cache: The folder where results are kept from one run to the next; None keeps none.

    Returns:
        The commits, newest first; one that touches no document has no entry. They are looked at while they are asked for.

    Raises:
        RevisionError: The range names no commit; while iterating, git cannot read the history any further.
    """
    wanted = Range(words=words, first_parent=first_parent, reverse=reverse, paths=tuple(paths))
    kept = _cache(cache)
    steps = walk(
        Repository(Path(repository)), wanted, stated=_stated(dialect), jobs=jobs, cache=kept
    )
    return _closing(kept, steps)


def trace(  # noqa: PLR0913 - as for the command; all but the page are left as they are
    page: str,
    *,
    repository: Place = ".",
    at: str = "HEAD",
    dialect: str | None = None,
    jobs: int = 1,
    cache: Place | None = None,
) -> Generator[Moment]:
    """Tell the life of a page or section.

    Args:
        page: `PAGE`, or `PAGE#ANCHOR`, where a heading may stand for its anchor.
        repository: The folder that revisions and paths are looked up from.
        at: The revision at which it is called so.
        dialect: How the site makes anchors; None finds it from each tree.
        jobs: Processor cores to use at most.
        cache: The folder where results are kept from one run to the next; None keeps none.

    Yields:
        Each commit of the line of first parents that did something to it, newest first. They are looked at while they are
        asked for.

    Raises:
        RevisionError: There is no such revision, page or anchor, or git cannot read the history any further.
    """
    with _cache(cache) as kept:
        way = Way(cache=kept, stated=_stated(dialect), jobs=jobs)
        yield from life(subject(Repository(Path(repository)), page, at, way), way)


def _cache(folder: Place | None) -> Cache:
    return no_cache() if folder is None else open_cache(Path(folder), version=code_version())


def _closing(cache: Cache, steps: Generator[Step]) -> Generator[Step]:
    """Close the cache when the last step was taken, or no further one is asked for."""
    with cache, closing(steps):
        yield from steps


def _stated(dialect: str | None) -> Stated:
    return Stated(None if dialect is None else Dialect(dialect))
