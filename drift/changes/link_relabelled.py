"""`link.relabelled`: the same target under another label.

What it tells: the words of a link changed, or the alternative text of an image. Where a link shows the title of its
page, another name for that page, or its title written out, is formatting. The text of an entry of the navigation is its label.
Why it matters: the label is what readers, and screen readers, know of the target.
Example: "Product V2MOM" -> "Product VPMOM".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change, LinkFacts, LinkSides, Location
from drift.changes.comparison import Comparison
from drift.changes.details import link_at, sides
from drift.changes.kind import Kind
from drift.changes.navigation import chain, entry_at
from drift.changes.untitled import untitled
from drift.match.forest import Forest
from drift.match.matching import Matching
from drift.match.place import Place
from drift.site.globs import is_glob
from drift.trees.site import NavEntry


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    same = untitled(matching, comparison.links)
    for pair in comparison.links:
        old, new = pair.old, pair.new
        if old is None or new is None or old.link.label == new.link.label:
            continue
        if comparison.in_navigation(old, new) and _is_glob(old) != _is_glob(new):
            # Other entries may be those that it listed.
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
    for entry in comparison.navigation.links:
        if entry.relabelled:
            yield entry.change_of_label()
    for one, other in comparison.navigation.relabelled:
        yield _of_entry(matching, (one, other), (entry_at(one), entry_at(other)))
    yield from _of_globs(comparison)


def _of_globs(comparison: Comparison) -> Iterable[Change]:
    """Find the entries of toctrees that a glob listed, by the titles of their pages, and that are written now, or back."""
    titled, matching = comparison.navigation.titled, comparison.matching
    if not titled:
        return
    pairs = comparison.links
    before = {_spot(matching.old, pair.old): pair.old for pair in pairs if pair.old}
    after = {_spot(matching.new, pair.new): pair.new for pair in pairs if pair.new}
    for one, other in titled:
        old, new = before.get((one.path, one.line)), after.get((other.path, other.line))
        if old and new and _is_glob(old) != _is_glob(new):
            at = link_at(matching.old, old), link_at(matching.new, new)
            yield _of_entry(matching, (one, other), at)


def _spot(forest: Forest, place: Place) -> tuple[str, int]:
    return forest.nodes[place.node].page, place.link.line


def _is_glob(place: Place) -> bool:
    return place.link.kind == "nav" and is_glob(place.link.target)


def _of_entry(
    matching: Matching,
    entries: tuple[NavEntry, NavEntry],
    places: tuple[Location | None, Location | None],
) -> Change:
    """State what an entry of a file such as `mkdocs.yml` shows, which is the title of its page where none is written."""
    old, new = entries
    before, after = chain(matching.old.site, old)[-1], chain(matching.new.site, new)[-1]
    if before == after:
        # Then it is written what was shown before, or the other way round.
        before, after = old.label, new.label
    return Change(
        kind="link.relabelled",
        old=places[0],
        new=places[1],
        before=before,
        after=after,
        link=LinkSides(LinkFacts(before, old.page, "nav"), LinkFacts(after, new.page, "nav")),
        significance="wording",
    )


LINK_RELABELLED = Kind("link.relabelled", _detect, mirror="link.relabelled")
