"""`link.retargeted`: the same link leads to another place.

What it tells: a URL that moved, another page or anchor, or a target that was rewritten because its page moved. Another
spelling of one target is formatting. A link that nobody touched and that now leads to another page is told as well.
Why it matters: the words a reader clicks on are the same, what they get is not.
Example: "Archives" led to `/guides/archives.html`, leads to `/bizops/archives.html`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import link_change
from drift.changes.kind import Kind
from drift.changes.retargets import retargeted


def _detect(comparison: Comparison) -> Iterable[Change]:
    yield from _that_changed(comparison)
    yield from _that_nobody_touched(comparison)


def _that_changed(comparison: Comparison) -> Iterable[Change]:
    for pair in comparison.links:
        if pair.old and pair.new and retargeted(comparison, pair.old, pair.new):
            yield link_change("link.retargeted", comparison.matching, pair)
    for entry in comparison.navigation.links:
        if entry.retargeted:
            yield entry.change("link.retargeted")


def _that_nobody_touched(comparison: Comparison) -> Iterable[Change]:
    """Find the links that nobody touched and that lead to another page or section by lineage."""
    homes, site = comparison.homes, comparison.matching.new.site
    for one in comparison.standing:
        if one.after.state != "found" or homes.old(one.before) == homes.new(one.after):
            continue
        if (one.at.path, one.link.line) not in site.nav_lines:
            yield one.change("link.retargeted")


LINK_RETARGETED = Kind("link.retargeted", _detect, mirror="link.retargeted")
