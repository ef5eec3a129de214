"""A page or section of a repository -> its life, and the commit behind each of its blocks."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import takewhile

import msgspec

from drift.aggregate.blame import Blamed, blame
from drift.aggregate.named import find
from drift.aggregate.reading import reader, site_at
from drift.aggregate.standpoint import Standpoint
from drift.aggregate.steps import Way, walked
from drift.aggregate.trace import Moment, trace
from drift.errors import RevisionError
from drift.history.past import Past
from drift.history.step import Step, Wants
from drift.revision.base import Unreadable
from drift.revision.git import Repository
from drift.revision.range import Range, ends
from drift.site.document import Document
from drift.site.documents import decode, suffix_of
from drift.site.tree_site import TreeSite
from drift.trees.page import Page


class Subject(msgspec.Struct, frozen=True, eq=False):
    """Whose life is to be told."""

    repository: Repository
    rev: str
    # What the user calls the revision at which the life is looked back on.
    commit: str
    site: TreeSite
    found: Standpoint


def subject(repository: Repository, word: str, rev: str, way: Way) -> Subject:
    """Find what a user means.

    Args:
        repository: Whose history it is.
        word: `PAGE` or `PAGE#ANCHOR`.
        rev: The revision at which it is called so.
        way: How its history is walked.

    Returns:
        The page or section.

    Raises:
        RevisionError: There is no such revision, page or anchor.
    """
    tips = ends(repository, Range(words=(rev,)))
    # No name of a branch or tag has two dots; a range is none, though it may have but one end.
    if len(tips) != 1 or ".." in rev:
        raise RevisionError("is no single commit", where=rev)
    tree = site_at(repository, tips[0], reader(way.cache), stated=way.stated)
    return Subject(repository, rev, tips[0], tree, find(tree, repository, word, rev))


def life(of: Subject, way: Way) -> Generator[Moment]:
    """Tell the life of a page or section, newest first.

    Args:
        of: The page or section.
        way: How its history is walked.

    Yields:
        Each commit of the line of first parents that did something to it.

    Raises:
        RevisionError: The history cannot be read.
    """
    with closing(_steps(of, way, "both")) as steps:
        yield from trace(steps, of.found, cut=of.repository.shallow)


def blamed(of: Subject, way: Way) -> tuple[Blamed, ...]:
    """Find the commit behind each block of a page or section.

    Args:
        of: The page or section.
        way: How its history is walked.

    Returns:
        Its headings and blocks.

    Raises:
        RevisionError: The history cannot be read.
    """
    path = of.found.place[0]
    past = Past(of.repository, Range(words=(of.commit,)))
    with closing(_steps(of, way, "passages")) as steps, closing(past):
        place = path, of.found.trail
        return blame(of.site.pages[path], place, _uncut(steps, of), _reading(of, way), past)


def _steps(of: Subject, way: Way, wants: Wants) -> Generator[Step]:
    return walked(of.repository, Range(words=(of.commit,)), way, wants=wants)


def _uncut(steps: Iterable[Step], of: Subject) -> Iterator[Step]:
    """Leave out the commit at which a shallow clone was cut: what stands there is not its work."""
    return takewhile(lambda step: step.commit.id not in of.repository.shallow, steps)


def _reading(of: Subject, way: Way) -> Callable[[str, str], Page | None]:
    """Give what reads the pages of earlier commits, of which only what is new is parsed."""
    pages = reader(way.cache)

    def read(path: str, blob: str) -> Page | None:
        data = of.repository.content(blob)
        if isinstance(data, Unreadable):
            return None
        document = Document(blob, suffix_of(path), decode(data))
        return pages.page(document, of.site.dialects.of(path))

    return read
