from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.trace.sample import handbook
from tests.revision.builder import Builder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return handbook(Builder(tmp_path_factory.mktemp("life") / "built"))
