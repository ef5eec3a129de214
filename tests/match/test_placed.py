from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from drift.match.matching import CERTAIN, Matching
from drift.match.placed import LONE

Files = Mapping[str, str]

HEAD = "# Travel\n\nBook trains early.\n\n## Meals\n\nUp to a limit.\n\n"
TRAINS = "## Trains\n\nTravel second class, and keep every ticket until the claim is paid.\n"
KEYS = "## Keys\n\nTell the front office of lost keys on the day that they are missed.\n"
OTHER = "## Trains\n\nNobody commutes on Fridays.\n"

CASES = {
    "half of its words in their order": (
        {"a.md": HEAD + TRAINS + KEYS},
        {"a.md": HEAD + TRAINS.replace("second", "first") + KEYS.replace("lost", "stolen")},
        {"Travel": CERTAIN, "Trains": CERTAIN, "Keys": CERTAIN},
    ),
    "only something below it changed": (
        {"a.md": HEAD + TRAINS + "### Night\n\nAsk first.\n"},
        {"a.md": HEAD + TRAINS + "### Night\n\nAsk first.\n### Day\n\nAlways.\n"},
        {"Travel": CERTAIN, "Trains": CERTAIN},
    ),
    "another text, and nothing else it could be": (
        {"a.md": HEAD + TRAINS + "# Tea\n"},
        {"a.md": HEAD + OTHER + "# Tea\n"},
        {"Travel": CERTAIN, "Trains": LONE},
    ),
    "another text, and something else it could be": (
        {"a.md": HEAD + TRAINS + "# Tea\n"},
        {"a.md": HEAD + OTHER + TRAINS.replace("Trains", "Railways") + "# Tea\n"},
        {"Travel": CERTAIN},
    ),
    "two under one heading": (
        {"a.md": HEAD + TRAINS + TRAINS.replace("second", "third") + "# Tea\n"},
        {
            "a.md": HEAD
            + TRAINS.replace("second", "first")
            + TRAINS.replace("every", "no")
            + "# Tea\n"
        },
        {"Travel": CERTAIN},
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_which_sections_are_sure_to_stand_at_their_place(
    old: Files, new: Files, told: dict[str, float], matched: Callable[[Files, Files], Matching]
) -> None:
    matching = matched(old, new)

    placed = [pair for pair in matching.sections.by_new.values() if pair.stage == "placed"]
    titles = {matching.new.nodes[pair.new].section.title: pair.confidence for pair in placed}
    assert titles == told


def test_what_left_its_page_is_not_held_to_stand_at_its_place(
    matched: Callable[[Files, Files], Matching],
) -> None:
    """Another page took the path over, so that the section under it is not the one that stood there."""
    matching = matched(
        {"a.md": HEAD + TRAINS, "b.md": KEYS}, {"b.md": HEAD + TRAINS.replace("second", "first")}
    )

    stages = {
        (matching.old.nodes[pair.old].page, matching.old.nodes[pair.old].section.title): pair.stage
        for pair in matching.sections.by_old.values()
    }
    assert stages["a.md", "Trains"] == "placed"
    assert ("b.md", "Keys") not in stages
