"""`url.moved`: all links under one URL prefix went to another.

What it tells: the shortest prefix that maps all its links, at least two.
Why it matters: a site or a part of it moved; the links that still use the old prefix are probably dead.
Example: `http://handbook.example.com/guides/` -> `http://handbook.example.com/bizops/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drift.changes.base import Location
from drift.explain.base import Leftover, Rule
from drift.explain.clues import Clues
from drift.explain.prefixes import grouped
from drift.explain.proposal import Proposal, RuleKind, rule_id
from drift.match.modulo import Modulo
from drift.tree.site import Site
from drift.tree.walk import walk

AT_LEAST = 2

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/]+/", re.IGNORECASE)


def _propose(clues: Clues) -> Iterable[Proposal]:
    comparison, changes = clues.comparison, clues.changes
    moved = {
        change.id: change
        for change in changes
        if change.kind == "link.retargeted"
        and isinstance(change.before, str)
        and isinstance(change.after, str)
        and _URL.match(change.before)
        and _URL.match(change.after)
    }
    rows = [(key, str(change.before), str(change.after)) for key, change in moved.items()]
    for (before, after), ids in sorted(grouped(rows).items()):
        if len(ids) < AT_LEAST or not _URL.match(before):
            continue
        rule = Rule(
            id=rule_id("url.moved", before, after),
            kind="url.moved",
            before=before,
            after=after,
            count=len(ids),
            confidence=round(1 - 0.5 ** (len(ids) + 1), 3),
            places=tuple(place for key in ids if isinstance(place := moved[key].new, Location)),
            leftovers=tuple(_leftovers(comparison.matching.new.site, before)),
        )
        yield Proposal(rule, Modulo(prefixes=((before, after),)), frozenset(ids))


def _leftovers(site: Site, prefix: str) -> Iterable[Leftover]:
    for path, page in site.pages.items():
        for _, section in walk(page.root):
            for link in (*section.links, *(one for block in section.blocks for one in block.links)):
                if link.target.startswith(prefix):
                    yield Leftover(path, link.line, link.target, "url")


URL_MOVED = RuleKind("url.moved", _propose)
