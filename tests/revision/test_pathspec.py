from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.errors import UsageError
from drift.revision.pathspec import matcher

PATHS = (
    "README.md",
    "a b.md",
    "docs/[x].md",
    "docs/a.md",
    "docs/deep/er/c.md",
    "docs/deep/x.rst",
    "docsy/a.md",
    "img/A.PNG",
)

SPECS: tuple[tuple[str, ...], ...] = (
    (".",),
    ("docs",),
    ("docs/",),
    ("./docs/",),
    ("*.md",),
    ("docs/*.md",),
    ("doc?/a.md",),
    ("doc*",),
    ("[a-z]*/a.md",),
    ("[!d]*",),
    ("docs/[[]x].md",),
    ("docs/[x].md",),
    (":(glob)*.md",),
    (":(glob)**/*.md",),
    (":(glob)docs/**",),
    (":(glob)docs/**/c.md",),
    (":(glob)docs/**/a.md",),
    (":(glob)docs/*",),
    (":!docs",),
    (":^*.md",),
    ("docs", ":!docs/deep"),
    ("*.md", ":(exclude,glob)docs/*.md"),
    (":(icase)IMG/*.png",),
    (":(literal)docs/[x].md",),
    (":(top)docs/a.md",),
    (":/docs/a.md",),
    (":/",),
    (r"docs/\[x].md",),
    ("doc[z-a]",),
    ("[r-t]*",),
    ("nothing",),
    ("*o*s*e*.md",),
    ("*d*?c*[.]md",),
    ("*/*/*",),
    (":(glob)d*s/*.m*",),
    (":(glob)**/d*/**/*.md",),
    (":(glob)**/e*/**",),
    (":(glob)*/**/*r/*.md",),
)


@pytest.mark.parametrize("specs", SPECS, ids=" ".join)
def test_as_git_does(specs: tuple[str, ...], tmp_path: Path) -> None:
    for path in PATHS:
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    words = ["git", "ls-files", "-z", "-o", "-c", "--", *specs]
    told = subprocess.run(words, cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    expected = {path for path in told.split("\0") if path}
    assert {path for path in PATHS if matcher(specs)(path)} == expected


def test_relative_to_where_the_user_stands() -> None:
    meant = matcher(["*.md", "../README.md"], prefix="docs/")
    assert [path for path in PATHS if meant(path)] == [
        "README.md",
        "docs/[x].md",
        "docs/a.md",
        "docs/deep/er/c.md",
    ]
    assert matcher([":/img"], prefix="docs/")("img/A.PNG")


def test_none_means_all() -> None:
    assert all(map(matcher([]), PATHS))


@pytest.mark.parametrize("spec", ["", ":(attr:x)a", ":(nonsense)a", "../out", ":(glob,literal)a"])
def test_what_cannot_be_understood(spec: str) -> None:
    with pytest.raises(UsageError):
        matcher([spec])


@pytest.mark.parametrize(
    "spec", ["*a" * 25 + "*b", f":(glob){'*a' * 25}*b", f":(glob){'**/a/' * 25}b"]
)
def test_no_pattern_takes_for_ever(spec: str) -> None:
    meant = matcher([spec])
    assert not meant("a" * 200)
    assert not meant("a/" * 100)


def test_what_would_take_for_ever_is_refused() -> None:
    with pytest.raises(UsageError, match="for ever"):
        matcher([f":(glob){'**/*a/' * 5}b"])


@given(
    st.lists(st.sampled_from([*"*?[]!^:/()\\ab.-&|~", "glob", "**/", "*a"]), max_size=8).map(
        "".join
    )
)
def test_any_word_is_understood_or_refused(word: str) -> None:
    try:
        meant = matcher([word])
    except UsageError:
        return
    assert meant("a/b.md") in {True, False}
