"""Two sites -> Matching: which page and section of the one is which of the other."""

from __future__ import annotations

from drift.match.evidence import Evidence
from drift.match.forest import forest
from drift.match.housed import housed
from drift.match.identical import identical
from drift.match.kept import kept
from drift.match.matching import Matching, Pairs
from drift.match.modulo import Modulo
from drift.match.paged import paged
from drift.match.similar import similar
from drift.match.spread import spread
from drift.trees.site import Site

STAGES = (kept, paged, identical, similar, housed, spread)
"""Certain before likely, cheap before dear; the order is the design."""


SETTLED = 0.9
"""Pairs of an earlier look that are at least so certain are kept in a later one that knows rules."""


def match(old: Site, new: Site) -> Matching:
    """Find for every page and section of one revision its counterpart in another.

    Matching looks at the sides in an order of their own, which does not hang on which is called old: so the way back
    gives the same pairs as the way there.

    Args:
        old: The revision before.
        new: The revision after.

    Returns:
        The matching, with pages that are equal on both sides left out of its forests.
    """
    unchanged = frozenset(path for path in old.pages if path in new.pages and _same(old, new, path))
    turned = _key(old, unchanged) > _key(new, unchanged)
    first, second = (new, old) if turned else (old, new)
    one = forest(first, first.pages.keys() - unchanged)
    other = forest(second, second.pages.keys() - unchanged)
    evidence = Evidence(one, other, Modulo())
    matching = Matching(old=one, new=other, evidence=evidence, unchanged=unchanged, swapped=turned)
    return _through(matching)


def rematch(matching: Matching, modulo: Modulo) -> Matching:
    """Look again at what an earlier look left in doubt, knowing the rules that it brought to light.

    Args:
        matching: The earlier matching.
        modulo: What is to be read as the same.

    Returns:
        A matching of the same forests.
    """
    if matching.swapped:
        matching, modulo = matching.turned(), modulo.turned()
    evidence = Evidence(matching.old, matching.new, modulo, before=matching.evidence)
    settled = Matching(
        old=matching.old,
        new=matching.new,
        evidence=evidence,
        unchanged=matching.unchanged,
        swapped=matching.swapped,
        old_doubts=matching.old_doubts,
        new_doubts=matching.new_doubts,
        pages=_settled(matching.pages, evidence),
        sections=_settled(matching.sections, evidence),
    )
    return _through(settled)


def _settled(pairs: Pairs, evidence: Evidence) -> Pairs:
    """Keep the pairs that were certain, and those that no rule touches."""
    return pairs.only(
        lambda pair: pair.confidence >= SETTLED or not evidence.worth(pair.old, pair.new)
    )


def _through(matching: Matching) -> Matching:
    swapped = matching.swapped
    for stage in STAGES:
        matching = stage(matching)
    return matching.turned() if swapped else matching


def _same(old: Site, new: Site, path: str) -> bool:
    """Tell whether a page is equal on both sides, without parsing it where its content tells."""
    return old.key(path) == new.key(path) or old.pages[path] == new.pages[path]


def _key(site: Site, unchanged: frozenset[str]) -> list[tuple[str, bytes, bytes]]:
    roots = ((path, site.pages[path].root) for path in site.pages if path not in unchanged)
    return [(path, root.subtree, root.form) for path, root in roots]
