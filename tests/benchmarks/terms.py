"""How many of the terms that were renamed in public handbooks `drift terms` finds, and how much of what it says is wrong.

DRIFT_CORPORA=bundles DRIFT_REPOS=folder python -m tests.benchmarks.terms [--misses] [--cache DIR]

The truth stands in `terms.toml`: for ranges of histories the renamings found there by reading, and pairs that look like
some. Of each range the first twenty terms count. Recall is the share of the renamings that is among them, once of
those that took four occurrences and more, once of all; precision is the share of what is told that is a renaming. What
nobody has judged is wrong. Ranges that had no part in tuning are counted apart, and so are those of which the list was
closed before drift was run on them; what a reader found right afterwards is `judged`, and counts for a second precision.

Repositories beyond the bundles are looked for in DRIFT_REPOS as `name`, `owner+name` or `owner/name`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

from drift.aggregate.terms.found import Question, answer
from drift.aggregate.terms.term import Term
from drift.cache.store import Cache, no_cache, open_cache
from drift.cache.version import code_version
from drift.explain.mentions import Stems
from drift.history.exchanges.phrases import Pair, stems
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.range import Range
from tests.benchmarks.accuracy import corpora

FIRST = 20
"""Terms of a range that count: nobody reads on for long."""

OFTEN = 4
"""Occurrences from which on a renaming must not be missed; what changed in two or three places may be a rewording."""

BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Truth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a range."""

    repository: str
    range: str
    renamed: tuple[tuple[str, str, int], ...]
    # Old form, new form, occurrences.
    different: tuple[Pair, ...]
    # Pairs that look like renamings.
    held: bool = False
    # Whether it had no part in tuning.
    blind: bool = False
    # Whether the list was closed before anything was told of the range.
    judged: tuple[Pair, ...] = ()
    # Renamings that are not on the list, which a reader of what was told found right.


class Result(msgspec.Struct, frozen=True):
    """What was said of a range."""

    truth: Truth
    told: tuple[tuple[Term, bool], ...]
    # The first terms, and whether each is a renaming.
    missed: tuple[tuple[str, str, int], ...]

    def recall(self, least: int) -> tuple[int, int]:
        """Count the renamings of so many occurrences that were found, and all of them."""
        wanted = [one for one in self.truth.renamed if one[2] >= least]
        missed = [one for one in self.missed if one[2] >= least]
        return len(wanted) - len(missed), len(wanted)


def main() -> int:
    """Hold what is told against the truth and print how well it fits.

    Returns:
        The exit status: 2 where no repository is to be had.
    """
    options = _arguments()
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    truths = msgspec.convert(table["range"], tuple[Truth, ...])
    cache = open_cache(options.cache, version=code_version()) if options.cache else no_cache()
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder, cache:
        homes = _homes(Path(folder))
        for truth in truths:
            home = next((homes[name] for name in _names(truth) if name in homes), None)
            if home is None:
                _say(
                    f"{truth.repository}: left out, it is neither in DRIFT_CORPORA nor DRIFT_REPOS"
                )
                continue
            begun = time.perf_counter()
            results.append(held(truth, terms(home, truth.range, cache, jobs=options.jobs)))
            _say(_line(results[-1], time.perf_counter() - begun))
            if options.misses:
                _tell_misses(results[-1])
    if not results:
        return 2
    for name, blind, chosen in (
        ("tuned", False, False),
        ("held out", False, True),
        ("blind", True, False),
        ("blind, held", True, True),
    ):
        _sum(name, [one for one in results if (one.truth.blind, one.truth.held) == (blind, chosen)])
    _sum("all", results)
    _reliability(results)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--misses", action="store_true", help="name what was missed or wrong")
    parser.add_argument("--cache", type=Path, help="keep what was found out about commits")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def _homes(folder: Path) -> dict[str, Path]:
    """Find the repositories by name."""
    bundles, repos = (os.environ.get(name, "") for name in ("DRIFT_CORPORA", "DRIFT_REPOS"))
    found = {home.name: home for home in corpora.clone(Path(bundles), folder)} if bundles else {}
    for home in sorted(Path(repos).glob("*")) if repos else ():
        inner = home / "repo"
        found.setdefault(home.name, inner if inner.is_dir() else home)
        for below in sorted(home.glob("*")) if not _is_repository(home) else ():
            found.setdefault(f"{home.name}+{below.name}", below)
    return {name: home for name, home in found.items() if _is_repository(home)}


