from __future__ import annotations

from drift.changes.base import Location
from drift.explain.base import Leftover, Rule
from drift.render.changelog.bundle import Bundle
from drift.render.changelog.lists import listed
from drift.render.changelog.outline import RulePart


def _spelt(before: str, after: str, *, left: tuple[Leftover, ...] = ()) -> RulePart:
    place = Location("a.md", (), None, (3, 3))
    rule = Rule(
        id=before,
        kind="spelling.fixed",
        before=before,
        after=after,
        count=1,
        confidence=1.0,
        places=(place,),
        leftovers=left,
    )
    return RulePart(rule, ())


def _shifted(path: str, before: int, after: int) -> RulePart:
    rule = Rule(
        id=path,
        kind="levels.shifted",
        before=before,
        after=after,
        count=2,
        confidence=1.0,
        places=(Location(path, ("A",)),),
    )
    return RulePart(rule, ())


def _moved(before: str, after: str, path: str) -> RulePart:
    rule = Rule(
        id=before,
        kind="url.moved",
        before=before,
        after=after,
        count=2,
        confidence=1.0,
        places=(Location(path, ("A",)),),
    )
    return RulePart(rule, ())


def _rows(bundle: Bundle) -> list[str]:
    return [
        row.name + "".join(span.text for value in row.values for span in value.spans)
        for row in bundle.rows
    ]


def test_misspellings_that_were_mended_once_are_one_list() -> None:
    left = _spelt("adn", "and", left=(Leftover("b.md", 1, "adn", "prose"),))
    rest, (bundle,) = listed([_spelt("teh", "the"), left, _spelt("wrok", "work")], whole=False)
    assert rest == (left,)
    assert bundle.head[0].text == "2 spellings fixed"
    assert _rows(bundle) == ["teh → the (a.md:3), wrok → work (a.md:3)"]


def test_shifted_headings_are_listed_by_their_levels() -> None:
    parts = [_shifted("a.md", 1, 2), _shifted("b.md", 1, 2), _shifted("c.md", 2, 3)]
    _, (bundle,) = listed(parts, whole=False)
    assert bundle.head[0].text == "6 headings shifted on 3 pages"
    assert _rows(bundle) == ["level 1 → 2a.md, b.md", "level 2 → 3c.md"]


def test_prefixes_that_differ_in_one_piece_are_one_list() -> None:
    hosts = [
        _moved(f"http://{name}.d.example/", f"https://{name}.d.test/", f"{name}.md")
        for name in ("keel", "mast")
    ]
    other = _moved("http://d.example/old/", "http://d.example/new/", "a.md")
    rest, (bundle,) = listed([*hosts, other], whole=False)
    assert rest == (other,)
    assert "".join(span.text for span in bundle.head) == "4 links moved: d.example → d.test"
    assert _rows(bundle) == [
        "below http://keel.d.example/, http://mast.d.example/",
        "in keel.md, mast.md",
    ]


def test_one_is_no_list_and_in_full_none_is() -> None:
    assert listed([_spelt("teh", "the")], whole=False)[1] == ()
    assert listed([_spelt("teh", "the"), _spelt("wrok", "work")], whole=True)[1] == ()
