"""The targets that no change speaks of -> those for which no other link to the same place is told instead.

Where a place is linked twice from sections that belong together, and once from the other side, either link may be the one
that came: changes tell of one, and the plain comparison may have taken the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from drift.coverage.claims import Claims, SideName, use
from drift.coverage.difference import Sides
from drift.coverage.part import Part
from drift.coverage.titled import Key


def untold(targets: list[Part], groups: Mapping[Key, Sides], told: Claims) -> list[Part]:
    """Leave out the targets of which changes tell at another link to the same place, and use that up.

    Args:
        targets: What no change tells.
        groups: All that is laid against each other.
        told: What changes tell, less what differences took of it.

    Returns:
        The others.
    """
    links: dict[tuple[Key, str, str], dict[tuple[str, Key, str], Part]] = defaultdict(dict)
    for group in sorted({part.group for part in targets if part.group[0] == "targets"}):
        for part in (part for side in groups[group] for part in side):
            token = part.token
            spot = (token.path, token.section, token.written)
            links[group, part.side, token.text].setdefault(spot, part)
    return [
        part
        for part in targets
        if not any(
            told.tells_target(other.side, other.token)
            for other in links[part.group, part.side, part.token.text].values()
        )
    ]


def relisted(
    targets: list[Part], groups: Mapping[Key, Sides], found: list[Part], told: Claims
) -> list[Part]:
    """Leave out the entries of the navigation of which changes tell at another entry of their page that is where it was.

    Where a page was listed twice and is listed once, either entry may be the one that went.

    Args:
        targets: What no change tells.
        groups: All that is laid against each other.
        found: All that differs.
        told: What changes tell.

    Returns:
        The others.
    """
    wanted = {_listed(part) for part in targets if part.token.entry}
    differs = {id(part) for part in found}
    spare = Counter(
        _listed(part)
        for part in (p for sides in groups.values() for side in sides for p in side if wanted)
        if part.token.entry and part.token.what == "target" and _listed(part) in wanted
        if id(part) not in differs and told.lists(part.side, part.token)
    )
    return [part for part in targets if not (part.token.entry and use(spare, _listed(part)))]


def _listed(part: Part) -> tuple[SideName, str]:
    """Name the page that an entry leads to, on one side."""
    return part.side, part.token.text


def turned_out(found: list[Part]) -> list[Part]:
    """Leave out the targets that went from one block to another of what belongs together, as the words around them tell.

    Args:
        found: All that differs.

    Returns:
        The same without targets that both sides have.
    """
    sides: dict[tuple[Key, str], tuple[list[Part], list[Part]]] = defaultdict(lambda: ([], []))
    for part in found:
        if part.group[0] == "targets":
            sides[part.group, part.token.text][part.side == "new"].append(part)
    same = {
        id(part)
        for old, new in sides.values()
        for pair in zip(old, new, strict=False)
        for part in pair
    }
    return [part for part in found if id(part) not in same]
