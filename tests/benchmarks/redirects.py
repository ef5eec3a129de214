"""How many of the redirects that maintainers wrote by hand `drift redirects` finds, and how many of its answers are wrong.

DRIFT_CORPORA=bundles python -m tests.benchmarks.redirects [--truth FILE --repo DIR ...] [--misses] [--cache DIR]

Each row of a truth file says where an old place lives now. Of the verified rows: recall is the share that is found,
wrong the share of the answers that name another place; beside them what git finds, between the ends and commit by
commit. Then the reliability of confidences: of the answers given about so much, so many are right.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import msgspec

from drift.aggregate.redirect import Redirect
from drift.aggregate.redirects import redirects
from drift.aggregate.steps import Ends, Way
from drift.cache.store import no_cache, open_cache
from drift.cache.version import code_version
from drift.revision.git import Repository
from tests.benchmarks.accuracy import corpora

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.97, 1.01)


class Named(msgspec.Struct, frozen=True):
    """One side of a row."""

    path: str
    anchor: str | None = None
    also: tuple[tuple[str, str | None], ...] = ()
    any_anchor: bool = False

    @property
    def names(self) -> set[tuple[str, str | None]]:
        return {(self.path, self.anchor), *self.also}


class Truth(msgspec.Struct, frozen=True):
    """What a maintainer wrote."""

    range: tuple[str, str]
    kind: str
    old: Named
    new: Named
    strength: str
    left: str = ""

    def judge(self, path: str | None, anchor: str | None) -> str:
        """Tell whether an answer is right, wrong or none."""
        if path is None:
            return "none"
        loose = self.kind == "page" or self.new.any_anchor
        right = {one[0] for one in self.new.names} if loose else self.new.names
        return "right" if (path if loose else (path, anchor)) in right else "wrong"


Answers = Mapping[tuple[str, str, str | None], tuple[str | None, str | None, float]]


def _ours(rows: Iterable[Redirect]) -> Answers:
    found: dict[tuple[str, str, str | None], tuple[str | None, str | None, float]] = {}
    for row in rows:
        old = row.old.path or ""
        found[row.kind, old, row.old.anchor] = (row.new.path, row.new.anchor, row.confidence)
    return found


def _renames(repo: Path, old: str, new: str) -> dict[str, str]:
    words = ["diff", "--name-status", "-M50%", "-l0", "--diff-filter=R", "-z", old, new]
    # Where the repository lacks a file, git tells nothing of the commit, and drift the rest.
    told = subprocess.run(["git", "-C", str(repo), *words], capture_output=True, check=False).stdout
    parts = told.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return dict(zip(parts[1::3], parts[2::3], strict=True))


def _composed(repo: Path, old: str, new: str) -> dict[str, str]:
    words = ["rev-list", "--first-parent", "--reverse", f"{old}..{new}"]
    told = subprocess.run(["git", "-C", str(repo), *words], capture_output=True, check=True).stdout
    went: dict[str, str] = {}
    for commit in told.decode().split():
        step = _renames(repo, f"{commit}^", commit)
        went = {path: step.get(now, now) for path, now in went.items()} | {
            path: now for path, now in step.items() if path not in went.values()
        }
    return went


def _git(renames: Mapping[str, str]) -> Answers:
    return {("page", path, None): (now, None, 1.0) for path, now in renames.items()}


class Score:
    """Counts answers."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.bins: dict[float, Counter[str]] = defaultdict(Counter)

    def hold(self, who: str, truth: Truth, answers: Answers) -> str:
        given = [
            answers[key]
            for path, anchor in sorted(truth.old.names, key=str)
            if (key := (truth.kind, path, anchor)) in answers
        ]
        path, anchor, confidence = given[0] if given else (None, None, 0.0)
        verdict = truth.judge(path, anchor)
        self.counts[who, truth.kind, verdict] += 1
        if who == "drift" and verdict != "none":
            self.bins[max(edge for edge in BINS if confidence >= edge)][verdict] += 1
        return f"{verdict:<6}{path}{'#' + anchor if anchor else ''} {confidence}"

    def lines(self) -> Iterator[str]:
        for who, kind in sorted({(who, kind) for who, kind, _ in self.counts}):
            right, wrong, none = (self.counts[who, kind, one] for one in ("right", "wrong", "none"))
            share = wrong / (right + wrong) if right + wrong else 0.0
            yield (
                f"  {who:<10}{kind:<8} recall {right / (right + wrong + none):.3f}"
                f"  wrong {share:.3f}  ({right} right, {wrong} wrong, {none} none)"
            )

    def table(self) -> Iterator[str]:
        for low, high in pairwise(BINS):
            verdicts = self.bins[low]
            if total := verdicts.total():
                yield f"  {low:.2f} to {min(1.0, high):.2f}: {verdicts['right'] / total:.3f} of {total} are right"


def measure(truth: Path, repo: Path, way: Way, score: Score, *, misses: bool) -> Iterator[str]:
    """Hold the answers for one repository against its truth."""
    rows = msgspec.json.decode(truth.read_bytes(), type=list[Truth])
    ranges: dict[tuple[str, str], list[Truth]] = defaultdict(list)
    for row in rows:
        if row.strength == "verified":
            ranges[row.range].append(row)
    baselines: tuple[tuple[str, Callable[[Path, str, str], dict[str, str]]], ...] = (
        ("git diff", _renames),
        ("git log", _composed),
    )
    for (old, new), wanted in ranges.items():
        begun = time.perf_counter()
        found = redirects(Ends(Repository(repo), old, new), way)
        spent = time.perf_counter() - begun
        yield f"{repo.name} {old[:10]}..{new[:10]}: {len(wanted)} rows, {len(found.rows)} answers, {spent:.1f} s"
        ours = _ours(found.rows)
        for one in wanted:
            said = score.hold("drift", one, ours)
            if misses and not said.startswith("right"):
                place = f"{one.old.path}#{one.old.anchor or ''} -> {one.new.path}#{one.new.anchor or ''}"
                yield f"    {one.kind} {one.left} {place}: {said}"
        for name, git in baselines:
            answers = _git(git(repo, old, new))
            for one in wanted:
                score.hold(name, one, answers)


def _corpora(folder: Path) -> list[tuple[Path, Path]]:
    """Clone the bundles, each beside whose truth lies one of its name."""
    bundles = os.environ.get("DRIFT_CORPORA", "")
    repos = corpora.clone(Path(bundles), folder) if bundles else []
    return [(Path(bundles) / f"{repo.stem}.redirects.json", repo) for repo in repos]


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--truth", type=Path, action="append", default=[])
    parser.add_argument("--repo", type=Path, action="append", default=[])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    score = Score()
    cache = open_cache(given.cache, version=code_version()) if given.cache else no_cache()
    with tempfile.TemporaryDirectory() as folder, cache:
        pairs = list(zip(given.truth, given.repo, strict=True)) or _corpora(Path(folder))
        way = Way(cache=cache, jobs=given.jobs)
        for truth, repo in pairs:
            for line in measure(truth, repo, way, score, misses=given.misses):
                _write(line)
    for line in ("verified rows", *score.lines(), "reliability", *score.table()):
        _write(line)


if __name__ == "__main__":
    main()
