"""Small histories with pages that can be told apart, and lives as lines.

    STEP EVENTS PLACE <- PLACE BEFORE

Steps are counted from 1; a place is `page.md` or `page.md#anchor`, and `-` where there was none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from drift.aggregate.blame import Blamed
from drift.aggregate.life import Subject, blamed, life, subject
from drift.aggregate.standpoint import Standpoint
from drift.aggregate.steps import Way
from drift.aggregate.trace import Moment
from drift.cache.store import no_cache
from drift.revision.git import Repository
from tests.history.stories import line
from tests.revision.builder import Builder, Files

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
FOOD = "Lunch is served from noon until two; whoever comes later finds bread, cheese and fruit.\n"
CARS = (
    "The two cars are shared by everybody, and go back with a full tank and a clean windscreen.\n"
)
MAIL = (
    "Letters are fetched at nine and at four, sorted by floor and left in the trays at the lift.\n"
)


def page(title: str, *parts: str) -> str:
    """Write a page: texts, and headings with their texts."""
    return "\n".join((f"# {title}\n", *parts))


def part(heading: str, text: str, level: int = 2) -> str:
    return f"{'#' * level} {heading}\n\n{text}"


def way() -> Way:
    return Way(cache=no_cache())


@contextmanager
def meant(folder: Path, word: str, at: str = "HEAD") -> Iterator[Subject]:
    with closing(Repository(folder)) as repository:
        yield subject(repository, word, at, way())


def moments(folder: Path, word: str, at: str = "HEAD") -> list[Moment]:
    with meant(folder, word, at) as of, closing(life(of, way())) as told:
        return list(told)


def lived(folder: Path, word: str, at: str = "HEAD") -> list[str]:
    """Tell a life, newest first."""
    return [_line(moment) for moment in moments(folder, word, at)]


def blocks(folder: Path, word: str) -> tuple[Blamed, ...]:
    with meant(folder, word) as of:
        return blamed(of, way())


def wrote(folder: Path, word: str) -> list[str]:
    """Tell which step wrote each block: the step, and the first two words of the block."""
    return [
        f"{block.commit.subject.split()[1] if block.commit else '?'} "
        + " ".join(block.text.split()[:2])
        for block in blocks(folder, word)
    ]


def built(build: Builder, trees: Sequence[Files]) -> Path:
    line(build, trees)
    return build.folder


def _line(moment: Moment) -> str:
    step = int(moment.commit.subject.split()[1]) + 1
    before = "" if moment.old == moment.new else f" <- {_place(moment.old)}"
    if moment.old and moment.new and moment.old.place == moment.new.place:
        before = ""
    return f"{step} {', '.join(moment.events)} {_place(moment.new)}{before}"


def _place(at: Standpoint | None) -> str:
    return "-" if at is None else "#".join(filter(None, at.place))
