from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.site.urls import identity, is_readable

DOC = "https://docs.google.com/d/1aB_c-D"

SAME = [
    ("HTTP://Example.COM:80/a/", "https://example.com/a"),
    ("https://example.com:443/a/index.html", "https://example.com/a"),
    ("https://example.com", "https://example.com/"),
    ("//example.com/a", "https://example.com/a"),
    ("https://example.com/a/README.md", "https://example.com/a/"),
    ("https://example.com/a?utm_source=x&id=7&fbclid=1", "https://example.com/a?id=7"),
    ("https://example.com/a%7Eb/%c3%a9", "https://example.com/a~b/é"),
    ("https://example.com/a/./b/../c", "https://example.com/a/c"),
    ("https://example.com/../a", "https://example.com/a"),
    ("https://example.com/a?", "https://example.com/a"),
    ("https://example.com/a?id=", "https://example.com/a?id=&utm_source=x"),
    ("https://example.com/a#", "https://example.com/a"),
    ("https://example.com/a#:~:text=words", "https://example.com/a"),
    (
        "https://docs.google.com/document/d/1aB_c-D/edit?ts=5b&usp=sharing#bookmark=id.x",
        f"{DOC}#bookmark=id.x",
    ),
    ("https://docs.google.com/document/d/1aB_c-D/#heading=h.1", f"{DOC}#heading=h.1"),
    ("https://docs.google.com/a/example.com/document/d/1aB_c-D/edit#", DOC),
    ("https://docs.google.com/document/u/1/d/1aB_c-D/view", DOC),
    ("https://drive.google.com/open?id=1aB_c-D", DOC),
    ("https://drive.google.com/file/d/1aB_c-D/view?usp=drive_link", DOC),
    ("https://docs.google.com/spreadsheets/d/1aB_c-D/edit#gid=5", f"{DOC}#gid=5"),
    ("mailto:Ada@Example.com?subject=hi", "mailto:ada@example.com"),
]

OTHER = [
    ("https://example.com/a", "https://example.com/A"),
    ("https://example.com/a?page=1", "https://example.com/a?page=2"),
    ("https://example.com/a#one", "https://example.com/a#two"),
    ("https://example.com:8080/a", "https://example.com/a"),
    ("https://www.example.com/a", "https://example.com/a"),
    (
        "https://docs.google.com/document/d/1aB/edit#heading=h.1",
        "https://docs.google.com/document/d/1aB/edit#heading=h.2",
    ),
    ("https://docs.google.com/viewer?id=1", "https://drive.google.com/open?id=1"),
    ("https://docs.google.com/spreadsheets/d/1aB/edit?gid=5", "https://docs.google.com/d/1aB"),
    ("https://example.com/a?id=", "https://example.com/a"),
    ("https://drive.google.com/drive/folders/1", "https://drive.google.com/drive/folders/2"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_one_resource(one: str, two: str) -> None:
    assert identity(one) == identity(two)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_two_resources(one: str, two: str) -> None:
    assert identity(one) != identity(two)


@pytest.mark.parametrize(
    "url", ["https://[bad/x", "https://example.com:port/", "https://", "data:,x", "https://\ud800/"]
)
def test_what_cannot_be_read_stays(url: str) -> None:
    assert identity(url)


@given(st.text(max_size=30).map(lambda rest: f"https://example.com/{rest}"))
def test_identity_is_its_own_identity(url: str) -> None:
    assert identity(identity(url)) == identity(url)


@given(
    st.lists(
        st.sampled_from(("/", ".", "a", "b-c", "_~", "index.html", "README.md", "%61", "é")),
        max_size=8,
    ).map("".join)
)
def test_what_is_plain_is_read_like_what_is_taken_apart(rest: str) -> None:
    assert identity(f"https://example.com/{rest}") == identity(f"https://example.com:443/{rest}")


@pytest.mark.parametrize(
    ("url", "readable"),
    [
        ("https://crew.example/a", True),
        ("https://crew.example:8080/", True),
        ("/a", True),
        ("http://[", False),
        ("http://crew.example:99999/", False),
        ("http://crew.example:b/", False),
    ],
)
def test_what_can_be_taken_apart(url: str, *, readable: bool) -> None:
    assert is_readable(url) is readable
