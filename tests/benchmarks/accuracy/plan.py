"""Repositories and a seed -> the cases of one run."""

from __future__ import annotations

import posixpath
import random
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from drift.parse.base import parse
from drift.trees.site import Dialect
from drift.trees.walk import walk
from tests.benchmarks.accuracy import casting, corpora
from tests.benchmarks.accuracy.outline import plain
from tests.benchmarks.accuracy.reading import read
from tests.benchmarks.accuracy.truth import Case

INTENSITIES = (1, 5, 10, 40)


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to run."""

    repos: tuple[Path, ...]
    seed: int
    cases: int
    only: tuple[str, ...] = ()
    # Names of edits (`typo`, `page.split`) and of intensities (`page-40`, `tree`); all when empty.


def plan(order: Order) -> Iterator[tuple[str, str, Case | None]]:
    """Make the cases of a run.

    Args:
        order: What to run.

    Yields:
        The group (`single`, `page-10`, `tree`), the case's name, and the case; None when the pages drawn had no
        place for any of its edits, or did not read as the edits meant.
    """
    for repo in order.repos:
        for group, name in _names(order):
            for number in range(order.cases):
                seed = f"{order.seed}:{repo.name}:{name}:{number}"
                yield group, f"{repo.name}/{name}/{number}", _case(repo, name, seed)


def _names(order: Order) -> Iterator[tuple[str, str]]:
    everything = [("single", name) for name in casting.EDITS]
    everything += [(f"page-{count}", f"page-{count}") for count in INTENSITIES]
    everything += [("tree", "tree"), ("rough-10", "rough-10"), ("rough-40", "rough-40")]
    for group, name in everything:
        if not order.only or name in order.only or group in order.only:
            yield group, name


def _case(repo: Path, name: str, seed: str) -> Case | None:
    rng = random.Random(seed)  # noqa: S311
    for attempt in range(20):
        case = _attempt(repo, name, f"{seed}:{attempt}", rng)
        if case is not None and case.facts + case.edits:
            return case
    return None


def _attempt(repo: Path, name: str, seed: str, rng: random.Random) -> Case | None:
    history = corpora.commits(repo)
    commit = rng.choice(history[:: max(1, len(history) // 6)][:5]) if history else ""
    tree = corpora.files(repo, commit)
    crowd = re.fullmatch(r"(?:page|rough)-(\d+)", name)
    count = int(crowd[1]) if crowd else 0
    pages = corpora.large_pages(tree, least=6000 if count >= 10 else 1200)
    if not pages:
        return None
    page = rng.choice(pages)
    small = corpora.neighbourhood(tree, page, size=30 if name == "tree" else 8, rng=rng)
    small = {path: text for path, text in small.items() if agreed(path, text)}
    if page not in small:
        return None
    focus = [
        path for path in corpora.large_pages(small, least=400) if name == "tree" or path == page
    ]
    wide = name.startswith(
        ("page.", "metadata", "term", "spelling", "url", "folder", "levels", "nav")
    )
    if wide:
        focus = corpora.large_pages(small, least=400)
    limit = rng.randint(20, 45) if name == "tree" else count or 1
    edits = (
        casting.many(casting.ON_TREE if name == "tree" else casting.ON_PAGE, limit, rng)
        if count or name == "tree"
        else [name]
    )
    try:
        return casting.cast(
            small,
            seed=seed,
            focus=focus,
            edits=edits,
            limit=limit,
            rough=name.startswith("rough"),
            donors=_donors(tree, small),
        )
    except casting.UntrueError:
        return None


@lru_cache(maxsize=4096)
def agreed(path: str, text: str) -> bool:
    """Tell whether the parsers under test and the benchmark's own reader see the same headings on a page.

    Where they do not, nobody can say which is right, and the page makes no case.

    Args:
        path: The page's path; other files are agreed upon.
        text: Its text.

    Returns:
        Whether all section paths are equal.
    """
    suffix = posixpath.splitext(path)[1]
    if suffix not in (".md", ".rst"):
        return True
    page = parse(text, suffix=suffix, dialect=Dialect("github"))
    seen = [tuple(plain(title) for title in trail) for trail, _ in walk(page.root)]
    return seen[1:] == read(path, text).paths()


def _donors(tree: dict[str, str], small: dict[str, str]) -> list[str]:
    known = " ".join(small.values())
    found: list[str] = []
    for path in list(tree)[:60]:
        if path in small or not path.endswith(".md"):
            continue
        for node in read(path, tree[path]).root.walk():
            for chunk in node.chunks:
                text = chunk.source
                clean = plain(text) == " ".join(text.split()) and not re.search(
                    r"[\[\]`_|<{:\\]", text
                )
                if (
                    chunk.kind == "paragraph"
                    and clean
                    and len(text) > 90
                    and text[:60] not in known
                ):
                    found.append(text)
    return found[:40]
