"""Two sites -> Matching: which page and section of the one is which of the other."""

from __future__ import annotations

from drift.match.evidence import Evidence
from drift.match.forest import forest
from drift.match.identical import identical
from drift.match.matching import Matching
from drift.match.modulo import Modulo
from drift.match.paged import paged
from drift.match.similar import similar
from drift.match.spread import spread
from drift.tree.site import Site

STAGES = (paged, identical, similar, spread)
"""Certain before likely, cheap before dear; the order is the design."""


def match(old: Site, new: Site, modulo: Modulo | None = None) -> Matching:
    """Find for every page and section of one revision its counterpart in another.

    Matching looks at the sides in an order of their own, which does not hang on which is called old: so the way back
    gives the same pairs as the way there.

    Args:
        old: The revision before.
        new: The revision after.
        modulo: What is to be read as the same, from rules already found.

    Returns:
        The matching, with pages that are equal on both sides left out of its forests.
    """
    unchanged = frozenset(
        path for path, page in old.pages.items() if path in new.pages and new.pages[path] == page
    )
    modulo = modulo or Modulo()
    turned = _key(old, unchanged) > _key(new, unchanged)
    first, second = (new, old) if turned else (old, new)
    one = forest(first, first.pages.keys() - unchanged)
    other = forest(second, second.pages.keys() - unchanged)
    evidence = Evidence(one, other, modulo.turned() if turned else modulo)
    matching = Matching(old=one, new=other, evidence=evidence, unchanged=unchanged)
    for stage in STAGES:
        matching = stage(matching)
    return matching.turned() if turned else matching


def _key(site: Site, unchanged: frozenset[str]) -> list[tuple[str, bytes, bytes]]:
    return [
        (path, page.root.subtree, page.root.form)
        for path, page in site.pages.items()
        if path not in unchanged
    ]
