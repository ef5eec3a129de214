from __future__ import annotations

import pytest

from drift.aggregate.alternatives import BY_SIGN, EQUAL, NEXT_VERSION, UNDECIDED, Alternatives
from drift.aggregate.lead import Lead
from drift.aggregate.lineage import Lineage
from drift.history.places import Place
from drift.match import match
from tests.aggregate.passages import passage, place, written
from tests.conftest import both

CASES: dict[str, tuple[str, str, str, str, float]] = {
    # What was there, and what is there, first where a page seems to be; it, where it is, and how certain that is.
    "one page is no choice": ("cars", "b/cars", "cars", "b/cars", 1.0),
    "of two versions the later": ("cars", "v2.9/cars v2.10/cars", "cars", "v2.10/cars", BY_SIGN),
    "of several versions in one folder, the last of them counts": (
        "v1.x/cars",
        "v1.0-v1.4/cars v1.5/cars",
        "v1.x/cars",
        "v1.5/cars",
        BY_SIGN,
    ),
    "what is called the latest is later": (
        "cars",
        "1.0/cars latest/cars main/cars",
        "cars",
        "latest/cars",
        BY_SIGN,
    ),
    "what is yet to come is not to be read": ("cars", "1.0/cars next/cars", "cars", "1.0/cars", BY_SIGN),
    "the folder is anywhere in the path": (
        "docs/en/cars",
        "docs/1.0/en/cars docs/1.1/en/cars",
        "docs/en/cars",
        "docs/1.1/en/cars",
        BY_SIGN,
    ),
    "a version stays the same": (
        "1.0/cars",
        "1.0/vans 1.1/vans",
        "1.0/cars",
        "1.0/vans",
        1.0,
    ),
    "and so does a language": ("en/cars fr/cars", "fr/vans en/vans", "en/cars", "en/vans", 1.0),
    "of two others, the one of its neighbours": (
        "a/cars a/bikes a/trams",
        "b/cars c/cars c/bikes c/trams",
        "a/cars",
        "c/cars",
        BY_SIGN,
    ),
    "of two others, nobody knows": ("a/cars", "b/cars c/cars", "a/cars", "b/cars", UNDECIDED),
    "one that was there before is another": ("a/cars c/cars", "b/cars c/cars", "a/cars", "b/cars", 1.0),
    "an archive is none": ("cars", "1.0/cars archive/cars", "cars", "1.0/cars", 1.0),
    "one that says other things is another": ("a/cars", "b/cars x/cars", "a/cars", "b/cars", 1.0),
    "a later version may have been worked on": (
        "v/cars",
        "1.0/cars 2.0/cars 3.0/cars",
        "v/cars",
        "2.0/cars",
        BY_SIGN,
    ),
}  # fmt: skip

SAID = {
    "x/cars.md": EQUAL - 0.01,
    "2.0/cars.md": NEXT_VERSION,
    "3.0/cars.md": NEXT_VERSION - 0.01,
}


def _lineage(steps: tuple[str, ...]) -> Lineage:
    lineage = Lineage()
    for step in steps:
        lineage.follow("c", passage(*step.split("; ")))
    return lineage


def _chosen(old: str, new: str, was: str, steps: tuple[str, ...]) -> tuple[str, float]:
    def told(_: Place, at: Place) -> float:
        return SAID.get(at[0], 1.0)

    before, after = (
        {f"{path}.md": f"# {path.rpartition('/')[2]}\n" for path in side.split()}
        for side in (old, new)
    )
    found = Alternatives(match(*both(before, after)), told, _lineage(steps))
    lead = found.chosen(place(f"{was}.md"), Lead(place(next(iter(after))), 1.0, ("c0",)))
    assert lead.commits == ("c0",)
    return written(lead.place).removesuffix(".md"), lead.confidence


@pytest.mark.parametrize("name", CASES)
def test_which_of_several_pages_readers_look_for(name: str) -> None:
    old, new, was, wanted, sure = CASES[name]
    assert _chosen(old, new, was, ()) == (wanted, sure)


@pytest.mark.parametrize(
    ("old", "wanted"),
    [
        ("v1.x/cars", "v1.5/cars"),
        # Of a series of versions, the last.
        ("v0.9/cars v0.8/cars", "v1.6/cars"),
        ("v0.9/a/cars v0.8/a/cars", "v1.6/cars"),
    ],
)
def test_what_was_copied_of_a_copy_came_later(old: str, wanted: str) -> None:
    steps = ("v1.0-v1.4/cars.md <-; v1.5/cars.md <-", "v1.6/cars.md <-")
    new = "v1.0-v1.4/cars v1.5/cars v1.6/cars"
    assert _chosen(old, new, old.split(maxsplit=1)[0], steps) == (wanted, BY_SIGN)


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        (("b/cars.md <-", "a/cars.md -> c/cars.md"), ("c/cars", BY_SIGN)),
        # Where it was removed and came back, too.
        (("b/cars.md <-", "a/cars.md -> c/cars.md", "c/cars.md -|"), ("c/cars", BY_SIGN)),
        (("b/cars.md <-; a/cars.md -> c/cars.md",), ("b/cars", UNDECIDED)),
    ],
)
def test_what_came_earlier_is_another(steps: tuple[str, ...], wanted: tuple[str, float]) -> None:
    assert _chosen("a/cars", "b/cars c/cars", "a/cars", steps) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"), [("Cars", ("b/cars.md", 1.0)), ("Our cars", ("b/cars.md", UNDECIDED))]
)
def test_what_alone_has_the_title_has_no_equal(title: str, wanted: tuple[str, float]) -> None:
    new = {"b/cars.md": "# Cars\n", "c/cars.md": "# Vans\n"}
    matching = match(*both({"a/cars.md": f"# {title}\n"}, new))
    found = Alternatives(matching, lambda *_: 1.0, Lineage())
    lead = found.chosen(place("a/cars.md"), Lead(place("b/cars.md"), 1.0))
    assert (lead.place[0], lead.confidence) == wanted


def test_a_section_goes_along() -> None:
    text = "# Cars\n\n## Keys\n"
    matching = match(*both({"cars.md": text}, {"1/cars.md": text, "2/cars.md": text}))
    found = Alternatives(matching, lambda *_: 1.0, Lineage())
    lead = found.chosen(("cars.md", "keys"), Lead(("1/cars.md", "keys"), 0.7))
    assert lead == Lead(("2/cars.md", "keys"), 0.7)
