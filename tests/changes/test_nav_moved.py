from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

FILES = {
    "README.md": "# Home\n\nWelcome to all of you.\n",
    "a.md": f"# Travel\n\n{TRAVEL}",
    "b.md": f"# Leave\n\n{LEAVE}",
    "c.md": f"# Keys\n\n{KEYS}",
}
PAGES = {"Home": "README.md", "Travel": "a.md", "Leave": "b.md", "Keys": "c.md"}


def _summary(*names: str) -> dict[str, str]:
    """Write a SUMMARY.md; a name that begins with a space stands below the one before."""
    rows = [
        f"{name[: len(name) - len(name.strip())] * 2}* [{name.strip()}]({PAGES[name.strip()]})"
        for name in names
    ]
    return {**FILES, "SUMMARY.md": "# Summary\n\n" + "\n".join(rows) + "\n"}


def _toctree(*names: str) -> dict[str, str]:
    rows = "\n".join(f"   {name}" for name in names)
    pages = {
        f"{n}.rst": f"{n.title()}\n{'=' * len(n)}\n\n{TRAVEL}\n{n}\n"
        for n in ("one", "two", "three")
    }
    return {**pages, "index.rst": f"Home\n====\n\n.. toctree::\n\n{rows}\n"}


def _mkdocs(*rows: str) -> dict[str, str]:
    pages = {f"docs/{name}": text for name, text in FILES.items()}
    return {
        **pages,
        "mkdocs.yml": "site_name: Home\nnav:\n" + "".join(f"  {row}\n" for row in rows),
    }


CASES = {
    "below another": (
        _summary("Home", "Travel", "Leave", "Keys"),
        _summary("Home", "Travel", " Leave", "Keys"),
        ["nav.moved SUMMARY.md | Leave => Travel/Leave"],
    ),
    "to another place": (
        _summary("Home", "Travel", "Leave", "Keys"),
        _summary("Home", "Keys", "Travel", "Leave"),
        ["nav.moved SUMMARY.md | Keys => Keys"],
    ),
    "most of a list to the list of another page": (
        {**_toctree("one", "two", "three", "more"), "more.rst": "More\n====\n\nAnd more.\n"},
        {
            **_toctree("one", "more"),
            "more.rst": "More\n====\n\nAnd more.\n\n.. toctree::\n\n   two\n   three\n",
        },
        [
            "nav.moved index.rst => more.rst | Two => More/Two",
            "nav.moved index.rst => more.rst | Three => More/Three",
        ],
    ),
    "in a toctree": (
        _toctree("one", "two", "three"),
        _toctree("three", "one", "two"),
        ["nav.moved index.rst | Three => Three"],
    ),
    "in mkdocs.yml": (
        _mkdocs(
            "- Home: README.md", "- Rules:", "  - Travel: a.md", "  - Leave: b.md", "- Keys: c.md"
        ),
        _mkdocs(
            "- Home: README.md", "- Rules:", "  - Travel: a.md", "  - Leave: b.md", "  - Keys: c.md"
        ),
        ["nav.moved mkdocs.yml | Keys => Rules/Keys"],
    ),
    "following its page is none": (
        _summary("Home", "Travel", "Leave"),
        {
            "hr/b.md" if path == "b.md" else path: text.replace("(b.md)", "(hr/b.md)")
            for path, text in _summary("Home", "Travel", "Leave").items()
        },
        ["page.moved b.md => hr/b.md | b.md => hr/b.md"],
    ),
    "another text of its link is none": (
        _summary("Home", "Travel", " Leave"),
        {
            path: text.replace("[Travel]", "[Trips]")
            for path, text in _summary("Home", "Travel", " Leave").items()
        },
        ["link.relabelled SUMMARY.md#Summary | Travel => Trips"],
    ),
    "another caption and another title in a toctree are none": (
        _toctree("one", "two", "three"),
        {
            **_toctree("one", "two", "three"),
            "index.rst": "Home\n====\n\n.. toctree::\n   :caption: Rules\n\n   First <one>\n   two\n   three\n",
        },
        [
            "link.relabelled index.rst#Home |  => First",
            "section.edited index.rst#Home | wording | edited directive",
        ],
    ),
    "to the list of another entry, while its own goes": (
        _summary("Home", "Travel", " Leave", "Keys"),
        _summary("Home", "Keys", " Leave"),
        [
            "nav.removed SUMMARY.md => - | Travel => -",
            "nav.moved SUMMARY.md | Travel/Leave => Keys/Leave",
        ],
    ),
    "to another heading, under another title": (
        {
            **FILES,
            "SUMMARY.md": "# Summary\n\n## One\n\n* [Home](README.md)\n* [Leave](b.md)\n\n## Two\n\n* [Keys](c.md)\n",
        },
        {
            **FILES,
            "SUMMARY.md": "# Summary\n\n## One\n\n* [Home](README.md)\n\n## Two\n\n* [Keys](c.md)\n* [Days off](b.md)\n",
        },
        [
            "link.relabelled SUMMARY.md#Summary/One => SUMMARY.md#Summary/Two | Leave => Days off",
            "nav.moved SUMMARY.md | One/Leave => Two/Days off",
        ],
    ),
    "a title above its list is another": (
        _mkdocs("- Rules:", "  - Office:", "    - Travel: a.md", "- Home: README.md"),
        _mkdocs("- Rules:", "  - At work:", "    - Travel: a.md", "- Home: README.md"),
        [],
    ),
    "the list goes below another title": (
        _mkdocs("- Rules:", "  - Travel: a.md", "  - Leave: b.md", "- Home: README.md"),
        _mkdocs(
            "- Office:",
            "  - Rules:",
            "    - Travel: a.md",
            "    - Leave: b.md",
            "- Home: README.md",
        ),
        [
            "nav.moved mkdocs.yml | Rules/Travel => Office/Rules/Travel",
            "nav.moved mkdocs.yml | Rules/Leave => Office/Rules/Leave",
        ],
    ),
    "a page before it is none": (
        _summary("Travel", "Leave"),
        _summary("Home", "Travel", "Leave"),
        ["nav.added - => SUMMARY.md | - => Home"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_nav_moved(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
