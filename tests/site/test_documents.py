from __future__ import annotations

import pytest

from drift.revision.base import Unreadable
from drift.site.documents import decode, is_pointer, stem_of, suffix_of


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain\n", "plain\n"),
        (b"\xef\xbb\xbfmarked\n", "marked\n"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("héllo\n".encode("utf-16"), "héllo\n"),
        (b"", ""),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\nb\xff", "is not UTF-8: line 2"),
        (b"\xff\xfea", "is not UTF-16: line 1"),
        (b"a\0b", "is a binary file"),
    ],
)
def test_no_text(data: bytes, reason: str) -> None:
    assert decode(data) == Unreadable(reason)


def test_a_pointer_is_no_document() -> None:
    assert is_pointer(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
    assert not is_pointer(b"version https://example.com\n")


def test_suffix_is_in_lower_case() -> None:
    assert (suffix_of("a/B.MD"), suffix_of("a/.md"), suffix_of("a.d/b")) == (".md", "", "")


@pytest.mark.parametrize(
    ("path", "suffix", "stem"),
    [
        ("a/b.html.md.erb", ".md", "a/b"),
        ("a/b.md.erb", ".md", "a/b"),
        ("a/b.html.markdown", ".markdown", "a/b"),
        ("a/b.html.erb", ".erb", "a/b"),
        ("a/b.c.md", ".md", "a/b.c"),
    ],
)
def test_a_document_that_is_filled_in_first(path: str, suffix: str, stem: str) -> None:
    assert (suffix_of(path), stem_of(path)) == (suffix, stem)
