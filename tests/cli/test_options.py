from __future__ import annotations

from pathlib import Path

import pytest

from drift.cli.options import cores, remembered
from drift.config import Config
from drift.errors import UsageError


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def test_the_cache_counts_from_where_the_user_stands(tmp_path: Path) -> None:
    with remembered(tmp_path, Config(cache_size=1), Path("kept"), unused=False) as cache:
        cache.put_many("answer", {b"k": bytes(125_000), b"long": bytes(125_001)})
        assert cache.get_many("answer", [b"k", b"long"]).keys() == {b"k"}
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_no_cache_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with remembered(tmp_path, Config(), None, unused=True) as cache:
        cache.put_many("answer", {b"k": b"v"})
        assert cache.get_many("answer", [b"k"]) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_is_named_and_unwanted(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="contradicts --no-cache"):
        remembered(tmp_path, Config(), Path("kept"), unused=True)
