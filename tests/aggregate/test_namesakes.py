from __future__ import annotations

import pytest

from drift.aggregate.lead import GUESSED, Lead
from drift.aggregate.namesakes import ALONE, ANYTHING, COMMON, NAMED, TITLED, Namesakes
from drift.history.places import Place
from drift.match import match
from tests.aggregate.passages import place, written
from tests.conftest import Files, both

STAYED: Files = {"old/cars.md": "# Cars\n"}

OLD: Files = {**STAYED, "a/cars.md": "# Cars\n", "none.md": ""}

CAME: dict[str, tuple[Files, str]] = {
    "a page in another folder": ({"b/cars.md": "# Cars\n"}, "b/cars.md"),
    "a folder's own page": (
        {"cars/index.md": "# Cars\n", "cars/vans.md": "# Vans\n"},
        "cars/index.md",
    ),
    "another format, and other signs in the title": (
        {"b/Cars.rst": "*Cars!*\n=======\n"},
        "b/Cars.rst",
    ),
    "another title": ({"b/cars.md": "# Our cars\n"}, "-"),
    "another file name": ({"b/vans.md": "# Cars\n"}, "-"),
    "two of them": ({"b/cars.md": "# Cars\n", "c/cars.md": "# Cars\n"}, "-"),
    "one that was there before": ({}, "-"),
    "one in an archive": ({"archive/cars.md": "# Cars\n"}, "-"),
}


def _namesakes(new: Files, said: dict[str, float]) -> Namesakes:
    def told(_: Place, at: Place) -> float:
        return said.get(written(at), 1.0)

    return Namesakes(match(*both(OLD, {**STAYED, **new})), told)


@pytest.mark.parametrize("case", CAME)
def test_a_page_that_is_gone_is_the_one_that_came_with_its_name(case: str) -> None:
    new, wanted = CAME[case]
    lead = _namesakes(new, {}).alone(("a/cars.md", ""))
    assert written(lead.place if lead else None) == wanted
    assert lead is None or lead.confidence == ALONE


def test_a_page_that_came_is_not_each_of_two_that_went_with_its_name() -> None:
    old: Files = {"rent/overview.md": "# Overview\n", "sell/overview.md": "# Overview\n"}
    namesakes = Namesakes(match(*both(old, {"b/overview.md": "# Overview\n"})), lambda *_: 1.0)
    assert namesakes.alone(("rent/overview.md", "")) is None


OURS = "# Our cars\n"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ({"a/cars.md": OURS}, {"b/vans.md": OURS}, "b/vans.md"),
        ({"a/cars.md": "# Cars\n"}, {"b/vans.md": "# Cars\n"}, "-"),
        ({"a/cars.md": OURS}, {"b/vans.md": OURS, "c/vans.md": OURS}, "-"),
        ({"a/cars.md": OURS, "b/vans.md": OURS}, {"c/vans.md": OURS}, "-"),
        ({"a/cars.md": OURS, "b/vans.md": OURS}, {"b/vans.md": OURS}, "-"),
        ({"a/cars.md": OURS, "b/vans.md": "# Vans\n"}, {"b/vans.md": OURS}, "-"),
        ({"a/cars.md": OURS}, {"archive/vans.md": OURS}, "-"),
    ],
)
def test_a_page_that_was_written_anew_is_the_only_one_that_came_under_its_title(
    old: Files, new: Files, wanted: str
) -> None:
    namesakes = Namesakes(match(*both(old, new)), lambda *_: 0.0)
    lead = namesakes.alone(("a/cars.md", ""))
    assert written(lead.place if lead else None) == wanted
    assert lead is None or lead.confidence == TITLED


@pytest.mark.parametrize(
    ("was", "files", "wanted"),
    [
        ("cars/index.md", ["cars.md"], "cars.md"),
        ("a/cars/README.md", ["a/cars.rst", "b/cars.md"], "a/cars.rst"),
        ("a/cars/index.rst", ["b/cars.md"], "-"),
        ("cars/index.md", ["cars.md", "cars.rst"], "-"),
        ("cars/vans.md", ["cars.md"], "-"),
        ("index.md", ["a.md"], "-"),
    ],
)
def test_the_own_page_of_a_folder_becomes_the_one_beside_it(
    was: str, files: list[str], wanted: str
) -> None:
    old: Files = {was: "# In this part\n\n- [A](a.md)\n"}
    new: Files = dict.fromkeys(files, "# All of cars\n\nThey are shared.\n")
    lead = Namesakes(match(*both(old, new)), lambda *_: 0.0).alone((was, ""))
    assert written(lead.place if lead else None) == wanted


