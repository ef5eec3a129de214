from __future__ import annotations

import pytest

from drift.aggregate.notes.forge import Forge, forge, known
from drift.revision.git import Repository
from tests.revision.builder import Builder

CASES = (
    ("https://github.com/crew/ship.git", "https://github.com/crew/ship", ""),
    ("https://ada:secret@github.com/crew/ship", "https://github.com/crew/ship", ""),
    ("git@github.com:crew/ship.git", "https://github.com/crew/ship", ""),
    ("ssh://git@gitlab.com/crew/ship", "https://gitlab.com/crew/ship", "/-"),
    ("ssh://git@gitlab.crew.example:2222/a/b/c.git", "https://gitlab.crew.example/a/b/c", "/-"),
    ("https://example.com/crew/ship.git", "", ""),
    ("https://notgithub.com/crew/ship", "", ""),
    ("/srv/github.com/crew", "", ""),
    ("https://github.com/crew/ship?x=<script>", "", ""),
    ("", "", ""),
)


@pytest.mark.parametrize(("remote", "url", "infix"), CASES)
def test_a_remote_is_a_forge_or_none(remote: str, url: str, infix: str) -> None:
    assert known(remote) == Forge(url, infix)


def test_pages_of_a_forge() -> None:
    gitlab = known("https://gitlab.com/crew/ship.git")
    assert gitlab.comparison("a", "b") == "https://gitlab.com/crew/ship/-/compare/a...b"
    assert gitlab.file("a", "x y.md") == "https://gitlab.com/crew/ship/-/blob/a/x%20y.md"
    assert (Forge().comparison("a", "b"), Forge().file("a", "x.md")) == ("", "")


def test_the_remote_is_read_from_the_repository(build: Builder) -> None:
    build.commit({"a.md": "# A\n"})
    assert forge(Repository(build.folder)) == Forge()
    build.git("config", "remote.origin.url", "git@github.com:crew/ship.git")
    assert forge(Repository(build.folder)) == Forge("https://github.com/crew/ship")
