from __future__ import annotations

import pytest

from drift.render.notes.markdown import MARKDOWN
from drift.render.notes.prepend import Prepended, prepended
from tests.render.notes.sample import view

NOTES = "## v3\n\n- New: Sleep\n"
HEAD = "# Changelog\n\nAll of it.\n"
OLD = "## [v2] - 2021-03-01\n\n### Added\n\n- Sails  \n\n\n"

CASES = {
    "under the head": (f"{HEAD}\n{OLD}", f"{HEAD}\n{NOTES}\n{OLD}"),
    "under what is unreleased": (
        f"{HEAD}\n## [Unreleased]\n\n- Oars\n\n{OLD}",
        f"{HEAD}\n## [Unreleased]\n\n- Oars\n\n{NOTES}\n{OLD}",
    ),
    "without a blank line": (f"{HEAD}{OLD}", f"{HEAD}\n{NOTES}\n{OLD}"),
    "nothing but a head": (HEAD, f"{HEAD}\n{NOTES}"),
    "no line end": (HEAD.rstrip(), f"{HEAD}\n{NOTES}"),
    "empty": ("", NOTES),
    "lines of Windows": (
        f"{HEAD}\n{OLD}".replace("\n", "\r\n"),
        f"{HEAD}\n{NOTES}\n{OLD}".replace("\n", "\r\n"),
    ),
    "code": (
        f"{HEAD}\n```\n## v3\n```\n\n~~~~\n```\n## v1\n~~~~\n\n{OLD}",
        f"{HEAD}\n```\n## v3\n```\n\n~~~~\n```\n## v1\n~~~~\n\n{NOTES}\n{OLD}",
    ),
    "a closed heading": (f"{HEAD}\n## Unreleased ##\n", f"{HEAD}\n## Unreleased ##\n\n{NOTES}"),
}


@pytest.mark.parametrize("name", CASES)
def test_notes_stand_before_what_was_released(name: str) -> None:
    before, after = CASES[name]
    assert prepended(before, NOTES) == Prepended(after, ())
    assert prepended(after, NOTES) == Prepended(after, ("v3",))


def test_what_somebody_improved_stays() -> None:
    own = f"{HEAD}\n## v3\n\nIn my own words.\n\n{OLD}"
    assert prepended(own, NOTES) == Prepended(own, ("v3",))


@pytest.mark.parametrize(
    "title", ["v3", "[v3]", "[v3] - 2021-04-01", "V3 – 2021-04-01", "v3 (2021-04-01)"]
)
def test_a_release_is_known_by_its_name(title: str) -> None:
    own = f"{HEAD}\n## {title}\n"
    assert prepended(own, NOTES) == Prepended(own, ("v3",))


def test_several_periods_come_in_their_order_and_once() -> None:
    notes = "Before.\n\n## B\n\n- b\n\n## A\n\n- a\n"
    once = prepended(f"{HEAD}\n## A\n\n- own\n", notes)
    assert once == Prepended(f"{HEAD}\n## B\n\n- b\n\n## A\n\n- own\n", ("A",))


def test_all_notes_of_ours_can_be_found_again() -> None:
    notes = MARKDOWN.render(view())
    once = prepended(HEAD, notes).text
    assert once == f"{HEAD}\n{notes}"
    assert prepended(once, notes).text == once
