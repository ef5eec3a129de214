"""Pairs of trees of which one thing or another was hard to tell or to prove: all is told, both ways."""

from __future__ import annotations

import msgspec
import pytest

from drift.coverage.measure import coverage
from drift.site.build import sites
from tests.coverage.deeds import DEEDS
from tests.properties.memory import Files, changelog, covered, memory

ANIMALS = {
    f"{name}.md": f"# {name.title()}\n\nAll about {name}.\n"
    for name in ("ants", "bees", "cats", "dogs")
}


def _summary(*entries: str) -> Files:
    rows = "".join(f"* [{label}]({page}.md)\n" for label, page in map(str.split, entries))
    return {**ANIMALS, "SUMMARY.md": f"# Contents\n\n{rows}"}


def _tree(*lines: str, above: str) -> Files:
    rows = "".join(f"   {name.title()} <{name}>\n" for name in lines)
    toctree = f".. toctree::\n\n{rows}\n"
    opening = "The opening words of the zoo stay as they were.\n\n"
    text = toctree + opening if above == "toctree" else opening + toctree
    return {**ANIMALS, "index.rst": f"Zoo\n===\n\n{text}"}


def _badges(*names: str) -> Files:
    return {"a.md": "# Zoo\n\n" + "".join(f"[The {n}](https://e.example/{n})" for n in names)}


TWICE = "# Zoo\n\n## Use\n\nFeed the ants at dawn.\n\nLeave the bees alone.\n\n"

RAIN = "## Rain\n\nWhat falls into the barrel[^rain] is for the roses and for nothing else.\n\n"
NOTES = "## Notes\n\nWords of the old gardener.\n\n"

ZOO = "* [Ants](ants.md)\n* [Bees](bees.md)\n* [Dogs](dogs.md)\n"

POLL = (
    "Read the guide to polls before the first vote of the year.\n\n"
    "More about polls stands in the book of the house.\n\n"
    "Ask the porter about [the calls](https://e.example/calls) of each Thursday.\n\n"
    "To keep an eye on all polls to come, see [the old calendar](https://e.example/old).\n\n"
)
VOTE = POLL.replace("the old cal", "the year's cal").replace("example/old", "example/year")

HIRE = (
    "Any boat can be hired ahead by writing to the harbour, and the harbour says yes at once.\n\n"
    "The harbour gives you the number of the boat, which you keep until you are back.\n\n"
)


def _fleet(*marks: str) -> str:
    more, carried = marks
    return (
        f"{more} More boats\n\nBy default there is one boat, which holds four guests.\n\n"
        "- Loud horns\n\nThe horn calls for help. As a rule it is kept below, under the bench.\n\n"
        f"{carried} What each boat carries\n\n| Thing | What it is |\n|---|---|\n"
        "| Book | the [log](https://e.example/log) of the boat |\n"
        "| Flag | the [sign](https://e.example/sign) of the harbour |\n\n"
    )


AHEAD = "# House\n\nThe house is open all year.\n\n## Boats ahead\n\n"
HARBOUR = (
    "## Boats to hire ahead\n\nThe harbour keeps boats for guests who write to it in time.\n\n"
    "Think of a guest who must be back by noon. Should the boat be late, the train leaves.\n\n"
)
FLEET: tuple[Files, Files] = (
    {"a.md": f"{AHEAD}{HIRE}{_fleet('-', '###')}{DEEDS}"},
    {
        "a.md": f"{AHEAD}See also [all boats](b.md).\n\n{DEEDS}",
        "b.md": f"{HARBOUR}### How it goes\n\n{HIRE}{_fleet('####', '####')}",
    },
)

INN = "The porter keeps all keys of the house, and all lists of the rooms, yet\nhelps every guest."
ROOMS = (
    "- every room has a [window](https://inn.example/windows) to the sea,\n"
    "- more on [keys](https://inn.example/keys) that fit no door,\n"
    "- beds for guests who stay for a year and for those who come for one night\n"
    "- many [boats](https://inn.example/boats).\n\n"
    "Who stays longer than a week is given a room with a stove and a shelf of books.\n\n"
    "For much more, with pictures, see http://inn.example\n\nand leave letters at:\n\n"
)


def _inn(letters: str) -> str:
    return (
        "Rooms: http://inn.example/rooms\n\nChanges: http://inn.example/changes\n\n"
        f"Letters: {letters}\n\nLamps: https://lamps.example/house/lamps\n\n"
    )


def _come(home: str) -> str:
    return f"{home}letters\n\nand come to us at:\n\n{home}\n"


