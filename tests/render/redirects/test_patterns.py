from __future__ import annotations

import re
import time

import pytest

from drift.render.redirects.patterns import Wild, from_regex, from_words, template


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("^/a$", "/a"),
        (r"^/a\.html$", "/a.html"),
        ("^/a/?$", "/a"),
        (r"^/a\$b$", "/a$b"),
        (r"^/\xc3\xa9$", "/é"),
    ],
)
def test_an_expression_of_one_path(text: str, literal: str) -> None:
    found = from_regex(text)
    assert found is not None
    assert (found.literal, found.expression) == (literal, "")


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("^/a/(.*)$", "/a/b/c", "/b/a/"),
        ("^/a/([^/]+)$", "/a/b", "/a/b/c"),
        ("^/a", "/ab", "/b"),
        ("/a$", "/b/a", "/ab"),
        ("^/a(/.*)?$", "/a", "/ab"),
        (r"^/a\.b/.*$", "/a.b/c", "/aXb/c"),
    ],
)
def test_an_expression_with_wildcards(text: str, yes: str, no: str) -> None:
    found = from_regex(text)
    assert found is not None
    assert re.fullmatch(found.expression, yes)
    assert not re.fullmatch(found.expression, no)


@pytest.mark.parametrize(
    "text", ["^/(a|b)$", "^/a{2}$", "^(a+)+$", "^/[ab]$", r"^/\d+$", "^.*.*.*$", "(", "^/a(?=b)$"]
)
def test_more_than_that_is_not_read(text: str) -> None:
    assert from_regex(text) is None


def test_no_expression_takes_for_ever() -> None:
    found = from_regex("/a(.*)b$")
    assert found is not None
    began = time.process_time()
    assert re.fullmatch(found.expression, "/a" * 1000 + "c") is None
    assert time.process_time() - began < 2


def test_words_and_wildcards() -> None:
    assert from_words(["/a*"]) == from_words(["/a", "*"])
    found = from_words(["/a.", Wild.PART, "/", Wild.ANY])
    assert found is not None
    match = re.fullmatch(found.expression, "/a.b/c/d")
    assert match is not None
    assert match.expand(template([2, "/\\1/", 1])) == "c/d/\\1/b"
    assert from_words([Wild.ANY] * 3) is None
