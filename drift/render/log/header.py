"""A commit -> the few words by which people know it, shared by the outputs for people."""

from __future__ import annotations

from drift.explain.base import CommitFacts
from drift.render.changelog.summary import SHORT_HASH
from drift.render.plural import plural
from drift.render.visible import visible

DAY = 10
"""Signs of a date that name the day."""


def short(commit: CommitFacts) -> str:
    """Give the beginning of a commit's id, which people can compare at a glance."""
    return visible(commit.id[:SHORT_HASH])


def day(commit: CommitFacts) -> str:
    """Give the day of a commit, where its committer stood."""
    return visible(commit.date[:DAY])


def standing(commit: CommitFacts, *, cut: bool = False) -> str:
    """Say what is special about a commit's place in history.

    Args:
        commit: The commit.
        cut: Whether a shallow clone was cut there, so that all of it looks new.

    Returns:
        A few words, or nothing.
    """
    if not commit.parents:
        return "where this shallow clone begins" if cut else "first commit"
    return "merge" if len(commit.parents) > 1 else ""


def subject(commit: CommitFacts) -> str:
    """Give what its author says that a commit does."""
    return visible(commit.subject).strip() or "(no subject)"


NOTHING = "Nothing changed that a reader sees."
"""What is told of a commit that touches documents and changes only, say, how their lines are wrapped."""


def silence(skipped: int) -> str:
    """Count the commits of which a log tells nothing.

    Args:
        skipped: How many there are.

    Returns:
        One sentence, or nothing.
    """
    verb = "touches" if skipped == 1 else "touch"
    return f"{plural(skipped, 'commit')} left out, which {verb} no document." if skipped else ""
