"""Pairs of trees of which one thing or another was hard to tell or to prove: all is told, both ways."""

from __future__ import annotations

import pytest

from tests.properties.memory import Files, covered

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

ZOO = "* [Ants](ants.md)\n* [Bees](bees.md)\n* [Dogs](dogs.md)\n"

POLL = (
    "Read the guide to polls before the first vote of the year.\n\n"
    "More about polls stands in the book of the house.\n\n"
    "Ask the porter about [the calls](https://e.example/calls) of each Thursday.\n\n"
    "To keep an eye on all polls to come, see [the old calendar](https://e.example/old).\n\n"
)
VOTE = POLL.replace("the old cal", "the year's cal").replace("example/old", "example/year")

PAIRS: dict[str, tuple[Files, Files]] = {
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
    "a link right behind another": (_badges("ants"), _badges("ants", "bees")),
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
