"""A page made after another, which was edited since."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.properties.memory import kinds

Files = Mapping[str, str]

RULES = {
    "Travel": "Book trains before flights, and ask the travel desk when a trip costs more than a wage.",
    "Leave": "Holidays are agreed with the team first and entered in the shared calendar afterwards.",
    "Keys": "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.",
    "Post": "Letters are opened at noon by whoever has the counter, and parcels are left unopened.",
}
MORE = "A second look is taken each spring by two of us, who read all of it aloud to the others."


def _page(title: str, rules: Mapping[str, str]) -> str:
    return f"# {title}\n\n" + "\n".join(f"## {name}\n\n{text}\n" for name, text in rules.items())


OLD = {"a.md": _page("Office", RULES), "z.md": "# Last\n\nNothing of note.\n"}
COPY = {"b.md": _page("Workshop", RULES)}
RENAMED = {"Lost and found" if name == "Keys" else name: text for name, text in RULES.items()}
EDITED = RULES | {"Keys": f"{RULES['Keys']}\n\n{MORE}\n\n{MORE[::-1]}"}
LESS = {name: text for name, text in RULES.items() if name != "Keys"}

CASES = {
    "under another heading": (_page("Office", RENAMED), "a.md#Office/Lost and found"),
    "with much added": (_page("Office", EDITED), "a.md#Office/Keys"),
    "no more, but in the copy": (_page("Office", LESS), "b.md#Workshop/Keys"),
}


@pytest.mark.parametrize(("page", "goal"), CASES.values(), ids=CASES)
def test_a_section_stays_on_the_page_that_was_copied(
    page: str, goal: str, paired: Callable[[Files, Files], list[str]]
) -> None:
    found = paired(OLD, {**OLD, "a.md": page, **COPY})
    assert [one for one in found if one.startswith("a.md#Office/Keys")] == [
        f"a.md#Office/Keys => {goal}"
    ]


def test_a_link_that_is_gone_did_not_move_to_the_copy() -> None:
    """The copy has it as it was; on the page itself it is gone."""
    linked = RULES | {"Keys": f"{RULES['Keys']} Read [the map](https://map.example) first."}
    plain = RULES | {"Keys": f"{RULES['Keys']} Read the map first."}
    old = {"a.md": _page("Office", linked), "z.md": OLD["z.md"]}
    new = {**old, "a.md": _page("Office", plain), "b.md": _page("Workshop", linked)}
    assert kinds(old, new) == {"page.added", "link.removed"}
    assert kinds(new, old) == {"page.removed", "link.added"}
