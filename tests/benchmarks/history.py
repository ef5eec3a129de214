"""How fast and how large a walk over a history is, against git's own text diff of it; all in one run.

DRIFT_CORPORA=bundles python -m tests.benchmarks.history [--repo DIR ...] [--part NAME ...]

cold     `drift log --format jsonl` of the whole history, with nothing kept, against `git log -p -M --word-diff` of the
         same documents, first parents both: seconds, processor seconds, and their ratios
warm     the same with everything kept
new      with everything kept but the last commit: seconds
diff     `drift diff HEAD~1 HEAD` against a process that only imports its libraries
memory   peak of all processes together, over the last commits once, and to and fro 4 and 16 times as other commits
parsed   of what all page versions say: the share that was parsed, and the share that is not the same as before
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from unittest import mock

import msgspec

from drift.history.walk import walk
from drift.parse import base
from drift.parse.fragments import Assembly, Fragment, Read
from drift.parse.shelf import MemoryShelf, Outcome
from drift.revision.git import Repository
from drift.revision.range import Range
from drift.site.documents import suffixes
from drift.trees.fingerprint import digest
from tests.benchmarks.accuracy import corpora
from tests.benchmarks.processes import Spent, best, spent

COLD, WARM, DIFF = 8.0, 1.0, 3.0
"""Times as long as what it is held against, at most."""

NEW = 0.5
"""Seconds at most."""

PEAK = 400
"""Megabytes at most."""

GROWTH = 1.1
"""Times as much memory for 16 times the history, at most: allocators are not exact."""

LIBRARIES = (
    "typer, rich.console, git, markdown_it, mdit_py_plugins, docutils.core, msgspec, rapidfuzz"
)

Part = Callable[[Path, Path, argparse.Namespace], Iterator[str]]
"""Measures a repository, with an empty folder to work in; gives the lines to be printed."""


def _drift(repo: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "drift", "-C", str(repo), *words]


def _log(repo: Path, kept: Path, *words: str) -> list[str]:
    return _drift(repo, "log", "--format", "jsonl", "--cache", str(kept), "-q", *words)


def _text_diff(repo: Path) -> Spent:
    """Measure what git says of the same documents."""
    words = ("log", "-p", "-M", "--word-diff", "--first-parent", "--diff-merges=first-parent")
    paths = [f"*{suffix}" for suffix in sorted(suffixes())]
    return spent(["git", "-C", str(repo), *words, "HEAD", "--", *paths])


def _ratio(name: str, ours: Spent, theirs: Spent, most: float) -> str:
    times = ours.seconds / theirs.seconds
    return (
        f"{name:<10}{ours.seconds:>9.2f} s{theirs.seconds:>9.2f} s{times:>8.2f} x  at most {most:g} x"
        f"  {'ok' if times <= most else 'TOO SLOW'}; processor{ours.processor:>9.2f} s"
        f"{theirs.processor:>9.2f} s{ours.processor / theirs.processor:>8.2f} x"
    )


def cold(repo: Path, folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure a walk that knows nothing."""

    def ours() -> Spent:
        shutil.rmtree(folder / "kept", ignore_errors=True)
        return spent(_log(repo, folder / "kept"))

    mine, git = best([ours, partial(_text_diff, repo)], times=options.times)
    yield _ratio("cold", mine, git, COLD)


