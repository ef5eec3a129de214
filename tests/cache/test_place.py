from __future__ import annotations

from pathlib import Path

import pytest

from drift.cache.place import NAME, locate
from drift.cache.store import open_cache
from drift.errors import CacheError


def test_the_folder_that_was_named() -> None:
    assert locate(Path("here")) == Path.cwd() / "here" / NAME


def test_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert locate(None) == tmp_path / "drift" / NAME


def test_without_a_home_nothing_is_put_into_the_current_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drift.cache.place.default_folder", lambda: Path("~/.cache/drift"))
    with pytest.raises(CacheError, match="there is no home folder"):
        locate(None)
    assert open_cache(None, version=b"").complaint == (
        "cache: there is no home folder (--cache DIR names another place)"
    )
