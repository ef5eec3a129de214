from __future__ import annotations

from pathlib import Path

import pytest

from tests.places.machine import environment, libraries, published


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all that the tests have installed, without drift itself."""
    place = tmp_path_factory.mktemp("libraries")
    libraries(place)
    return place


@pytest.fixture
def offline(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> dict[str, str]:
    """The environment of a machine without a network."""
    home = tmp_path_factory.mktemp("home")
    return {**environment(home), "PRE_COMMIT_HOME": str(home), "PYTHONPATH": str(installed)}


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository from which people take drift."""
    place = tmp_path_factory.mktemp("project") / "drift"
    published(place, environment(place.parent))
    return place
