from __future__ import annotations

import msgspec
import pytest

from drift.explain.base import Changelog, CommitFacts, Entry, Side, Stats
from drift.render.log.base import Logged

_PARENT = "89abcdef0123456789abcdef0123456789abcdef"


def facts(number: int, *parents: str, author: str = "Ada", subject: str = "") -> CommitFacts:
    return CommitFacts(
        id=f"{number}123456789abcdef0123456789abcdef01234567"[:40],
        parents=parents,
        author=author,
        date=f"2024-01-0{number}T03:04:05+01:00",
        subject=subject,
    )


@pytest.fixture(scope="session")
def entry(sample_changelog: Changelog) -> Entry:
    """All that a changelog can hold, as the entry of a commit that tries to break out of each format."""
    parts = {name: getattr(sample_changelog, name) for name in Changelog.__struct_fields__}
    return Entry(
        **parts,
        commit=facts(
            3,
            _PARENT,
            _PARENT,
            author="A\x1b[31mda <b>",
            subject="# Rename QPAD\x07 `to` *GPAD* (#12) for @octocat",
        ),
    )


@pytest.fixture(scope="session")
def silent() -> Entry:
    """A commit that touches a page and changes nothing of it that a reader sees."""
    commit = facts(2, _PARENT, subject="Turn tabs into spaces")
    return Entry(
        old=Side(_PARENT, _PARENT),
        new=Side(commit.id, commit.id),
        rules=(),
        changes=(),
        stats=Stats({"old": 1, "new": 1}, {}, None),
        commit=commit,
    )


@pytest.fixture(scope="session")
def log(entry: Entry, silent: Entry) -> tuple[Logged, ...]:
    """A commit that changes much, one that changes nothing, one that touches no page, and one that could not be read."""
    return (
        Logged(entry.commit, entry),
        Logged(silent.commit, msgspec.json.encode(silent), "ops/a.md: its content is missing"),
        Logged(facts(4, _PARENT, subject="Paint the shed")),
        Logged(facts(1, subject=""), None, "its tree is missing\x1b"),
    )
