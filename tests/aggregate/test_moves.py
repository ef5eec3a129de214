from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drift.aggregate.moves import Move
from tests.aggregate.places import moved, pages, publishers

CONF = {"conf.py": 'project = "x"\n'}


def _lines(moves: tuple[Move, ...]) -> list[str]:
    def told(path: str, anchor: str) -> str:
        return f"{path}#{anchor}" if anchor else path

    return [
        f"{told(one.old.path, one.old.anchor)} {told(one.new.path, one.new.anchor)}"
        for one in moves
    ]


def test_a_page_that_moved_takes_its_anchors_along() -> None:
    rows = ["a.md => b.md", "a.md#b => b.md#b", "a.md#old => b.md#new", "a.md#c => c.md#c"]
    found = moved(rows, pages("a.md"), pages("b.md", "c.md"))
    assert _lines(found.pages) == ["/a /b"]
    assert _lines(found.anchors) == ["/a#old /b#new", "/a#c /c#c"]
    assert found.along == 1


def test_a_redirect_to_a_fragment_keeps_no_fragment() -> None:
    found = moved(["a.md => b.md#a", "a.md#b => b.md#b"], pages("a.md"), pages("b.md"))
    assert _lines(found.anchors) == ["/a#b /b#b"]
    assert found.along == 0


def test_an_anchor_that_is_the_whole_page_now_comes_along() -> None:
    found = moved(["a.md => b.md", "a.md#a => b.md"], pages("a.md"), pages("b.md"))
    assert (found.anchors, found.along) == ((), 1)


def test_a_conversion_that_keeps_the_address_needs_no_line() -> None:
    rows = ["a.rst => a.md", "a.rst#b => a.md#b", "a.rst#my_label => a.md#my-label"]
    found = moved(rows, CONF | pages("a.rst"), CONF | pages("a.md"))
    assert (found.pages, found.anchors, found.unchanged, found.along) == ((), (), 1, 2)


def test_an_index_that_became_a_page_of_its_own_needs_none_either() -> None:
    config = {"mkdocs.yml": "site_name: x\n"}
    old, new = config | pages("docs/a.md"), config | pages("docs/a/index.md")
    assert moved(["docs/a.md => docs/a/index.md"], old, new).unchanged == 1
    old, new = CONF | pages("a.md"), CONF | pages("a/index.md")
    assert _lines(moved(["a.md => a/index.md"], old, new).pages) == ["/a.html /a/index.html"]


def test_pages_that_changed_places_cannot_be_redirected() -> None:
    both = pages("a.md", "b.md")
    found = moved(["a.md => b.md", "b.md => a.md"], both, both)
    assert (found.pages, _lines(found.taken)) == ((), ["/a /b", "/b /a"])


def test_two_files_of_one_address_are_one_page() -> None:
    rows = ["a.md => b.md", "a.rst => c.md"]
    found = moved(rows, CONF | pages("a.md"), CONF | pages("b.md", "c.md"))
    assert _lines(found.pages) == ["/a.html /b.html"]


def test_what_nobody_knows_is_kept_apart() -> None:
    found = moved(["a.md => ? => b.md", "a.md#b => ?"], pages("a.md"), pages("b.md"))
    assert [one.old.anchor for one in found.unresolved] == [None, "b"]
    assert (found.pages, found.anchors) == ((), ())


def test_pages_outside_of_the_site_are_counted() -> None:
    config = {"mkdocs.yml": "site_name: x\n"}
    rows = ["README.md => docs/b.md", "docs/a.md => NOTES.md", "docs/a.md#b => NOTES.md#b"]
    found = moved(rows, config | pages("docs/a.md"), config | pages("docs/b.md", "NOTES.md"))
    assert (found.pages, found.anchors, found.unpublished) == ((), (), 2)
    rows = ["README.md => ? => docs/b.md", "README.md#b => ?"]
    found = moved(rows, config | pages("README.md"), config | pages("docs/b.md"))
    assert (found.unresolved, found.unpublished) == ((), 1)


def test_an_anchor_on_a_page_that_stays() -> None:
    found = moved(["a.md#x => a.md#y"], pages("a.md"), pages("a.md"))
    assert _lines(found.anchors) == ["/a#x /a#y"]


NAMES = ("a", "b", "c", "a/index", "b/README", "x/a")


@given(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES), min_size=1),
    st.sampled_from([".md", ".rst"]),
    st.sampled_from([{}, CONF, {"mkdocs.yml": "docs_dir: .\n"}, {".gitbook.yaml": "root: ./\n"}]),
)
def test_no_map_leads_round_or_nowhere(
    went: dict[str, str], suffix: str, config: dict[str, str]
) -> None:
    rows = [f"{old}.md => {new}{suffix}" for old, new in sorted(went.items())]
    old = config | pages(*(f"{name}.md" for name in went))
    new = config | pages(*(f"{name}{suffix}" for name in went.values()))
    found = moved(rows, old, new)
    _, end = publishers(old, new)
    sources = {move.old.key for move in found.pages}
    assert not sources & end.live.keys()
    assert {move.new.key for move in found.pages} <= end.live.keys()
    assert len(found.pages) + len(found.taken) + found.unchanged <= len(rows)
