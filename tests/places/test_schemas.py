"""The files that other tools read, held against the schemas of those tools."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places.machine import ROOT


def _errors(schema: str, file: Path, *words: str) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *words]
    done = subprocess.run([*command, file], capture_output=True, check=False, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "file", "words"),
    [
        ("vendor.github-actions", "action.yml", ()),
        ("vendor.github-workflows", "fixtures/ci/github-workflow.yml", ()),
        ("vendor.gitlab-ci", "fixtures/ci/gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
    ],
)
def test_schemas(tmp_path: Path, schema: str, file: str, words: tuple[str, ...]) -> None:
    assert _errors(schema, ROOT / file, *words) == ""
    broken = tmp_path / Path(file).name
    text = (ROOT / file).read_text("utf-8")
    broken.write_text(text.replace("using: composite", "using: magic").replace("rules:", "rule:"))
    if broken.read_text("utf-8") == text:
        broken.write_text(text.replace("runs-on:", "runs:"))
    assert _errors(schema, broken, *words)


def test_the_hooks_are_a_manifest() -> None:
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    done = subprocess.run(words, cwd=ROOT, env=os.environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
