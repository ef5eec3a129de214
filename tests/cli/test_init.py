"""`drift init` where something is to be found, where nothing is, and where it must not write."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from drift.config import Config, ReviewRules, load
from drift.config.schema import schema
from tests.revision.builder import Builder

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

FILES = {
    "README.md": "# Source of the crew's handbook\n",
    "mkdocs.yml": "site_name: Crew\nsite_url: https://crew.example.com/\n",
    "docs/index.md": "# Crew\n\nSee the [galley](galley.md).\n",
    "docs/galley.md": "# Galley\n",
    "docs/_redirects": "/stores /galley 301\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_is_found_is_set(drift: Drift, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    ended = drift("init", "-C", tmp_path)
    file = tmp_path / "drift.toml"
    assert (ended.code, ended.out) == (exit_codes.DONE, "")
    assert ended.err == f"drift: {file}: written, with path and [review] redirects\n"
    rules = ReviewRules(redirects="docs/_redirects")
    assert load(tmp_path, using="review") == Config(path=("docs/", "mkdocs.yml"), review=rules)
    text = file.read_text(encoding="utf-8")
    assert "# Found: 3 pages, generator mkdocs (mkdocs.yml).\n" in text
    assert "# Published under https://crew.example.com/.\n" in text
    assert "# Of 3 pages, 1 elsewhere.\n" in text
    assert '# dialect = "mkdocs"\n' in text
    assert '# base-url = "https://crew.example.com/"\n' in text
    assert Draft202012Validator(schema()).is_valid(tomllib.loads(text))


def test_it_changes_nothing_that_is_told_of_a_site(drift: Drift, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    before = drift("tree", tmp_path, "-C", tmp_path, "--format", "json").out
    drift("init", "-C", tmp_path)
    assert drift("tree", tmp_path, "-C", tmp_path, "--format", "json").out == before


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ({"a.md": "# A\n"}, ()),
        ({"mkdocs.yml": "docs_dir: .\n", "a.md": "# A\n"}, ()),
        ({"mkdocs.yml": "", "docs/a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n"}, ()),
        ({"docs/conf.py": "project = 'a'\n", "docs/a.rst": "A\n=\n"}, ("docs/",)),
        (
            {"mkdocs.yml": "docs_dir: a[1]\n", "a[1]/a.md": "# A\n"},
            (":(literal)a[1]/", "mkdocs.yml"),
        ),
    ],
)
def test_the_roots_that_are_set(
    drift: Drift, tmp_path: Path, files: dict[str, str], path: tuple[str, ...]
) -> None:
    drift("init", "-C", write(tmp_path, files))
    assert load(tmp_path).path == path


def test_it_stands_at_the_root_of_the_repository(drift: Drift, tmp_path: Path) -> None:
    builder = Builder(tmp_path / "stored.git")
    builder.commit({"docs/a.md": "# A\n"})
    work = tmp_path / "work"
    builder.git("config", "core.bare", "false")
    write(work, {".git": f"gitdir: {builder.folder}\n", "docs/a.md": "# A\n"})
    assert drift("init", "-C", work / "docs", "-q").err == ""
    assert "# Try: drift review main...HEAD\n" in (work / "drift.toml").read_text(encoding="utf-8")
    assert not (work / "docs" / "drift.toml").exists()


def test_print_writes_nothing(drift: Drift, tmp_path: Path) -> None:
    ended = drift("init", "--print", "-C", tmp_path)
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert "# Found: 0 pages.\n" in ended.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("commits", [True, False])
def test_a_bare_repository_has_no_place_for_it(
    drift: Drift, tmp_path: Path, *, commits: bool
) -> None:
    builder = Builder(tmp_path / "stored.git")
    if commits:
        builder.commit({"a.md": "# A\n"})
        assert "# Found: 1 page.\n" in drift("init", "--print", "-C", builder.folder).out
        assert drift("init", "-o", tmp_path / "mine.toml", "-C", builder.folder).code == 0
        assert load(tmp_path, tmp_path / "mine.toml") == Config()
    ended = drift("init", "-C", builder.folder)
    line = (
        "drift.toml: a bare repository has no place for it (name a file: -o FILE)"
        if commits
        else f"{builder.folder}: the repository has no commits yet"
    )
    assert (ended.code, ended.err) == (exit_codes.UNUSABLE, f"drift: {line}\n")


@pytest.mark.parametrize("words", [(), ("-o", "drift.toml")])
def test_nothing_is_overwritten(drift: Drift, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "drift.toml"
    file.write_text("context = 1\n", encoding="utf-8")
    ended = drift("init", "-C", tmp_path, *words)
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err.startswith(f"drift: {file}: is there already (drift init --print shows ")
    assert file.read_text(encoding="utf-8") == "context = 1\n"


def test_no_link_is_followed(drift: Drift, tmp_path: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    (work / "drift.toml").symlink_to(home / "profile")
    assert "is there already" in drift("init", "-C", work).err
    assert list(home.iterdir()) == []


def test_a_shared_file_with_a_table_is_told(drift: Drift, tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.drift]\ncontext = 1\n"})
    ended = drift("init", "-C", tmp_path)
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err.startswith(f"drift: {tmp_path / 'pyproject.toml'}: has [tool.drift] already (")
    assert not (tmp_path / "drift.toml").exists()


def test_a_folder_that_is_not_there(drift: Drift, tmp_path: Path) -> None:
    ended = drift("init", "-C", tmp_path / "none")
    assert (ended.code, ended.err) == (
        exit_codes.UNUSABLE,
        f"drift: {tmp_path / 'none'}: no such directory\n",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_nobody_may_write_to(drift: Drift, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "Permission denied" in drift("init", "-C", tmp_path).err


def test_a_place_that_cannot_be_written(drift: Drift, tmp_path: Path) -> None:
    ended = drift("init", "-C", tmp_path, "-o", "none/drift.toml")
    assert ended.code == exit_codes.UNUSABLE
    assert (
        ended.err
        == f"drift: {tmp_path / 'none/drift.toml'}: No such file or directory (make its folder first)\n"
    )


def test_names_of_files_do_not_leave_their_comment(drift: Drift, tmp_path: Path) -> None:
    write(tmp_path, {"a\ncontext = 9\n/mkdocs.yml": "", "a\ncontext = 9\n/docs/a.md": "# A\n"})
    drift("init", "-C", tmp_path)
    assert load(tmp_path).context is None
