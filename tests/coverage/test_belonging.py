"""Which sections are one section where a page was split or merged."""

from __future__ import annotations

import pytest

from drift.coverage.measure import Coverage, coverage
from drift.site.build import sites
from tests.coverage.deeds import DEEDS
from tests.properties.memory import Files, changelog, memory

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
    told = changelog(old, new)
    lone = [
        str(change.old or change.new) for change in told.changes if not (change.old and change.new)
    ]
    assert len([each for each in lone if "Next steps" in each]) == 1
    assert coverage(*sites(memory(old), memory(new)), told) == Coverage(1.0, ())
