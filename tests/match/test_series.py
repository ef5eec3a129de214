"""Pages, and folders, that are called by a number: who went and who came."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from drift.match.matching import Matching

Files = Mapping[str, str]

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage."
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards."
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys."
SALES = "Quotes are signed by the regional lead and archived under the name of the customer."


def _guide(was: str, now: str, *more: str) -> str:
    steps = "Stop the pump, drain the tank, change the seal and write both dates into the log."
    after = "Run it dry for a minute, listen for the valve, and call the harbour if it rattles."
    return "\n\n".join(
        (
            f"# From {was} to {now}",
            f"Boats with {was} go to {now} at the next service.",
            "## Before",
            steps,
            f"## Install {now}",
            *more,
            after,
        )
    )


GUIDES = {
    f"guides/{was}-to-{now}.md": _guide(was, now)
    for was, now in (("2.3", "2.4"), ("2.6", "2.7"), ("2.7", "2.8"))
}
NEXT = {"guides/2.8-to-2.9.md": _guide("2.8", "2.9", LEAVE)}


def _minutes(*said: str) -> str:
    return "\n\n".join(("# Meeting", "## Present", "The skipper and the cook.", "## Said", *said))


MINUTES = {
    "minutes/2024-01-10.md": _minutes(TRAVEL),
    "minutes/2024-01-17.md": _minutes(LEAVE),
    "minutes/2024-02-07.md": _minutes(SALES),
}


def _version(number: str, **more: str) -> Files:
    pages = {"travel": TRAVEL, "leave": LEAVE, "keys": KEYS, **more}
    return {
        f"v{number}/{name}.md": f"# The {name} of {number}\n\n{text}\n"
        for name, text in pages.items()
    }


def _copies(*folders: str) -> Files:
    """Versions in which nothing changed."""
    pages = (TRAVEL, LEAVE)
    return {
        f"{folder}/{at}/rules.md": f"# Rules\n\n{text}\n"
        for folder in folders
        for at, text in zip(("sea", "land"), pages, strict=True)
    }


CHANGED = {"travel": f"{TRAVEL} {SALES}", "keys": f"{SALES} {KEYS}"}


def _but(files: Files, *paths: str) -> Files:
    return {path: text for path, text in files.items() if path not in paths}


def _renamed(files: Files, old: str, new: str) -> Files:
    return {path.replace(old, new): text for path, text in files.items()}


CASES: Mapping[str, tuple[Files, Files, list[str]]] = {
    "a member went and another came": (
        GUIDES,
        {**_but(GUIDES, "guides/2.3-to-2.4.md"), **NEXT},
        [],
    ),
    "the number of a member was corrected": (
        MINUTES,
        _renamed(MINUTES, "01-17", "01-18"),
        ["minutes/2024-01-17.md => minutes/2024-01-18.md"],
    ),
    "so it was, and something was added": (
        MINUTES,
        {
            **_but(MINUTES, "minutes/2024-01-17.md"),
            "minutes/2024-01-18.md": _minutes(LEAVE, "Nobody was late."),
        },
        ["minutes/2024-01-17.md => minutes/2024-01-18.md"],
    ),
    "nobody else is in the series": (
        {"guides/2.3-to-2.4.md": GUIDES["guides/2.3-to-2.4.md"]},
        NEXT,
        ["guides/2.3-to-2.4.md => guides/2.8-to-2.9.md"],
    ),
    "the series moved": (
        GUIDES,
        {**_renamed(_but(GUIDES, "guides/2.3-to-2.4.md"), "guides/", "ship/guides/")},
        [
            "guides/2.6-to-2.7.md => ship/guides/2.6-to-2.7.md",
            "guides/2.7-to-2.8.md => ship/guides/2.7-to-2.8.md",
        ],
    ),
    "zeros in front are no other number": (
        {"steps/1.md": _guide("2.3", "2.4"), "steps/2.md": _guide("2.4", "2.5")},
        {"steps/01.md": _guide("2.3", "2.6"), "steps/2.md": _guide("2.4", "2.5")},
        ["steps/1.md => steps/01.md"],
    ),
    "a version went and another came": (
        {**_version("1.2"), **_version("1.3"), **_version("1.4", **CHANGED)},
        {**_version("1.3"), **_version("1.4", **CHANGED), **_version("1.5", **CHANGED)},
        [],
    ),
    "a version got its final number": (
        {**_version("1.2"), **_version("1.3", **CHANGED)},
        {**_version("1.2"), **_renamed(_version("1.3", **CHANGED), "v1.3", "v2.0")},
        [
            "v1.3/keys.md => v2.0/keys.md",
            "v1.3/leave.md => v2.0/leave.md",
            "v1.3/travel.md => v2.0/travel.md",
        ],
    ),
    "versions that say the same": (_copies("v1.2", "v1.3"), _copies("v1.3", "v1.4"), []),
    "versions that say the same, of which some were put away": (
        _copies("v1.2", "v1.3", "v1.4"),
        _copies("old/v1.2", "old/v1.3", "v1.4", "v1.5"),
        [
            f"v1.{at}/{name}/rules.md => old/v1.{at}/{name}/rules.md"
            for at in (2, 3)
            for name in ("land", "sea")
        ],
    ),
    "the only version": (
        _version("1.2"),
        _version("1.3"),
        [
            "v1.2/keys.md => v1.3/keys.md",
            "v1.2/leave.md => v1.3/leave.md",
            "v1.2/travel.md => v1.3/travel.md",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "moved"), CASES.values(), ids=CASES)
def test_a_member_is_no_other(
    old: Files, new: Files, moved: list[str], paired: Callable[[Files, Files], list[str]]
) -> None:
    pages = [one for one in paired(old, new) if "#" not in one]
    paths = [one.split(" => ") for one in pages]
    assert [one for one, (was, now) in zip(pages, paths, strict=True) if was != now] == moved


def test_nothing_of_one_member_is_in_another(matched: Callable[[Files, Files], Matching]) -> None:
    """Neither its sections nor parts of them; what stays where it is has nothing to do with it."""
    new = {**_but(GUIDES, "guides/2.3-to-2.4.md"), **NEXT}
    there, back = matched(GUIDES, new), matched(new, GUIDES)
    for found in there, back:
        assert (dict(found.sections.by_old), found.splits, found.merges) == ({}, (), ())
    assert there.series.apart("guides/2.3-to-2.4.md", "guides/2.8-to-2.9.md")
    assert there.turned().series.apart("guides/2.8-to-2.9.md", "guides/2.3-to-2.4.md")
    assert not there.series.apart("guides/2.6-to-2.7.md", "guides/2.8-to-2.9.md")


def test_numbers_that_python_refuses_to_read_are_numbers_of_a_series(
    matched: Callable[[Files, Files], Matching],
) -> None:
    one, other = (f"guides/{digit * 5000}.md" for digit in "12")
    found = matched({one: _guide("1", "2")}, {other: _guide("1", "2")})
    assert not found.series.apart(one, other)