@pytest.mark.parametrize(
    ("listing", "files", "wanted"),
    [
        ("- [A](a.md)\n", {"b/cars.md": "# Cars\n"}, "b/cars.md"),
        ("- [A](a.md)\n", {"b/cars/index.md": "# Cars\n"}, "b/cars/index.md"),
        ("- [A](a.md)\n", {"b/cars.md": "# All of cars\n"}, "-"),
        ("- [A](a.md)\n", {"b/cars.md": "# Cars\n", "c/cars.md": "# Cars\n"}, "-"),
        ("There are two.\n\n- [A](a.md)\n", {"b/cars.md": "# Cars\n"}, "-"),
    ],
)
def test_a_list_of_pages_becomes_the_one_that_came_with_its_name(
    listing: str, files: Files, wanted: str
) -> None:
    # Another one went there, too.
    old: Files = {"a/cars/index.md": f"# Cars\n\n{listing}", "book/cars.md": "# Cars\n"}
    lead = Namesakes(match(*both(old, files)), lambda *_: 0.0).alone(("a/cars/index.md", ""))
    assert written(lead.place if lead else None) == wanted


@pytest.mark.parametrize(
    ("came", "wanted"),
    [
        ("## Keys\n", "b/cars.md#keys"),
        ("## Keys\n\n## Keys\n", "b/cars.md#keys"),
        ("## Key\n", "-"),
        ("## Keys 1\n", "-"),
    ],
)
def test_so_is_a_section(came: str, wanted: str) -> None:
    namesakes = _namesakes({"b/cars.md": f"# Vans\n\n{came}", "archive/x.md": "# Keys\n"}, {})
    lead = namesakes.alone(("a/cars.md", "keys"))
    assert written(lead.place if lead else None) == wanted
    assert namesakes.alone(("a/cars.md", "keys-1")) is None


@pytest.mark.parametrize(("said", "wanted"), [(0.8, "-"), (0.5, "-"), (0.4, "b/cars.md#keys")])
def test_of_several_that_came_it_is_the_one_that_says_far_more(said: float, wanted: str) -> None:
    new: Files = {"b/cars.md": "# Cars\n\n## Keys\n", "c/vans.md": "# Vans\n\n## Keys\n"}
    lead = _namesakes(new, {"b/cars.md#keys": 0.8, "c/vans.md#keys": said}).alone(
        ("a/cars.md", "keys")
    )
    assert written(lead.place if lead else None) == wanted


@pytest.mark.parametrize(("many", "wanted"), [(COMMON, "b/0.md#keys"), (COMMON + 1, "-")])
def test_a_name_that_many_have_tells_nothing(many: int, wanted: str) -> None:
    new: Files = {f"b/{n}.md": f"# Cars {n}\n\n## Keys\n" for n in range(many)}
    said = {f"b/{n}.md#keys": 0.0 for n in range(1, many)}
    lead = _namesakes(new, said).alone(("a/cars.md", "keys"))
    assert written(lead.place if lead else None) == wanted


@pytest.mark.parametrize(
    ("confidence", "said", "wanted"),
    [
        (0.7, 0.5, "c/vans.md#keys"),
        (0.7, 0.4, "b/cars.md#locks"),
        (NAMED, 1.0, "b/cars.md#locks"),
    ],
)
def test_in_doubt_so_is_one_on_another_page(confidence: float, said: float, wanted: str) -> None:
    new: Files = {"b/cars.md": "# Cars\n\n## Locks\n", "c/vans.md": "# Vans\n\n## Keys\n"}
    namesakes = _namesakes(new, {"c/vans.md#keys": said, "b/cars.md#keys": 0.0})
    lead = Lead(("b/cars.md", "locks"), confidence, ("c0",))
    found = namesakes.preferred(("a/cars.md", "keys"), lead)
    assert found == Lead(place(wanted), confidence, ("c0",))


