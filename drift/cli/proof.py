"""A changelog and the revisions it tells of -> the same with its coverage, and a line for each gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from drift.coverage.measure import Coverage, Uncovered
    from drift.explain.base import Changelog
    from drift.revision.base import Revision
    from drift.trees.site import Stated

MOST_GAPS = 20
"""Gaps that are told one by one; who has more than these has one cause to look for."""


def proved(
    changelog: Changelog, old: Revision, new: Revision, stated: Stated
) -> tuple[Changelog, Coverage]:
    """Hold a changelog against the plain difference of its revisions, read for themselves.

    Args:
        changelog: The whole changelog.
        old: The revision before.
        new: The revision after.
        stated: What the user says of the site.

    Returns:
        The changelog with its figure, and what it leaves out.
    """
    from drift.coverage.measure import coverage
    from drift.site.build import sites

    proof = coverage(*sites(old, new, stated=stated), changelog)
    stats = msgspec.structs.replace(changelog.stats, coverage=proof.share)
    return msgspec.structs.replace(changelog, stats=stats), proof


def gaps(proof: Coverage) -> Iterator[str]:
    """Name what no change tells, by file and line.

    Args:
        proof: What was found.

    Yields:
        A line for each gap, and one for those beyond `MOST_GAPS`.
    """
    for gap in proof.uncovered[:MOST_GAPS]:
        yield _named(gap)
    rest = len(proof.uncovered) - MOST_GAPS
    if rest > 0:
        yield f"and {rest:,} more that no change tells"


def _named(gap: Uncovered) -> str:
    return f"{gap.path}:{gap.line}: told by no change ({gap.side} side): {gap.text}"
