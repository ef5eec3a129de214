"""A changelog's parts -> the short lines that count, place and remind, shared by the outputs for people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import get_args

from drift.changes.base import Change, Location, RunnerUp
from drift.explain.base import Changelog, Rule, Scope, Side
from drift.explain.places import home, trail
from drift.explain.sentence import counted
from drift.render.changelog.outline import AlikePart, Entry, Outline, RulePart
from drift.render.changelog.wording import said
from drift.render.letters import count, first
from drift.render.plural import plural
from drift.render.visible import visible

FEW = 3
"""Pages, leftovers and unread pages that are listed before the rest is only counted."""

MANY = 12
"""Pages in one list of names, which is quicker to read than lines."""

FIRST = 10
"""Words of a page in a list, by which a reader knows what it is about."""

WORTH_NAMING = 0.5
"""Confidence below which a rejected counterpart tells its reader nothing: most of it is something else."""

_SCOPES: tuple[Scope, ...] = get_args(Scope)
# From what readers see to what only machines read.

SHORT_HASH = 10
"""Digits of a commit that people can compare at a glance and git still finds."""


def revision(side: Side) -> str:
    """Name a revision by what the user wrote, its commit and its day."""
    rev, commit = side.rev, (side.commit or "")[:SHORT_HASH]
    if commit and (rev.startswith(commit) or commit.startswith(rev)):
        rev, commit = commit, ""
    known = ", ".join(part for part in (commit, (side.date or "")[:10]) if part)
    return visible(f"{rev} ({known})" if known else rev)


def rule_extent(part: RulePart) -> str:
    """Say how far a rule reaches: `in 12 places on 3 pages`, or where its one place is."""
    places = part.rule.places
    if _is_single(part.rule):
        return f"in {places[0].path}" + (f":{places[0].lines[0]}" if places[0].lines else "")
    pages = len({place.path for place in places})
    where = f" on {plural(pages, 'page')}" if pages > 1 else ""
    return f"in {plural(part.rule.count, 'place')}{where}"


def rule_places(part: RulePart, *, whole: bool) -> Iterator[str]:
    """List a rule's other forms, and its first places page by page.

    Args:
        part: The rule.
        whole: Whether to list every page.

    Yields:
        Lines of plain text.
    """
    if part.rule.variants:
        yield "also " + ", ".join(f"{before} → {after}" for before, after in part.rule.variants)
    if _is_single(part.rule):
        return
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for place in part.rule.places:
        pages[place.path].update(place.lines[:1] if place.lines else ())
    shown = sorted(pages) if whole else sorted(pages)[:FEW]
    for path in shown:
        lines = sorted(pages[path])
        numbers = ", ".join(map(str, lines if whole else lines[: FEW * 2]))
        more = " …" if not whole and len(lines) > FEW * 2 else ""
        yield f"{path}:{numbers}{more}" if numbers else path
    if len(pages) > len(shown):
        yield f"and {plural(len(pages) - len(shown), 'more page')}"


def alike_pages(part: AlikePart, *, whole: bool) -> Iterator[tuple[str, str]]:
    """List the pages of which the same is told.

    Args:
        part: The pages.
        whole: Whether to list all.

    Yields:
        The path of each and how it begins, if that is known; in the end the number of the rest.
    """
    shown = len(part.paths) if whole else MANY
    for path, change in zip(part.paths[:shown], part.changes[:shown], strict=True):
        words = " ".join(said(change.blocks or ()))
        more = " …" if count(words) > FIRST else ""
        yield path, first(words, FIRST) + more
    if len(part.paths) > shown:
        yield f"and {len(part.paths) - shown:,} more", ""


def alike_followed(part: AlikePart) -> str:
    """Say what came with each of the pages of which the same is told.

    Args:
        part: The pages.

    Returns:
        The words, or nothing.
    """
    followers = part.entry.followers
    return f"each {tally(followers)}" if followers else ""


def leftovers(rule: Rule, *, whole: bool) -> Iterator[str]:
    """List what still follows a rule's old form.

    Args:
        rule: The rule.
        whole: Whether to list all.

    Yields:
        Lines of plain text.
    """
    order = sorted(rule.leftovers, key=lambda left: _SCOPES.index(left.scope))
    shown = order if whole else order[:FEW]
    for left in shown:
        text = " ".join(left.text.split())
        if text == left.path:
            yield f"still {left.path}"
        else:
            yield f"still {left.path}:{left.line} ({left.scope}): {text}"
    rest = Counter(left.scope for left in order[len(shown) :])
    if rest:
        scopes = ", ".join(f"{count:,} {scope}" for scope, count in rest.items())
        yield f"and {rest.total():,} more: {scopes}"


def _is_single(rule: Rule) -> bool:
    return rule.count == 1 and len(rule.places) == 1


def followed(entry: Entry, *, whole: bool) -> str:
    """Say what a change brought with it, such as the links that a moved page broke.

    Args:
        entry: The change and those that follow from it.
        whole: Whether to name a counterpart that is hardly one.

    Returns:
        The words, or nothing.
    """
    parts = [f"in what came from {visible(entry.part)}"] if entry.part else []
    parts += [f"{entry.times} times"] if entry.times > 1 else []
    parts += [tally(entry.followers)] if entry.followers else []
    broken = sum(change.kind == "link.broken" for change in entry.followers)
    # A link that is told as broken is there still.
    if (others := len(entry.change.inbound or ()) - broken) > 0:
        parts.append(f"{plural(others, 'other link' if broken else 'link')} still there")
    runner_up = entry.change.runner_up
    if runner_up and (whole or runner_up.confidence >= WORTH_NAMING):
        place = _nearest(entry.change, runner_up)
        parts.append(f"nearest: {visible(place)}, {runner_up.confidence:.0%} alike")
    if commit := entry.change.restored_from:
        parts.append(f"restored, removed by {visible(commit[:SHORT_HASH])}")
    return "; ".join(parts)


def _nearest(change: Change, runner_up: RunnerUp) -> str:
    """Name a counterpart, without its page where that is the page the change is on."""
    own = change.new or change.old
    here = own.path if isinstance(own, Location) and own.section else ""
    if runner_up.path == here and runner_up.section:
        return " › ".join(runner_up.section)
    return trail(runner_up.path, runner_up.section)


def tally(changes: tuple[Change, ...]) -> str:
    """Count changes kind by kind, most frequent first."""
    kinds = Counter(change.kind for change in changes)
    order = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return "with it: " + ", ".join(counted(kind, count) for kind, count in order)


def totals(changelog: Changelog, parts: Outline) -> str:
    """Say in one line how much changed, and what was left out."""
    pages = len(_paths(parts))
    counts = [plural(len(parts.rules), "rule")] if parts.rules else []
    counts += [f"{plural(parts.told, 'change')} on {plural(pages, 'page')}"] if parts.told else []
    unread = _unread(changelog)
    line = ", ".join(counts) or ("Nothing changed" if not unread else "Nothing seen to change")
    line += f"; {parts.folded:,} more explained by these" if parts.folded else ""
    skipped = max(changelog.stats.skipped.values(), default=0)
    line += f"; {plural(skipped, 'other file')} left out" if skipped else ""
    if changelog.stats.coverage is not None:
        line += f"; coverage {changelog.stats.coverage:.1%}"
    return f"{line}.{unread}"


def _paths(parts: Outline) -> set[str]:
    """Collect the pages of which anything is told."""
    found = {part.path for part in parts.pages}
    found.update(path for part in parts.alike for path in part.paths)
    together = [*parts.sweep, *(change for group in parts.repeats for change in group)]
    return found | {home(change).path for change in together}


def _unread(changelog: Changelog) -> str:
    """Name the pages that were compared by their bare lines, or not at all, and say why."""
    reasons = {visible(one.path): visible(one.reason) for one in changelog.stats.unread}
    if not reasons:
        return ""
    named = ", ".join(f"{path} ({why})" for path, why in list(reasons.items())[:FEW])
    rest = len(reasons) - FEW
    more = f" and {rest:,} more" if rest > 0 else ""
    return f" Not read as {'a page' if len(reasons) == 1 else 'pages'}: {named}{more}."
