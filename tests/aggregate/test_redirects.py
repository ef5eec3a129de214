from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from drift.aggregate.redirect import Redirect
from drift.aggregate.redirects import redirects
from drift.aggregate.steps import Ends
from drift.revision.git import Repository
from tests.aggregate.lives import CARS, FOOD, KEYS, LEAVE, MAIL, TRAVEL, page, part, way
from tests.history.stories import line
from tests.revision.builder import Builder, Files

STAFF = page("Staff", TRAVEL, part("Leave", LEAVE), part("Keys", KEYS))
HOUSE = page("House", FOOD, part("Cars", CARS))
BARE = page("Staff", TRAVEL, part("Keys", KEYS))
POST = page("Post", MAIL, MAIL)
LONG = (f"{LEAVE}\n{FOOD}", f"{KEYS}\n{CARS}")
NAMED = page("Staff", TRAVEL, part("Leave", LONG[0]), part("Keys", LONG[1]))
NAMED_ANEW = page("Staff", TRAVEL, part("Holidays", LONG[0]), part("Leave", LONG[1]))
SPHINX = "project = 'x'\n"


def labelled(*sections: tuple[str, str]) -> str:
    """Write a page whose sections say the same under any labels and headings."""
    parts = (
        f".. _{label}:\n\n{title}\n{'-' * len(title)}\n\n{text}"
        for (label, title), text in zip(sections, LONG, strict=True)
    )
    return "\n".join((f"Staff\n=====\n\n{TRAVEL}", *parts))


STORIES: dict[str, tuple[Sequence[Files], list[str]]] = {
    "nothing went anywhere": (({"a.md": STAFF}, {"a.md": STAFF + MAIL}), []),
    "a page moved twice": (
        ({"a.md": STAFF}, {"b.md": STAFF}, {"c.md": STAFF}),
        [
            "a.md => c.md",
            "a.md#keys => c.md#keys",
            "a.md#leave => c.md#leave",
            "a.md#staff => c.md#staff",
        ],
    ),
    "a page moved and moved back": (({"a.md": STAFF}, {"b.md": STAFF}, {"a.md": STAFF}), []),
    "a heading was renamed twice": (
        (
            {"a.md": STAFF},
            {"a.md": STAFF.replace("## Leave", "## Holidays")},
            {"a.md": STAFF.replace("## Leave", "## Time off")},
        ),
        ["a.md#leave => a.md#time-off"],
    ),
    "a name passed from one section to another, and is still in use": (
        ({"a.md": NAMED}, {"a.md": NAMED_ANEW}),
        ["a.md#keys => a.md#leave"],
    ),
    "the same on a page that moved": (
        ({"a.md": NAMED}, {"b.md": NAMED_ANEW}),
        [
            "a.md => b.md",
            "a.md#keys => b.md#leave",
            "a.md#leave => b.md#holidays",
            "a.md#staff => b.md#staff",
        ],
    ),
    "but a label stays the name of what it stands on": (
        (
            {"conf.py": SPHINX, "a.rst": labelled(("off", "Leave"), ("locks", "Keys"))},
            {"conf.py": SPHINX, "b.rst": labelled(("away", "Holidays"), ("off", "Safety"))},
        ),
        [
            "a.rst => b.rst",
            "a.rst#keys => b.rst#off",
            "a.rst#leave => b.rst#away",
            "a.rst#locks => b.rst#off",
            "a.rst#off => b.rst#off",
            "a.rst#staff => b.rst#staff",
        ],
    ),
    "a page became a section": (
        (
            {"a.md": STAFF, "b.md": page("Cars", CARS)},
            {"a.md": f"{STAFF}\n{part('Cars', CARS)}"},
        ),
        ["b.md => a.md#cars", "b.md#cars => a.md#cars"],
    ),
    "two pages swapped": (
        ({"a.md": POST, "b.md": HOUSE}, {"a.md": HOUSE, "b.md": POST}),
        [
            "a.md => b.md",
            "a.md#post => b.md#post",
            "b.md => a.md",
            "b.md#cars => a.md#cars",
            "b.md#house => a.md#house",
        ],
    ),
    "a section went to another page": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {"a.md": BARE, "b.md": f"{HOUSE}\n{part('Leave', LEAVE)}"},
        ),
        ["a.md#leave => b.md#leave"],
    ),
    "a page was removed, and came back elsewhere without what had gone to another": (
        (
            {"a.md": STAFF, "c.md": HOUSE},
            {"c.md": f"{HOUSE}\n{part('Leave', LEAVE)}"},
            {"c.md": f"{HOUSE}\n{part('Leave', LEAVE)}", "b.md": BARE},
        ),
        [
            "a.md => b.md",
            "a.md#keys => b.md#keys",
            "a.md#leave => c.md#leave",
            "a.md#staff => b.md#staff",
        ],
    ),
    "a section was removed": (({"a.md": STAFF}, {"a.md": BARE}), ["a.md#leave => ?"]),
    "a page was removed": (
        ({"a.md": STAFF, "b.md": POST}, {"a.md": STAFF}),
        ["b.md => ?", "b.md#post => ?"],
    ),
    "a page was removed and came back": (({"a.md": STAFF}, {}, {"a.md": STAFF}), []),
    "a heading is gone, and its name stands at a sign": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {"a.md": BARE, "b.md": HOUSE},
            {"a.md": f'{BARE}\n<a id="leave"></a>\n\nSee [there](b.md#cars).\n', "b.md": HOUSE},
        ),
        ["a.md#leave => b.md#cars"],
    ),
    "a section left a sign": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {
                "a.md": STAFF.replace(LEAVE, "See [there](b.md#leave).\n"),
                "b.md": f"{HOUSE}\n{part('Leave', LEAVE)}",
            },
        ),
        ["a.md#leave => b.md#leave"],
    ),
    "a conversion": (
        ({"a.rst": f"Post\n====\n\n{MAIL}\n{MAIL}"}, {"a.md": POST}),
        ["a.rst => a.md", "a.rst#post => a.md#post"],
    ),
}


