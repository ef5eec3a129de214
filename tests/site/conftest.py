from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drift.revision.disk import directory
from drift.site.build import site
from drift.site.tree_site import TreeSite
from drift.trees.site import UNSTATED, Stated

Build = Callable[..., TreeSite]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write files into a folder and read them as a site."""

    def make(files: dict[str, str | bytes], stated: Stated = UNSTATED) -> TreeSite:
        for path, text in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text if isinstance(text, bytes) else text.encode())
        return site(directory("tree", tmp_path), stated=stated)

    return make
