"""`url.moved`: all links under one URL prefix went to another.

What it tells: the shortest prefix that maps all its links, at least two.
Why it matters: a site or a part of it moved; the links that still use the old prefix are probably dead.
Example: `http://handbook.example.com/guides/` -> `http://handbook.example.com/bizops/`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

import msgspec

from drift.changes.base import Location
from drift.changes.details import link_at
from drift.changes.nav_links import NavLinkPair
from drift.explain.base import Leftover, Rule
from drift.explain.clues import Clues
from drift.explain.prefixes import grouped
from drift.explain.proposal import PLACES, Proposal, RuleKind, rule_id, support
from drift.explain.written import Written
from drift.match.modulo import Modulo
from drift.trees.site import Site
from drift.trees.walk import all_links

MOST_LEFT = 4
"""Links that stayed for each that went: of two that went from among fifty, nobody would say that their prefix moved, while
a pull request that forgot most of its pages has to be told so."""

_BARE = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#]+", re.IGNORECASE)

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/]+/", re.IGNORECASE)


def _propose(clues: Clues) -> Iterable[Proposal]:
    moved = {str(number): link for number, link in enumerate(_retargeted(clues))}
    rows = [(key, link.before, link.after) for key, link in moved.items()]
    site = clues.comparison.matching.new.site
    for (before, after), keys in sorted(grouped(rows).items()):
        for one, other, links, left in _left(site, before, after, [moved[key] for key in keys]):
            rule = Rule(
                id=rule_id("url.moved", one, other),
                kind="url.moved",
                before=one,
                after=other,
                count=len(links),
                confidence=round(support(len(links)), 3),
                places=tuple(link.at for link in links),
                leftovers=left,
            )
            yield Proposal(rule, Modulo(prefixes=((one, other),)))


class _Moved(msgspec.Struct, frozen=True):
    """A link that leads to another URL."""

    before: str
    after: str
    at: Location


def _retargeted(clues: Clues) -> Iterable[_Moved]:
    comparison = clues.comparison
    yield from _in_navigation(comparison.navigation.links)
    for pair in comparison.links:
        if pair.old is None or pair.new is None:
            continue
        before, after = _rooted(pair.old.link.target), _rooted(pair.new.link.target)
        if before != after and _URL.match(before) and _URL.match(after):
            at = link_at(comparison.matching.new, pair.new)
            if at is not None:
                yield _Moved(before, after, at)


def _in_navigation(links: Iterable[NavLinkPair]) -> Iterable[_Moved]:
    for pair in links:
        if pair.old and pair.new and pair.retargeted:
            at = Location(pair.new.path, (), None, (pair.new.line, pair.new.line))
            yield _Moved(_rooted(pair.old.url), _rooted(pair.new.url), at)


def _rooted(url: str) -> str:
    """Write the slash that a bare host leaves out."""
    return f"{url}/" if _BARE.fullmatch(url) else url


_Prefix = tuple[str, str, list[_Moved], tuple[Leftover, ...]]
"""The old prefix, the new one, the links that moved, and those that did not."""


def _left(site: Site, before: str, after: str, links: list[_Moved]) -> Iterable[_Prefix]:
    """Tell which links a prefix lost and which it kept; where it kept some, the longer ones below it may say it better."""
    if len(links) < PLACES or not _URL.match(before):
        return
    most = MOST_LEFT * len(links)
    # With one more the prefix has lost, and the other pages that say it need not be parsed.
    left = tuple(islice(_leftovers(site, before, after), most + 1))
    deeper = _below(before, links) if left else {}
    same = any(len(inside) == len(links) for inside in deeper.values())
    if not same and len(left) <= most:
        yield before, after, links, left
        return
    for name, inside in sorted(deeper.items()):
        yield from _left(site, before + name, after + name, inside)


def _below(prefix: str, links: list[_Moved]) -> dict[str, list[_Moved]]:
    """Divide links by the folder that they are in below a prefix."""
    found: defaultdict[str, list[_Moved]] = defaultdict(list)
    for link in links:
        name, slash, _ = link.before.removeprefix(prefix).partition("/")
        if slash:
            found[name + slash].append(link)
    return found


def _leftovers(site: Site, prefix: str, after: str) -> Iterable[Leftover]:
    # Where the new prefix begins with the old one, what begins with it has moved already.
    moved = after if after.startswith(prefix) else None
    for path in site.saying(prefix):
        written = Written(site.source(path))
        for link in all_links(site.pages[path].root):
            if not link.target.startswith(prefix):
                continue
            if moved is None or not link.target.startswith(moved):
                yield Leftover(path, written.target(link), link.target, "url")


URL_MOVED = RuleKind("url.moved", _propose, teaches=True)