def rows(folder: Path, *, least: float = 0.5, all_published: bool = False) -> tuple[Redirect, ...]:
    with closing(Repository(folder)) as repository:
        ids = repository.run("rev-list", "--reverse", "main").decode().split()
        found = redirects(
            Ends(repository, ids[0], ids[-1]),
            way(),
            min_confidence=least,
            all_published=all_published,
        )
    return found.rows


def told(row: Redirect) -> str:
    old, new = (
        "#".join(filter(None, (spot.path, spot.anchor))) or "?" for spot in (row.old, row.new)
    )
    return f"{old} => {new}"


@pytest.mark.parametrize("name", STORIES)
def test_which_redirects_a_story_calls_for(build: Builder, name: str) -> None:
    trees, expected = STORIES[name]
    line(build, trees)
    assert [told(row) for row in rows(build.folder)] == expected


def test_each_row_names_its_commits_oldest_first(build: Builder) -> None:
    made = line(
        build, ({"a.md": POST}, {"b.md": POST}, {"b.md": POST + FOOD}, {"c.md": POST + FOOD})
    )
    (page_row, section_row) = rows(build.folder)
    assert page_row.commits == section_row.commits == (made[1], made[3])


def test_below_the_confidence_asked_for_it_is_a_guess(build: Builder) -> None:
    line(build, ({"a.md": POST}, {"b.md": POST}))
    for row in rows(build.folder, least=1.0):
        assert (row.new.path, row.guess and row.guess.path) == (None, "b.md")


PASSING: dict[str, tuple[Sequence[Files], list[str]]] = {
    "a page that moved": (
        ({"a.md": HOUSE}, {"a.md": HOUSE, "b.md": POST}, {"a.md": HOUSE, "c.md": POST}),
        ["b.md => c.md"],
    ),
    "a page that stayed": (({"a.md": HOUSE}, {"a.md": HOUSE, "b.md": POST}), []),
    "a page that went": (
        ({"a.md": HOUSE}, {"a.md": HOUSE, "b.md": POST}, {"a.md": HOUSE}),
        ["b.md => ?", "b.md#post => ?"],
    ),
    "a page that became a section": (
        (
            {"a.md": HOUSE},
            {"a.md": HOUSE, "b.md": page("Leave", LEAVE)},
            {"a.md": f"{HOUSE}\n{part('Leave', LEAVE)}"},
        ),
        ["b.md => a.md#leave", "b.md#leave => a.md#leave"],
    ),
    "a section that was renamed": (
        (
            {"a.md": HOUSE},
            {"a.md": f"{HOUSE}\n{part('Leave', LEAVE)}"},
            {"a.md": f"{HOUSE}\n{part('Rest', LEAVE)}"},
        ),
        ["a.md#leave => a.md#rest"],
    ),
    "a section that went": (
        ({"a.md": HOUSE}, {"a.md": f"{HOUSE}\n{part('Leave', LEAVE)}"}, {"a.md": HOUSE}),
        ["a.md#leave => ?"],
    ),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_was_published_for_a_while_is_looked_for_too(build: Builder, name: str) -> None:
    trees, expected = PASSING[name]
    line(build, trees)
    assert rows(build.folder) == ()
    assert [told(row) for row in rows(build.folder, all_published=True)] == expected


def test_what_was_there_at_the_start_is_told_once(build: Builder) -> None:
    with_post: Files = {"a.md": HOUSE, "b.md": POST}
    without: Files = {"a.md": HOUSE}
    elsewhere: Files = {"a.md": HOUSE, "c.md": POST}
    line(build, (with_post, without, with_post, elsewhere))
    expected = ["b.md => c.md", "b.md#post => c.md#post"]
    assert [told(row) for row in rows(build.folder)] == expected
    assert [told(row) for row in rows(build.folder, all_published=True)] == expected
