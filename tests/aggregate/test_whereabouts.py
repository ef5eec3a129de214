from __future__ import annotations

import pytest

from drift.aggregate.anchors import Anchors
from drift.aggregate.lead import GUESSED
from drift.aggregate.lineage import Lineage
from drift.aggregate.whereabouts import Whereabouts
from drift.match import match
from tests.aggregate.lives import CARS, FOOD, KEYS, LEAVE, MAIL, TRAVEL, page, part
from tests.aggregate.passages import passage, place, written
from tests.conftest import Files, both

STAFF = page("Staff", TRAVEL, part("Leave", LEAVE), part("Keys", KEYS))
HOUSE = page("House", FOOD, part("Cars", CARS))

CASES: dict[str, tuple[Files, Files, tuple[str, ...], dict[str, str]]] = {
    "nobody went anywhere": ({"a.md": STAFF}, {"a.md": STAFF}, (), {"a.md#leave": "a.md#leave"}),
    "only the ends are known": (
        {"a.md": STAFF},
        {"b.md": STAFF},
        (),
        {"a.md": "b.md", "a.md#leave": "b.md#leave"},
    ),
    "only the steps can know": (
        {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE))},
        {"a.md": page("Staff", TRAVEL, part("Locks", KEYS))},
        ("a.md#leave -> a.md#locks 0.8",),
        {"a.md#leave": "a.md#locks"},
    ),
    "where they differ, the steps are believed": (
        {"a.md": page("Staff", LEAVE), "b.md": HOUSE},
        {"b.md": page("Staff", LEAVE), "c.md": HOUSE},
        ("a.md -> c.md 0.9", "b.md -> b.md 0.9"),
        {"a.md": "c.md"},
    ),
    "of a section that the steps lost on its page, the page": (
        {"a.md": STAFF},
        {"b.md": page("Post", MAIL, part("House", FOOD))},
        ("a.md -> b.md 0.9",),
        {"a.md#leave": "b.md"},
    ),
    "what was removed and written anew is found by what it says": (
        {"a.md": STAFF, "b.md": HOUSE},
        {"a.md": page("Staff", TRAVEL, part("Keys", KEYS)), "b.md": f"{HOUSE}\n{LEAVE}"},
        ("a.md#leave -|",),
        {"a.md#leave": "b.md#cars"},
    ),
    "what is gone is nowhere": (
        {"a.md": STAFF},
        {"a.md": page("Staff", TRAVEL, part("Keys", KEYS))},
        ("a.md#leave -|",),
        {"a.md#leave": "?"},
    ),
    "what leads nowhere is no lead": (
        {"a.md": STAFF},
        {"a.md": page("Staff", TRAVEL, part("Keys", KEYS))},
        ("a.md#leave -> gone.md#x 0.9",),
        {"a.md#leave": "?"},
    ),
    "in doubt, the section of the very name is it": (
        {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE + KEYS))},
        {"a.md": page("Staff", TRAVEL, part("Desks", KEYS), part("Leave", LEAVE))},
        ("a.md#leave -> a.md#desks 0.8",),
        {"a.md#leave": "a.md#leave"},
    ),
    "not where the steps are sure": (
        {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE + KEYS))},
        {"a.md": page("Staff", TRAVEL, part("Desks", KEYS), part("Leave", LEAVE))},
        ("a.md#leave -> a.md#desks 0.9",),
        {"a.md#leave": "a.md#desks"},
    ),
    "not where the namesake says other things": (
        {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE + KEYS))},
        {"a.md": page("Staff", TRAVEL, part("Desks", LEAVE + KEYS), part("Leave", FOOD))},
        ("a.md#leave -> a.md#desks 0.8",),
        {"a.md#leave": "a.md#desks"},
    ),
    "not where a number alone makes the name": (
        {"a.md": page("Staff", TRAVEL, part("Leave 1", LEAVE + KEYS))},
        {"a.md": page("Staff", TRAVEL, part("Desks", KEYS), part("Leave 1", LEAVE))},
        ("a.md#leave-1 -> a.md#desks 0.8",),
        {"a.md#leave-1": "a.md#desks"},
    ),
    "in doubt, the page of the very name is it": (
        {"a/cars.md": page("Cars", CARS, part("Keys", KEYS), part("Food", FOOD))},
        {"b/cars.md": page("Cars", CARS), "b/keys.md": page("Keys", KEYS, part("Food", FOOD))},
        ("a/cars.md -> b/keys.md 0.7",),
        {"a/cars.md": "b/cars.md"},
    ),
    "not where it says other things": (
        {"a/cars.md": page("Cars", CARS, part("Keys", KEYS), part("Food", FOOD))},
        {"b/cars.md": page("Cars", MAIL), "b/keys.md": page("Keys", KEYS, part("Food", FOOD))},
        ("a/cars.md -> b/keys.md 0.7",),
        {"a/cars.md": "b/keys.md"},
    ),
    "of two versions, the one that came first": (
        {"cars.md": page("Cars", CARS)},
        {"1.0/cars.md": page("Cars", CARS), "1.1/cars.md": page("Cars", CARS, FOOD)},
        ("1.0/cars.md <-", "1.1/cars.md <-", "cars.md -|"),
        {"cars.md": "1.0/cars.md"},
    ),
    "of two that came at once, the later": (
        {"cars.md": page("Cars", CARS)},
        {"1.0/cars.md": page("Cars", CARS), "1.1/cars.md": page("Cars", CARS, FOOD)},
        ("cars.md -|",),
        {"cars.md": "1.1/cars.md"},
    ),
    "where the label is, under the same heading": (
        {"a.md": f"# Staff\n\n(leave)=\n## Leave\n\n{LEAVE}"},
        {"b.md": f"# Post\n\n{LEAVE}", "c.md": "# House\n\n(leave)=\n## Leave\n\nSee below.\n"},
        ("a.md#leave -> b.md 0.9",),
        {"a.md#leave": "c.md#leave"},
    ),
    "of a page that went nowhere, what took it up": (
        {"a.md": page("Staff", "", part("Leave", LEAVE), part("Keys", KEYS), part("Cars", CARS))},
        {"b.md": page("House", f"{LEAVE[:54]} {KEYS[:54]} {CARS[:54]}", part("Food", FOOD))},
        ("a.md -|",),
        {"a.md": "b.md"},
    ),
    "of a page of which nothing else is known, where most of its sections are": (
        {"a.md": page("Staff", "", part("Leave", LEAVE), part("Keys", KEYS)), "b.md": HOUSE},
        {"b.md": f"{HOUSE}\n{part('Away', FOOD)}\n{part('Locks', MAIL)}"},
        ("a.md#leave -> b.md#away 0.9", "a.md#keys -> b.md#locks 0.8", "a.md -|"),
        {"a.md": "b.md"},
    ),
    "what was removed, came back in another format and was written anew elsewhere": (
        {"a.md": STAFF},
        {"b.md": page("Staff", FOOD), "c.md": page("Post", MAIL)},
        ("a.md -| c.md 0.3", "a.rst <-", "a.rst -> b.md"),
        {"a.md": "b.md"},
    ),
    "what came there is another": (
        {"a.md": STAFF},
        {"b.md": page("Lunch", FOOD), "c.md": page("Post", MAIL)},
        ("a.md -|", "a.rst <-", "a.rst -> b.md"),
        {"a.md": "?"},
    ),
    "what was removed and came back": (
        {"a.md": STAFF},
        {"b.md": STAFF.replace(TRAVEL, FOOD).replace(LEAVE, MAIL)},
        ("a.md -> b.md 0.9", "b.md -|"),
        {"a.md": "b.md"},
    ),
    "a sign is followed": (
        {"a.md": STAFF, "b.md": HOUSE},
        {"a.md": "# Staff\n\nMoved [there](b.md#cars).\n", "b.md": HOUSE},
        (),
        {"a.md": "b.md#cars"},
    ),
}