POST, MAIL = "post.example/house/inn/", "mail.example/house/inn/"
LETTERS: tuple[Files, Files] = (
    {
        "a.md": _inn(f"https://{POST}letters?state=open")
        + f"{INN} It has\n\n{ROOMS}{_come(f'http://{POST}')}"
    },
    {
        "a.md": f"# Inn\n\n{INN}\n\n{_inn(f'https://{MAIL}letters')}"
        f"## Rooms\n\n{ROOMS}{_come(f'https://{MAIL}')}"
    },
)

TALKS = (
    "There have been many talks about the house.\n\n## Talks\n\n"
    "Talks are held at noon in [the hall](https://e.example/hall), and nobody has to listen.\n"
)
SHEET = "> This sheet of the book is being written.\n\n"


def _sheets(level: str, *names: str) -> str:
    return "".join(
        f"{level} {name.title()}\n\n"
        + "".join(
            f"Whoever {name} at {time} writes {time} into the book of all that {name} by {time}.\n\n"
            for time in ("dawn", "noon", "dusk")
        )
        + f"See [the {name}](https://e.example/{name}) and [the pier](https://e.example/pier).\n\n"
        for name in names
    )


def _doors(level: str) -> str:
    return (
        f"{level} Doors that stick\n\nA door that was opened in the rain may stick, and no key helps.\n\n"
        f"{level}# Remedy\n\nAsk [the joiner](https://e.example/joiner) and wait for a dry day.\n\n"
        f"{level}# Cause\n\nWood swells when it is wet, and shrinks when it dries in the sun.\n\n"
    )


BOOK = "# Book\n\nAll about the house.\n\n"
OLD = (
    "The house is old, and its rooms have keys that nobody has counted for many years.\n\n"
    "Who comes to it at night finds a lamp beside the gate and a bell above the door.\n\n"
)


def _front(title: str, weight: int) -> str:
    return f"---\ntitle: {title}\ntype: docs\nweight: {weight}\n---\n\n"


ZOO_RST = "Zoo\n===\n\nThe opening words of the zoo stay as they were.\n\n"
FEEDING = "Whoever feeds the animals writes down what they had, and when, and who saw it.\n\n"


def _toc(*names: str) -> str:
    return ".. toctree::\n\n" + "".join(f"   {name}\n" for name in names) + "\n"


def _docs(*names: str) -> str:
    return "".join(f"* :doc:`{name}`\n" for name in names) + "\n"


def _insects(*entries: str, then: str = "") -> str:
    return f"Insects\n=======\n\nAll about insects.\n\n{_toc(*entries)}{then}"


def _contents(*names: str) -> str:
    return f"{ZOO_RST}Contents\n--------\n\n{_docs(*names)}"


# The pairs of which each change by itself is asked for.
NEEDED: dict[str, tuple[Files, Files]] = {
    "a section came with its footnote, which stands below another": (
        {"a.md": f"{DEEDS}{NOTES}"},
        {"a.md": f"{RAIN}{DEEDS}{NOTES}[^rain]: It falls from the roof at dusk.\n"},
    ),
    "a section went to another page with its footnote, which became another": (
        {"a.md": f"{RAIN}{DEEDS}{NOTES}[^rain]: It falls from the roof at dusk.\n", "b.md": NOTES},
        {"a.md": f"{DEEDS}{NOTES}", "b.md": f"[^rain]: It falls at dawn.\n\n{NOTES}{RAIN}"},
    ),
    "a title that another heading of the page has": (
        {"a.md": f"# House talks\n\n{TALKS}"},
        {"a.md": f"# Talks\n\n{TALKS}"},
    ),
    "words that came before the first heading of what was split off": (
        {"boats.md": "# Boats\n\nAll about boats.\n\n" + _sheets("##", "sails", "rows", "dives")},
        {
            "boats/a.md": SHEET + _sheets("#", "sails"),
            "boats/b.md": SHEET + _sheets("#", "rows", "dives"),
        },
    ),
    "a page that went below a section that came": (
        {"book.md": BOOK, "doors.md": _doors("#")},
        {"book.md": f"{BOOK}## New doors\n\nDoors may be had from the town.\n\n{_doors('###')}"},
    ),
    "data of a page and of what was split off it": (
        {"house.md": f"{_front('House', 1)}## About\n\n{OLD}{DEEDS}"},
        {"house.md": _front("House", 1) + OLD, "deeds.md": _front("Deeds", 2) + DEEDS},
    ),
    "entries that went to another section, beside links to the same pages": (
        {**ANIMALS, "index.rst": _contents("ants", "bees") + _toc("ants", "bees")},
        {
            **ANIMALS,
            "index.rst": _contents("cats", "ants", "bees")
            + "All of them\n-----------\n\n"
            + _toc("ants", "bees"),
        },
    ),
    "a page that two pages listed which are one": (
        {
            **ANIMALS,
            "insects.rst": _insects("ants", "feeding", "bees"),
            "feeding.rst": f"Feeding\n=======\n\n{FEEDING}{_toc('bees')}",
        },
        {
            **ANIMALS,
            "insects.rst": _insects("ants", then=f"Feeding\n-------\n\n{FEEDING}{_toc('bees')}"),
        },
    ),
}

