"""`drift review` on a branch that left main, from the outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from tests.revision.builder import Builder, Files, Link, Script, Submodule

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

INDEX = "# Start\n\nSee [travel](travel.md).\n"
TRAVEL = "# Travel\n\nTrips must be booked 30 days ahead with the purser of the ship.\n"
RATES = "# Rates\n\nNights are paid twice, says the mate.\n\nSee [nothing](nothing.md).\n"
BASE = {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES, "_redirects": "/a /rates\n"}


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page moves on a branch, while main goes on."""
    builder = Builder(tmp_path_factory.mktemp("review") / "handbook.git")
    base = builder.commit(_files(BASE), message="Begin\n")
    main = builder.commit(_files({**BASE, "late.md": "# Late\n\nTODO\n"}), base, message="Go on\n")
    pages = {path: text for path, text in BASE.items() if path != "travel.md"}
    moved = {**pages, "sea/travel.md": TRAVEL.replace("must", "should")}
    topic = builder.commit(_files(moved), base, message="Move travel\n")
    builder.git("update-ref", "refs/heads/topic", topic)
    calm = builder.commit(_files({**BASE, "calm.md": "# Calm\n\nSleep well.\n"}), base)
    builder.git("update-ref", "refs/heads/calm", calm)
    alone = builder.commit(_files({"a.md": "# A\n\nAlone.\n"}), message="Elsewhere\n")
    builder.git("update-ref", "refs/heads/alone", alone)
    builder.git("update-ref", "refs/heads/main", main)
    return builder.folder


def _files(pages: dict[str, str]) -> Files:
    files: dict[str | bytes, str | bytes | Link | Submodule | Script] = {}
    files.update(pages)
    return files


TOLD = """\
index.md
  3: error: link “travel” to travel.md leads nowhere; it is now sea/travel.md,
  in Start [broken-link]

sea/travel.md
  error: page at /travel moved to sea/travel.md, and _redirects has no redirect
  [moved-page-needs-redirect]
  3: warning: moved here from travel.md and changed on the way: must → should,
  in Travel [edit-inside-move]

Failed: 2 errors, 1 warning.
"""


@pytest.mark.parametrize("words", ["main...topic", "main..topic"])
def test_what_the_branch_brings_and_nothing_of_main(
    drift: Drift, handbook: Path, words: str
) -> None:
    ended = drift("-C", handbook, "review", words)
    assert (ended.code, ended.err, ended.out) == (exit_codes.FOUND, "", TOLD)


def test_only_some_pages(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "review", "main...topic", "--format", "json", "--", "sea/")
    told = json.loads(ended.out)
    assert {one["path"] for one in told["findings"]} == {"sea/travel.md"}
    assert len(told["findings"]) == 2
    ended = drift("-C", handbook, "review", "main...topic", "--", "rates.md")
    assert (ended.code, ended.out) == (exit_codes.DONE, "Passed: nothing found.\n")


def test_a_branch_that_brings_nothing(drift: Drift, handbook: Path) -> None:
    ended = drift("-C", handbook, "review", "main...calm")
    assert (ended.code, ended.out) == (exit_codes.DONE, "Passed: nothing found.\n")


@pytest.mark.parametrize(
    ("config", "words", "code"),
    [
        ("", ("--fail-on", "warning"), exit_codes.FOUND),
        ('[[review.severities]]\nseverity = "note"', (), exit_codes.DONE),
        ('[[review.severities]]\nseverity = "note"', ("--fail-on", "note"), exit_codes.FOUND),
        (
            '[review]\nfail-on = "note"\n[[review.severities]]\nseverity = "note"',
            (),
            exit_codes.FOUND,
        ),
        (
            '[review]\nfail-on = "note"\n[[review.severities]]\nseverity = "note"',
            ("--fail-on", "warning"),
            exit_codes.DONE,
        ),
        ('[[review.waivers]]\npolicy = "*"\nreason = "r"\nuntil = 2999-01-01', (), exit_codes.DONE),
        (
            '[[review.waivers]]\npolicy = "*"\nreason = "r"\nuntil = 2001-01-01',
            (),
            exit_codes.FOUND,
        ),
    ],
)
def test_the_gate(
    drift: Drift, handbook: Path, tmp_path: Path, config: str, words: tuple[str, ...], code: int
) -> None:
    (tmp_path / "drift.toml").write_text(config)
    given = ("--config", tmp_path / "drift.toml", *words)
    ended = drift("-C", handbook, "review", "main...topic", *given)
    assert (ended.code, ended.err) == (code, "")


