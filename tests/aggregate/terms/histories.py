"""Revisions of a small handbook, one after the other -> what `drift terms` finds, as lines that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from drift.aggregate.terms.find import find
from drift.aggregate.terms.term import Term
from drift.aggregate.terms.told import Told, told
from drift.explain.account import stats
from drift.explain.base import CommitFacts, Entry, Side
from drift.history.exchanges.swaps import packed, swaps
from drift.history.step import Step
from drift.pipeline import compare
from drift.site.tree_site import TreeSite
from tests.conftest import both

Files = Mapping[str, str]


def steps(revisions: tuple[Files, ...]) -> Iterator[Step]:
    """Tell what each revision changed against the one before it."""
    for number, (before, after) in enumerate(pairwise(revisions), 1):
        old, new = both(before, after)
        account = compare(old, new)
        commit = CommitFacts(
            f"{number:040x}", (), "Ada", f"2024-{number:02}-01T12:00:00+00:00", "Change"
        )
        entry = Entry(
            old=Side("before"),
            new=Side("after"),
            rules=account.rules,
            changes=account.changes,
            stats=stats(old, new, account.changes),
            commit=commit,
        )
        yield Step(commit, exchanged=packed(swaps(entry)))


def everything(revisions: tuple[Files, ...]) -> Told:
    return told(steps(revisions), lambda _: True)


def end(revisions: tuple[Files, ...]) -> TreeSite:
    return both({}, revisions[-1])[1]


def begun(revisions: tuple[Files, ...]) -> TreeSite:
    return both({}, revisions[0])[1]


def found(*revisions: Files) -> tuple[Term, ...]:
    return find(everything(revisions), end(revisions), begun=begun(revisions))


def lines(*revisions: Files) -> list[str]:
    """Write each term in a line: forms, occurrences and pages, how it came in, what is left over."""
    return [
        f"{term.before} -> {term.after}, {term.count} on {term.pages}"
        f"{', trickled' if term.trickled else ''}"
        f"{''.join(f', left {one.path}:{one.line} {one.scope}' for one in term.leftovers)}"
        for term in found(*revisions)
    ]


def changed(files: Files, old: str, new: str, *only: str) -> Files:
    """Exchange a word on some pages, or on all."""
    return {
        path: text.replace(old, new) if not only or path in only else text
        for path, text in files.items()
    }
