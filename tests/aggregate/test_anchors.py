from __future__ import annotations

from drift.aggregate.anchors import Anchors
from tests.conftest import Files, both

MARKDOWN: Files = {
    "a.md": "Before.\n\n# Staff\n\n## Leave {#Time-Off}\n\n## Rules\n\n## Rules\n\n<a name='Old'></a>\n\nText.\n"
}
RST: Files = {
    "conf.py": "project = 'x'\n",
    "a.rst": "Staff\n=====\n\n.. _Time_Off:\n\nLeave of Absence\n----------------\n\nText.\n\n.. _two words:\n\nMore.\n",
}


def on(files: Files) -> Anchors:
    return Anchors(both({}, files)[1])


def test_what_can_be_named_on_a_page_leads_to_its_section() -> None:
    spots = on({"mkdocs.yml": "site_name: x\n", **MARKDOWN}).on("a.md")
    assert {name: key for name, (key, _) in spots.fragments.items()} == {
        "staff": "staff",
        "Time-Off": "Time-Off",
        "rules": "rules",
        "rules_1": "rules_1",
        "Old": "rules_1",
    }
    assert spots.first == {
        "staff": "staff",
        "Time-Off": "Time-Off",
        "rules": "rules",
        "rules_1": "rules_1",
    }
    assert [section.title for section in spots.sections.values()] == [
        "Staff",
        "Leave",
        "Rules",
        "Rules",
    ]


def test_a_label_is_named_as_its_generator_writes_it() -> None:
    spots = on(RST).on("a.rst")
    assert list(spots.fragments) == ["staff", "time-off", "leave-of-absence", "two-words"]
    (key,) = {key for name, (key, _) in spots.fragments.items() if name != "staff"}
    assert spots.sections[key].title == "Leave of Absence"
    assert spots.first[key] == "time-off"


def test_which_places_there_are() -> None:
    anchors = on(MARKDOWN)
    held = [("a.md", ""), ("a.md", "staff"), ("a.md", "nowhere"), ("b.md", ""), ("b.md", "staff")]
    assert [anchors.holds(place) for place in held] == [True, True, False, False, False]


def test_of_sections_that_cannot_be_told_apart_each_has_a_key() -> None:
    text = "# A\n\n## ?\n\n## B {#x}\n\n## C {#x}\n"
    spots = on({"mkdocs.yml": "site_name: x\n", "a.md": text}).on("a.md")
    assert list(spots.sections) == ["a", "_1", "x", "x~2"]
    assert spots.first == {"a": "a", "_1": "_1", "x": "x"}
    nameless = on({"a.md": "# A\n\n## ?\n"}).on("a.md")
    assert list(nameless.sections) == ["a", "~1"]
    assert nameless.first == {"a": "a"}
