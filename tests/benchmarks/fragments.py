"""Pages put together from fragments against pages read whole, over every page version of a history.

DRIFT_CORPORA=bundles python -m tests.benchmarks.fragments [--repo DIR ...] [--sample N] [--dialect NAME]

For each repository and format, oldest version first, with one shelf as a walk over the history has it:

versions   page versions, each path and blob once
equal      those whose tree from fragments is the tree of the whole (all must be)
cut        those that were put together from fragments
seen       characters of all versions
distinct   share of these in fragments that are not the same as one before
parsed     share of these that was parsed: new fragments, those read again together or with other definitions, and
           pages read whole
whole, by fragments, together   processor seconds for all versions; the last is what is left when nothing is parsed
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath
from unittest import mock

import msgspec

from drift.parse.base import Parser, parse, parser_for
from drift.parse.fragments import Assembly, Fragment, Read
from drift.parse.nesting import Unbearable
from drift.parse.shelf import MemoryShelf, Outcome
from drift.trees.fingerprint import digest
from drift.trees.page import Page
from drift.trees.site import Dialect


class Tally(msgspec.Struct):
    """What was counted over the versions of one format."""

    versions: int = 0
    cut: int = 0
    seen: int = 0
    parsed: int = 0
    distinct: int = 0
    whole: float = 0.0
    fragments: float = 0.0
    together: float = 0.0
    unequal: list[str] = []
    uncut: list[str] = []


class CountingShelf(MemoryShelf):
    """A shelf that knows which outcomes were new, and which sources it was asked for."""

    __slots__ = ("met", "new")

    def __init__(self) -> None:
        super().__init__(limit=512 * 1024 * 1024)
        self.new: set[bytes] = set()
        self.met: set[bytes] = set()

    def put(self, key: bytes, outcome: Outcome) -> None:
        self.new.add(key)
        super().put(key, outcome)


def git(repo: Path, *arguments: str, data: bytes | None = None) -> bytes:
    """Run git and give what it prints."""
    command = ["git", "-C", str(repo), *arguments]
    return subprocess.run(command, check=True, input=data, capture_output=True).stdout


def versions(repo: Path) -> list[tuple[str, str]]:
    """List path and blob of each page version, oldest first, each pair once."""
    log = git(repo, "log", "--all", "--reverse", "--raw", "--no-abbrev", "-z", "-m", "--format=")
    fields = log.split(b"\0")
    found: dict[tuple[str, str], None] = {}
    for head, path in pairwise(fields):
        row = head.lstrip(b"\n")
        if row.startswith(b":") and row[-1:] in b"AM" and row.split()[1] != b"160000":
            name = path.decode("utf-8", "replace")
            if parser_for(PurePosixPath(name).suffix):
                found[name, row.split()[3].decode()] = None
    return list(found)


def texts(repo: Path, blobs: list[str]) -> Iterator[str | None]:
    """Read blobs with one process; one that is no text gives None."""
    with subprocess.Popen(
        ["git", "-C", str(repo), "cat-file", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipes")
        for blob in blobs:
            process.stdin.write(f"{blob}\n".encode())
            process.stdin.flush()
            size = int(process.stdout.readline().split()[2])
            data = process.stdout.read(size + 1)[:-1]
            try:
                yield data.decode("utf-8")
            except UnicodeDecodeError:
                yield None
        process.stdin.close()


@contextlib.contextmanager
def counted(tally: Tally, shelf: CountingShelf) -> Iterator[None]:
    """Count what is asked for and what of it is parsed."""
    read = Assembly._read  # noqa: SLF001 - a benchmark may look inside

    def reading(assembly: Assembly, fragments: Sequence[Fragment], *, count: int = 1) -> list[Read]:
        shelf.new.clear()
        rows = read(assembly, fragments, count=count)
        for row in rows:
            size = len(row.fragment.source)
            tally.parsed += size * (row.key in shelf.new)
            shelf.new.discard(row.key)
            key = digest([row.fragment.source])
            tally.distinct += size * (key not in shelf.met)
            shelf.met.add(key)
        return rows

    with mock.patch.object(Assembly, "_read", reading):
        yield


def measure(repo: Path, pages: list[tuple[str, str]], parser: Parser, dialect: Dialect) -> Tally:
    """Read every version both ways."""
    tally = Tally()
    shelf = CountingShelf()
    texts_of = texts(repo, [blob for _, blob in pages])
    for (path, blob), text in zip(pages, texts_of, strict=True):
        if text is not None:
            suffix = PurePosixPath(path).suffix
            _both(tally, shelf, (text, suffix, dialect), parser=parser, name=f"{path} {blob}")
    return tally


def _both(
    tally: Tally,
    shelf: CountingShelf,
    job: tuple[str, str, Dialect],
    *,
    parser: Parser,
    name: str,
) -> None:
    text, suffix, dialect = job
    tally.versions += 1
    tally.seen += len(text)
    start = time.process_time()
    whole = parse(text, suffix=suffix, dialect=dialect)
    middle = time.process_time()
    with counted(tally, shelf):
        page = parse(text, suffix=suffix, dialect=dialect, shelf=shelf)
    end = time.process_time()
    tally.whole += middle - start
    tally.fragments += end - middle
    again = _together(parser, job, shelf)
    if again is None:
        tally.uncut.append(name)
        tally.parsed += len(text)
    else:
        tally.cut += 1
        tally.together += time.process_time() - end
    if page != whole:
        tally.unequal.append(name)


def _together(parser: Parser, job: tuple[str, str, Dialect], shelf: CountingShelf) -> Page | None:
    """Put a page together of which every fragment is known."""
    try:
        return parser.by_fragments(job[0], job[2], shelf) if parser.by_fragments else None
    except Unbearable:
        return None


def main() -> int:
    """Measure the repositories given, or all bundles."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repo", action="append", type=Path, default=[])
    parser.add_argument("--sample", type=int, default=0, help="look at this many versions")
    parser.add_argument("--dialect", default="github", help="of Markdown pages")
    parser.add_argument("--format", default="", help="markdown or rst; default: both")
    options = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for repo in [*options.repo, *_bundles(Path(folder))]:
            bad += _report(repo, options)
    return 1 if bad else 0


