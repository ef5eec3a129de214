from __future__ import annotations

from datetime import datetime

import pytest

from drift.aggregate.notes.spans import By, since_last_tag, spans
from drift.errors import UsageError
from drift.revision.git import Repository
from drift.revision.objects import commit_revision, committed
from tests.revision.builder import Builder, Files

DAYS = (1_609_459_200, 1_610_064_000, 1_612_137_600, 1_640_995_200)
"""1 and 8 January 2021, 1 February 2021, 1 January 2022."""


@pytest.fixture
def commits(build: Builder) -> list[str]:
    made: list[str] = []
    for at, seconds in enumerate(DAYS):
        files: Files = {"a.md": f"# A\n\n{at}\n"}
        made.append(build.commit(files, *made[-1:], when=b"%d +0000" % seconds))
    build.git("tag", "v1", made[0])
    build.git("tag", "-a", "v2", made[2], "-m", "two")
    return made


CASES: tuple[tuple[By | None, list[tuple[str, int, int, int]]], ...] = (
    (None, [("v1 → HEAD", 0, 3, 3)]),
    ("year", [("2022", 2, 3, 1), ("2021", 0, 2, 2)]),
    ("month", [("2022-01", 2, 3, 1), ("2021-02", 1, 2, 1), ("2021-01", 0, 1, 1)]),
    ("week", [("2021-W52", 2, 3, 1), ("2021-W05", 1, 2, 1), ("2021-W01", 0, 1, 1)]),
    ("tag", [("Unreleased", 2, 3, 1), ("v2", 0, 2, 2)]),
)


@pytest.mark.parametrize(("by", "expected"), CASES)
def test_a_range_is_divided(
    build: Builder, commits: list[str], by: By | None, expected: list[tuple[str, int, int, int]]
) -> None:
    found = [
        (one.name, commits.index(one.old.commit), commits.index(one.new.commit), one.commits)
        for one in spans(Repository(build.folder), "v1", by)
    ]
    assert found == expected


def test_ends_without_a_name_are_short(build: Builder, commits: list[str]) -> None:
    (span,) = spans(Repository(build.folder), f"{commits[0]}..{commits[1]}", None)
    assert span.name == f"{commits[0][:10]} → {commits[1][:10]}"
    assert (span.old.date, span.new.date) == (
        "2021-01-01T00:00:00+00:00",
        "2021-01-08T00:00:00+00:00",
    )


def test_an_empty_range_has_one_period_or_none(build: Builder, commits: list[str]) -> None:
    repository = Repository(build.folder)
    assert [one.commits for one in spans(repository, "HEAD..HEAD", None)] == [0]
    assert spans(repository, "HEAD..HEAD", "month") == ()


def test_what_is_unreleased_comes_after_the_last_tag(build: Builder, commits: list[str]) -> None:
    repository = Repository(build.folder)
    assert since_last_tag(repository) == "refs/tags/v2..HEAD"
    assert spans(repository, since_last_tag(repository), None)[0].name == "v2 → HEAD"


def test_without_a_tag_nothing_is_unreleased(build: Builder) -> None:
    build.commit({"a.md": "# A\n"})
    with pytest.raises(UsageError, match="no tag before HEAD"):
        since_last_tag(Repository(build.folder))


def named(build: Builder, words: str, by: By) -> list[tuple[str, str, str]]:
    return [
        (one.name, one.old.commit, one.new.commit)
        for one in spans(Repository(build.folder), words, by)
    ]


def test_a_tag_beside_the_line_names_nothing_and_no_step_is_told_against_it(
    build: Builder, commits: list[str]
) -> None:
    side = build.commit({"a.md": "# A\n\n0\n", "b.md": "# B\n"}, commits[0])
    build.git("tag", "side", side)
    merge = build.commit({"a.md": "# A\n\n3\n", "b.md": "# B\n"}, commits[3], side)
    build.git("update-ref", "HEAD", merge)
    assert named(build, "side..HEAD", "tag") == [
        ("Unreleased", commits[2], merge),
        ("v2", commits[0], commits[2]),
    ]


def test_of_several_tags_at_a_commit_the_newest_names_it(
    build: Builder, commits: list[str]
) -> None:
    build.git("tag", "v2-light", commits[2])
    build.git("tag", "-a", "v2.1", commits[2], "-m", "later", GIT_COMMITTER_DATE="1900000000 +0000")
    assert [name for name, _, _ in named(build, "v1", "tag")] == ["Unreleased", "v2.1"]


def test_a_month_is_that_of_the_committers_clock(build: Builder) -> None:
    eve = build.commit({"a.md": "# A\n"}, when=b"1609459200 +0000")
    # 23:30 on 31 January there is 07:30 on 1 February elsewhere.
    last = build.commit({"a.md": "# B\n"}, eve, when=b"1612164600 -0800")
    assert [name for name, _, _ in named(build, f"{eve}..{last}", "month")] == ["2021-01"]


def test_clocks_that_go_wrong_make_no_circle(build: Builder) -> None:
    made: list[str] = []
    for at, seconds in enumerate((DAYS[0], DAYS[2], DAYS[1], DAYS[3])):
        made.append(build.commit({"a.md": f"# {at}\n"}, *made[-1:], when=b"%d +0000" % seconds))
    assert named(build, f"{made[0]}..{made[3]}", "month") == [
        ("2022-01", made[2], made[3]),
        ("2021-01", made[1], made[2]),
        ("2021-02", made[0], made[1]),
    ]


@pytest.mark.parametrize("when", [b"nonsense", b"", b"1609459200 +9999", b"99999999999999 +0000"])
@pytest.mark.parametrize("by", ["month", None])
def test_what_is_no_date_is_none(build: Builder, when: bytes, by: By | None) -> None:
    first = build.commit({"a.md": "# A\n\n1\n"}, when=when or b" ")
    build.commit({"a.md": "# A\n\n2\n"}, first, when=when or b" ")
    (span,) = spans(Repository(build.folder), first, by)
    assert all(_is_date(moment.date) for moment in (span.old, span.new))
    revision = commit_revision(Repository(build.folder), "HEAD")
    assert revision
    assert _is_date(revision.date or "")
    assert _is_date(committed(Repository(build.folder), first) or "")


def test_commits_without_a_date_have_a_period_of_their_own(build: Builder) -> None:
    first = build.commit({"a.md": "# A\n\n1\n"})
    build.commit({"a.md": "# A\n\n2\n"}, first, when=b"yesterday")
    assert [one.name for one in spans(Repository(build.folder), first, "month")] == ["Undated"]


def _is_date(text: str) -> bool:
    return not text or datetime.fromisoformat(text).tzinfo is not None
