from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.errors import UsageError
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"\ufeff{OLD}", f"\ufeff{NOTES}\n{OLD}"),
        (f"{HEAD}\n<!--\n## v3\n-->\n\n{OLD}", f"{HEAD}\n<!--\n## v3\n-->\n\n{NOTES}\n{OLD}"),
        (f"{HEAD}\nv2\n---\n\n- Sails\n", f"{HEAD}\n{NOTES}\nv2\n---\n\n- Sails\n"),
        (f"{HEAD}\n> ## v1\n\n{OLD}", f"{HEAD}\n> ## v1\n\n{NOTES}\n{OLD}"),
        (f"{HEAD}x\u2028## v3\n\n{OLD}", f"{HEAD}x\u2028## v3\n\n{NOTES}\n{OLD}"),
        ("\ufeff", f"\ufeff{NOTES}"),
    ],
)
def test_headings_are_those_that_readers_see(before: str, after: str) -> None:
    assert prepended(before, NOTES).text == after


@pytest.mark.parametrize("text", ["{}", "Some notes of mine.\n", "1.0\n  - all new\n"])
def test_what_has_no_heading_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        prepended(text, NOTES, where="HISTORY")
    assert str(caught.value) == (
        "HISTORY: has no heading in Markdown, and so no place for notes (begin it with “# Changelog”)"
    )


_PIECES = st.sampled_from(
    [
        "# Changelog\n",
        "## [Unreleased]\n",
        "## v3\n",
        "## [v2] - 2021-03-01\n",
        "### Added\n",
        "v1\n---\n",
        "- Sails  \n",
        "\n",
        "```\n## v3\n```\n",
        "<!-- ## v3 -->\n",
        "[v2]: https://crew.example/v2\n",
        "a\tb\x0b\u2028",
        "> ## v1\n",
    ]
)


@given(
    pieces=st.lists(_PIECES, max_size=12),
    end=st.sampled_from(["\n", "\r\n"]),
    begin=st.sampled_from(["# All\n", "\ufeff# All\n"]),
    rest=st.sampled_from(["", "- no line end"]),
)
def test_all_else_stays_byte_for_byte(pieces: list[str], end: str, begin: str, rest: str) -> None:
    changelog = f"{begin}{''.join(pieces)}{rest}".replace("\n", end)
    once = prepended(changelog, NOTES)
    if once.known:
        assert once.text == changelog
        return
    assert any(
        once.text.startswith(changelog[:cut]) and once.text.endswith(changelog[cut:])
        for cut in range(len(changelog) + 1)
    )
    added = len(once.text) - len(changelog)
    assert len(NOTES) <= added <= len(NOTES.replace("\n", end)) + 3 * len(end)
    assert end == "\n" or "\n" not in once.text.replace("\r\n", "")
    assert prepended(once.text, NOTES) == Prepended(once.text, ("v3",))
