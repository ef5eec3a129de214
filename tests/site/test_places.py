from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.site.base_url import learn
from drift.site.paths import join
from drift.site.places import Places, is_index

PAGES = ("README.md", "a.md", "docs/a.md", "docs/index.rst", "docs/my page.md", "x.y.md", "手册.md")
FILES = frozenset((*PAGES, "img/one.png", "empty/.keep"))
PLACES = Places(PAGES, FILES, {})


@pytest.mark.parametrize(
    ("path", "folder", "place"),
    [
        ("a.md", False, "a.md"),
        ("a", False, "a.md"),
        ("a.html", False, "a.md"),
        ("a.htm", False, "a.md"),
        ("a", True, "a.md"),
        ("A.md", False, None),
        ("", True, "README.md"),
        ("index.html", False, "README.md"),
        ("docs", False, "docs/index.rst"),
        ("docs", True, "docs/index.rst"),
        ("docs/index.html", False, "docs/index.rst"),
        ("docs/index", False, "docs/index.rst"),
        ("docs/my page", False, "docs/my page.md"),
        ("x.y", False, "x.y.md"),
        ("手册.html", False, "手册.md"),
        ("img/one.png", False, "img/one.png"),
        ("img", False, "img/"),
        ("empty", True, "empty/"),
        ("nowhere", False, None),
    ],
)
def test_places(path: str, place: str | None, *, folder: bool) -> None:
    assert PLACES.place(path, folder=folder) == place
    if not folder:
        assert PLACES.page(path) == (place if place in PAGES else None)


@given(
    parts=st.lists(
        st.sampled_from(
            (
                "README",
                "index",
                "docs",
                "a",
                "b",
                "x.y",
                "my%20page",
                "..",
                ".",
                "",
                "手册",
                "c%2Fd",
            )
        ),
        min_size=1,
        max_size=4,
    ),
    suffix=st.sampled_from(("", ".md", ".html", ".htm", ".rst")),
)
def test_what_leads_to_a_page_may_name_one(parts: list[str], suffix: str) -> None:
    routed = Places(PAGES, FILES, {"a.md": ("b", "c/d")})
    linked = Places(PAGES, FILES, {}, symlinks={"b": "docs"})
    url = "/".join(parts) + suffix
    for places in (PLACES, routed, linked):
        place = join("", unquote(url))
        if place is not None and places.page(place):
            assert places.may_name_page(url.rpartition("/")[2])


@pytest.mark.parametrize("name", ["nowhere", "one.png", "1AbC", "a.pdf"])
def test_most_names_lead_to_no_page(name: str) -> None:
    assert not PLACES.may_name_page(name)


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("docs/a.md", {"a"}),
        ("docs/my page.md", {"my page"}),
        ("x.y.md", {"x.y"}),
        ("docs/index.rst", {"index", "docs"}),
        ("docs/README.md", {"README", "docs", "index"}),
        ("_index.md", {"_index", "index"}),
        ("img/one.png", {"one"}),
        ("docs/deep/", {"deep"}),
        ("gone/b.md", {"b"}),
    ],
)
def test_what_links_call_a_place(place: str, names: set[str]) -> None:
    assert PLACES.names(place) == names


def test_what_a_page_says_of_its_routes_gives_way_to_the_path_of_another() -> None:
    pages = ("a.md", "b.md")
    places = Places(pages, frozenset(pages), {"a.md": ("b", "c"), "b.md": ()})
    assert (places.place("b"), places.place("c")) == ("b.md", "a.md")


def test_a_routed_page_is_called_by_its_routes() -> None:
    routed = Places(("docs/02-a.md",), frozenset({"docs/02-a.md"}), {"docs/02-a.md": ("docs/b",)})
    assert routed.place("docs/b") == "docs/02-a.md"
    assert routed.names("docs/02-a.md") == {"02-a", "b"}


@pytest.mark.parametrize(
    ("path", "index"),
    [
        ("README.md", True),
        ("a/Index.rst", True),
        ("a/index.html.md.erb", True),
        ("a/reader.md", False),
    ],
)
def test_pages_that_stand_for_their_folder(path: str, *, index: bool) -> None:
    assert is_index(path) is index


URLS = frozenset(
    f"https://book.example/{rest}"
    for rest in ("a", "docs/a", "docs", "docs/b", "docs/my%20page", "big", "x/x.y", "docs/b.c")
)


@pytest.mark.parametrize(
    ("pages", "more"),
    [
        (("docs/b.md",), ()),
        (("docs/b/README.md",), ()),
        (("docs/b.c.md",), ()),
        (("x/x.y.md",), ()),
        (("big.md",), ("big.md",)),
        ((), ("big.md",)),
        (("手册.md",), ()),
    ],
)
def test_what_is_known_of_urls_is_taken_over(pages: tuple[str, ...], more: tuple[str, ...]) -> None:
    """`more` is there on both sides, but a page on one of them at most: its content is kept elsewhere."""
    before = Places(PAGES, FILES.union(more), {})
    learn(URLS, before, "")
    now = (*PAGES, *pages)
    for near, there in ((before, now), (Places(now, FILES.union(now, more), {}), PAGES)):
        learn(URLS, near, "")
        files = FILES.union(there, more)
        alone, known = Places(there, files, {}), Places(there, files, {}, near=near)
        learn(URLS, known, "")
        learn(URLS, alone, "")
        assert known.leading == alone.leading
