from __future__ import annotations

import pytest

from drift.revision.base import Unreadable
from drift.site.documents import decode, is_dependency, is_pointer, stem_of, suffix_of


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


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("node_modules/rope/README.md", True),
        ("tools/node_modules/rope/README.md", True),
        ("vendor/example.com/rope/README.md", True),
        ("vendor/bundle/ruby/rope.md", True),
        (".venv/lib/python3.11/site-packages/rope/x.md", True),
        ("vendor/choosing.md", False),
        ("vendor/ropes/index.md", False),
        ("vendor/v1.2.md", False),
        ("node_modules.md", False),
        ("docs/my-node_modules/a.md", False),
    ],
)
def test_what_came_with_a_package(path: str, expected: bool) -> None:
    assert is_dependency(path) is expected