@pytest.mark.parametrize(
    ("page", "said", "wanted"),
    [("b", 0.5, "#keys"), ("b", 0.4, "#locks"), ("c", 1.0, "#keys"), ("c", 0.9, "#locks")],
)
def test_without_doubt_too_where_it_says_no_less_or_far_more_elsewhere(
    page: str, said: float, wanted: str
) -> None:
    there = "## Locks\n\n## Keys\n" if page == "b" else "## Locks\n"
    new: Files = {"b/cars.md": f"# Cars\n\n{there}", "c/vans.md": "# Vans\n\n## Keys\n"}
    known = {"b/cars.md#locks": 0.5, "b/cars.md#keys": 0.0, "c/vans.md#keys": 0.0}
    namesakes = _namesakes(
        new, {**known, f"{page}/{'cars' if page == 'b' else 'vans'}.md#keys": said}
    )
    found = namesakes.preferred(("a/cars.md", "keys"), Lead(("b/cars.md", "locks"), NAMED))
    assert written(found.place).endswith(wanted)


@pytest.mark.parametrize(("folder", "wanted"), [("archive", "c/vans.md#keys"), ("b", "-")])
def test_one_that_came_out_of_an_archive_is_nobody_elses(folder: str, wanted: str) -> None:
    text = "# Vans\n\nWhat they are.\n\n## Keys\n\nThey hang beside the door of the shed.\n"
    old: Files = {f"{folder}/vans.md": text, "a/cars.md": "# Cars\n\n## Keys\n"}
    namesakes = Namesakes(match(*both(old, {"c/vans.md": text})), lambda *_: 1.0)
    lead = namesakes.alone(("a/cars.md", "keys"))
    assert written(lead.place if lead else None) == wanted


@pytest.mark.parametrize("word", ["a/cars.md#doors", "none.md", "nowhere/cars.md"])
def test_what_has_no_title_or_another_has_no_namesake(word: str) -> None:
    new: Files = {"b/cars.md": "# Cars\n", "b/none.md": ""}
    assert _namesakes(new, {}).alone(place(word)) is None


def test_a_namesake_that_says_other_things_is_none() -> None:
    namesakes = _namesakes({"b/cars.md": "# Cars\n"}, {"b/cars.md": ANYTHING - 0.01})
    assert namesakes.alone(("a/cars.md", "")) is None


@pytest.mark.parametrize(
    ("old", "lead", "confidence", "said", "wanted"),
    [
        ("a/cars.md", "b/vans.md", 0.7, 0.5, "b/cars.md"),
        ("a/cars.md", "b/vans.md", 0.7, 0.4, "b/vans.md"),
        ("a/cars.md", "b/vans.md", NAMED, 0.5, "b/vans.md"),
        ("a/cars.md", "b/vans.md", GUESSED, 0.5, "b/vans.md"),
        ("a/cars.md#keys", "b/cars.md#locks", 0.7, 1.0, "b/cars.md#keys"),
        ("a/cars.md#keys", "b/cars.md", 0.7, 1.0, "b/cars.md"),
        ("a/cars.md#keys-1", "b/cars.md#locks", 0.7, 1.0, "b/cars.md#locks"),
    ],
)
def test_in_doubt_the_namesake_is_preferred(
    old: str, lead: str, confidence: float, said: float, wanted: str
) -> None:
    namesakes = _namesakes({"b/cars.md": "# Cars\n"}, {"b/cars.md": said})
    found = namesakes.preferred(place(old), Lead(place(lead), confidence, ("c0",)))
    assert found == Lead(place(wanted), confidence, ("c0",))


def test_in_doubt_the_page_beside_a_folder_is_its_own() -> None:
    new: Files = {"a/cars.md": "# All of cars\n", "cars.md": "# Cars\n", "x.md": "# Vans\n"}
    namesakes = Namesakes(match(*both({"a/cars/index.md": "# Cars\n"}, new)), lambda *_: 0.5)
    for lead in (Lead(("a/cars.md", ""), 0.8), Lead(("x.md", ""), 0.6)):
        assert namesakes.preferred(("a/cars/index.md", ""), lead).place == ("a/cars.md", "")
