from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from drift.config import (
    Config,
    DeclaredTerm,
    LogRules,
    NotesRules,
    RedirectRules,
    ReviewRules,
    Terms,
    load,
)
from drift.errors import ConfigError
from drift.review.decisions import Ruled, Waiver
from tests.config.cases import BAD, GOOD


def load_for_all(folder: Path, file: Path | None = None) -> None:
    """Load for each command that has names of its own."""
    for table in ("review", "notes", "redirects"):
        load(folder, file, using=table)


@pytest.mark.parametrize(
    ("files", "config"),
    [
        ({}, Config()),
        ({"drift.toml": 'kind = ["link.*"]\ncontext = 5'}, Config(kind=("link.*",), context=5)),
        ({"drift.toml": 'path = ["docs/"]\ncache-size = 5'}, Config(path=("docs/",), cache_size=5)),
        (
            {
                "drift.toml": "[log]\nall-commits = true\n[notes]\nformat = 'html'\n"
                "[redirects]\nformat = 'netlify'\nmin-confidence = 0.9\nall-published = true"
            },
            Config(
                log=LogRules(all_commits=True),
                notes=NotesRules(format="html"),
                redirects=RedirectRules(format="netlify", min_confidence=0.9, all_published=True),
            ),
        ),
        (
            {
                "drift.toml": '[terms]\nexpect = ["a=b", {before = "c", after = "d"}]\nallow = ["e/"]'
            },
            Config(terms=Terms(expect=("a=b", DeclaredTerm(before="c", after="d")), allow=("e/",))),
        ),
        (
            {
                "drift.toml": '[review]\nfail-on = "note"\nredirects = "_redirects"\n'
                '[[review.severities]]\npolicy = "page-*"\nseverity = "off"\npaths = ["a/"]\n'
                '[[review.waivers]]\nfingerprint = "f1"\nreason = "r"\nuntil = 2030-01-01'
            },
            Config(
                review=ReviewRules(
                    fail_on="note",
                    redirects="_redirects",
                    severities=(Ruled(policy="page-*", severity="off", paths=("a/",)),),
                    waivers=(Waiver(fingerprint="f1", reason="r", until=date(2030, 1, 1)),),
                )
            ),
        ),
        ({"pyproject.toml": "[tool.other]\nx = 1"}, Config()),
        ({"pyproject.toml": "tool = 1"}, Config()),
        ({"pyproject.toml": "[tool.drift]\ncontext = 1"}, Config(context=1)),
        (
            {"drift.toml": "context = 2", "pyproject.toml": "[tool.drift]\ncontext = 1"},
            Config(context=2),
        ),
    ],
)
def test_where_a_configuration_is_found(
    tmp_path: Path, files: dict[str, str], config: Config
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert load(tmp_path) == config


@pytest.mark.parametrize(
    ("files", "context"),
    [
        (("drift.toml",), 0),
        (("drift.toml", "docs/pyproject.toml"), 1),
        (("docs/drift.toml", "docs/guides/drift.toml"), 1),
        (("../drift.toml",), None),
    ],
)
def test_the_nearest_up_to_the_root_of_the_repository_holds(
    tmp_path: Path, files: tuple[str, ...], context: int | None
) -> None:
    root = tmp_path / "repository"
    (root / "docs" / "guides").mkdir(parents=True)
    (root / ".git").touch()
    for number, file in enumerate(files):
        table = "[tool.drift]\n" if file.endswith("pyproject.toml") else ""
        (root / file).write_text(f"{table}context = {number}")
    assert load(root / "docs" / "guides").context == context


def test_beside_a_repository_nothing_above_holds(tmp_path: Path) -> None:
    (tmp_path / "drift.toml").write_text("context = 1")
    (tmp_path / "docs").mkdir()
    assert load(tmp_path / "docs") == Config()


@pytest.mark.parametrize("text", GOOD)
def test_what_means_something_is_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / "drift.toml").write_text(text)
    load_for_all(tmp_path)


@pytest.mark.parametrize(("text", "problem"), BAD)
def test_what_means_nothing_is_told(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load_for_all(tmp_path, path)
    assert str(error.value).startswith(f"{path}: {problem}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"context = ", "is no valid TOML: "),
        (b'a = "\xff"', "is no text in UTF-8"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
        (
            b'path = ["docs/", ":(attr:x)y"]',
            "path, no. 2: ':(attr:x)y': this pathspec magic is not supported",
        ),
        (b'path = [""]', "path, no. 1: may not be empty"),
        (
            b'[[review.severities]]\nseverity = "off"\npaths = ["../a"]',
            "[review] severities, no. 1, paths, no. 1: '../a': the pathspec leads out of the tree",
        ),
        (
            b'[terms]\nallow = ["#History", ":(x)y"]',
            "[terms] allow, no. 2: ':(x)y': this pathspec magic is not supported",
        ),
        (b'kind = ["lnk.*"]', "kind, no. 1: 'lnk.*' is no kind (did you mean 'link.*'?)"),
        (
            b'[terms]\nexpect = ["a=b", "c"]\n',
            "[terms] expect, no. 2: should be OLD=NEW",
        ),
    ],
)
def test_what_no_schema_can_say_is_told(tmp_path: Path, text: bytes, problem: str) -> None:
    path = tmp_path / "drift.toml"
    path.write_bytes(text)
    with pytest.raises(ConfigError) as error:
        load(tmp_path)
    assert str(error.value).startswith(f"{path}: {problem}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[tool.drift]\nkin = []", "unknown key 'kin' in [tool.drift] (did you mean 'kind'?"),
        ("[tool.drift]\ncontext = -1", "[tool.drift] context: should be"),
        ("[tool.drift.review]\nfail-on = 1", "[tool.drift.review] fail-on: should be text"),
        ("[tool.drift.review]\nfail = 1", "unknown key 'fail' in [tool.drift.review] (did you"),
        ("[tool]\ndrift = 1", "[tool.drift]: should be a table, not a whole number"),
    ],
)
def test_a_table_of_a_shared_file_is_named(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load(tmp_path)
    assert str(error.value).startswith(f"{path}: {problem}")


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load(tmp_path, tmp_path / "none.toml")


def test_the_policies_are_imported_for_a_review_alone(tmp_path: Path) -> None:
    (tmp_path / "drift.toml").write_text('[[review.severities]]\npolicy = "x"\nseverity = "off"')
    code = f"import sys, pathlib; from drift.config import load; load(pathlib.Path({str(tmp_path)!r})); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "drift.review.page_removed" not in ended.stdout.split()
