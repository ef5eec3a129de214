"""Which sections are one section where a page was split or merged."""

from __future__ import annotations

import msgspec
import pytest

from drift.coverage.measure import Coverage, coverage
from drift.explain.base import Changelog
from drift.site.build import sites
from tests.coverage.deeds import DEEDS
from tests.properties.memory import Files, changelog, memory


def proved(old: Files, new: Files) -> Changelog:
    """Compare two trees, and hold what is told against the plain difference."""
    told = changelog(old, new)
    assert coverage(*sites(memory(old), memory(new)), told) == Coverage(1.0, ())
    return told


ROOMS = "# Rooms\n\nRooms are kept by the porter, who has all keys.\n\n"
STEPS = (
    "## Next steps\n\nThe house is open, its lamps are lit, and the porter knows who has which key.\n\n"
    "- Read [the list](https://e.example/list) of all rooms that have a window.\n"
    "- Read [the rules](https://e.example/rules) for guests who stay after dusk.\n\n"
)
OTHER = "## Next steps\n\nAsk [the cook](https://e.example/cook) what there is for supper.\n\n"
WHOLE = {"rooms.md": ROOMS + DEEDS + STEPS}
PARTS = {"rooms.md": ROOMS + OTHER, "boats.md": f"# Out in a boat\n\nBring oars.\n\n{DEEDS}{STEPS}"}


@pytest.mark.parametrize(("old", "new"), [(WHOLE, PARTS), (PARTS, WHOLE)], ids=["split", "merged"])
def test_a_section_that_went_along_while_another_came_under_its_heading(
    old: Files, new: Files
) -> None:
    """The one that is told to have come is not the one that went along."""
    lone = [
        str(change.old or change.new)
        for change in proved(old, new).changes
        if not (change.old and change.new)
    ]
    assert len([each for each in lone if "Next steps" in each]) == 1


BOATS = (
    "## Boats\n\nThere are three boats at the pier, and each of them has a name.\n\n### Oars\n\n"
    "Oars of ash hang in the shed, [two for each](https://e.example/oars) that has no sail.\n\n"
)
PRICE = "## Boats\n\n### Oars\n\nWhoever breaks one pays for it; see [the price](https://e.example/price).\n\n"
KEPT = {"rooms.md": ROOMS + DEEDS + BOATS}
ANEW = {"rooms.md": ROOMS + PRICE, "boats.md": f"# Out in a boat\n\nBring oars.\n\n{DEEDS}{BOATS}"}


@pytest.mark.parametrize(("old", "new"), [(KEPT, ANEW), (ANEW, KEPT)], ids=["split", "merged"])
def test_a_section_that_went_along_while_a_namesake_came_below_another(
    old: Files, new: Files
) -> None:
    """What stands below a section that came is told with it, and is not what went along under the same headings."""
    told = proved(old, new)
    for change in told.changes:
        less = tuple(one for one in told.changes if one is not change)
        without = msgspec.structs.replace(told, changes=less)
        assert coverage(*sites(memory(old), memory(new)), without).share < 1.0


def test_a_part_that_was_changed_on_the_way() -> None:
    """What went along is held against what it was, and not against its namesake."""
    lost = {path: text.replace("of ash ", "") for path, text in ANEW.items()}
    before, after = sites(memory(KEPT), memory(lost))
    missing = coverage(before, after, changelog(KEPT, ANEW)).uncovered
    assert [(one.side, one.path, one.text) for one in missing] == [
        ("old", "rooms.md", "of"),
        ("old", "rooms.md", "ash"),
    ]


STORE = (
    "# Store\n\nThe store keeps what guests leave at the gate.\n\n## Fields\n\n"
    "The host is the name of the house, and the port is the pier that boats come to.\n\n"
)
LOCK = (
    "# Lock\n\nThe lock is set by the porter at dusk and opened by the cook at dawn.\n\n## Fields\n\n"
    "Every key has a number, and none of them opens more than a single door.\n\n"
)
GUARDS = "Read all about it in [the guide to the guards of the harbour](https://e.example/{}).\n\n"
HELD = {"a.md": STORE + GUARDS.format("docs/guards")}
LENT = {"a.md": STORE, "b.md": LOCK + GUARDS.format("guards")}


@pytest.mark.parametrize(("old", "new"), [(HELD, LENT), (LENT, HELD)], ids=["added", "removed"])
def test_a_link_that_went_to_a_page_that_came(old: Files, new: Files) -> None:
    """The sections that it stood in are not one, and the page is told as a whole."""
    told = changelog(old, new)
    kinds = {"page.added", "page.removed", "link.retargeted"}
    less = tuple(change for change in told.changes if change.kind in kinds)
    assert len(less) == 2
    without = msgspec.structs.replace(told, changes=less)
    left = coverage(*sites(memory(old), memory(new)), without).uncovered
    assert {one.path for one in left} == {"a.md"}
    words = ["Read all about it in the guide to the guards of the harbour"]
    assert [" ".join(one.text for one in left)] == words
