"""Two sites -> Matching: which page and section of the one is which of the other."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.match.embedded import EMBEDDED, embedded
from drift.match.enclosing import enclosing
from drift.match.evidence import Evidence
from drift.match.forest import Forest, forest
from drift.match.identical import identical
from drift.match.kept import kept
from drift.match.matching import Matching, Pair, Pairs
from drift.match.modulo import Modulo
from drift.match.paged import paged
from drift.match.placed import placed
from drift.match.series import Series
from drift.match.similar import similar
from drift.match.spread import spread
from drift.trees.site import Site

STAGES = (kept, paged, identical, placed, similar, enclosing, embedded, spread)
"""Certain before likely, cheap before dear; the order is the design."""


WITNESSED = "lineage"
"""The stage of pairs that history tells."""

SETTLED = 0.9
"""Pairs of an earlier look that are at least so certain are kept in a later one that knows rules."""


def match(old: Site, new: Site, paths: frozenset[str] | None = None) -> Matching:
    """Find for every page and section of one revision its counterpart in another.

    Matching weighs the sides in an order of their own, which does not hang on which is called old: so the way back
    gives the same pairs as the way there.

    Args:
        old: The revision before.
        new: The revision after.
        paths: The pages to look at, of both sides; all that differ where nobody knows that the others stay.

    Returns:
        The matching, with pages that are equal on both sides left out of its forests.
    """
    differing = old.differing(new) if paths is None else paths
    before = {path: old.pages[path] for path in differing if path in old.pages}
    after = {path: new.pages[path] for path in differing if path in new.pages}
    # Equal on both sides, though they are written otherwise.
    same = {path for path in before.keys() & after.keys() if before[path] == after[path]}
    one = forest(old, {path: page for path, page in before.items() if path not in same})
    other = forest(new, {path: page for path, page in after.items() if path not in same})
    unchanged = frozenset(old.pages.keys() - (differing - same))
    evidence = Evidence(one, other, Modulo())
    return _through(
        Matching(
            old=one,
            new=other,
            evidence=evidence,
            series=Series(one, other, evidence.reading),
            unchanged=unchanged,
            swapped=_key(one) > _key(other),
        )
    )


def witnessed(matching: Matching, pairs: Iterable[Pair]) -> Matching:
    """Look again at what a look left alone, when somebody knows more than the two revisions tell.

    Args:
        matching: The earlier matching.
        pairs: Of nodes that are alone in it.

    Returns:
        A matching of the same forests that has them, and what follows from them.
    """
    known = tuple(pairs)
    if not known:
        return matching
    roots = [pair for pair in known if not matching.old.nodes[pair.old].depth]
    return _through(
        msgspec.structs.replace(
            matching,
            pages=matching.pages.with_all(roots),
            sections=matching.sections.with_all(known),
        )
    )


def rematch(matching: Matching, modulo: Modulo) -> Matching:
    """Look again at what an earlier look left in doubt, knowing the rules that it brought to light.

    Args:
        matching: The earlier matching.
        modulo: What is to be read as the same.

    Returns:
        A matching of the same forests.
    """
    evidence = Evidence(
        matching.old, matching.new, modulo, swapped=matching.swapped, before=matching.evidence
    )
    return _through(
        msgspec.structs.replace(
            matching,
            evidence=evidence,
            series=Series(matching.old, matching.new, evidence.reading),
            pages=_settled(matching.pages, evidence),
            sections=_settled(matching.sections, evidence),
        )
    )


def _settled(pairs: Pairs, evidence: Evidence) -> Pairs:
    """Keep the pairs that were certain, those that were witnessed, and those that no rule touches.

    A page that is held to be a section may be found to be a page.
    """
    return pairs.only(
        lambda pair: (
            pair.stage != EMBEDDED
            and (
                pair.confidence >= SETTLED
                or pair.stage == WITNESSED
                or not evidence.worth(pair.old, pair.new)
            )
        )
    )


def _through(matching: Matching) -> Matching:
    for stage in STAGES:
        matching = stage(matching)
    return matching


def _key(forest: Forest) -> list[tuple[str, bytes, bytes]]:
    sections = ((path, forest.nodes[root].section) for path, root in forest.roots.items())
    return [(path, section.subtree, section.form) for path, section in sections]
