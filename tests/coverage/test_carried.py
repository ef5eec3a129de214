"""A block that left its section and was reworded on the way is laid against itself, and its links stay behind or come."""

from __future__ import annotations

import msgspec
import pytest

from drift.coverage.measure import Coverage, coverage
from drift.pipeline import diff
from drift.site.build import sites
from tests.properties.memory import memory

Files = dict[str, str]

SHORT = (
    "- Guests: read the [gate](gate.md), browse the [yard](yard.md), or read about the [lamps](lamps.md).\n"
    "- Porters: learn about the [keys](keys.md) or read the [rules](rules.md).\n"
)
LONG = (
    "The old house is first and foremost a place for whoever comes late in the evening and wants to sleep. It has a roof, "
    "twelve chairs and one stove that is never cold. There is no single way through it; rather, the porters show the way "
    "to whoever asks them at the door (read the [gate](gate.md), browse the [yard](yard.md), and learn about the "
    "[lamps](lamps.md)). Those who want to stay for longer find what they need in the cellar (learn about the "
    "[keys](keys.md) or read the [rules](rules.md)).\n"
)
ABOUT = "# More\n\n## About\n\nMuch is said of the old house in the town, and most of it is not true.\n\n"
ELSEWHERE = {
    f"{name}.md": f"# {name.title()}\n\nIron.\n"
    for name in ("gate", "yard", "lamps", "keys", "rules")
}


def _house(heading: str, text: str) -> str:
    goals = "## Goals\n\nSleep well and rise early, whatever the weather may be.\n"
    return f"# House\n\n## {heading}\n\n{text}\n{goals}"


BEFORE = {"a.md": _house("Start here", SHORT), "b.md": ABOUT, **ELSEWHERE}
AFTER = {
    "a.md": _house("What is it?", LONG),
    "b.md": ABOUT
    + SHORT.replace("or read about the [lamps]", "or visit the garden and the [lamps]"),
    **ELSEWHERE,
}


@pytest.mark.parametrize("files", [(BEFORE, AFTER), (AFTER, BEFORE)], ids=["there", "back"])
def test_links_that_stay_where_a_block_left(files: tuple[Files, Files]) -> None:
    """Their section still has them, and the section that the block came to has others."""
    old, new = map(memory, files)
    assert coverage(*sites(old, new), diff(old, new)) == Coverage(1.0, ())


def test_the_old_words_are_told_only_where_they_stood() -> None:
    """What an edit says of a block that came from elsewhere is no word about the section that it came to."""
    about = ABOUT.replace(
        "town", "town, from dusk until the garden is closed, by guests who browse"
    )
    old, new = memory({**BEFORE, "b.md": about}), memory(AFTER)
    told = diff(old, new)
    silent = tuple(
        msgspec.structs.replace(
            change, blocks=tuple(block for block in change.blocks if block.op == "moved")
        )
        if change.kind == "section.edited" and change.blocks
        else change
        for change in told.changes
    )
    proof = coverage(*sites(old, new), msgspec.structs.replace(told, changes=silent))
    assert {"guests", "browse"} <= {gap.text for gap in proof.uncovered if gap.side == "old"}
