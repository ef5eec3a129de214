from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree as ET

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from drift.aggregate.notes.notes import Notes
from drift.render.notes.atom import ATOM
from tests.render.notes.sample import PERIOD, SAMPLE, hostile, view
from tests.render.notes.test_html import Structure

_TEXT = st.text(st.sampled_from("ab1 <>&\"']\n\x00\x1b\u202e\ufffe\ud800")).filter(str.strip)
NAME = "{http://www.w3.org/2005/Atom}"


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - what drift has just written


def feed(notes: Notes = SAMPLE) -> ET.Element:
    return parsed(ATOM.render(view(notes)))


def ids(notes: Notes = SAMPLE) -> list[str]:
    return [str(entry.findtext(f"{NAME}id")) for entry in feed(notes).iter(f"{NAME}entry")]


def test_golden(file_regression: FileRegressionFixture) -> None:
    file_regression.check(ATOM.render(view()), extension=".atom", encoding="utf-8", newline="")


def test_a_feed_has_what_every_feed_must_have() -> None:
    root = feed()
    assert root.tag == f"{NAME}feed"
    assert root.findtext(f"{NAME}author/{NAME}name") == "https://crew.example"
    for element in (root, *root.iter(f"{NAME}entry")):
        assert all(len(element.findall(NAME + tag)) == 1 for tag in ("id", "title", "updated"))
        assert datetime.fromisoformat(str(element.findtext(f"{NAME}updated"))).tzinfo


def test_an_entry_keeps_its_id_when_it_grows_and_others_come() -> None:
    known = ids()
    assert len(set(known)) == len(SAMPLE.periods)
    grown = msgspec.structs.replace(PERIOD, parts=(), new=SAMPLE.periods[1].new)
    later = msgspec.structs.replace(PERIOD, name="2021-04")
    again = ids(msgspec.structs.replace(SAMPLE, periods=(later, grown, SAMPLE.periods[1])))
    assert again[1:] == known
    assert again[0] not in known


def test_an_entry_keeps_its_id_when_the_handbook_is_published_elsewhere() -> None:
    assert ids(msgspec.structs.replace(SAMPLE, site="", repository="")) == ids()


def test_content_is_html_that_links_to_whole_addresses() -> None:
    for entry in feed().iter(f"{NAME}entry"):
        content = entry.find(f"{NAME}content")
        assert content is not None
        assert (content.get("type"), list(content)) == ("html", [])
        body = str(content.text)
        links = Structure(body).tags
        urls = [value for _, pairs in links if isinstance(pairs, list) for _, value in pairs]
        assert all(str(url).startswith("https://") for url in urls)
        assert len(urls) == body.count(" href=")
        assert [str(link.get("href"))[:8] for link in entry.findall(f"{NAME}link")] in (
            [],
            ["https://"],
        )


def test_nothing_but_what_atom_knows_stands_in_a_feed() -> None:
    known = {"feed", "id", "title", "updated", "author", "name", "link", "entry", "content"}
    assert {element.tag.removeprefix(NAME) for element in feed().iter()} == known
    assert len({*ids(), str(feed().findtext(f"{NAME}id"))}) == len(SAMPLE.periods) + 1


def test_nothing_to_tell_is_a_feed_without_entries() -> None:
    empty = msgspec.structs.replace(SAMPLE, site="", repository="", periods=())
    root = feed(empty)
    assert root.findtext(f"{NAME}updated") == "1970-01-01T00:00:00+00:00"
    assert root.findall(f"{NAME}entry") == []


@given(text=_TEXT)
def test_no_title_breaks_out(text: str) -> None:
    root = parsed(ATOM.render(hostile(text)))
    plain = parsed(ATOM.render(hostile("word")))
    assert [element.tag for element in root.iter()] == [element.tag for element in plain.iter()]


def test_a_feed_names_itself_where_it_knows_its_address() -> None:
    own = "https://crew.example/news.atom"
    made = parsed(ATOM.render(msgspec.structs.replace(view(), feed=own)))
    links = {link.get("rel"): link.get("href") for link in made.findall(f"{NAME}link")}
    assert links == {"self": own, None: "https://crew.example"}
    assert [link.get("rel") for link in feed().findall(f"{NAME}link")] == [None]
