"""The example for GitLab: the lines of its script are run on a merge request."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
import yaml

from tests.places.machine import ROOT, done, environment, git


class Job(msgspec.Struct, frozen=True):
    """What of the job is run."""

    script: tuple[str, ...]


EXAMPLE = (ROOT / "fixtures" / "ci" / "gitlab-ci.yml").read_text("utf-8")
JOB = msgspec.convert(yaml.safe_load(EXAMPLE)["drift"], Job)


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A merge request that changes a fact, waives it, and is behind its target branch."""
    place, env = tmp_path / "handbook", environment(tmp_path)
    place.mkdir()
    git(place, env, "init", "-q", "-b", "main")
    (place / "a.md").write_text("# A\n\nIt must be booked ahead.\n")
    git(place, env, "add", ".")
    git(place, env, "commit", "-q", "-m", "Begin")
    git(place, env, "branch", "topic")
    (place / "late.md").write_text("# Late\n\nSee [none](none.md).\n")
    git(place, env, "add", ".")
    git(place, env, "commit", "-q", "-m", "Go on")
    git(place, env, "checkout", "-q", "topic")
    (place / "a.md").write_text("# A\n\nIt should be booked ahead.\n")
    waiver = "[[review.waivers]]\npolicy = '*'\nreason = 'mine'\nuntil = 2999-01-01\n"
    (place / "drift.toml").write_text(waiver)
    git(place, env, "add", ".")
    git(place, env, "commit", "-q", "-m", "Change")
    return place


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("config", ["", "[review]\nfail-on = 'warning'\n"])
def test_the_script(tmp_path: Path, handbook: Path, config: str, *, merged: bool) -> None:
    env = environment(tmp_path)
    topic = git(handbook, env, "rev-parse", "topic")
    base = git(handbook, env, "merge-base", "main", "topic")
    if config:
        git(handbook, env, "checkout", "-q", base)
        (handbook / "drift.toml").write_text(config)
        git(handbook, env, "add", ".")
        git(handbook, env, "commit", "-q", "-m", "Configure")
        base = git(handbook, env, "rev-parse", "HEAD")
        git(handbook, env, "merge", "-q", "-X", "theirs", "topic", "-m", "Follow")
        topic = git(handbook, env, "rev-parse", "HEAD")
    if merged:
        git(handbook, env, "checkout", "-q", "--detach", topic)
        git(handbook, env, "merge", "-q", "main", "-m", "Result")
    given = {
        "CI_BUILDS_DIR": str(tmp_path),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": topic if merged else "",
        "CI_COMMIT_SHA": git(handbook, env, "rev-parse", "HEAD" if merged else topic),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    for line in JOB.script:
        ended = done(handbook, {**env, **given}, "bash", "-eo", "pipefail", "-c", line)
    assert ended.returncode == (1 if config else 0), ended.stderr
    issues = json.loads((handbook / "drift-codequality.json").read_bytes())
    assert [(one["check_name"], one["location"]["path"]) for one in issues] == [
        ("facts-changed", "a.md")
    ]
    suite = ET.parse(handbook / "drift-junit.xml").getroot()  # noqa: S314 - our own
    assert [one.get("name") for one in suite.iter("testcase")]
