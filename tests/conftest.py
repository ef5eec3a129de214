"""Small sites as dictionaries, and what is told of them as one line a change, so that tables of cases can be read.

    KIND OLD => NEW | BEFORE => AFTER | DETAIL | ... <- KIND OF THE CAUSE

A place is `page.md#Heading/Sub`, several are joined by ` + `, none is `-`; where both places are the same, it is
written once. An edit shows its nature, the operations on its blocks and its facts; a rule begins with `rule` and shows
how often it holds and what it left over.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, settings

from drift.changes.base import Change, Location, Value
from drift.changes.detect import kinds
from drift.explain.base import Rule
from drift.explain.explain import Account
from drift.match import match
from drift.match.matching import Matching
from drift.pipeline import compare
from drift.revision.base import Entry
from drift.site.build import sites
from drift.site.tree_site import TreeSite

# The same examples in every run: a gate that finds something else each time blames the wrong commit. To search for
# new ones, run with HYPOTHESIS_PROFILE=wild. How long an example takes says more of the machine than of the code.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", _PATIENT, derandomize=True)
settings.register_profile("wild", _PATIENT, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

Files = Mapping[str, str]


class Memory:
    """A revision that was never written to a disk."""

    rev, commit, date, prefix, single = "memory", None, None, "", False
    skipped: Mapping[str, int] = {}
    symlinks: Mapping[str, str] = {}

    def __init__(self, files: Files) -> None:
        self._files = {path: dedent(text).lstrip("\n").encode() for path, text in files.items()}

    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(path) for path in sorted(self._files))

    def read(self, entries: Iterable[Entry]) -> Iterator[bytes]:
        return (self._files[entry.path] for entry in entries)


LINEAR = 8
"""Times as long that four times as much may take, where the cost grows with what there is and machines are noisy."""


def growth(work: Callable[[int], object], size: int) -> float:
    """Tell how many times as long four times as much takes: about four where it costs what there is, sixteen of a square.

    Both are measured in one run, since machines differ and are busy.
    """

    def seconds(size: int) -> float:
        start = time.process_time()
        work(size)
        return time.process_time() - start

    short, long = (min(seconds(each) for _ in range(3)) for each in (size, 4 * size))
    return long / max(short, 1e-4)


def both(old: Files, new: Files) -> tuple[TreeSite, TreeSite]:
    return sites(Memory(old), Memory(new))


def _account(old: Files, new: Files) -> Account:
    return compare(*both(old, new))


def _match(old: Files, new: Files) -> Matching:
    return match(*both(old, new))


def _place(location: Location | tuple[Location, ...] | None) -> str:
    if location is None:
        return "-"
    rows = location if isinstance(location, tuple) else (location,)
    return " + ".join("#".join(filter(None, (at.path, "/".join(at.section)))) for at in rows)


def _value(value: Value) -> str:
    if isinstance(value, tuple):
        return "/".join(value) or "top"
    return "-" if value is None else str(value)


def _details(change: Change) -> Iterable[str]:
    if isinstance(change.key, str):
        yield f"key {change.key}"
    if change.kind == "section.edited":
        yield str(change.nature)
        if isinstance(change.blocks, tuple):
            yield ", ".join(sorted(f"{block.op} {block.kind}" for block in change.blocks))
        if isinstance(change.facts, tuple):
            yield from (f"{_value(f.before)} => {_value(f.after)}" for f in change.facts)
    elif change.before is not None or change.after is not None:
        yield f"{_value(change.before)} => {_value(change.after)}"


def line(change: Change, names: Mapping[str, str]) -> str:
    old, new = _place(change.old), _place(change.new)
    head = f"{change.kind} {old}" if old == new else f"{change.kind} {old} => {new}"
    because = f" <- {names[change.cause]}" if change.cause else ""
    return " | ".join((head, *_details(change))) + because


def rule_line(rule: Rule) -> str:
    left = [f"left {one.path}:{one.line} {one.scope}" for one in rule.leftovers]
    parts = (f"rule {rule.kind}", f"{rule.before} => {rule.after}", f"{rule.count} times", *left)
    return " | ".join(parts)


def lines(account: Account) -> list[str]:
    names = {rule.id: rule.kind for rule in account.rules}
    names |= {change.id: change.kind for change in account.changes}
    assert len(names) == len(account.rules) + len(account.changes)
    rows = [rule_line(rule) for rule in account.rules]
    return sorted(rows + [line(change, names) for change in account.changes])


def mirrored(text: str) -> str | None:
    """Turn a line round; None for what the way back does not tell."""
    body, _, cause = text.partition(" <- ")
    head, *parts = body.split(" | ")
    kind, places = head.split(" ", 1)
    if kind != "rule":
        if not kinds()[kind].mirror:
            return None
        kind = kinds()[kind].mirror
    turned = [f"{kind} {_turned(places)}", *map(_turned, parts)]
    back = kinds()[cause].mirror if cause in kinds() else cause
    return " | ".join(turned) + (f" <- {back}" if cause else "")


def _turned(part: str) -> str:
    if " => " in part:
        return " => ".join(reversed(part.split(" => ")))
    ends = {"added": "removed", "removed": "added"}
    rows = [operation.split(" ") for operation in part.split(", ")]
    return ", ".join(sorted(" ".join((ends.get(op, op), *rest)) for op, *rest in rows))


@pytest.fixture(scope="session", autouse=True)
def own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what tests find out away from what the user's own runs found out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


Check = Callable[..., None]


@pytest.fixture
def check() -> Check:
    """Hold what is told, exactly, against what should be; the way back must tell the mirror, or what `back` says."""

    def run(old: Files, new: Files, told: Sequence[str], back: Sequence[str] | None = None) -> None:
        if back is None:
            back = [turned for one in told if (turned := mirrored(one))]
        assert "\n".join(lines(_account(old, new))) == "\n".join(sorted(told))
        assert "\n".join(lines(_account(new, old))) == "\n".join(sorted(back))

    return run


@pytest.fixture
def account() -> Callable[[Files, Files], Account]:
    """Compare two small sites."""
    return _account


@pytest.fixture
def matched() -> Callable[[Files, Files], Matching]:
    """Match two small sites."""
    return _match
