"""How fast and how large: ratios, all taken in one run.

python -m tests.benchmarks.speed --repo handbook.git

parse      the trees of all pages against bare markdown-it-py and bare docutils on the same texts
start      `drift diff` of one page pair, whole process, against a process that only imports the libraries
year       two revisions a year apart, whole process: seconds and peak memory
growth     comparing trees of 1, 2, 4 and 8 times the pages: time per page and word against n log n
"""

from __future__ import annotations

import argparse
import contextlib
import io
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docutils.core
import docutils.utils
from markdown_it import MarkdownIt

from drift.parse.base import parse
from drift.revision.disk import directory
from drift.site.build import sites
from drift.trees.site import Dialect
from tests.benchmarks.accuracy import corpora, prose

IMPORTS = "import typer, rich.console, rich.table, git, markdown_it"


def best(run: Callable[[], object], *, times: int = 3) -> float:
    """Take the shortest of a few runs, in seconds."""
    found = math.inf
    for _ in range(times):
        start = time.perf_counter()
        run()
        found = min(found, time.perf_counter() - start)
    return found


def parse_ratios(texts: dict[str, str]) -> list[str]:
    """Compare building trees with the bare parsers, format by format."""
    lines = []
    markdown = [text for path, text in texts.items() if path.endswith(".md")]
    restructured = [text for path, text in texts.items() if path.endswith(".rst")][:60]
    if markdown:
        bare = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        base = best(lambda: [bare.parse(text) for text in markdown])
        ours = best(lambda: [parse(t, suffix=".md", dialect=Dialect("github")) for t in markdown])
        lines.append(_ratio("parse: markdown-it-py alone", base, ours, 2.0))
    if restructured:
        base = best(lambda: [_docutils(text) for text in restructured], times=2)
        ours = best(
            lambda: [parse(t, suffix=".rst", dialect=Dialect("sphinx")) for t in restructured],
            times=2,
        )
        lines.append(_ratio("parse: docutils alone", base, ours, 2.0))
    return lines


def _docutils(text: str) -> object:
    settings = {
        "report_level": 5,
        "halt_level": 5,
        "file_insertion_enabled": False,
        "raw_enabled": False,
    }
    with contextlib.redirect_stderr(io.StringIO()):
        return docutils.core.publish_doctree(text, settings_overrides=settings)


def _ratio(name: str, base: float, ours: float, bound: float) -> str:
    verdict = "ok" if ours / base <= bound else "TOO SLOW"
    return (
        f"{name:<40}{base:>9.3f} s{ours:>9.3f} s{ours / base:>8.2f} x  at most {bound} x  {verdict}"
    )


def _process(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def start_ratio(folder: Path) -> str:
    """Compare one page pair, whole process, with a process that only imports."""
    old, new = folder / "old.md", folder / "new.md"
    text = "".join(_page(random.Random(5), 12))  # noqa: S311
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace("the ", "that ", 3), encoding="utf-8")
    base = best(lambda: _process([sys.executable, "-c", IMPORTS]), times=5)
    command = [sys.executable, "-m", "drift", "diff", str(old), str(new)]
    ours = best(lambda: _process(command), times=5)
    return _ratio("start: imports alone", base, ours, 2.5)


def year(repo: Path) -> str:
    """Compare two revisions a year apart, in a process of its own."""
    history = corpora.commits(repo)
    stamp = ["git", "-C", str(repo), "log", "--first-parent", "--format=%H %ct", "HEAD"]
    rows = [row.split() for row in subprocess.check_output(stamp, text=True).splitlines()]
    last = int(rows[0][1])
    old = next((row[0] for row in rows if int(row[1]) <= last - 365 * 86400), history[-1])
    command = [sys.executable, "-m", "drift", "diff", old, rows[0][0], "-C", str(repo)]
    command += ["--format", "json"]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, child.returncode, usage = os.wait4(child.pid, 0)
    seconds, peak = time.perf_counter() - start, usage.ru_maxrss / 1024
    verdict = "ok" if seconds <= 3 and peak <= 300 else "TOO MUCH"
    return f"year: {repo.name:<34}{seconds:>9.2f} s{peak:>9.0f} MB  at most 3 s, 300 MB  {verdict}"


def _page(rng: random.Random, sections: int) -> list[str]:
    parts = [f"# {prose.heading(rng)} {rng.randrange(10**6)}\n\n{prose.paragraph(rng)}\n"]
    for number in range(sections):
        level = "##" if number % 3 == 0 else "###"
        title = f"{prose.heading(rng)} {rng.randrange(10**6)}"
        parts.append(f"{level} {title}\n\n{prose.paragraph(rng)}\n{prose.paragraph(rng)}\n")
    return parts


def _grown(folder: Path, times: int) -> tuple[Path, Path]:
    """Write a tree of `times` x 20 pages, on which every page was edited, moved or both."""
    rng = random.Random(times)  # noqa: S311
    for number in range(20 * times):
        parts = _page(rng, 12)
        edited = parts[:3] + parts[4:] if number % 2 else [*parts[:6], parts[-1], *parts[6:-1]]
        edited[1] = edited[1].replace("the ", "this ", 2)
        name = f"p{number}.md"
        moved = f"moved/{name}" if number % 4 == 0 else name
        for side, path, body in (("old", name, parts), ("new", moved, edited)):
            goal = folder / str(times) / side / path
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_text("\n".join(body), encoding="utf-8")
    return folder / str(times) / "old", folder / str(times) / "new"


def growth(folder: Path) -> list[str]:
    """Compare trees of 1, 2, 4 and 8 times the size."""
    from drift.pipeline import compare  # noqa: PLC0415 - the slow import is no part of the start

    lines, first = [], 0.0
    # What is made once, such as patterns, is no growth: so there is one before the first that is told. What was once
    # compared is known, so that each is compared once.
    compare(*sites(*(directory(path.name, path) for path in _grown(folder, 3))))
    for times in (1, 2, 4, 8):
        old, new = (directory(path.name, path) for path in _grown(folder, times))
        pair = sites(old, new)
        spent = best(lambda pair=pair: compare(*pair), times=1)  # type: ignore[misc]
        first = first or spent
        size = 20 * times
        bound = times * math.log(size) / math.log(20)
        lines.append(
            f"growth: {size:>4} pages, {size * 13:>5} sections{'':<12}{spent:>9.2f} s{spent / first:>8.2f} x  "
            f"n log n is {bound:.2f} x"
        )
    return lines


def main() -> int:
    """Print all ratios.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="speed")
    parser.add_argument("--repo", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bundles = os.environ.get("DRIFT_CORPORA", "")
        repos = options.repo or (corpora.clone(Path(bundles), folder) if bundles else [])
        lines = [start_ratio(folder), *growth(folder)]
        for repo in repos:
            history = corpora.commits(repo)
            lines += parse_ratios(corpora.files(repo, history[0] if history else ""))
            lines += [year(repo)] if history else []
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