PAIRS: dict[str, tuple[Files, Files]] = {
    **NEEDED,
    "an entry went and one of its name came, on either side of one that stays": (
        _summary("Numbers ants", "Tasks bees"),
        _summary("Tasks bees", "Numbers cats"),
    ),
    "a name that stood without a link became an entry elsewhere": (
        {**ANIMALS, "SUMMARY.md": f"# Contents\n\n{ZOO}* Cats\n"},
        {**ANIMALS, "SUMMARY.md": f"# Contents\n\n* [Cats](cats.md)\n{ZOO}"},
    ),
    "an entry went down in a list that went up": (
        _tree("ants", "bees", "cats", "dogs", above="words"),
        _tree("ants", "cats", "bees", above="toctree"),
    ),
    "a section that was copied while both were edited": (
        {"a.md": f"# Poll\n\nAll about polls.\n\n## Sources\n\n{POLL}"},
        {
            "a.md": "# Poll\n\nAll about polls.\n\n## Sources\n\n"
            + VOTE.replace("before the first", "after the last").replace("the book", "a book"),
            "b.md": "# Vote\n\nAnother vote.\n\n## Sources\n\n"
            + "\n\n".join(VOTE.split("\n\n")[i] for i in (0, 1, 3)),
        },
    ),
    "a dead entry that went elsewhere and leads to its page": (
        _summary("Ants ants", "Bees BEES", "Cats cats", "Dogs dogs"),
        _summary("Ants ants", "Cats cats", "Dogs dogs", "Bees bees"),
    ),
    "a link right behind another": (_badges("ants"), _badges("ants", "bees")),
    "a section below a part of a split, on a page that came": FLEET,
    "a title above what a section was split from, and blocks that cross": LETTERS,
    "a section before another of its name": (
        {"a.md": f"{TWICE}## Use\n\nFeed the ants at dawn.\n\nLeave the cats alone too.\n"},
        {"a.md": "# Zoo\n\n## Use\n\nFeed the ants at dusk.\n\nLeave the cats alone too.\n"},
    ),
}


@pytest.mark.parametrize("turned", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("name", PAIRS)
def test_all_is_told(name: str, *, turned: bool) -> None:
    old, new = PAIRS[name][::-1] if turned else PAIRS[name]
    assert [(one.path, one.line, one.text) for one in covered(old, new).uncovered] == []


@pytest.mark.parametrize("turned", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("name", NEEDED)
def test_each_change_is_needed(name: str, *, turned: bool) -> None:
    old, new = NEEDED[name][::-1] if turned else NEEDED[name]
    before, after = sites(memory(old), memory(new))
    told = changelog(old, new)
    for change in told.changes:
        less = tuple(one for one in told.changes if one is not change)
        without = msgspec.structs.replace(told, changes=less)
        assert coverage(before, after, without).share < 1.0, change.kind


@pytest.mark.parametrize(
    ("pair", "path", "there", "then", "lost"),
    [
        (FLEET, "b.md", "the boat |", "the ship |", ["boat", "ship"]),
        (
            FLEET,
            "b.md",
            "example/sign",
            "example/flag",
            ["https://e.example/flag", "https://e.example/sign"],
        ),
        (LETTERS, "a.md", "Letters:", "Parcels:", ["Letters", "Parcels"]),
    ],
)
def test_what_went_along_must_be_the_same(
    pair: tuple[Files, Files], path: str, there: str, then: str, lost: list[str]
) -> None:
    """The changelog of another pair says nothing of what differs besides."""
    old, new = pair
    assert there in new[path]
    other = {**new, path: new[path].replace(there, then)}
    left = coverage(*sites(memory(old), memory(other)), changelog(old, new)).uncovered
    assert sorted(one.text for one in left) == sorted(lost)
