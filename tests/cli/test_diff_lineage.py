"""`drift diff` over years in which a page moved and was rewritten, a little at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift import diff
from drift.aggregate import witness
from drift.history.looking import looking
from drift.history.step import Outcome
from tests.revision.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drift.history.looking import Looking
    from drift.history.step import Way
    from drift.revision.git import Repository
    from drift.revision.log import Commit
    from drift.revision.range import Range
    from tests.cli.conftest import Drift

OTHER = "# Deck\n\nThe deck is scrubbed on Mondays with sand and salt water, from the bow to the stern.\n"
LINES = (
    "Coffee is made at six by whoever has the early watch.",
    "Nobody speaks to the cook before the first cup is empty.",
    "Flour and beans are kept dry in the forward locker.",
    "Stores are counted on Fridays, and the list goes to the purser.",
    "Knives are sharpened ashore and never at sea.",
    "What is left of supper is breakfast for the night watch.",
)
LATER = (
    "Tea came aboard with the new owner, who dislikes beans of any sort.",
    "An oven replaced both stoves during the refit at the yard.",
    "Guests order from a card that the agency prints each season.",
    "Deliveries arrive by launch whenever the anchor holds.",
    "Two waiters carry plates up through the companionway.",
    "Allergies are written on a slate beside the hatch.",
)


def _page(count: int) -> str:
    """The page after so many of its paragraphs were written anew."""
    return "# Galley\n\n" + "\n\n".join((*LATER[:count], *LINES[count:])) + "\n"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    builder = Builder(tmp_path / "handbook.git")
    last = _page(6).replace("# Galley", "# Restaurant")
    commits: list[str] = []
    for path, page in (
        ("ships/galley.md", _page(0)),
        *(("life/galley.md", _page(count)) for count in (0, 2, 3, 4, 5, 6)),
        ("life/restaurant.md", last),
    ):
        commits.append(builder.commit({"deck.md": OTHER, path: page}, *commits[-1:]))
    builder.git("tag", "v1", commits[0])
    builder.git("tag", "v2", commits[-1])
    return builder.folder


def _kinds(text: str) -> dict[str, float]:
    return {one["kind"]: one["confidence"] for one in json.loads(text)["changes"]}


def test_the_commits_between_tell_what_the_ends_do_not(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    words = ("-C", handbook, "diff", "v1..v2", "--format", "json", "--cache", tmp_path / "kept")
    told = _kinds(drift(*words).out)
    assert told.keys() == {"page.moved", "page.retitled", "section.edited"}
    assert 0.5 <= told["page.moved"] < 0.995
    assert _kinds(drift(*words).out) == told


def test_the_ends_alone_are_compared_where_that_is_asked_for(drift: Drift, handbook: Path) -> None:
    told = _kinds(drift("-C", handbook, "diff", "v1..v2", "--format", "json", "--no-lineage").out)
    assert told.keys() == {"page.added", "page.removed"}


def test_the_library_asks_the_commits_too(handbook: Path) -> None:
    kinds = {
        lineage: {one.kind for one in diff("v1..v2", repository=handbook, lineage=lineage).changes}
        for lineage in (True, False)
    }
    assert kinds[True] == {"page.moved", "page.retitled", "section.edited"}
    assert kinds[False] == {"page.added", "page.removed"}


def test_several_processes_tell_what_one_tells(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = diff("v1..v2", repository=handbook)
    jobs: list[int] = []

    def several(repository: Repository, wanted: Range, way: Way) -> Looking:
        jobs.append(way.jobs)
        return looking(repository, wanted, way)

    monkeypatch.setattr(witness, "looking", several)
    assert (diff("v1..v2", repository=handbook, jobs=2), jobs) == (alone, [])
    monkeypatch.setattr(witness, "MANY", 1)
    assert (diff("v1..v2", repository=handbook, jobs=2), jobs) == (alone, [2])
    assert (diff("v1..v2", repository=handbook, jobs=1), jobs) == (alone, [2])


class _Died:
    """Processes of which none comes back."""

    def tell(self, commits: Iterable[Commit]) -> Iterator[tuple[Commit, Outcome]]:
        return ((commit, Outcome(problem="died", lasting=False)) for commit in commits)

    def close(self) -> None:
        """Nothing was begun."""


def test_where_other_processes_die_this_one_looks_itself(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = diff("v1..v2", repository=handbook)
    monkeypatch.setattr(witness, "MANY", 1)
    monkeypatch.setattr(witness, "looking", lambda *_: _Died())
    assert diff("v1..v2", repository=handbook, jobs=2) == alone