def warm(repo: Path, folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure a walk that knows everything."""
    spent(_log(repo, folder / "kept"))
    ours = partial(spent, _log(repo, folder / "kept"))
    mine, git = best([ours, partial(_text_diff, repo)], times=options.times)
    yield _ratio("warm", mine, git, WARM)


def new(repo: Path, folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure a walk that knows everything but the last commit."""
    spent(_log(repo, folder / "before", "HEAD~1"))

    def ours() -> Spent:
        shutil.rmtree(folder / "kept", ignore_errors=True)
        shutil.copytree(folder / "before", folder / "kept")
        return spent(_log(repo, folder / "kept"))

    (mine,) = best([ours], times=options.times)
    verdict = "ok" if mine.seconds <= NEW else "TOO SLOW"
    yield (
        f"{'new':<10}{mine.seconds:>9.2f} s  at most {NEW} s  {verdict}; processor{mine.processor:>9.2f} s"
    )


def diff(repo: Path, folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure the comparison of two neighbours."""
    ours = partial(spent, _drift(repo, "diff", "HEAD~1", "HEAD", "-o", str(folder / "told")))
    theirs = partial(spent, [sys.executable, "-c", f"import {LIBRARIES}"])
    mine, libraries = best([ours, theirs], times=options.times)
    yield _ratio("diff", mine, libraries, DIFF)


def memory(repo: Path, folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure the memory of all processes, over histories of several lengths."""
    trees = _trees(repo, options.commits)
    first = 0
    for times in (1, 4, 16):
        place = _repeated(repo, folder / f"repeated-{times}", _to_and_fro(trees, times))
        peak = spent(_log(place, folder / f"kept-{times}"), watched=True).peak
        first = first or peak
        fits = peak <= PEAK * 1e6 and peak <= GROWTH * first
        yield (
            f"{'memory':<10}{len(trees) * times:>9,} commits{peak / 1e6:>9.0f} MB{peak / first:>8.2f} x  "
            f"at most {PEAK} MB  {'ok' if fits else 'TOO MUCH'}"
        )


def _trees(repo: Path, commits: int) -> list[str]:
    """List the trees of the last commits, oldest first."""
    words = ["git", "-C", str(repo), "log", "--first-parent", "--format=%T", f"-n{commits}"]
    return subprocess.check_output(words, text=True).split()[::-1]


def _to_and_fro(trees: list[str], times: int) -> list[str]:
    """Go through trees several times, back the way that one came: no commit between is larger than those there are."""
    return [tree for turn in range(times) for tree in (trees if turn % 2 == 0 else trees[::-1])]


def _repeated(repo: Path, place: Path, trees: list[str]) -> Path:
    """Make a repository that has trees of another as a line of commits."""
    clone = ["git", "clone", "-q", "--bare", "--shared", str(repo.absolute()), str(place)]
    subprocess.run(clone, check=True)
    rows = []
    for number, tree in enumerate(trees):
        message = f"Change {number}"
        rows.append(
            f"commit refs/heads/repeated\ncommitter Ada <ada@example.com> {1_500_000_000 + number} +0000\n"
            f'data {len(message)}\n{message}\nM 040000 {tree} ""\n'
        )
    write = ["git", "-C", str(place), "fast-import", "--quiet"]
    subprocess.run(write, input="".join(rows).encode(), check=True)
    head = ["git", "-C", str(place), "symbolic-ref", "HEAD", "refs/heads/repeated"]
    subprocess.run(head, check=True)
    return place


class _Tally(msgspec.Struct):
    """Characters of page versions."""

    seen: int = 0
    parsed: int = 0
    distinct: int = 0
    # In fragments that no version before had.
    commits: int = 0
    put: set[bytes] = set()
    met: set[bytes] = set()


def parsed(repo: Path, _folder: Path, _options: argparse.Namespace) -> Iterator[str]:
    """Measure how much of what pages say is parsed in a walk."""
    tally = _Tally()
    by_fragments, read, put = base._by_fragments, Assembly._read, MemoryShelf.put  # noqa: SLF001 - to be counted

    def page(parser: base.Parser, source: str, *rest: object) -> object:
        found = by_fragments(parser, source, *rest)  # type: ignore[arg-type]
        tally.seen += len(source)
        tally.parsed += 0 if found else len(source)
        return found

    def fragments(assembly: Assembly, those: Sequence[Fragment], *, count: int = 1) -> list[Read]:
        tally.put.clear()
        rows = read(assembly, those, count=count)
        for row in rows:
            size = len(row.fragment.source)
            tally.parsed += size * (row.key in tally.put)
            tally.put.discard(row.key)
            name = digest([row.fragment.source])
            tally.distinct += size * (name not in tally.met)
            tally.met.add(name)
        return rows

    def counted(shelf: MemoryShelf, key: bytes, outcome: Outcome) -> None:
        tally.put.add(key)
        put(shelf, key, outcome)

    with (
        mock.patch.object(base, "_by_fragments", page),
        mock.patch.object(Assembly, "_read", fragments),
        mock.patch.object(MemoryShelf, "put", counted),
    ):
        tally.commits = sum(1 for _ in walk(Repository(repo), Range()))
    seen = max(1, tally.seen)
    yield (
        f"{'parsed':<10}{tally.parsed / seen:>9.1%}  distinct {tally.distinct / seen:.1%}  "
        f"of {seen / 1e6:.1f} million characters in {tally.commits:,} commits"
    )


PARTS: Mapping[str, Part] = MappingProxyType(
    {part.__name__: part for part in (cold, warm, new, diff, memory, parsed)}
)


def main() -> int:
    """Measure the repositories given, or all bundles.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="history", description=__doc__.split("\n")[0])
    parser.add_argument("--repo", type=Path, nargs="*", default=[])
    parser.add_argument("--part", nargs="*", choices=[*PARTS], default=[*PARTS])
    parser.add_argument("--times", type=int, default=3, help="of which the best is taken")
    parser.add_argument("--commits", type=int, default=300, help="that are repeated")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bundles = os.environ.get("DRIFT_CORPORA", "")
        repos = options.repo or (corpora.clone(Path(bundles), folder) if bundles else [])
        for repo in repos:
            commits = len(corpora.commits(repo))
            sys.stdout.write(f"{repo.name}: {commits:,} commits\n")
            for part in options.part:
                with tempfile.TemporaryDirectory() as own:
                    for line in PARTS[part](repo, Path(own), options):
                        sys.stdout.write(f"{line}\n")
                        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
