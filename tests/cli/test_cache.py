from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.place import NAME
from drift.cache.store import LIMIT, open_cache
from drift.cache.version import code_version
from drift.cli import exit_codes

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

VALUE = bytes(range(256)) * 400


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give the folder of a cache with entries of this version of the code and of another."""
    folder = tmp_path / "kept"
    for version in (code_version(), b"other"):
        with open_cache(folder, version=version) as cache:
            cache.put_many("commit", {b"k": VALUE, b"l": b""})
    return folder


def test_info(drift: Drift, kept: Path) -> None:
    ending = drift("cache", "info", "--cache", kept)
    assert (ending.code, ending.err) == (exit_codes.DONE, "")
    assert ending.out == (
        f"{kept / NAME}\n"
        "0.3 MB of at most 1,000.0 MB\n"
        "  commit             2 entries        0.1 MB\n"
        "  commit             2 entries        0.1 MB  of another version of drift\n"
    )


def test_info_as_json(drift: Drift, kept: Path) -> None:
    document = json.loads(drift("cache", "info", "--cache", kept, "--format", "json").out)
    assert document == {
        "path": str(kept / NAME),
        "bytes": (kept / NAME).stat().st_size,
        "limit": LIMIT,
        "kinds": [
            {"kind": "commit", "current": True, "entries": 2, "bytes": len(VALUE)},
            {"kind": "commit", "current": False, "entries": 2, "bytes": len(VALUE)},
        ],
    }


def test_the_limit_is_the_projects(drift: Drift, tmp_path: Path) -> None:
    (tmp_path / "drift.toml").write_text("cache-size = 50")
    ending = drift("-C", tmp_path, "cache", "info", "--cache", "nowhere")
    assert ending.out == f"{tmp_path / 'nowhere' / NAME}\n0.0 MB of at most 50.0 MB\n"
    assert not (tmp_path / "nowhere").exists()


def test_no_project_empties_the_users_own_cache(
    drift: Drift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "drift.toml").write_text("cache-size = 1")
    assert " of at most 1,000.0 MB\n" in drift("-C", tmp_path, "cache", "info").out
    (tmp_path / "drift.toml").write_text("cache-size = 2000")
    assert " of at most 2,000.0 MB\n" in drift("-C", tmp_path, "cache", "info").out


def test_the_users_own_folder_is_the_default(
    drift: Drift, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept.parent))
    kept.rename(kept.with_name("drift"))
    assert drift("cache", "info").out.count("entries") == 2


def test_clear(drift: Drift, kept: Path) -> None:
    document = json.loads(drift("cache", "clear", "--cache", kept, "--format", "json").out)
    assert document.keys() == {"path", "freed"}
    assert document["freed"] > 2 * len(VALUE)
    assert "entries" not in drift("cache", "info", "--cache", kept).out
    assert drift("cache", "clear", "--cache", kept).out == f"{kept / NAME}: empty, 0.0 MB freed\n"
    assert drift("cache", "clear", "--cache", kept, "-q").out == ""


def test_verify(drift: Drift, kept: Path) -> None:
    sound = drift("cache", "verify", "--cache", kept)
    assert (sound.code, sound.out) == (exit_codes.DONE, f"{kept / NAME}: sound\n")
    content = bytearray((kept / NAME).read_bytes())
    content[content.index(VALUE[:300]) + 1_000] ^= 4
    (kept / NAME).write_bytes(content)
    damaged = drift("cache", "verify", "--cache", kept, "-q")
    assert damaged.code == exit_codes.FOUND
    assert damaged.out == f"{kept / NAME}: commit 6b: is not what was written\n"
    document = json.loads(drift("cache", "verify", "--cache", kept, "--format", "json").out)
    assert document["problems"] == ["commit 6b: is not what was written"]


@pytest.mark.parametrize("action", ["info", "clear", "verify"])
def test_what_is_not_drifts_is_left_alone(drift: Drift, tmp_path: Path, action: str) -> None:
    (tmp_path / NAME).write_text("Dear Sir")
    ending = drift("cache", action, "--cache", tmp_path)
    assert (ending.code, ending.out) == (exit_codes.UNUSABLE, "")
    assert ending.err == (
        f"drift: cache {tmp_path / NAME}: is no cache of drift (--cache DIR names another place)\n"
    )
    assert (tmp_path / NAME).read_text() == "Dear Sir"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["clea"], "drift: drift cache: 'clea' is unknown (did you mean 'clear'?)\n"),
        (["info", "--format", "yaml"], "drift: --format: 'yaml' is unknown (one of: json, text)\n"),
        ([], "drift: Missing argument"),
    ],
)
def test_wrong_usage(drift: Drift, words: list[str], line: str) -> None:
    ending = drift("cache", *words)
    assert ending.code == exit_codes.UNUSABLE
    assert ending.err.startswith(line)
