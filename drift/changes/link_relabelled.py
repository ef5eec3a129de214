"""`link.relabelled`: the same target under another label.

What it tells: the words of a link changed, or the alternative text of an image. Where a link shows the title of its
page, another name for that page is formatting. The text of an entry of the navigation is its label.
Why it matters: the label is what readers, and screen readers, know of the target.
Example: "Product V2MOM" -> "Product VPMOM".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change, LinkFacts, LinkSides
from drift.changes.comparison import Comparison
from drift.changes.details import link_at, sides
from drift.changes.kind import Kind
from drift.changes.navigation import chain, entry_at
from drift.changes.untitled import untitled
from drift.match.matching import Matching
from drift.trees.site import NavEntry


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    same = untitled(matching, comparison.links)
    for pair in comparison.links:
        old, new = pair.old, pair.new
        if old is None or new is None or old.link.label == new.link.label:
            continue
        if (old.node, old.block, new.node, new.block) in same:
            continue
        yield Change(
            kind="link.relabelled",
            old=link_at(matching.old, old),
            new=link_at(matching.new, new),
            before=old.link.label,
            after=new.link.label,
            link=sides(pair),
            significance="wording",
        )
    for one, other in comparison.navigation.relabelled:
        yield _of_entry(matching, one, other)


def _of_entry(matching: Matching, old: NavEntry, new: NavEntry) -> Change:
    """State what an entry of a file such as `mkdocs.yml` shows, which is the title of its page where none is written."""
    before, after = chain(matching.old.site, old)[-1], chain(matching.new.site, new)[-1]
    return Change(
        kind="link.relabelled",
        old=entry_at(old),
        new=entry_at(new),
        before=before,
        after=after,
        link=LinkSides(LinkFacts(before, old.page, "nav"), LinkFacts(after, new.page, "nav")),
        significance="wording",
    )


LINK_RELABELLED = Kind("link.relabelled", _detect, mirror="link.relabelled")
