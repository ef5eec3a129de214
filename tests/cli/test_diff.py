from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

OLD = "# Plan\n\nSee the [guide](guide.md).\n\n## Rules\n\nTrips must be booked 30 days ahead.\n"
NEW = "# Plan\n\nSee the [guide](guides.md).\n\n## Rules\n\nTrips should be booked 14 days ahead.\n"


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("old", OLD), ("new", NEW)):
        for page in ("docs/plan.md", "other.md"):
            target = tmp_path / name / page
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        for page in ("guide.md", "guides.md"):
            (tmp_path / name / page).write_text("# Guide\n", encoding="utf-8")
    return tmp_path / "old", tmp_path / "new"


def _kinds(out: str) -> set[str]:
    return {change["kind"] for change in json.loads(out)["changes"]}


def test_text_is_the_default(drift: Drift, trees: tuple[Path, Path]) -> None:
    ending = drift("diff", *trees)
    assert (ending.code, ending.err) == (exit_codes.DONE, "")
    assert "[-must-] {+should+}" in ending.out


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (["--kind", "section.*"], {"section.edited"}),
        (["--significance", "content"], {"section.edited"}),
        (["--kind", "page.moved"], set()),
    ],
)
def test_a_part_can_be_asked_for(
    drift: Drift, trees: tuple[Path, Path], words: list[str], kinds: set[str]
) -> None:
    assert _kinds(drift("diff", *trees, *words, "--format", "json").out) == kinds


def test_paths_limit_what_is_told(drift: Drift, trees: tuple[Path, Path]) -> None:
    out = drift("diff", *trees, "--format", "json", "--", "docs/").out
    assert {change["new"]["path"] for change in json.loads(out)["changes"]} == {"docs/plan.md"}


def test_exit_code_tells_whether_anything_changed(drift: Drift, trees: tuple[Path, Path]) -> None:
    old, new = trees
    assert drift("diff", old, new, "--exit-code").code == exit_codes.FOUND
    assert drift("diff", old, old, "--exit-code").code == exit_codes.DONE
    assert drift("diff", old, new, "--exit-code", "--kind", "page.moved").code == exit_codes.DONE


def test_coverage_is_proved_and_told(drift: Drift, trees: tuple[Path, Path]) -> None:
    ending = drift("diff", *trees, "--coverage", "--format", "json")
    assert (ending.code, ending.err) == (exit_codes.DONE, "")
    assert json.loads(ending.out)["stats"]["coverage"] == 1.0


def test_the_same_input_gives_the_same_bytes(drift: Drift, trees: tuple[Path, Path]) -> None:
    first, second = (drift("diff", *trees, "--format", "json").out for _ in range(2))
    assert first == second


def test_directory_output_and_configuration_count_from_c(
    drift: Drift, trees: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "drift.toml").write_text('kind = ["page.moved"]\n', encoding="utf-8")
    ending = drift("-C", tmp_path, "diff", "old", "new", "-o", "told.txt")
    assert (ending.code, ending.out) == (exit_codes.DONE, "")
    assert "Nothing" in (tmp_path / "told.txt").read_text(encoding="utf-8")
    ending = drift("diff", "old", "new", "-C", tmp_path, "--kind", "section.edited")
    assert "must" in ending.out


def test_an_option_goes_before_the_configuration(
    drift: Drift, trees: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text("context = 0\n", encoding="utf-8")
    words = ["-C", tmp_path, "diff", "old", "new", "--config", "mine.toml"]
    assert "Trips [-must-]" not in drift(*words).out
    assert "Trips [-must-]" in drift(*words, "--context", "2").out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--kind", "page.mvoed"], "--kind: 'page.mvoed' is unknown (did you mean 'page.moved'?)"),
        (["--significance", "link"], "did you mean 'links'?"),
        (["--format", "yaml"], "--format: 'yaml' is unknown"),
    ],
)
def test_an_unknown_name_is_one_line(
    drift: Drift, trees: tuple[Path, Path], words: list[str], line: str
) -> None:
    ending = drift("diff", *trees, *words)
    assert (ending.code, ending.out, ending.err.count("\n")) == (exit_codes.UNUSABLE, "", 1)
    assert line in ending.err


def test_a_file_name_cannot_steer_a_terminal(drift: Drift, tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    (tmp_path / "new" / "a\x1b[31m\u202e.md").write_text("# A\n", encoding="utf-8")
    out = drift("diff", tmp_path / "old", tmp_path / "new").out
    assert "a\\x1b[31m\\u202e.md" in out
    assert "\x1b" not in out
