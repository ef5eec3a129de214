"""An entry -> a few words for what it changed, rules first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from drift.changes.base import Change
from drift.explain.base import Entry, Rule
from drift.explain.places import home
from drift.explain.sentence import counted, sentence
from drift.render.changelog.fold import fold
from drift.render.changelog.names import new_names
from drift.render.log.header import NOTHING
from drift.render.visible import visible
from drift.site.places import INDEX_NAMES

MOST_RULES = 2
"""Rules that are named before the rest is only counted."""

MOST_KINDS = 3
"""Kinds of change that are named before the rest is only counted."""


FEWEST_CUT = 10
"""Signs that must be alike before cutting them makes a line easier to read."""


def words(entry: Entry) -> str:
    """Say in a few words what a commit changed.

    Args:
        entry: What is told of the commit.

    Returns:
        Rules, then how many changes of each kind no rule explains, those of most first, and on which page.
    """
    parts = [_rule(rule) for rule in entry.rules[:MOST_RULES]]
    if rest := len(entry.rules) - len(parts):
        parts.append(f"{rest} more {'rule' if rest == 1 else 'rules'}")
    _, told = fold(entry)
    if told:
        pages = _pages(entry, told)
        parts.append(_counts(Counter(change.kind for change in told)) + _where(pages, told))
    return "; ".join(parts) or NOTHING.rstrip(".").lower()


def _pages(entry: Entry, told: Sequence[Change]) -> set[str]:
    """Name the pages as they are called now, those of removed text too."""
    names = new_names(entry)
    homes = ((change, home(change).path) for change in told)
    return {path if change.new else names.of(path, ())[0] for change, path in homes}


def _where(pages: set[str], told: Sequence[Change]) -> str:
    """Name the page, if it is one; count pages, unless they are what is counted already."""
    if len(pages) == 1:
        return f": {visible(_name(*pages))}"
    if all(change.kind.startswith("page.") for change in told):
        return ""
    return f" on {len(pages)} pages"


def _name(path: str) -> str:
    """Give the end of a path by which people know the page: its folder too, where pages of many folders are called so."""
    *folders, name = path.split("/")
    is_home = name.partition(".")[0].lower() in INDEX_NAMES
    return "/".join((*folders[-1:], name)) if is_home else name


def _rule(rule: Rule) -> str:
    if isinstance(rule.before, str) and isinstance(rule.after, str):
        before, after = _apart(rule.before, rule.after)
        return visible(f"{before} → {after}")
    return visible("".join(span.text for span in sentence(rule)))


def _apart(before: str, after: str) -> tuple[str, str]:
    """Cut what two URLs or paths begin with alike, folder by folder."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    alike = "".join(sign for sign, _ in same).rfind("/") + 1
    if alike < FEWEST_CUT:
        return before, after
    return f"…/{before[alike:]}", f"…/{after[alike:]}"


def _counts(kinds: Counter[str]) -> str:
    order = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    shown = order if len(order) == MOST_KINDS + 1 else order[:MOST_KINDS]
    named = ", ".join(counted(kind, count) for kind, count in shown)
    rest = sum(count for _, count in order[len(shown) :])
    return f"{named} and {rest} more" if rest else named
