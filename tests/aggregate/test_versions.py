from __future__ import annotations

import pytest

from drift.aggregate.versions import rank, superseded, version_of

ORDER = ("main", "0.9", "v1", "1.9.x", "v1.10-docs", "v2.0-v2.4", "v2.5", "version-3.1.0", "latest")


def test_versions_have_an_order() -> None:
    found = [one for name in ORDER if (one := rank(name)) is not None]
    assert len(found) == len(ORDER)
    assert found == sorted(found)


@pytest.mark.parametrize("name", ["admin", "docs", "v", "win32", "k8s", "01-start", "en", ""])
def test_other_folders_have_none(name: str) -> None:
    assert rank(name) is None


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("docs/v1.0/en/cars.md", "docs/v1.0"),
        ("1.x/2.x/cars.md", "1.x"),
        ("docs/latest/cars.md", ""),
        ("blog/2021/cars.md", ""),
        ("docs/v1.0.md", ""),
        ("cars.md", ""),
    ],
)
def test_the_folder_of_a_version(path: str, wanted: str) -> None:
    assert version_of(path) == wanted


def test_versions_beside_which_a_later_one_stands() -> None:
    paths = (
        "cars.md",
        "docs/v1.9/cars.md",
        "docs/v1.10/cars.md",
        "boats/v1.8/boats.md",
        "site/versioned_docs/version-2.0/cars.md",
        "blog/2020/cars.md",
        "blog/2021/cars.md",
    )
    wanted = {"docs/v1.9/cars.md", "site/versioned_docs/version-2.0/cars.md"}
    assert superseded(paths) == wanted