def knowing(old: Files, new: Files, *lines: str) -> Whereabouts:
    before, after = both(old, new)
    lineage = Lineage()
    for number, line in enumerate(lines):
        lineage.follow(f"c{number}", passage(line))
    return Whereabouts(lineage, match(before, after), Anchors(after))


@pytest.mark.parametrize("name", CASES)
def test_where_places_are(name: str) -> None:
    old, new, lines, expected = CASES[name]
    where = knowing(old, new, *lines)
    leads = {word: where.of(place(word)) for word in expected}
    assert {word: written(lead.place) if lead else "?" for word, lead in leads.items()} == expected


def test_two_witnesses_are_surer_than_one() -> None:
    old: Files = {"a.md": STAFF}
    new: Files = {"b.md": STAFF.replace("trains", "coaches")}
    step = "a.md -> b.md 0.6"
    alone = knowing(old, new).of(("a.md", ""))
    both_say = knowing(old, new, step).of(("a.md", ""))
    assert alone
    assert both_say
    assert both_say.confidence == round(1 - 0.4 * (1 - alone.confidence), 3)
    assert (alone.commits, both_say.commits) == ((), ("c0",))


def test_the_home_of_what_is_gone_is_a_guess() -> None:
    where = knowing({"a.md": STAFF}, {"b.md": HOUSE}, "a.md#leave -| b.md#cars 0.3")
    lead = where.of(("a.md", "leave"))
    assert lead
    assert (lead.place, lead.confidence) == (("b.md", "cars"), GUESSED)


def test_a_sign_names_a_place() -> None:
    new: Files = {"a.md": "# Staff\n\nMoved [there](b.md#cars).\n", "b.md": HOUSE}
    where = knowing({}, new)
    assert where.sign(("a.md", "")) == ("b.md", "cars")
    assert where.sign(("b.md", "")) is None
    assert where.sign(("c.md", "")) is None
