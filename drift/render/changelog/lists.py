"""Rules that say little each -> lists of them, such as twenty misspellings that were mended once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drift.explain.base import Rule
from drift.explain.sentence import Span
from drift.render.changelog.bundle import Bundle, Row, Value, became, named
from drift.render.changelog.outline import RulePart
from drift.render.changelog.targets import differing

FEWEST = 2
"""Rules that are worth a list."""


def listed(
    parts: Sequence[RulePart], *, whole: bool
) -> tuple[tuple[RulePart, ...], tuple[Bundle, ...]]:
    """Take out the rules that are better told together.

    Args:
        parts: All rules.
        whole: Whether to leave each by itself.

    Returns:
        The others in their order, and the lists.
    """
    if whole:
        return tuple(parts), ()
    spelt = [part.rule for part in parts if _is_brief(part.rule)]
    shifted = [part.rule for part in parts if part.rule.kind == "levels.shifted"]
    bundles: list[Bundle] = []
    gone: set[str] = set()
    moved: defaultdict[object, list[Rule]] = defaultdict(list)
    for part in parts:
        if part.rule.kind == "url.moved" and not part.rule.leftovers:
            moved[differing(*_ends(part.rule)) or part.rule.id].append(part.rule)
    told = [(rules, _prefixes) for rules in moved.values()]
    for rules, bundle in (*told, (spelt, _spellings), (shifted, _shifts)):
        if len(rules) >= FEWEST:
            bundles.append(bundle(rules))
            gone |= {rule.id for rule in rules}
    return tuple(part for part in parts if part.rule.id not in gone), tuple(bundles)


def _is_brief(rule: Rule) -> bool:
    alone = rule.count == 1 and len(rule.places) == 1
    return rule.kind == "spelling.fixed" and alone and not rule.leftovers and not rule.variants


def _spellings(rules: Sequence[Rule]) -> Bundle:
    spans: list[Span] = []
    for rule in rules:
        (place,) = rule.places
        line = f":{place.lines[0]}" if place.lines else ""
        pair = became(*_ends(rule))
        spans += [Span(", " if spans else ""), *pair, Span(f" ({place.path}{line})")]
    row = Row("", (Value(tuple(span for span in spans if span.text)),))
    return Bundle("~", (Span(f"{len(rules)} spellings fixed"),), (row,))


def _ends(rule: Rule) -> tuple[str, str]:
    return str(rule.before), str(rule.after)


def _prefixes(rules: Sequence[Rule]) -> Bundle:
    """Tell prefixes together that differ from what they were in one piece, such as all hosts of one service."""
    pieces = differing(*_ends(rules[0])) or _ends(rules[0])
    pair = became(*pieces, literal=True)
    head = (Span(f"{sum(rule.count for rule in rules):,} links moved: "), *pair)
    paths = sorted({place.path for rule in rules for place in rule.places})
    rows = (f"below {named([str(rule.before) for rule in rules])}", f"in {named(paths)}")
    return Bundle("~", head, tuple(Row("", (Value((Span(row),)),)) for row in rows))


def _shifts(rules: Sequence[Rule]) -> Bundle:
    """Tell which pages went from which level to which."""
    levels: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for rule in rules:
        levels[int(rule.before), int(rule.after)].update(place.path for place in rule.places)
    rows = tuple(
        Row(f"level {before} → {after}", (Value((Span(named(sorted(paths))),)),))
        for (before, after), paths in sorted(levels.items())
    )
    count = sum(rule.count for rule in rules)
    pages = {path for paths in levels.values() for path in paths}
    where = f"on {len(pages):,} pages" if len(pages) > 1 else f"in {min(pages)}"
    return Bundle("~", (Span(f"{count:,} headings shifted {where}"),), rows)
