"""Known edits on real pages, and what `drift` makes of them.

    python -m tests.benchmarks.accuracy --cases 3 --seed 1 --show-misses
    python -m tests.benchmarks.accuracy --repo ~/src/handbook --only typo page-40 --dump /var/tmp/cases

Repositories are those given, else the bundles in $DRIFT_CORPORA. Nothing of them is written into this project.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

from drift.explain.base import Changelog, Side, Stats
from tests.benchmarks.accuracy import corpora
from tests.benchmarks.accuracy.plan import Order, plan
from tests.benchmarks.accuracy.score import Score, near, score, show_fact, show_said
from tests.benchmarks.accuracy.table import Row, table
from tests.benchmarks.accuracy.truth import Case


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="accuracy", description=__doc__.split("\n", 1)[0] if __doc__ else ""
    )
    parser.add_argument(
        "--repo", type=Path, nargs="*", default=[], help="repositories (bare or not) or folders"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--cases", type=int, default=1, help="cases of each edit and intensity, per repository"
    )
    parser.add_argument(
        "--only",
        nargs="*",
        default=[],
        help="edits and intensities: typo rename page-40 tree single",
    )
    parser.add_argument(
        "--show-misses", action="store_true", help="print each miss and false alarm"
    )
    parser.add_argument(
        "--dump",
        type=Path,
        help="write each case that is not perfect as two folders; with --all each case",
    )
    parser.add_argument("--all", action="store_true", help="with --dump: the perfect cases too")
    parser.add_argument(
        "--dry",
        action="store_true",
        help="make the cases and tell what is expected, without the engine",
    )
    return parser.parse_args()


def write(case: Case, into: Path) -> tuple[Path, Path]:
    """Write a case as two folders.

    Args:
        case: The case.
        into: The folder that they go to.

    Returns:
        The folders `old` and `new`.
    """
    for name, texts in (("old", case.old), ("new", case.new)):
        for path, text in texts.items():
            goal = into / name / path
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_text(text, encoding="utf-8")
    (into / "expected.txt").write_text(
        "\n".join(map(show_fact, case.facts)) + "\n", encoding="utf-8"
    )
    return into / "old", into / "new"


def compare(case: Case) -> Changelog:
    """Run the engine on a case."""
    from drift.pipeline import diff  # noqa: PLC0415 - a dry run needs no engine
    from drift.revision.names import open_revisions  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        old, new = write(case, Path(folder))
        return diff(*open_revisions(str(old), str(new), repo_dir=Path(folder)))


def _show(name: str, case: Case, result: Score, said: Changelog) -> None:
    sys.stdout.write(
        f"\n--- {name}  seed {case.seed}  edits {' '.join(case.edits)}  F1 {result.f1:.2f}\n"
    )
    for fact in result.misses:
        sys.stdout.write(f"  MISS  {show_fact(fact)}\n")
        for change in near(fact, said):
            sys.stdout.write(f"        got {show_said(change)}\n")
    for alarm in result.alarms:
        sys.stdout.write(f"  FALSE {show_said(alarm)}\n")
    for fact, nature in result.wrong_natures:
        sys.stdout.write(f"  NATURE {nature} for {show_fact(fact)}\n")


def _empty() -> Changelog:
    side = Side(rev="")
    return Changelog(old=side, new=side, rules=(), changes=(), stats=Stats({}, {}, None))


def _judged(name: str, case: Case, *, show: bool) -> tuple[Score, bool]:
    """Score one case; a crash of the engine is a finding, and the run goes on."""
    crashed = False
    try:
        said = compare(case)
    except Exception:  # noqa: BLE001 - whatever it is, it is told and counted
        crashed, said = True, _empty()
        sys.stdout.write(f"\n--- {name}  seed {case.seed}  CRASH\n{traceback.format_exc(limit=-4)}")
    result = score(case.facts, said)
    if show and not crashed and (result.misses or result.alarms or result.wrong_natures):
        _show(name, case, result, said)
    return result, crashed


def _dry(name: str, case: Case) -> None:
    sys.stdout.write(f"{name} [{' '.join(case.edits)}]\n")
    sys.stdout.write("".join(f"   {show_fact(fact)}\n" for fact in case.facts))


def _run(options: argparse.Namespace, repos: tuple[Path, ...]) -> int:
    rows: list[Row] = []
    void = crashes = 0
    order = Order(repos=repos, seed=options.seed, cases=options.cases, only=tuple(options.only))
    started = time.perf_counter()
    for group, name, case in plan(order):
        if case is None:
            void += 1
            continue
        perfect = False
        if options.dry:
            _dry(name, case)
        else:
            result, crashed = _judged(name, case, show=options.show_misses)
            crashes += crashed
            rows.append((group, name, case, result))
            perfect = not result.misses and not result.alarms
        if options.dump and (options.all or not perfect):
            write(case, options.dump / name.replace("/", "_"))
    spent = time.perf_counter() - started
    sys.stdout.write(
        f"\n{table(rows)}\n\n{void} cases found no place, {crashes} crashed, {spent:.0f} s\n"
    )
    return 1 if crashes else 0


def main() -> int:
    """Run the benchmark.

    Returns:
        1 when the engine crashed on a case, else 0.
    """
    options = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        bundles = os.environ.get("DRIFT_CORPORA", "")
        repos = tuple(options.repo) or tuple(
            corpora.clone(Path(bundles), Path(folder)) if bundles else ()
        )
        if not repos:
            sys.stderr.write("no repositories: name some with --repo, or set DRIFT_CORPORA\n")
            return 2
        return _run(options, repos)


if __name__ == "__main__":
    sys.exit(main())
