"""Words, a baseline and `[review]` of the configuration -> the range that is reviewed and the decisions that hold for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import msgspec

from drift.cli.choices import choose
from drift.config import ReviewRules
from drift.errors import RevisionError, UsageError
from drift.review.decisions import Severity

if TYPE_CHECKING:
    from drift.review.ruling import Ruling
    from drift.revision.base import Revision

LARGEST = 64_000_000
"""Bytes of a baseline; a finding takes some three hundred."""

_NO_COMMITS = frozenset({"INDEX", "STAGED", "WORKTREE"})
# What other commands take for a revision.


class _Told(msgspec.Struct):
    """What of an earlier finding counts."""

    fingerprint: str


class _Earlier(msgspec.Struct, tag_field="schema", tag="drift.review/1"):
    """What of an earlier review counts."""

    findings: tuple[_Told, ...]


def from_merge_base(words: str | None, place: Path) -> tuple[Revision, Revision]:
    """Open the two sides of a review.

    Args:
        words: `A...B` or `A..B`, `A` for `A...HEAD`; None for the upstream branch, or else that of origin, and HEAD.
        place: Where the user stands.

    Returns:
        Where B left A, and B.

    Raises:
        RevisionError: There is no such revision, no common ancestor, or no upstream branch.
    """
    from drift.revision.names import open_revisions

    meant = words or _upstream(place)
    old, dots, new = meant.replace("...", "..").partition("..")
    if dots and not (old or new):
        raise RevisionError("is no range of two commits", where=meant, remedy="give main...topic")
    for side in (old, new):
        if side.partition(":")[0] in _NO_COMMITS:
            raise RevisionError("is no commit", where=side, remedy="give main...HEAD, or --staged")
    return open_revisions(f"{old or 'HEAD'}...{new or 'HEAD'}", None, repo_dir=place)


def _upstream(place: Path) -> str:
    from drift.revision.git import Repository
    from drift.revision.unknown import known, unknown

    repository = Repository(place)
    # A branch that was never pushed has no upstream yet; it is to become part of the remote's own branch.
    for name in ("@{upstream}", "origin/HEAD"):
        found = repository.ask("rev-parse", "--abbrev-ref", "--symbolic-full-name", name)
        if found:
            return found
    if not known(repository, "HEAD"):
        raise unknown(repository, "HEAD", otherwise="is no commit")
    what = "the branch" if repository.ask("symbolic-ref", "-q", "HEAD") else "HEAD is detached and"
    raise RevisionError(f"{what} has no upstream to be reviewed against", remedy="give main...HEAD")


def ruling(settings: ReviewRules, baseline: Path | None) -> Ruling:
    """Gather the decisions that hold for a review.

    Args:
        settings: Those of the configuration.
        baseline: The JSON of an earlier review.

    Returns:
        The decisions, on this day.

    Raises:
        UsageError: The baseline cannot be read.
    """
    from drift.review.ruling import Ruling

    return Ruling(
        today=datetime.now(UTC).date(),
        severities=settings.severities,
        waivers=settings.waivers,
        known=_fingerprints(baseline) if baseline else frozenset(),
    )


def gate(word: str | None, settings: ReviewRules) -> Severity:
    """Tell how grave a finding must be to fail a review.

    Args:
        word: What `--fail-on` says, if it was given.
        settings: The configuration.

    Returns:
        The least severity.

    Raises:
        UsageError: The word is no severity.
    """
    if word is None:
        return settings.fail_on or "error"
    known: tuple[Severity, ...] = get_args(Severity)
    chosen = choose(word, known, option="--fail-on")
    return next(one for one in known if one == chosen)


def _fingerprints(baseline: Path) -> frozenset[str]:
    remedy = "drift review --format json -o FILE writes one"
    try:
        if baseline.stat().st_size > LARGEST:
            raise UsageError("is too large for a review", where=str(baseline))
        earlier = msgspec.json.decode(baseline.read_bytes(), type=_Earlier)
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise UsageError(problem, where=str(baseline), remedy=remedy) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("is no review of drift", where=str(baseline), remedy=remedy) from error
    return frozenset(one.fingerprint for one in earlier.findings)
