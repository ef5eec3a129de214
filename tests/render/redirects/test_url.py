from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.render.redirects.url import decoded, encoded, is_text, spellings
from drift.site.address import Address
from drift.site.build import site
from drift.site.published import Publisher
from tests.conftest import Memory

BASED = 'project = "x"\nhtml_baseurl = "https://x.example/en/latest/"\n'


def _publisher(conf: str = 'project = "x"\n', text: str = "# A\n") -> Publisher:
    return Publisher(
        site(Memory({"conf.py": conf, "a.md": text, "b.md": "# B\n", "c.md": "# C\n"}))
    )


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("/a%20b?x=1#c%2Fd", Address("/a b", "c/d")),
        ("a", Address("/a")),
        ("https://x.example/en/latest/a.html#b", Address("/en/latest/a.html", "b")),
        ("https://x.example/en/stable/a.html", None),
        ("https://elsewhere.example/a", None),
        ("mailto:a@b.example", None),
    ],
)
def test_a_url_is_read(url: str, wanted: Address | None) -> None:
    assert decoded(url, _publisher(BASED)) == wanted


def test_a_base_that_was_learned_stands_before_no_address() -> None:
    links = " ".join(f"<https://x.example/docs/{name}.html>" for name in "abc")
    publisher = _publisher(text=f"# A\n\n{links}\n")
    assert decoded("https://x.example/docs/b.html", publisher) == Address("/b.html")


@given(st.text(st.characters(blacklist_categories=()), min_size=1), st.text())
def test_an_address_is_read_as_it_was_written(path: str, anchor: str) -> None:
    path = path.encode("utf-8", "ignore").decode().lstrip("/")
    address = Address(f"/{path}", anchor)
    text = encoded(address)
    assert text.isascii()
    assert not set(text) & set(' \n\t"<>\\')
    assert decoded(text, _publisher()) == address


def test_a_folder_is_asked_for_in_two_ways() -> None:
    paths = ("/a/", "/a/index.html", "/a.html", "/", "/index.html")
    assert [[one.path for one in spellings(Address(path))] for path in paths] == [
        ["/a/", "/a"],
        ["/a/", "/a/index.html"],
        ["/a.html"],
        ["/"],
        ["/index.html"],
    ]


def test_bytes_that_are_no_text() -> None:
    assert is_text("ü", "")
    assert not is_text("a", "\udcff")
    assert encoded(Address("/\udcff")) == "/%FF"
