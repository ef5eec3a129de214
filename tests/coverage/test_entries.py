"""The navigation in files that are no pages."""

from __future__ import annotations

import msgspec
import pytest

from drift.coverage.measure import coverage
from drift.site.build import sites
from tests.properties.memory import Files, changelog, covered, memory

PAGES = {f"docs/{name}.md": f"# {name.title()}\n\nAll about {name}.\n" for name in ("malt", "hops")}


def _tree(*rows: str) -> Files:
    return {**PAGES, "mkdocs.yml": "nav:\n" + "".join(f"  - {row}\n" for row in rows)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_tree("Malt: malt.md", "Hops: hops.md"), _tree("Grain: malt.md", "Hops: hops.md")),
        (_tree("Malt: malt.md", "hops.md"), _tree("Malt: malt.md", "Bitter: hops.md")),
        (_tree("Malt: malt.md"), _tree("Malt: malt.md", "Hops: hops.md")),
        (_tree("malt.md", "hops.md"), _tree("hops.md")),
        (_tree("malt.md"), _tree("malt.md", "Chat: https://chat.example")),
        (
            _tree("malt.md", "Chat: https://chat.example"),
            _tree("malt.md", "Chat: https://a.example"),
        ),
        (
            _tree("malt.md", "Chat: https://chat.example"),
            _tree("malt.md", "Talk: https://chat.example"),
        ),
    ],
)
def test_each_entry_is_asked_for(old: Files, new: Files) -> None:
    """What is told of an entry is enough, and without it there is a gap on its line."""
    told = changelog(old, new)
    one, other = sites(memory(old), memory(new))
    assert coverage(one, other, told).uncovered == ()
    found = coverage(one, other, msgspec.structs.replace(told, changes=()))
    assert found.share < 1.0
    assert {each.path for each in found.uncovered} == {"mkdocs.yml"}


def test_links_in_another_order() -> None:
    """A link that goes to another place of the navigation is the link that it was."""
    links = ("Chat: https://chat.example", "https://mail.example", "Chat: https://talk.example")
    assert covered(_tree("malt.md", *links), _tree(*links[::-1], "malt.md")).share == 1.0


def test_entries_that_show_the_title_of_their_page() -> None:
    """The page tells of its title; the entry says nothing of its own."""
    new = {**_tree("malt.md"), "docs/malt.md": "# Grain\n\nAll about malt.\n"}
    told = changelog(_tree("malt.md"), new)
    found = coverage(*sites(memory(_tree("malt.md")), memory(new)), told)
    assert (found.share, [change.kind for change in told.changes]) == (1.0, ["page.retitled"])
