from __future__ import annotations

from pathlib import Path

import pytest

from drift.aggregate.standpoint import Standpoint
from drift.errors import RevisionError
from tests.aggregate.lives import KEYS, LEAVE, TRAVEL, built, meant, page, part
from tests.revision.builder import Builder, Files

STAFF = page("Staff", TRAVEL, part("Leave of absence", LEAVE), part("Keys", KEYS))
RST = f"Fire\n====\n\n.. _Who calls:\n\nAlarm\n-----\n\n{KEYS}"
TREES: tuple[Files, ...] = (
    {"docs/a.md": STAFF, "docs/gone.md": STAFF.replace("trains", "coaches"), "x.md": LEAVE},
    {"docs/a.md": STAFF, "x.md": LEAVE, "a#b.md": KEYS, "fire.rst": RST},
)


def found_at(folder: Path, word: str, at: str = "HEAD") -> Standpoint:
    with meant(folder, word, at) as of:
        return of.found


@pytest.fixture
def folder(build: Builder) -> Path:
    return built(build, TREES)


@pytest.mark.parametrize(
    ("word", "place", "trail"),
    [
        ("docs/a.md", ("docs/a.md", ""), ()),
        ("./docs/../docs/a.md", ("docs/a.md", ""), ()),
        ("docs/a.md#", ("docs/a.md", ""), ()),
        ("docs/a.md#keys", ("docs/a.md", "keys"), ("Staff", "Keys")),
        ("docs/a.md#Keys", ("docs/a.md", "keys"), ("Staff", "Keys")),
        (
            "docs/a.md#Leave of absence",
            ("docs/a.md", "leave-of-absence"),
            ("Staff", "Leave of absence"),
        ),
        ("a#b.md", ("a#b.md", ""), ()),
        ("fire.rst#who-calls", ("fire.rst", "Who calls"), ("Fire", "Alarm")),
        ("fire.rst#Who calls", ("fire.rst", "Who calls"), ("Fire", "Alarm")),
    ],
)
def test_what_a_word_means(
    folder: Path, word: str, place: tuple[str, str], trail: tuple[str, ...]
) -> None:
    found = found_at(folder, word)
    assert (found.place[0], found.place[1].casefold(), found.trail) == (
        place[0],
        place[1].casefold(),
        trail,
    )


@pytest.mark.parametrize(
    ("word", "at", "said"),
    [
        ("docs/b.md", "HEAD", "docs/b.md: is no page at HEAD (the nearest is 'docs/a.md')"),
        ("zzzzzzzzz", "HEAD", "zzzzzzzzz: is no page at HEAD (drift tree lists the pages)"),
        (
            "docs/a.md#kys",
            "HEAD",
            "docs/a.md: has no anchor and no heading 'kys' at HEAD (the nearest is 'keys')",
        ),
        ("docs/a.md#zzzzz", "HEAD", "docs/a.md: has no anchor and no heading 'zzzzz' at HEAD"),
        ("docs/a.md", "HEAD~2", "HEAD~2: the history does not reach so far"),
        ("docs/a.md", "HEAD~1..HEAD", "HEAD~1..HEAD: is no single commit"),
        (
            "docs/a.md",
            "nonsense",
            "nonsense: unknown revision (git tag and git branch --all list them)",
        ),
        ("docs/a.md", "--help", "--help: "),
    ],
)
def test_what_means_nothing_is_said_in_one_line(
    folder: Path, word: str, at: str, said: str
) -> None:
    with pytest.raises(RevisionError) as raised:
        found_at(folder, word, at)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_of_a_page_that_is_gone_the_commit_is_named(build: Builder, folder: Path) -> None:
    tip = build.told("rev-parse", "--short", "HEAD")
    with pytest.raises(RevisionError) as raised:
        found_at(folder, "docs/gone.md")
    assert str(raised.value) == (
        f"docs/gone.md: is no page at HEAD; {tip} removed or moved it (trace it with --at {tip}^)"
    )
    assert found_at(folder, "docs/gone.md", f"{tip}^").place == ("docs/gone.md", "")


def test_no_word_becomes_an_option_of_git(folder: Path, tmp_path: Path) -> None:
    for word in (f"--output={tmp_path / 'out'}", "-p", ":(exclude)*", "../../x.md", "\udcff.md"):
        with pytest.raises(RevisionError, match="is no page at HEAD"):
            found_at(folder, word)
    assert not (tmp_path / "out").exists()
