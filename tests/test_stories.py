"""Every story in `fixtures/stories`: its revisions in git, and the changelog of each step as expected."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator
from pytest_regressions.file_regression import FileRegressionFixture

from drift.cli.app import run

STORIES = Path(__file__).parents[1] / "fixtures" / "stories"
NAMES = sorted(path.name for path in STORIES.iterdir() if path.is_dir())
Command = Callable[..., str]


class Revision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One folder of a story and its commit."""

    folder: str
    tag: str
    author: str
    date: str
    message: str


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens, step by step."""

    title: str
    revision: tuple[Revision, ...]


def story_of(name: str) -> Story:
    text = (STORIES / name / "story.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Story)


@pytest.fixture(scope="session", params=NAMES)
def story(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def repository(story: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with a commit and a tag a revision, the same bytes on every machine."""
    place = tmp_path_factory.mktemp("repository")
    _git(place, "init", "--quiet", "--initial-branch=main")
    for revision in story_of(story).revision:
        _git(place, "rm", "-r", "--quiet", "--ignore-unmatch", ".")
        folder = STORIES / story / revision.folder
        for source in sorted(path for path in folder.rglob("*") if path.is_file()):
            target = place / source.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
        _git(place, "add", "--all")
        _git(place, "commit", "--quiet", "--message", revision.message, revision=revision)
        _git(place, "tag", revision.tag)
    return place


def _git(place: Path, *words: str, revision: Revision | None = None) -> None:
    environment = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    if revision:
        for who in ("AUTHOR", "COMMITTER"):
            environment |= {
                f"GIT_{who}_NAME": revision.author,
                f"GIT_{who}_EMAIL": "crew@tidewater.example",
                f"GIT_{who}_DATE": revision.date,
            }
    subprocess.run(["git", "-C", place, *words], check=True, env=os.environ | environment)


@pytest.fixture
def drift(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    def printed(*words: object) -> str:
        assert run([str(word) for word in words]) == 0
        return capfdbinary.readouterr().out.decode()

    return printed


def test_every_folder_is_a_revision(story: str) -> None:
    folders = sorted(path.name for path in (STORIES / story).iterdir() if path.is_dir())
    assert [revision.folder for revision in story_of(story).revision] == folders


def test_each_step_is_told_as_expected(
    story: str, repository: Path, drift: Command, file_regression: FileRegressionFixture
) -> None:
    tags = [revision.tag for revision in story_of(story).revision]
    steps = [
        json.loads(drift("-C", repository, "diff", f"{old}..{new}", "--format", "json"))
        for old, new in pairwise(tags)
    ]
    file_regression.check(
        json.dumps(steps, indent=2, ensure_ascii=False) + "\n",
        fullpath=STORIES / story / "expected.json",
        encoding="utf-8",
        newline="",
    )


def test_git_and_directories_tell_the_same(story: str, repository: Path, drift: Command) -> None:
    first, second = story_of(story).revision[:2]
    folders = [STORIES / story / revision.folder for revision in (first, second)]
    by_git = json.loads(drift("-C", repository, "diff", first.tag, second.tag, "--format", "json"))
    by_folder = json.loads(drift("diff", *folders, "--format", "json"))
    assert by_git["rules"] == by_folder["rules"]
    assert by_git["changes"] == by_folder["changes"]
    assert by_git["old"]["date"] == first.date


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("changelog", "diff {range} --format json"),
        ("changelog", "diff {range} --format json --no-lineage -v"),
        ("changelog", "log {range} --format jsonl"),
        ("notes", "notes {range} --format json"),
        ("notes", "notes {range} --by tag --format json"),
        ("terms", "terms {range} --format json"),
        ("redirects", "redirects {range} --format json"),
        ("review", "review {range} --format json"),
        ("trace", "trace {page} --format json"),
        ("trace", "trace {page} --blame --format json"),
        ("tree", "tree {last} --format json"),
    ],
)
def test_all_json_satisfies_its_schema(
    story: str, repository: Path, drift: Command, document: str, words: str
) -> None:
    validator = Draft202012Validator(json.loads(drift("schema", document)))
    tags = [revision.tag for revision in story_of(story).revision]
    tree = json.loads(drift("-C", repository, "tree", tags[-1], "--format", "json"))
    given = {"range": f"{tags[0]}..{tags[-1]}", "page": tree["pages"][0]["path"], "last": tags[-1]}
    text = drift("-C", repository, *words.format(**given).split())
    documents = text.splitlines() if "jsonl" in words else [text]
    assert documents
    assert [error for one in documents for error in validator.iter_errors(json.loads(one))] == []


def test_a_revision_against_itself_is_silent(story: str, repository: Path, drift: Command) -> None:
    tag = story_of(story).revision[0].tag
    assert drift("-C", repository, "diff", tag, tag).split("\n\n")[1].startswith("Nothing changed")
