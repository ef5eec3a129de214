"""`drift git`: what it writes, what it leaves alone, and that it takes exactly its own back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from drift.cli.git_attributes import FIRST, LAST
from drift.site.documents import suffixes

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's home, with a quote and a blank in its name."""
    home = tmp_path / "the mate's home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return home


@pytest.fixture
def repo(home: Path) -> Path:
    """An empty repository."""
    git(home, "init", "-q", "-b", "main", "hand book")
    return home / "hand book"


def git(place: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=place, capture_output=True, check=True, text=True)
    return done.stdout


def written(place: Path) -> dict[str, bytes]:
    files = (path for path in place.rglob("*") if path.is_file() and "hooks" not in path.parts)
    return {str(path.relative_to(place)): path.read_bytes() for path in files}


def test_what_is_written(drift: Drift, repo: Path) -> None:
    ended = drift("-C", repo, "git", "install")
    attributes = repo / ".git" / "info" / "attributes"
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert ended.out.splitlines()[0] == f"{attributes}: documents are told of by drift"
    for suffix in suffixes():
        told = git(repo, "check-attr", "diff", f"docs/page{suffix}")
        assert told.strip().endswith("diff: drift"), suffix
    assert git(repo, "check-attr", "diff", "drift.py").strip().endswith("diff: unspecified")
    assert git(repo, "status", "--porcelain") == ""


def test_twice_is_once(drift: Drift, repo: Path) -> None:
    drift("-C", repo, "git", "install")
    once = written(repo)
    drift("-C", repo, "git", "install")
    assert written(repo) == once


@pytest.mark.parametrize(
    "attributes",
    [None, b"", b"*.md diff=markdown", b"*.png binary\n\n", b"\xef\xbb\xbf*.txt text\r\n", b"\xff"],
)
@pytest.mark.parametrize("config", [b"", b'# mine\n[diff]\n\tnoprefix = true\n[diff "x"]\n'])
def test_uninstall_takes_back_its_own_and_nothing_else(
    drift: Drift, repo: Path, attributes: bytes | None, config: bytes
) -> None:
    if attributes is not None:
        (repo / ".git" / "info" / "attributes").write_bytes(attributes)
    with (repo / ".git" / "config").open("ab") as file:
        file.write(config)
    before = written(repo)
    drift("-C", repo, "git", "install")
    assert written(repo) != before
    ended = drift("-C", repo, "git", "uninstall")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert written(repo) == before
    assert drift("-C", repo, "git", "uninstall").out == "drift was not set up here\n"
    assert written(repo) == before


def test_what_people_write_goes_before_it(drift: Drift, repo: Path) -> None:
    attributes = repo / ".git" / "info" / "attributes"
    attributes.write_bytes(b"old/*.md -diff")
    drift("-C", repo, "git", "install")
    assert git(repo, "check-attr", "diff", "old/a.md") == "old/a.md: diff: unset\n"
    with attributes.open("ab") as file:
        file.write(b"\n*.rst diff=rst\n")
    drift("-C", repo, "git", "uninstall")
    assert attributes.read_bytes() == b"old/*.md -diff\n*.rst diff=rst\n"


def test_other_values_stay(drift: Drift, repo: Path) -> None:
    git(repo, "config", "diff.drift.binary", "false")
    git(repo, "config", "difftool.drift.cmd", "meld")
    before = written(repo)
    ended = drift("-C", repo, "git", "install")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == (
        "drift: difftool.drift.cmd: is set to 'meld' already "
        "(git config --local --unset difftool.drift.cmd)\n"
    )
    drift("-C", repo, "git", "uninstall")
    assert written(repo) == before


def test_a_linked_work_tree_shares_what_is_set(drift: Drift, repo: Path) -> None:
    git(repo, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m.")
    git(repo, "worktree", "add", "-q", "../linked")
    linked = repo.with_name("linked")
    drift("-C", linked, "git", "install")
    assert (repo / ".git" / "info" / "attributes").read_bytes().startswith(FIRST)
    assert git(linked, "check-attr", "diff", "a.md") == "a.md: diff: drift\n"
    assert git(linked, "status", "--porcelain") == ""


@pytest.mark.parametrize("configured", [None, "my attributes", "~/mine"])
def test_global(drift: Drift, home: Path, repo: Path, configured: str | None) -> None:
    usual = home / ".config" / "git" / "attributes"
    goal = {None: usual, "my attributes": home / "my attributes", "~/mine": home / "mine"}[
        configured
    ]
    if configured:
        value = configured if configured.startswith("~") else str(goal)
        git(home, "config", "--global", "core.attributesFile", value)
    before = written(home)
    ended = drift("git", "install", "--global")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert goal.is_file()
    assert git(repo, "check-attr", "diff", "a.rst") == "a.rst: diff: drift\n"
    assert "difftool.drift.cmd" in git(home, "config", "--global", "--list")
    assert drift("-C", repo, "git", "uninstall").out == "drift was not set up here\n"
    drift("git", "uninstall", "--global")
    # Git leaves the file of its configuration behind, empty.
    assert {name: data for name, data in written(home).items() if data} == before


def test_a_relative_file_of_attributes_is_refused(drift: Drift, home: Path) -> None:
    git(home, "config", "--global", "core.attributesFile", "attributes")
    ended = drift("git", "install", "--global")
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err.startswith(
        "drift: core.attributesFile = attributes: is no absolute path, so that it is another file"
    )
    assert "diff.drift" not in git(home, "config", "--global", "--list")


def test_a_file_set_for_the_machine_is_refused(
    drift: Drift, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "system").write_text("[core]\n\tattributesFile = /etc/gitattributes\n")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(home / "system"))
    ended = drift("git", "install", "--global")
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err.startswith(
        "drift: core.attributesFile = /etc/gitattributes: is set for all users of this machine ("
    )


def test_lines_without_an_end_are_refused(drift: Drift, repo: Path) -> None:
    attributes = repo / ".git" / "info" / "attributes"
    drift("-C", repo, "git", "install")
    attributes.write_bytes(attributes.read_bytes().removesuffix(LAST) + b"*.png binary\n")
    before = written(repo)
    for action in ("install", "uninstall"):
        ended = drift("-C", repo, "git", action)
        assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
        assert ended.err == (
            f"drift: {attributes}: drift's lines have no end (put `# drift: end` below them)\n"
        )
        assert written(repo) == before


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("git", "instal"), "drift git: 'instal' is unknown (did you mean 'install'?)"),
        (("git", "install", "-C", "nowhere"), "nowhere: cannot change to 'nowhere': No such file"),
        (("git", "install"), "drift: .: is in no git repository (--global is for all "),
    ],
)
def test_bad_input_is_one_line_and_two(
    drift: Drift, home: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], line: str
) -> None:
    monkeypatch.chdir(home)
    ended = drift(*words)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert line in ended.err
    assert ended.err.count("\n") == 1
