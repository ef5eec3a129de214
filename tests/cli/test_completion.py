"""What a shell offers for half a word, asked as shells ask, and through bash itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.core import TyperArgument, TyperGroup
from typer.main import get_command

from drift.cli.app import app, run
from drift.cli.commands import COMMANDS
from drift.cli.completion import COMPLETERS
from drift.cli.known import formats
from tests.revision.builder import Builder, Files

HOSTILE = (
    "$(touch${IFS}pwned)",
    "`id`",
    "it's",
    'quo"te',
    "a;b",
    "a&b",
    "a|b",
    "{a,b}",
    "!!",
    "<a>",
)
"""What git takes for the name of a branch."""

PAGES: Files = {
    "docs/index.md": "# Crew\n\n## Who we are\n\n## Décor\n",
    "docs/deck.rst": "Deck\n====\n",
    "docs/photo.png": "no page",
    "docs/two words.md": "# A\n",
    "docs/$(touch pwned).md": "# A\n",
    "docs/new\nline.md": "# A\n",
    "docs/it's.md": "# A\n",
    "docs/*.md": "# A\n",
    "-o.md": "# A\n",
    "~root.md": "# A\n",
    "=ls.md": "# A\n",
}

Complete = Callable[..., list[str]]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    builder = Builder(tmp_path_factory.mktemp("completion") / "handbook.git")
    commit = builder.commit(PAGES)
    for name in ("topic", "t/opic", "release-1.0", *(f"t{name}" for name in HOSTILE)):
        builder.git("update-ref", f"refs/heads/{name}", commit)
    builder.git("update-ref", "refs/tags/v1.0", commit)
    builder.git("update-ref", "refs/tags/v1.0.1", commit)
    builder.git("update-ref", "refs/remotes/origin/main", commit)
    return builder.folder


def shell(tmp_path: Path, **env: str) -> dict[str, str]:
    """Make an environment in which `drift` is this one."""
    program = tmp_path / "bin" / "drift"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m drift "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": os.pathsep.join(sys.path), **env}


@pytest.fixture
def complete(
    handbook: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Complete:
    """Ask for the last of some words, as bash does."""

    def asked(*words: str, folder: Path = handbook) -> list[str]:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("_DRIFT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "\n".join(("drift", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit) as ended:
            run([])
        out, err = capfdbinary.readouterr()
        assert (ended.value.code, err) == (0, b"")
        return out.decode().split("\n")[:-1]

    return asked


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("re",), ["redirects", "review"]),
        (("diff", "v"), ["v1.0", "v1.0.1"]),
        (("diff", "v1.0.1"), ["v1.0.1", "v1.0.1..", "v1.0.1..."]),
        (("diff", "v1.0", "W"), ["WORKTREE"]),
        (("log", "W"), [""]),
        (("log", "v1.0..t"), ["v1.0..t/opic", "v1.0..topic"]),
        (("review", "main...rel"), ["main...release-1.0"]),
        (("log", "^o"), ["^origin/main"]),
        (("log", "main", "to"), ["topic", "topic..", "topic..."]),
        (("terms", "v1.0..H"), ["v1.0..HEAD"]),
        (("tree", "rel"), ["release-1.0"]),
        (("trace", ""), ["docs/deck.rst", "docs/index.md"]),
        (("trace", "docs/index.md#w"), ["docs/index.md#who-we-are"]),
        (("trace", "docs/index.md#dé"), ["docs/index.md#décor"]),
        (("trace", "--at", "rel"), ["release-1.0"]),
        (("trace", "--at", "nowhere", "docs/"), [""]),
        (("log", "--kind", "page.mo"), ["page.moved"]),
        (("diff", "--significance", "content,w"), ["content,wording"]),
        (("terms", "--scope", "pr"), ["prose"]),
        (("review", "--fail-on", ""), ["error", "note", "warning"]),
        (("review", "--format", "s"), ["sarif"]),
        (("notes", "--by", "m"), ["month"]),
        (("policies", "broken-l"), ["broken-link"]),
        (("schema", "conf"), ["config"]),
        (("cache", "v"), ["verify"]),
        (("diff", "--exit"), ["--exit-code"]),
        (("nonsense", "x"), [""]),
        (("diff", "--nonsense", "v"), ["v1.0", "v1.0.1"]),
    ],
)
def test_what_is_offered(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete(*words) == offered


@pytest.mark.parametrize("words", [("diff", "t"), ("log", "main..t"), ("trace", "docs/")])
def test_what_means_something_to_a_shell_is_not_offered(
    complete: Complete, words: tuple[str, ...]
) -> None:
    assert not any(set(one) & set("$`'\"; &|{}!<>()*\n~") for one in complete(*words))


def test_the_folder_that_is_named(complete: Complete, handbook: Path, tmp_path: Path) -> None:
    assert complete("-C", str(handbook), "trace", "--at", "to", folder=tmp_path) == ["topic"]
    assert complete("trace", "-C", str(handbook), "--at", "to", folder=tmp_path) == ["topic"]


@pytest.mark.parametrize("words", [("diff", "t"), ("trace", "d"), ("trace", "a.md#b")])
def test_where_there_is_no_repository_nothing_is_offered_or_said(
    complete: Complete, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert complete(*words, folder=tmp_path) == [""]


def test_nothing_is_written(complete: Complete, handbook: Path, tmp_path: Path) -> None:
    def files() -> list[tuple[Path, int]]:
        return sorted((path, path.stat().st_mtime_ns) for path in handbook.rglob("*"))

    before = files()
    complete("trace", "docs/index.md#")
    assert files() == before


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("drift log v1.0..to", ["v1.0..topic"]),
        ("drift trace docs/de", ["docs/deck.rst"]),
        ("drift diff t", ["t/opic", "topic"]),
        ("drift diff --format = j", ["json"]),
        ("drift diff --format =", ["json", "markdown", "text"]),
        ("drift diff --format = json --significance = w", ["wording"]),
    ],
)
def test_bash_itself(handbook: Path, tmp_path: Path, line: str, offered: list[str]) -> None:
    script = f"""
        eval "$(_DRIFT_COMPLETE=source_bash drift)"
        COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _drift_completion drift; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    bash = ["bash", "--norc", "-c", script]
    done = subprocess.run(bash, cwd=handbook, env=shell(tmp_path), capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == offered
    assert not list(handbook.rglob("pwned"))


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("drift log v1.0..to", ["v1.0..topic"]),
        ("drift trace docs/de", ["docs/deck.rst"]),
        ("drift diff t", ["t/opic", "topic"]),
        ("drift diff --format js", ["json"]),
    ],
)
def test_fish_itself(handbook: Path, tmp_path: Path, line: str, offered: list[str]) -> None:
    script = f"_DRIFT_COMPLETE=source_fish drift | source; complete -C '{line}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script],
        cwd=handbook,
        env=shell(tmp_path, HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path)),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().splitlines() == offered
    assert not list(handbook.rglob("pwned"))


@pytest.mark.parametrize(
    ("env", "code", "out"),
    [
        ({"_DRIFT_COMPLETE": "complete_zsh"}, 0, """_arguments '*: :(("t/opic"\n"topic"))'\n"""),
        (
            {"_DRIFT_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            0,
            "t/opic\ntopic\n",
        ),
        (
            {"_DRIFT_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "is-args"},
            0,
            "",
        ),
        ({"_DRIFT_COMPLETE": "complete_nonsense"}, 1, ""),
    ],
)
def test_other_shells(
    handbook: Path, tmp_path: Path, env: dict[str, str], code: int, out: str
) -> None:
    asked = shell(tmp_path, _TYPER_COMPLETE_ARGS="drift diff t", **env)
    done = subprocess.run(["drift"], cwd=handbook, env=asked, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode()) == (code, out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_completed_and_every_format_offered(name: str) -> None:
    program = get_command(app((name,)))
    assert isinstance(program, TyperGroup)
    for parameter in program.commands[name].params:
        if isinstance(parameter, TyperArgument):
            assert parameter.name in COMPLETERS
        if parameter.name == "format_":
            assert formats(name)
