"""What fragments say goes into the cache and comes back."""

from __future__ import annotations

from pathlib import Path

from drift.cache.store import open_cache
from drift.history.fragments import CacheShelf
from drift.parse.base import parse
from drift.parse.shelf import MemoryShelf
from drift.trees.site import Dialect

PAGE = "# Crew\n\nAll hands.\n\n## Deck\n\nScrubbed on Mondays.\n\n## Galley\n\nCoffee at six.\n"
KEY = b"k" * 16


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    whole = parse(PAGE, suffix=".md", dialect=Dialect("github"))
    for _ in range(2):
        with open_cache(tmp_path, version=b"1") as cache:
            shelf = MemoryShelf(CacheShelf(cache))
            assert parse(PAGE, suffix=".md", dialect=Dialect("github"), shelf=shelf) == whole


def test_what_was_never_put_is_not_there(tmp_path: Path) -> None:
    with open_cache(tmp_path, version=b"1") as cache:
        assert CacheShelf(cache).get_many([KEY]) == {}


def test_what_is_no_fragment_is_not_there(tmp_path: Path) -> None:
    with open_cache(tmp_path, version=b"1") as cache:
        cache.put_many("fragment", {KEY: b"\xc1 no MessagePack"})
        assert CacheShelf(cache).get_many([KEY]) == {}
