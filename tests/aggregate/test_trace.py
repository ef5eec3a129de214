from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.aggregate.lives import (
    CARS,
    FOOD,
    KEYS,
    LEAVE,
    MAIL,
    TRAVEL,
    built,
    lived,
    moments,
    page,
    part,
)
from tests.revision.builder import Builder, Files

STAFF = page("Staff", TRAVEL, part("Leave", LEAVE), part("Keys", KEYS))
HOUSE = page("House", FOOD, part("Cars", CARS))
STAFF_RST = f"Staff\n=====\n\n{TRAVEL}\nLeave\n-----\n\n{LEAVE}\nKeys\n----\n\n{KEYS}"

Story = tuple[Sequence[Files], dict[str, list[str]]]

STORIES: dict[str, Story] = {
    "a section is born with its page, and others are edited": (
        (
            {"a.md": STAFF},
            {"a.md": STAFF.replace("trains", "coaches")},
            {"a.md": STAFF.replace("trains", "coaches").replace("calendar", "diary")},
        ),
        {
            "a.md": ["3 edited a.md", "2 edited a.md", "1 created a.md <- -"],
            "a.md#leave": ["3 edited a.md#leave", "1 created a.md#leave <- -"],
            "a.md#keys": ["1 created a.md#keys <- -"],
        },
    ),
    "what comes and goes below a page is an edit of it": (
        (
            {"a.md": STAFF},
            {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE))},
            {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE), part("Mail", MAIL))},
            {"a.md": page("Staff", TRAVEL, part("Holidays", LEAVE), part("Mail", MAIL))},
        ),
        {
            "a.md": ["4 edited a.md", "3 edited a.md", "2 edited a.md", "1 created a.md <- -"],
            "a.md#mail": ["3 created a.md#mail <- -"],
            "a.md#holidays": [
                "4 renamed a.md#holidays <- a.md#leave",
                "1 created a.md#leave <- -",
            ],
        },
    ),
    "a page moves, and is moved back": (
        ({"a.md": STAFF}, {"b/c.md": STAFF}, {"a.md": STAFF}),
        {
            "a.md": ["3 moved a.md <- b/c.md", "2 moved b/c.md <- a.md", "1 created a.md <- -"],
            "a.md#leave": [
                "3 moved a.md#leave <- b/c.md#leave",
                "2 moved b/c.md#leave <- a.md#leave",
                "1 created a.md#leave <- -",
            ],
        },
    ),
    "a page is converted": (
        ({"a.rst": STAFF_RST}, {"a.md": STAFF}),
        {
            "a.md": ["2 converted, moved a.md <- a.rst", "1 created a.rst <- -"],
            "a.md#keys": [
                "2 converted, moved a.md#keys <- a.rst#keys",
                "1 created a.rst#keys <- -",
            ],
        },
    ),
    "a title is renamed": (
        ({"a.md": STAFF}, {"a.md": STAFF.replace("# Staff", "# People")}),
        {
            "a.md": ["2 renamed a.md", "1 created a.md <- -"],
            "a.md#people": ["2 renamed a.md#people <- a.md#staff", "1 created a.md#staff <- -"],
            "a.md#leave": ["1 created a.md#leave <- -"],
        },
    ),
    "a section goes to another page": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {
                "a.md": page("Staff", TRAVEL, part("Keys", KEYS)),
                "b.md": page("House", FOOD, part("Cars", CARS), part("Leave", LEAVE)),
            },
        ),
        {
            "b.md#leave": ["2 moved b.md#leave <- a.md#leave", "1 created a.md#leave <- -"],
            "b.md#cars": ["1 created b.md#cars <- -"],
            "b.md": ["2 edited b.md", "1 created b.md <- -"],
            "a.md": ["2 edited a.md", "1 created a.md <- -"],
        },
    ),
    "a section becomes a page, and a section again": (
        (
            {"a.md": STAFF},
            {"a.md": page("Staff", TRAVEL, part("Keys", KEYS)), "b.md": page("Leave", LEAVE)},
            {"a.md": STAFF},
        ),
        {
            "a.md#leave": [
                "3 moved a.md#leave <- b.md#leave",
                "2 moved b.md#leave <- a.md#leave",
                "1 created a.md#leave <- -",
            ],
        },
    ),
    "a page that was a section goes on as that section": (
        (
            {"a.md": STAFF},
            {"a.md": STAFF.replace("calendar", "diary")},
            {
                "a.md": page("Staff", TRAVEL, part("Keys", KEYS)),
                "b.md": page("Leave", LEAVE.replace("calendar", "diary")),
            },
            {
                "a.md": page("Staff", TRAVEL, part("Keys", KEYS)),
                "b.md": page("Leave", LEAVE.replace("calendar", "diary"), MAIL),
            },
        ),
        {
            "b.md": [
                "4 edited b.md",
                "3 moved b.md <- a.md#leave",
                "2 edited a.md#leave",
                "1 created a.md#leave <- -",
            ],
        },
    ),
    "a section moves out, and a sign stays at its place": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {
                "a.md": STAFF.replace(LEAVE, "This is now covered in [the house](b.md#leave).\n"),
                "b.md": page("House", FOOD, part("Cars", CARS), part("Leave", LEAVE)),
            },
        ),
        {
            "b.md#leave": ["2 moved b.md#leave <- a.md#leave", "1 created a.md#leave <- -"],
            "a.md#leave": ["2 created a.md#leave <- -"],
        },
    ),
    "two pages swap their paths": (
        ({"a.md": STAFF, "b.md": HOUSE}, {"a.md": HOUSE, "b.md": STAFF}),
        {
            "a.md#cars": ["2 moved a.md#cars <- b.md#cars", "1 created b.md#cars <- -"],
            "b.md": ["2 moved b.md <- a.md", "1 created a.md <- -"],
        },
    ),
    "three pages go round": (
        (
            {"a.md": STAFF, "b.md": HOUSE, "c.md": page("Post", MAIL, MAIL)},
            {"c.md": HOUSE, "a.md": page("Post", MAIL, MAIL), "b.md": STAFF},
        ),
        {
            "a.md": ["2 moved a.md <- c.md", "1 created c.md <- -"],
            "b.md": ["2 moved b.md <- a.md", "1 created a.md <- -"],
            "c.md": ["2 moved c.md <- b.md", "1 created b.md <- -"],
        },
    ),
    "a path is used again": (
        ({"a.md": STAFF}, {"b.md": STAFF, "a.md": HOUSE}),
        {
            "a.md": ["2 created a.md <- -"],
            "b.md": ["2 moved b.md <- a.md", "1 created a.md <- -"],
        },
    ),
    "a page is removed and comes back": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {"b.md": HOUSE},
            {"b.md": HOUSE.replace("noon", "one")},
            {"a.md": STAFF, "b.md": HOUSE.replace("noon", "one")},
        ),
        {
            "a.md": ["4 restored a.md <- -", "2 removed - <- a.md", "1 created a.md <- -"],
            "a.md#leave": [
                "4 restored a.md#leave <- -",
                "2 removed - <- a.md#leave",
                "1 created a.md#leave <- -",
            ],
        },
    ),
    "a page comes back under another path, beside others that went": (
        (
            {"0.md": HOUSE, "a.md": STAFF, "z.md": page("Post", MAIL, MAIL)},
            {"z.md": page("Post", MAIL, MAIL)},
            {"c.md": STAFF, "z.md": page("Post", MAIL, MAIL)},
        ),
        {"c.md": ["3 restored c.md <- -", "2 removed - <- a.md", "1 created a.md <- -"]},
    ),
    "a section is removed and comes back": (
        (
            {"a.md": STAFF},
            {"a.md": page("Staff", TRAVEL, part("Keys", KEYS))},
            {"a.md": STAFF},
        ),
        {
            "a.md#leave": [
                "3 restored a.md#leave <- -",
                "2 removed - <- a.md#leave",
                "1 created a.md#leave <- -",
            ],
            "a.md": ["3 edited a.md", "2 edited a.md", "1 created a.md <- -"],
        },
    ),
    "a heading above is renamed": (
        (
            {"a.md": page("Staff", part("Rules", TRAVEL), part("Leave", LEAVE, 3))},
            {"a.md": page("Staff", part("Orders", TRAVEL), part("Leave", LEAVE, 3))},
            {"a.md": page("Staff", part("Orders", TRAVEL), part("Leave", LEAVE + KEYS, 3))},
        ),
        {"a.md#leave": ["3 edited a.md#leave", "1 created a.md#leave <- -"]},
    ),
    "a slug that is another because of a heading before it is no event": (
        (
            {"a.md": page("Staff", part("Rules", KEYS))},
            {"a.md": page("Staff", part("Rules", LEAVE + FOOD), part("Rules", KEYS))},
            {"a.md": page("Staff", part("Rules", LEAVE + FOOD), part("Rules", KEYS + MAIL))},
        ),
        {"a.md#rules-1": ["3 edited a.md#rules-1", "1 created a.md#rules <- -"]},
    ),
    "of equal headings each has its own life": (
        (
            {"a.md": page("Staff", part("Rules", LEAVE), part("Rules", KEYS))},
            {"a.md": page("Staff", part("Rules", LEAVE), part("Rules", KEYS + MAIL))},
        ),
        {
            "a.md#rules": ["1 created a.md#rules <- -"],
            "a.md#rules-1": ["2 edited a.md#rules-1", "1 created a.md#rules-1 <- -"],
        },
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_life_is_told_to_its_beginning(build: Builder, name: str) -> None:
    trees, lives = STORIES[name]
    folder = built(build, trees)
    assert {word: lived(folder, word) for word in lives} == lives


def test_it_is_looked_back_on_from_any_revision(build: Builder) -> None:
    folder = built(build, ({"a.md": STAFF}, {"b.md": STAFF}, {"b.md": HOUSE}))
    assert lived(folder, "a.md", "HEAD~2") == ["1 created a.md <- -"]
    assert lived(folder, "b.md#leave", "HEAD~1") == [
        "2 moved b.md#leave <- a.md#leave",
        "1 created a.md#leave <- -",
    ]


def test_what_is_told_concerns_the_place_alone(build: Builder) -> None:
    later = STAFF.replace("calendar", "diary").replace("screen", "door").replace("trains", "cars")
    folder = built(build, ({"a.md": STAFF, "b.md": HOUSE}, {"a.md": later, "b.md": FOOD}))
    told = {
        word: [change.kind for change in moments(folder, word)[0].entry.changes]
        for word in ("a.md#leave", "a.md", "a.md#keys")
    }
    assert told == {
        "a.md#leave": ["section.edited"],
        "a.md": ["section.edited", "section.edited", "section.edited"],
        "a.md#keys": ["section.edited"],
    }


def test_a_rule_is_told_where_it_explains_what_is_told(build: Builder) -> None:
    before: dict[str | bytes, str] = {
        "a.md": page("Staff", TRAVEL, part("Desk", KEYS), part("Bread", FOOD))
    }
    after = {
        name: text.replace("desk", "counter").replace("Desk", "Counter")
        for name, text in before.items()
    }
    folder = built(build, (before, after))
    rules = {
        word: [rule.kind for rule in moments(folder, word)[0].entry.rules]
        for word in ("a.md", "a.md#counter", "a.md#bread")
    }
    assert rules == {"a.md": ["term.renamed"], "a.md#counter": ["term.renamed"], "a.md#bread": []}


def test_a_section_that_was_split_off_names_what_it_was_a_part_of(build: Builder) -> None:
    whole = part("Everything", f"{LEAVE}\n{KEYS}\n{FOOD}\n{CARS}")
    parts = (part("Absence", f"{LEAVE}\n{KEYS}"), part("Comfort", f"{FOOD}\n{CARS}"))
    folder = built(build, ({"a.md": page("Staff", whole)}, {"a.md": page("Staff", *parts)}))
    assert lived(folder, "a.md#comfort") == ["2 split off a.md#comfort <- a.md#everything"]
    assert lived(folder, "a.md#absence") == [
        "2 split, renamed a.md#absence <- a.md#everything",
        "1 created a.md#everything <- -",
    ]


def test_what_was_merged_into_it_is_named(build: Builder) -> None:
    before = page("Staff", part("Leave", LEAVE + "\n" + FOOD), part("Keys", KEYS + "\n" + MAIL))
    after = page("Staff", part("Leave", f"{LEAVE}\n{FOOD}\n{KEYS}\n{MAIL}"))
    folder = built(build, ({"a.md": before}, {"a.md": after}))
    assert lived(folder, "a.md#leave") == ["2 merged a.md#leave", "1 created a.md#leave <- -"]
    (merged,) = moments(folder, "a.md#leave")[0].entry.changes
    assert isinstance(merged.old, tuple)
    assert [at.section[-1] for at in merged.old] == ["Leave", "Keys"]


def test_where_a_shallow_clone_was_cut_nothing_is_known_to_begin(build: Builder) -> None:
    later = STAFF.replace("trains", "coaches")
    folder = built(build, ({"a.md": STAFF}, {"a.md": STAFF, "b.md": HOUSE}, {"a.md": later}))
    (folder / "shallow").write_text(f"{build.told('rev-parse', 'HEAD^')}\n")
    assert lived(folder, "a.md") == ["3 edited a.md", "2 first known a.md <- -"]
    assert lived(folder, "a.md#leave") == ["2 first known a.md#leave <- -"]
    assert moments(folder, "a.md")[-1].entry.changes == ()
