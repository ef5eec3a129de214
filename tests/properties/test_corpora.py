"""The same properties over random pages and revisions of public handbooks, when `DRIFT_CORPORA` names their bundles."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.benchmarks.accuracy import corpora
from tests.properties.memory import changelog, covered, kinds

BUNDLES = os.environ.get("DRIFT_CORPORA", "")

pytestmark = [
    pytest.mark.skipif(not BUNDLES, reason="DRIFT_CORPORA names no folder of bundles"),
    pytest.mark.timeout(300),
]


@pytest.fixture(scope="session")
def clones(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Clone the bundles once."""
    return corpora.clone(Path(BUNDLES), tmp_path_factory.mktemp("clones"))


def _pair(repo: Path, seed: int) -> tuple[dict[str, str], dict[str, str]]:
    rng = random.Random(f"{repo.name}:{seed}")  # noqa: S311
    history = corpora.commits(repo)
    at = rng.randrange(len(history) - 1)
    back = min(len(history) - 1, at + rng.choice((1, 5, 30)))
    return corpora.files(repo, history[back]), corpora.files(repo, history[at])


@pytest.mark.parametrize("seed", range(3))
def test_revisions_are_covered(clones: list[Path], seed: int) -> None:
    """Nothing that changed between two revisions goes unsaid."""
    left = {
        repo.name: [(each.side, each.path, each.line, each.text) for each in found.uncovered[:20]]
        for repo in clones
        if (found := covered(*_pair(repo, seed))).uncovered
    }
    assert left == {}


def test_a_revision_against_itself_is_silent(clones: list[Path]) -> None:
    """Equal sides, no word."""
    for repo in clones:
        _, new = _pair(repo, 11)
        told = changelog(new, new)
        assert (told.rules, told.changes) == ((), ())


@pytest.mark.parametrize("seed", range(2))
def test_carriage_returns_and_trailing_blanks_are_nothing(clones: list[Path], seed: int) -> None:
    """Line ends are no content on any real page."""
    for repo in clones:
        _, new = _pair(repo, seed)
        some = dict(random.Random(seed).sample(sorted(new.items()), min(25, len(new))))  # noqa: S311
        other = {path: text.replace("\n", "\r\n") for path, text in some.items()}
        assert kinds(some, other) == set()
