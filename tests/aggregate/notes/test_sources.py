from __future__ import annotations

from drift.aggregate.notes.forge import Forge, known
from drift.aggregate.notes.notes import Source
from drift.aggregate.notes.sources import sources
from drift.revision.git import Repository
from tests.revision.builder import Builder, Files

GITHUB = known("https://github.com/crew/ship")
SUBJECTS = (
    "Begin\n",
    "Scrub the deck (#7)\n",
    "Merge pull request #9 from ada/sails\n",
    "Fix #7 and go on\n",
    "Scrub it again (#7)\n",
)


def history(build: Builder) -> list[str]:
    made: list[str] = []
    for at, subject in enumerate(SUBJECTS):
        files: Files = {"deck.md": f"# Deck\n\n{at}\n", "sails.md": f"# Sails\n\n{at // 4}\n"}
        made.append(build.commit(files, *made[-1:], message=subject))
    return made


def test_pages_have_their_pull_requests_or_commits(build: Builder) -> None:
    made = history(build)
    again = Source("#7", "https://github.com/crew/ship/pull/7")
    plain = Source(made[3][:7], f"https://github.com/crew/ship/commit/{made[3]}")
    merge = Source("#9", "https://github.com/crew/ship/pull/9")
    assert sources(Repository(build.folder), made[0], made[4], GITHUB) == {
        "deck.md": (again, plain, merge),
        "sails.md": (again,),
    }


def test_gitlab_has_commits(build: Builder) -> None:
    made = history(build)
    found = sources(Repository(build.folder), made[3], made[4], known("git@gitlab.com:crew/ship"))
    url = f"https://gitlab.com/crew/ship/-/commit/{made[4]}"
    assert found["deck.md"] == (Source(made[4][:7], url),)


def test_without_a_forge_there_are_none(build: Builder) -> None:
    made = history(build)
    assert sources(Repository(build.folder), made[0], made[4], Forge()) == {}
