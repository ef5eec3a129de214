"""The GitHub action: its steps are run one after the other, as scripts, on a pull request that means no good."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
import yaml

from tests.places.machine import ROOT, done, environment, git

HOSTILE = "t$(touch${IFS}pwned);`touch${IFS}pwned`"
"""A branch, as git allows it."""

HEADING = "::error::x %0A ::set-output name=verdict::passed"

FAKE = """\
#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$GH/calls"
[ ! -e "$GH/fails" ] || exit 1
case "$*" in *--paginate*) cat "$GH/known" ;; esac
for word in "$@"; do
  case $word in body=@*) cp "${word#body=@}" "$GH/body" ;; esac
done
"""

DEEPER = "(give actions/checkout fetch-depth: 0)"

MARK = "<!-- drift review -->\n"


class Step(msgspec.Struct, frozen=True):
    """What of a step is looked at."""

    name: str
    run: str = ""
    env: Mapping[str, str] = {}


class Runs(msgspec.Struct, frozen=True):
    steps: tuple[Step, ...]


class Action(msgspec.Struct, frozen=True):
    runs: Runs
    outputs: Mapping[str, Mapping[str, str]]


ACTION = msgspec.convert(yaml.safe_load((ROOT / "action.yml").read_text("utf-8")), Action)
STEPS = {step.name: step for step in ACTION.runs.steps}


class Ended(msgspec.Struct, frozen=True):
    """What a step left behind."""

    code: int
    log: str


Run = Callable[..., Ended]


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory, project: Path, installed: Path) -> Path:
    """The temporary folder of a runner, with drift installed by the action's own steps."""
    place = tmp_path_factory.mktemp("run ner")
    env = {**environment(place), "RUNNER_TEMP": str(place), "GITHUB_ACTION_PATH": str(project)}
    (place / "pip.py").write_text("raise SystemExit('never')")
    for name in ("Make an environment", "Install drift"):
        given = {**env, "PYTHON": sys.executable}
        ended = done(place, given, "bash", "-eo", "pipefail", "-c", STEPS[name].run)
        assert ended.returncode == 0, ended.stderr
        folders = list((place / "drift" / "venv" / "lib").glob("python*/site-packages"))
        (folders[0] / "libraries.pth").write_text(f"{installed}\n")
    return place


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A pull request that breaks a link, with names that are no names, and a configuration that waives all."""
    place, env = tmp_path / "work space", environment(tmp_path)
    place.mkdir()
    git(place, env, "init", "-q", "-b", "main")
    (place / "a.md").write_text("# A\n\nSee [b](b.md).\n")
    (place / "b.md").write_text("# B\n\nHere.\n")
    (place / "drift.toml").write_text("[review]\nfail-on = 'warning'\n")
    git(place, env, "add", ".")
    git(place, env, "commit", "-q", "-m", "Begin")
    git(place, env, "checkout", "-q", "-b", HOSTILE)
    (place / "b.md").unlink()
    (place / "$(touch pwned).md").write_text(
        f"# {HEADING}\n\n## {HEADING}\n\nSee [c](c.md) or [d](d.md).\n"
    )
    waiver = "[[review.waivers]]\npolicy = '*'\nreason = 'mine'\nuntil = 2999-01-01\n"
    (place / "drift.toml").write_text(waiver)
    for name in ("drift", "json", "msgspec", "pathlib"):
        (place / f"{name}.py").write_text("raise SystemExit('never')")
    git(place, env, "add", ".")
    git(place, env, "commit", "-q", "-m", "Change")
    return place


@pytest.fixture
def run(runner: Path, handbook: Path, tmp_path: Path) -> Run:
    """Run a step, with the values of its environment."""
    programs, gh = tmp_path / "programs", tmp_path / "gh"
    for folder in (programs, gh):
        folder.mkdir()
    (programs / "gh").write_text(FAKE)
    (programs / "gh").chmod(0o755)
    (gh / "known").write_text("")
    env = {
        **environment(tmp_path),
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_REPOSITORY": "someone/handbook",
        "GH": str(gh),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
    }

    def ended(name: str, **given: str) -> Ended:
        assert given.keys() == STEPS[name].env.keys()
        script = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name].run)
        ending = done(handbook, {**env, **given}, *script)
        assert not (handbook / "pwned").exists()
        return Ended(ending.returncode, ending.stdout + ending.stderr)

    return ended


def review(run: Run, words: str, **given: str) -> Ended:
    return run("Review", **{"RANGE": words, "FAIL_ON": "", "CONFIG": "", "SARIF": "", **given})


def outputs(tmp_path: Path) -> dict[str, str]:
    lines = (tmp_path / "output").read_text("utf-8").splitlines()
    heads = [line.split("<<") for line in lines[::3]]
    assert [end for _, end in heads] == lines[2::3]
    return dict(zip((name for name, _ in heads), lines[1::3], strict=True))


def test_no_value_becomes_part_of_a_script() -> None:
    assert [step.name for step in ACTION.runs.steps if "${{" in step.run] == []


@pytest.mark.timeout(400)
def test_a_review(run: Run, tmp_path: Path, runner: Path) -> None:
    ended = review(run, f"main...{HOSTILE}")
    assert ended.code == 0
    commands = [line for line in ended.log.splitlines() if line.startswith("::")]
    assert len(commands) == len(ended.log.splitlines()) - 1
    assert {line.split(" ")[0] for line in commands} == {"::error", "::warning"}
    assert ended.log.splitlines()[-1].startswith("Failed: ")
    told = outputs(tmp_path)
    found = json.loads(Path(told["json-file"]).read_bytes())["findings"]
    assert told == {
        "verdict": "failed",
        "errors": str(sum(one["severity"] == "error" for one in found)),
        "warnings": str(sum(one["severity"] == "warning" for one in found)),
        "notes": "0",
        "sarif-file": f"{runner}/drift/review.sarif",
        "markdown-file": f"{runner}/drift/review.md",
        "json-file": f"{runner}/drift/review.json",
    }
    assert told.keys() == ACTION.outputs.keys()
    assert len(found) == len(commands)
    assert json.loads(Path(told["sarif-file"]).read_bytes())["version"] == "2.1.0"
    assert run("Verdict").code == 1
    assert run("Summary").code == 0
    written = (tmp_path / "summary").read_text("utf-8")
    assert written == Path(told["markdown-file"]).read_text("utf-8")
    assert written.startswith("**Failed: ")


@pytest.mark.timeout(400)
def test_the_configuration_is_that_of_the_base(run: Run, tmp_path: Path, handbook: Path) -> None:
    assert review(run, f"main...{HOSTILE}").code == 0
    assert outputs(tmp_path)["verdict"] == "failed"
    (tmp_path / "output").unlink()
    # On the branch itself, where nothing changed since, and with the waiver in force.
    assert review(run, f"{HOSTILE}...{HOSTILE}", FAIL_ON="note", CONFIG="drift.toml").code == 0
    assert outputs(tmp_path)["verdict"] == "passed"
    ended = review(run, f"main...{HOSTILE}", CONFIG="docs/drift.toml")
    assert ended == Ended(2, "::error::drift: config: the base of the range has no such file\n")


@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("[project]\nname = 'handbook'\n", "passed"),
        ("[tool.drift.review]\nfail-on = 'note'\n", "failed"),
    ],
)
def test_a_pyproject_counts_where_it_speaks_of_drift(
    run: Run, tmp_path: Path, handbook: Path, text: str, verdict: str
) -> None:
    env = environment(tmp_path)
    git(handbook, env, "checkout", "-q", "main")
    git(handbook, env, "rm", "-q", "drift.toml")
    (handbook / "pyproject.toml").write_text(text)
    git(handbook, env, "add", ".")
    git(handbook, env, "commit", "-q", "-m", "Configure")
    (handbook / "c.md").write_text("# C\n\nTODO\n")
    git(handbook, env, "add", ".")
    git(handbook, env, "commit", "-q", "-m", "Add")
    assert review(run, "HEAD~1...HEAD").code == 0
    assert outputs(tmp_path)["verdict"] == verdict


@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("words", "given", "line"),
    [
        ("--output=x", {}, "drift: range: begins with no revision (give main...topic)"),
        (
            "main...nowhere",
            {},
            f"drift: both sides of the range have no common history here {DEEPER}",
        ),
        (
            "main...HEAD",
            {"FAIL_ON": "50%25"},
            "drift: --fail-on: '50%2525' is unknown (one of: error, note, warning)",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run, words: str, given: dict[str, str], line: str
) -> None:
    assert review(run, words, **given) == Ended(2, f"::error::{line}\n")


@pytest.mark.timeout(400)
def test_a_shallow_clone_says_what_it_lacks(run: Run, handbook: Path, tmp_path: Path) -> None:
    env = environment(tmp_path)
    git(handbook, env, "commit", "-q", "--allow-empty", "-m", "Go on")
    head = git(handbook, env, "rev-parse", "HEAD")
    handbook.rename(tmp_path / "whole")
    git(tmp_path, env, "clone", "-q", "--depth=1", f"file://{tmp_path / 'whole'}", str(handbook))
    ended = review(run, f"{git(tmp_path / 'whole', env, 'rev-parse', 'main')}...{head}")
    assert ended.code == 2
    assert ended.log.endswith(f"{DEEPER}\n")


@pytest.mark.timeout(400)
def test_one_comment_is_kept_up_to_date(run: Run, tmp_path: Path, runner: Path) -> None:
    review(run, f"main...{HOSTILE}")
    gh, given = tmp_path / "gh", {"GH_TOKEN": "t", "NUMBER": "7"}
    assert run("Comment", **given) == Ended(0, "")
    (gh / "known").write_text("11\n12\n")
    assert run("Comment", **given) == Ended(0, "")
    asked = (
        "api --paginate repos/someone/handbook/issues/7/comments?per_page=100 --jq .[] | "
        'select(.user.type == "Bot" and (.body | startswith("<!-- drift review -->"))) | .id'
    )
    body = f"--field body=@{runner}/drift/comment.md"
    assert (gh / "calls").read_text().splitlines() == [
        asked,
        f"api --silent --method POST repos/someone/handbook/issues/7/comments {body}",
        asked,
        f"api --silent --method PATCH repos/someone/handbook/issues/comments/11 {body}",
    ]
    text = (gh / "body").read_text("utf-8")
    assert text == MARK + (runner / "drift" / "review.md").read_text("utf-8")


@pytest.mark.timeout(400)
def test_without_the_right_to_comment_it_goes_on(run: Run, tmp_path: Path) -> None:
    review(run, f"main...{HOSTILE}")
    (tmp_path / "gh" / "fails").touch()
    ended = run("Comment", GH_TOKEN="t", NUMBER="7")  # noqa: S106 - nobody's
    assert ended.code == 0
    assert ended.log.startswith("::notice::drift: the comment cannot be written")


@pytest.mark.timeout(400)
def test_where_no_document_changed_there_is_no_comment(run: Run, tmp_path: Path) -> None:
    review(run, "HEAD...HEAD")
    gh, given = tmp_path / "gh", {"GH_TOKEN": "t", "NUMBER": "7"}
    assert run("Comment", **given) == Ended(0, "")
    assert len((gh / "calls").read_text().splitlines()) == 1
    # An earlier one would say what is true no longer.
    (gh / "known").write_text("11\n")
    assert run("Comment", **given) == Ended(0, "")
    assert (gh / "body").read_text() == f"{MARK}**Passed: nothing found.**\n"
