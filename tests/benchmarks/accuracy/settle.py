"""What was expected of nodes -> facts with the places where the nodes stand in the end."""

from __future__ import annotations

from difflib import SequenceMatcher

from tests.benchmarks.accuracy.outline import Node, plain
from tests.benchmarks.accuracy.truth import ANY, Expected, Fact, Place, Spot, Unsaid, Value
from tests.benchmarks.accuracy.world import World, words_of

_STRENGTH = ("facts", "rewrite", "wording", "typo", "formatting")


class Snapshot:
    """Where everything stands at one revision."""

    def __init__(self, world: World) -> None:
        """Walk over all pages and remember places, siblings, levels and words."""
        self.places: dict[Spot, Place] = {}
        self.siblings: dict[Node, list[Node]] = {}
        self.levels: dict[Node, int] = {}
        self.words: dict[Node, list[str]] = {}
        self.titles: dict[Spot, str] = {}
        for sheet in world.sheets:
            self.places[sheet] = (sheet.path, ())
            self._walk(sheet.root, (sheet.path, ()))

    def _walk(self, node: Node, place: Place) -> None:
        self.places[node] = place
        self.levels[node] = node.level
        self.titles[node] = plain(node.title)
        self.words[node] = words_of(node)
        for child in node.children:
            self.siblings[child] = list(node.children)
            self._walk(child, (place[0], (*place[1], plain(child.title))))


def settle(world: World, old: Snapshot, new: Snapshot) -> list[Fact]:
    """Turn all expectations into facts.

    Args:
        world: The tree after all edits.
        old: Where everything stood before them.
        new: Where everything stands after them.

    Returns:
        The changes and rules that a perfect tool reports.
    """
    facts = [_fact(expected, old, new) for expected in world.truth]
    for node, natures in world.touches.items():
        if node in old.places and node in new.places:
            facts.append(_edited(node, natures, old, new))
    return facts


def _fact(expected: Expected, old: Snapshot, new: Snapshot) -> Fact:
    before, after = _values(expected, old, new)
    fact = Fact(
        expected.kind,
        expected.edit,
        tuple(sorted(old.places[spot] for spot in expected.old)),
        tuple(sorted(new.places[spot] for spot in expected.new)),
        before,
        after,
        tolerated=expected.tolerated,
        key=expected.key,
    )
    if expected.values != "places":
        return fact
    spot = expected.old[0]
    return _with_neighbour(fact, spot, old, new) if isinstance(spot, Node) else fact


def _values(
    expected: Expected, old: Snapshot, new: Snapshot
) -> tuple[Value | Unsaid, Value | Unsaid]:
    if expected.values == "given":
        return expected.before, expected.after
    before, after = expected.old[0], expected.new[0]
    if expected.values == "trails":
        return list(old.places[before][1]), list(new.places[after][1])
    if expected.values == "paths":
        return old.places[before][0], new.places[after][0]
    if expected.values == "places" and isinstance(before, Node):
        return old.siblings[before].index(before), new.siblings[before].index(before)
    return ANY, ANY


def _with_neighbour(fact: Fact, node: Node, old: Snapshot, new: Snapshot) -> Fact:
    """Two neighbours that changed places: either of them moved."""
    common = [each for each in old.siblings[node] if each in new.siblings[node]]
    after = [each for each in new.siblings[node] if each in common]
    shift = after.index(node) - common.index(node)
    if abs(shift) != 1:
        return fact
    other = common[common.index(node) + shift]
    spot = Fact(
        fact.kind,
        fact.edit,
        (old.places[other],),
        (new.places[other],),
        old.siblings[other].index(other),
        new.siblings[other].index(other),
    )
    return Fact(fact.kind, fact.edit, fact.old, fact.new, fact.before, fact.after, others=(spot,))


def _edited(node: Node, natures: list[str], old: Snapshot, new: Snapshot) -> Fact:
    told = [nature for nature in natures if nature not in ("aside", "reflow")]
    before, after = old.words[node], new.words[node]
    same = sum(block.size for block in _matches(before, after))
    share = same / max(1, len(before))
    nature = next((each for each in _STRENGTH if each in told), "")
    if "facts" not in told and share < 0.55:
        nature = "rewrite" if share < 0.45 and "any" not in told else ""
    elif "facts" not in told and {"any", "text"} & set(told):
        nature = ""
    edit = "+".join(sorted(set(natures)))
    places = ((old.places[node],), (new.places[node],))
    return Fact("section.edited", edit, *places, nature=nature, tolerated=not told)


def _matches(before: list[str], after: list[str]) -> list[SequenceMatcher.Match]:  # type: ignore[name-defined]
    return SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
