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
    rows = "\n".join(f"   {name}" if name.isalpha() and name.islower() else name for name in names)
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
    "its page stays": (
        _summary("Home", "Travel", "Leave"),
        _summary("Home", "Travel"),
        ["nav.removed SUMMARY.md => - | Leave => -"],
    ),
    "with its page": (
        _summary("Home", "Travel", "Leave"),
        {k: v for k, v in _summary("Home", "Travel").items() if k != "b.md"},
        ["page.removed b.md => -", "nav.removed SUMMARY.md => - | Leave => - <- page.removed"],
    ),
    "the first of two in one file": (
        _toctree("one", "two", "", "And\n---\n", ".. toctree::\n", "three", "two"),
        _toctree("one", "", "And\n---\n", ".. toctree::\n", "three", "two"),
        ["nav.removed index.rst => - | Two => -"],
    ),
    "in a toctree": (
        _toctree("one", "two", "three"),
        _toctree("one", "three"),
        ["nav.removed index.rst => - | Two => -"],
    ),
    "in mkdocs.yml": (
        _mkdocs("- Home: README.md", "- Rules:", "  - Travel: a.md", "  - Leave: b.md"),
        _mkdocs("- Home: README.md", "- Rules:", "  - Travel: a.md"),
        ["nav.removed mkdocs.yml => - | Rules/Leave => -"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_nav_removed(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
