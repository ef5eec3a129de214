"""`drift redirects --check` and `--update` on maps that people keep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from tests.cli.test_redirects import handbook, own_cache, stored

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

__all__ = ["handbook", "own_cache", "stored"]

pytestmark = pytest.mark.usefixtures("own_cache")

WHOLE = (
    "# Ours\n/ships/deck.html /life/deck.html\n/ships/galley.html   /life/galley.html  301 # mine\n"
)


def _written(handbook: Path, text: str, name: str = "_redirects") -> Path:
    path = handbook / name
    path.write_bytes(text.encode())
    return path


def test_a_map_that_lacks_nothing(drift: Drift, handbook: Path) -> None:
    _written(handbook, WHOLE)
    ended = drift("-C", handbook, "redirects", "v1..v2", "--check", "_redirects")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert ended.out == "_redirects  2 rows, nothing is wrong\n"


def test_what_is_wrong_is_told_and_the_status_is_1(drift: Drift, handbook: Path) -> None:
    _written(handbook, "/ships/deck.html /life/galley.html\n/old /ships/deck.html\n/x /gone\n")
    ended = drift("-C", handbook, "redirects", "v1..v2", "--check", "_redirects")
    assert ended.code == exit_codes.FOUND
    assert ended.out == (
        "_redirects  3 rows, 4 findings\n\n"
        "Missing\n  + ships/galley.md → life/galley.md\n\n"
        "Dead: nothing is there any more\n  ! 3: /x → /gone\n\n"
        "Chained: another row leads on from there\n"
        "  ! 2: /old → /ships/deck.html, in the end life/galley.md\n\n"
        "Elsewhere: the content went to another place\n"
        "  ! 1: /ships/deck.html → /life/galley.html, now life/deck.md\n"
    )


def test_findings_as_json(drift: Drift, handbook: Path) -> None:
    _written(handbook, "/x /gone\n")
    words = ("redirects", "v1..v2", "--check", "_redirects", "--format", "json", "-o", "out.json")
    assert drift("-C", handbook, *words).code == exit_codes.FOUND
    found = json.loads((handbook / "out.json").read_text(encoding="utf-8"))
    schema = json.loads(drift("schema", "redirect-findings").out)
    Draft202012Validator(schema).validate(found)
    assert [(row["kind"], row["line"]) for row in found] == [
        ("missing", None),
        ("missing", None),
        ("dead", 1),
    ]


def test_the_format_can_be_said(drift: Drift, handbook: Path) -> None:
    _written(handbook, WHOLE, "moved.lst")
    words = ("redirects", "v1..v2", "--check", "moved.lst", "--format")
    assert drift("-C", handbook, *words, "netlify").code == exit_codes.DONE
    assert drift("-C", handbook, *words, "sphinx").code == exit_codes.FOUND


def test_a_map_is_completed_and_all_else_stays(drift: Drift, handbook: Path) -> None:
    path = _written(handbook, WHOLE.replace("/ships/deck.html /life/deck.html\n", ""))
    before = path.read_text(encoding="utf-8")
    ended = drift("-C", handbook, "redirects", "v1..v2", "--update", "_redirects")
    assert (ended.code, ended.out) == (exit_codes.DONE, "")
    assert ended.err == "drift: _redirects: 1 redirect added\n"
    after = path.read_text(encoding="utf-8")
    assert after == before + "/ships/deck.html /life/deck.html 301\n"
    stamp = path.stat().st_mtime_ns
    ended = drift("-C", handbook, "redirects", "v1..v2", "--update", "_redirects")
    assert ended.err == "drift: _redirects: 0 redirects added\n"
    assert (path.read_text(encoding="utf-8"), path.stat().st_mtime_ns) == (after, stamp)
    assert drift("-C", handbook, "redirects", "v1..v2", "--check", "_redirects").code == 0


def test_a_row_that_leads_back_is_not_closed_to_a_circle(drift: Drift, handbook: Path) -> None:
    path = _written(handbook, "/life/deck.html /ships/deck.html\n")
    ended = drift("-C", handbook, "redirects", "v1..v2", "--update", "_redirects")
    assert ended.err == (
        "drift: _redirects: 1 redirect added\n"
        "drift: _redirects: 1 redirect left out, since another row leads back from there\n"
    )
    assert "/ships/deck.html /life" not in path.read_text(encoding="utf-8")


def test_line_ends_and_marks_stay(drift: Drift, handbook: Path) -> None:
    path = _written(handbook, "# Ours\r\n/x https://example.com/\r\n")
    drift("-C", handbook, "redirects", "v1..v2", "--update", "_redirects", "-q")
    data = path.read_bytes()
    assert data.startswith(b"# Ours\r\n/x https://example.com/\r\n/ships/")
    assert data.count(b"\n") == data.count(b"\r\n") == 4


@pytest.mark.parametrize("data", [b"\xff\xfe/a /b", b"\x80"])
def test_what_is_no_text_is_refused_and_stays(drift: Drift, handbook: Path, data: bytes) -> None:
    path = handbook / "_redirects"
    path.write_bytes(data)
    ended = drift("-C", handbook, "redirects", "v1..v2", "--update", "_redirects")
    assert (ended.code, ended.err) == (exit_codes.UNUSABLE, "drift: _redirects: is not UTF-8\n")
    assert path.read_bytes() == data


def test_a_broken_map_stays(drift: Drift, handbook: Path) -> None:
    text = "server {\n  location = /x { return 301 /y; }\n  root\n"
    path = _written(handbook, text, "nginx.conf")
    _written(handbook, "location", "broken.nginx")
    assert drift("-C", handbook, "redirects", "v1..v2", "--update", "nginx.conf").code == 0
    assert path.read_text(encoding="utf-8").startswith(text.removesuffix("  root\n"))
    ended = drift("-C", handbook, "redirects", "v1..v2", "--update", "broken.nginx")
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err == (
        "drift: broken.nginx: its syntax is broken, so nothing can be added (mend it first)\n"
    )
    assert (handbook / "broken.nginx").read_text(encoding="utf-8") == "location"


def test_a_map_that_cannot_be_completed_stays(drift: Drift, handbook: Path) -> None:
    path = _written(handbook, "site_name: x\n", "mkdocs.yml")
    ended = drift("-C", handbook, "redirects", "v1..v2", "--update", "mkdocs.yml")
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err == (
        "drift: mkdocs.yml: holds no redirect_maps "
        "(put `- redirects: {redirect_maps: {}}` under its plugins)\n"
    )
    assert path.read_text(encoding="utf-8") == "site_name: x\n"


def test_of_two_maps_in_one_file_one_must_be_named(drift: Drift, handbook: Path) -> None:
    _written(handbook, 'redirects = {}\nrediraffe_redirects = {"x.md": "y.md"}\n', "conf.py")
    ended = drift("-C", handbook, "redirects", "v1..v2", "--check", "conf.py")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == (
        "drift: conf.py: may be a map of reredirects or of sphinx (--format reredirects|sphinx)\n"
    )


def test_what_only_names_a_map_holds_none(drift: Drift, handbook: Path) -> None:
    _written(handbook, "config:\n  rediraffe_redirects:\n    a.md: b.md\n", "_config.yml")
    words = ("-C", handbook, "redirects", "v1..v2", "--check", "_config.yml")
    assert drift(*words).err.startswith("drift: _config.yml: is a map of no format that is known (")
    assert drift(*words, "--format", "sphinx").err == (
        "drift: _config.yml: holds no dictionary rediraffe_redirects"
        " (put `rediraffe_redirects = {}` in it)\n"
    )


@pytest.mark.parametrize("way", ["--check", "--update"])
def test_a_map_of_which_no_row_is_understood_is_none(
    drift: Drift, handbook: Path, way: str
) -> None:
    path = _written(handbook, "# Ours\n/a.html -> /b.html\n/c.html -> /d.html\n", "redirects.txt")
    ended = drift("-C", handbook, "redirects", "v1..v2", way, "redirects.txt")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == (
        "drift: redirects.txt: has no row that is understood, line 2 the first that is not"
        " (--format NAME says what it is)\n"
    )
    assert path.read_text(encoding="utf-8").count("\n") == 3


def test_a_list_of_nothing_is_held_against_a_range_as_our_own(drift: Drift, handbook: Path) -> None:
    words = ("-C", handbook, "redirects")
    assert drift(*words, "v2..v2", "--format", "json", "-o", "map.json").code == exit_codes.DONE
    assert (handbook / "map.json").read_text(encoding="utf-8") == "[]\n"
    ended = drift(*words, "v2..v2", "--check", "map.json")
    assert (ended.code, ended.out) == (exit_codes.DONE, "map.json  0 rows, nothing is wrong\n")
    ended = drift(*words, "v1..v2", "--check", "map.json")
    assert ended.code == exit_codes.FOUND
    assert ended.out.startswith("map.json  0 rows, 3 findings\n\nMissing\n  + ships/deck.md → ")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("docusaurus", {"from": "/ships/deck.html", "to": "/life/deck.html"}),
        ("json", {"old": {"path": "ships/deck.md", "anchor": None}}),
    ],
)
def test_a_list_of_nothing_is_completed_as_what_it_is_said_to_be(
    drift: Drift, handbook: Path, name: str, row: dict[str, object]
) -> None:
    path = _written(handbook, "[]\n", "map.json")
    words = ("-C", handbook, "redirects", "v1..v2", "--update", "map.json")
    ended = drift(*words)
    assert (ended.code, ended.err) == (
        exit_codes.UNUSABLE,
        "drift: map.json: may be a map of docusaurus or of json (--format docusaurus|json)\n",
    )
    assert drift(*words, "--format", name).code == exit_codes.DONE
    first = json.loads(path.read_text(encoding="utf-8"))[0]
    assert {key: first[key] for key in row} == row
    assert drift(*words[:-2], "--check", "map.json").code == exit_codes.DONE