def _bundles(folder: Path) -> Iterator[Path]:
    source = os.environ.get("DRIFT_CORPORA", "")
    for bundle in sorted(Path(source).glob("*.bundle")) if source else ():
        goal = folder / bundle.stem
        clone = ["git", "clone", "-q", "--bare", str(bundle), str(goal)]
        subprocess.run(clone, check=True)
        yield goal


def _report(repo: Path, options: argparse.Namespace) -> int:
    pages = versions(repo)
    bad = 0
    for name in ("markdown", "rst"):
        rows = [row for row in pages if _parser(row[0]).name == name]
        if options.sample and len(rows) > options.sample:
            step = len(rows) // options.sample
            rows = rows[::step]
        if not rows or options.format not in {"", name}:
            continue
        dialect = Dialect(options.dialect if name == "markdown" else "sphinx")
        tally = measure(repo, rows, _parser(rows[0][0]), dialect)
        sys.stdout.write(_table(f"{repo.name} {name}", tally))
        sys.stdout.flush()
        bad += len(tally.unequal)
    return bad


def _parser(path: str) -> Parser:
    found = parser_for(PurePosixPath(path).suffix)
    if found is None:
        raise LookupError(path)
    return found


def _table(name: str, tally: Tally) -> str:
    versions, seen = max(1, tally.versions), max(1, tally.seen)
    times = tally.fragments / max(tally.whole, 1e-9)
    lines = [
        f"{name}: {versions:,} versions, {len(tally.unequal)} not equal, {seen / 1e6:.1f} million characters",
        f"    cut         {tally.cut / versions:>9.1%}",
        f"    distinct    {tally.distinct / seen:>9.1%}",
        f"    parsed      {tally.parsed / seen:>9.1%}",
        f"    whole       {tally.whole:>9.2f} s",
        f"    by fragments{tally.fragments:>9.2f} s{times:>8.2f} x",
        f"    together    {tally.together:>9.2f} s{1000 * tally.together / versions:>8.2f} ms a version",
    ]
    lines += [f"    NOT EQUAL {row}" for row in tally.unequal[:10]]
    lines += [f"    uncut {row}" for row in tally.uncut[:5]]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