def test_a_waiver_that_is_over_says_so(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    (tmp_path / "drift.toml").write_text(
        '[[review.waivers]]\npolicy = "broken-link"\nreason = "r"\nuntil = 2001-01-01'
    )
    ended = drift(
        "-C", handbook, "review", "main...topic", "--config", tmp_path / "drift.toml",
        "--format", "github",
    )  # fmt: skip
    assert (
        "leads nowhere; it is now sea/travel.md (waived until 2001-01-01, which is over)\n"
        in ended.out
    )


def test_what_an_earlier_review_told_is_left_out(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    file = tmp_path / "earlier.json"
    review = ("-C", handbook, "review", "main...topic")
    assert drift(*review, "--format", "json", "-o", file).code == exit_codes.FOUND
    ended = drift(*review, "--baseline", file)
    assert (ended.code, ended.out) == (exit_codes.DONE, "Passed: nothing found, 3 known before.\n")
    earlier = json.loads(file.read_text(encoding="utf-8"))
    earlier["findings"] = [one for one in earlier["findings"] if one["severity"] == "warning"]
    file.write_text(json.dumps(earlier), encoding="utf-8")
    ended = drift(*review, "--baseline", file)
    assert ended.code == exit_codes.FOUND
    assert ended.out.endswith("Failed: 2 errors, 1 known before.\n")


def test_the_map_that_the_configuration_names(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    (tmp_path / "drift.toml").write_text('[review]\nredirects = "maps/none"')
    ended = drift("-C", handbook, "review", "main...topic", "--config", tmp_path / "drift.toml")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == (
        "drift: maps/none: is no redirect map of this revision (name the map under [review] redirects)\n"
    )


def test_without_a_range_it_is_the_upstream_branch(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    builder = Builder(tmp_path / "clone.git")
    builder.git("fetch", "-q", str(handbook), "+refs/heads/*:refs/remotes/origin/*")
    builder.git("remote", "add", "origin", str(handbook))
    builder.git("branch", "-q", "--track", "topic", "origin/topic")
    builder.git("config", "branch.topic.merge", "refs/heads/main")
    builder.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
    builder.git("symbolic-ref", "HEAD", "refs/heads/topic")
    ended = drift("-C", builder.folder, "review")
    assert (ended.code, ended.err, ended.out) == (exit_codes.FOUND, "", TOLD)


def test_a_branch_that_was_never_pushed_is_held_against_that_of_origin(
    drift: Drift, handbook: Path, tmp_path: Path
) -> None:
    builder = Builder(tmp_path / "clone.git")
    builder.git("fetch", "-q", str(handbook), "+refs/heads/*:refs/remotes/origin/*")
    builder.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    builder.git("update-ref", "refs/heads/mine", "refs/remotes/origin/topic")
    builder.git("symbolic-ref", "HEAD", "refs/heads/mine")
    ended = drift("-C", builder.folder, "review")
    assert (ended.code, ended.err, ended.out) == (exit_codes.FOUND, "", TOLD)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ((), "the branch has no upstream to be reviewed against (give main...HEAD)"),
        (("main...alone",), "main...alone: the two sides have no common ancestor"),
        (("main...topik",), "topik: "),
        (("..",), "..: is no range of two commits (give main...topic)"),
        (("--upload-pack=x...topic",), "No such option"),
        (
            ("main...topic", "--fail-on", "eror"),
            "--fail-on: 'eror' is unknown (did you mean 'error'?)",
        ),
        (
            ("main...topic", "--format", "sarf"),
            "--format: 'sarf' is unknown (did you mean 'sarif'?)",
        ),
        (
            ("main...topic", "--baseline", "none.json"),
            "none.json: No such file or directory (drift review --format json -o FILE writes one)",
        ),
        (("main...topic", "--baseline", "HEAD"), "HEAD: is no review of drift ("),
    ],
)
def test_bad_input_is_one_line_and_two(
    drift: Drift, handbook: Path, words: tuple[str, ...], line: str
) -> None:
    ended = drift("-C", handbook, "review", *words)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err.count("\n") == 1
    assert line in ended.err


@pytest.mark.parametrize(
    ("config", "line"),
    [
        (
            '[[review.severities]]\npolicy = "broken-lnk"\nseverity = "note"',
            "drift.toml: [review] severities, no. 1, policy: 'broken-lnk' is no policy (did you mean 'broken-link'?)",
        ),
        (
            '[[review.waivers]]\npolicy = "broke-*"\nreason = "r"\nuntil = 2030-01-01',
            "drift.toml: [review] waivers, no. 1, policy: 'broke-*' is no policy (did you mean ",
        ),
    ],
)
def test_a_decision_about_nothing(
    drift: Drift, handbook: Path, tmp_path: Path, config: str, line: str
) -> None:
    (tmp_path / "drift.toml").write_text(config)
    ended = drift("-C", handbook, "review", "main...topic", "--config", tmp_path / "drift.toml")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert line in ended.err


def test_where_there_is_nothing_to_begin_at(drift: Drift, handbook: Path, tmp_path: Path) -> None:
    empty = Builder(tmp_path / "empty.git")
    alone = Builder(tmp_path / "alone.git")
    alone.git("update-ref", "--no-deref", "HEAD", alone.commit(_files(BASE)))
    (alone.folder / "HEAD").write_bytes(alone.git("rev-parse", "HEAD"))
    cut = Builder(tmp_path / "cut.git")
    for name in ("main", "topic"):
        cut.git("fetch", "-q", "--depth=1", handbook.as_uri(), f"{name}:refs/heads/a-{name}")
    told = [
        drift("-C", folder, "review", *words)
        for folder, *words in (
            (empty.folder,),
            (alone.folder,),
            (cut.folder, "a-main...a-topic"),
            (handbook, "main...WORKTREE"),
        )
    ]
    assert {one.code for one in told} == {exit_codes.UNUSABLE}
    assert [one.err for one in told] == [
        "drift: HEAD: unknown revision: the repository has no commits yet\n",
        "drift: HEAD is detached and has no upstream to be reviewed against (give main...HEAD)\n",
        "drift: a-main...a-topic: the two sides have no common ancestor (the clone is shallow: git fetch --unshallow)\n",
        "drift: WORKTREE: is no commit (give main...HEAD, or --staged)\n",
    ]
