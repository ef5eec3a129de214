"""What stands elsewhere with the words of something that went is no difference, unless it stood there before."""

from __future__ import annotations

import pytest

from drift.coverage.measure import Coverage, coverage
from drift.site.build import sites
from tests.coverage.deeds import DEEDS
from tests.properties.memory import Files, changelog, memory

HOUSE = (
    "# Rooms\n\nRooms have keys, which are kept by the porter.\n\n"
    "## Hall\n\nThe hall is to the left of the gate, and it is open at all hours.\n\n"
)
LAMP = "# Lamp\n\nKept by the porter{}\n\nThe lamp is never put out, and whoever carries it walks ahead.\n"

APART = {
    "lamp.md": LAMP.format(", [the cook](https://cook.example)"),
    "more.md": f"# More on rooms\n\nKept by the porter\n\n{DEEDS}",
    "rooms.md": HOUSE,
}
MERGED = {"lamp.md": LAMP.format(""), "rooms.md": HOUSE + DEEDS}


@pytest.mark.parametrize(
    ("old", "new"), [(APART, MERGED), (MERGED, APART)], ids=["merged", "split"]
)
def test_words_that_went_with_the_title_of_a_page_and_stay_elsewhere(
    old: Files, new: Files
) -> None:
    """The link that went from the other page is told, and the words beside it stand where they stood."""
    told = changelog(old, new)
    spread = {"page.merged", "page.split"} & {change.kind for change in told.changes}
    assert len(spread) == 1
    assert coverage(*sites(memory(old), memory(new)), told) == Coverage(1.0, ())


SHEDS = (
    "# Sheds\n\nThe sheds stand in a row behind the pier, and each has a door to the water.\n\n"
    "## Reading\n\n- [How sheds are tarred](https://e.example/sheds)\n"
)
SKILLS = (
    "Skills\n\n- Knows the name of every boat at the pier, and of whoever sails it out at dawn.\n"
    "- Keeps the tide tables where whoever goes out can read them.\n\n"
)
HARBOUR = {
    "harbour.md": "# Harbour\n\nAll that the harbour master looks after in a year.\n\n"
    f"## {SKILLS}## Boats\n\n### Tides\n\nNobody goes out at low water.\n\n"
    f"### Reading\n\n- [What boats cost](https://e.example/boats)\n\n{SHEDS.replace('# ', '## ')}"
}
APIECE = {"boats.md": f"# Boats at the pier\n\n## Work\n\n### {SKILLS}{DEEDS}", "sheds.md": SHEDS}


@pytest.mark.parametrize(
    ("old", "new"), [(HARBOUR, APIECE), (APIECE, HARBOUR)], ids=["split", "merged"]
)
def test_a_link_that_went_along_from_below_a_title_that_is_told_as_gone(
    old: Files, new: Files
) -> None:
    """It stands beside the same words on both sides, and no other link is to be laid against it."""
    told = changelog(old, new)
    assert not [change for change in told.changes if change.kind.startswith("link.")]
    assert coverage(*sites(memory(old), memory(new)), told) == Coverage(1.0, ())