def _is_repository(home: Path) -> bool:
    return (home / ".git").exists() or (home / "HEAD").is_file()


def _names(truth: Truth) -> tuple[str, ...]:
    owner, _, name = truth.repository.rpartition("/")
    return (f"{owner}+{name}", name) if owner else (name,)


def terms(home: Path, words: str, cache: Cache, *, jobs: int) -> tuple[Term, ...]:
    """Ask for the terms of a range."""
    repository = Repository(home)
    wanted = Range(words=(words,), reverse=True)
    steps = walk(repository, wanted, jobs=jobs, cache=cache, wants="exchanges")
    return answer(Question(repository, wanted), steps, cache)


def held(truth: Truth, found: Sequence[Term]) -> Result:
    """Hold terms against the truth.

    Args:
        truth: What is known of the range.
        found: The terms, the most certain first.

    Returns:
        What of them is right, and what is missing.
    """
    first = found[:FIRST]
    renamed = [(before, after) for before, after, _ in truth.renamed]
    told = tuple((term, any(fits(term, pair) for pair in renamed)) for term in first)
    missed = tuple(
        one for one in truth.renamed if not any(fits(term, (one[0], one[1])) for term in first)
    )
    return Result(truth, told, missed)


def fits(term: Term, pair: Pair) -> bool:
    """Tell whether a term is the one that is meant: in any of its forms, perhaps with a word more or less."""
    forms = ((term.before, term.after), *term.variants)
    before, after = map(stems, pair)
    return any(_is_part(stems(old), before) and _is_part(stems(new), after) for old, new in forms)


def _is_part(one: Stems, other: Stems) -> bool:
    short, long = sorted((one, other), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _line(result: Result, seconds: float) -> str:
    right = sum(is_right for _, is_right in result.told)
    often, all_often = result.recall(OFTEN)
    name = f"{result.truth.repository} {result.truth.range}"
    return (
        f"{name:<62} {right:>2} of {len(result.told):>2} told are right, "
        f"{often:>2} of {all_often:>2} found, {seconds:.1f} s"
    )


def _tell_misses(result: Result) -> None:
    for before, after, count in result.missed:
        _say(f"    missed {before} -> {after} ({count})")
    for term, is_right in result.told:
        if not is_right:
            _say(f"    wrong  {term.before} -> {term.after} ({term.confidence:.2f})")


def _sum(name: str, results: Sequence[Result]) -> None:
    if not results:
        return
    told = [is_right for result in results for _, is_right in result.told]
    shares = []
    for least in (OFTEN, 0):
        found, wanted = map(sum, zip(*(one.recall(least) for one in results), strict=True))
        shares.append(f"{found / wanted:.3f} ({found} of {wanted})" if wanted else "none")
    judged = sum(
        is_right or any(fits(term, pair) for pair in one.truth.judged)
        for one in results
        for term, is_right in one.told
    )
    alike = [pair for one in results for pair in one.truth.different]
    fooled = sum(_told_as(pair, one) for one in results for pair in one.truth.different)
    _say(
        f"{name:<11} precision at {FIRST} {sum(told) / max(1, len(told)):.3f} "
        f"({judged / max(1, len(told)):.3f} as judged) of {len(told)}, recall "
        f"{shares[0]}, of rare ones too {shares[1]}, {fooled} of {len(alike)} look-alikes told"
    )


def _told_as(pair: Pair, result: Result) -> bool:
    wanted = tuple(map(stems, pair))
    return any((stems(term.before), stems(term.after)) == wanted for term, _ in result.told)


def _reliability(results: Iterable[Result]) -> None:
    told = [one for result in results for one in result.told]
    for low, high in pairwise(BINS):
        chosen = [is_right for term, is_right in told if low <= term.confidence < high]
        if chosen:
            share = sum(chosen) / len(chosen)
            _say(f"  {low:.1f} to {min(1.0, high):.1f}: {share:.2f} of {len(chosen)} are right")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
