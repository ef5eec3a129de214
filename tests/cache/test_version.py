from __future__ import annotations

import os
from pathlib import Path

import pytest

from drift.cache import version
from drift.cache.version import LIBRARIES, code_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay a small program out, and make it the one that is asked about."""
    package = tmp_path / "drift"
    (package / "parse").mkdir(parents=True)
    (package / "__pycache__").mkdir()
    for name in ("api.py", "parse/base.py", "py.typed"):
        (package / name).write_text(name)
        os.utime(package / name, (1_000, 1_000))
    monkeypatch.setattr(version, "PACKAGE", package)
    monkeypatch.setattr("sys.path", [str(tmp_path), "", "nowhere.zip"])
    return package


def _now() -> bytes:
    code_version.cache_clear()
    found = code_version()
    code_version.cache_clear()
    return found


def test_the_same_program_has_the_same_version(package: Path) -> None:
    before = _now()
    (package / "__pycache__" / "api.pyc").write_text("compiled")
    assert _now() == before


@pytest.mark.parametrize("name", ["api.py", "parse/base.py", "parse/new.py"])
def test_a_module_that_is_changed_changes_it(package: Path, name: str) -> None:
    before = _now()
    (package / name).write_text("other")
    assert _now() != before


def test_the_same_size_at_another_time_changes_it(package: Path) -> None:
    before = _now()
    os.utime(package / "api.py", ns=(1_000, 1_000 * 10**9 + 1))
    assert _now() != before


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_another_release_of_a_library_changes_it(package: Path, library: str) -> None:
    found = {_now()}
    for release in ("1.0", "1.1"):
        (package.parent / f"{library.title()}-{release}.dist-info").mkdir()
        found.add(_now())
    (package.parent / "unrelated-1.0.dist-info").mkdir()
    found.add(_now())
    assert len(found) == 3


def _install(package: Path, *, digest: str, script: str) -> None:
    record = package.parent / "handbook_drift-1.dist-info" / "RECORD"
    record.parent.mkdir(exist_ok=True)
    record.write_text(
        f"../bin/drift,sha256={script},9\ndrift/api.py,sha256={digest},6\n"
        "drift/__pycache__/api.pyc,,\n"
    )


def test_an_installed_program_is_known_by_what_was_installed_and_not_when(package: Path) -> None:
    _install(package, digest="aaa", script="one")
    before = _now()
    for path in package.rglob("*.py"):
        os.utime(path, (2_000, 2_000))
    _install(package, digest="aaa", script="two")
    assert _now() == before
    _install(package, digest="bbb", script="two")
    assert _now() != before


def test_an_installed_program_that_was_edited_is_another(package: Path) -> None:
    _install(package, digest="aaa", script="one")
    os.utime(package.parent / "handbook_drift-1.dist-info" / "RECORD", (2_000, 2_000))
    before = _now()
    (package / "api.py").write_text("edited")
    assert _now() != before


def test_a_program_that_cannot_be_looked_at_is_never_the_same(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version, "PACKAGE", package / "inside.zip")
    assert _now() != _now()


def test_this_program_has_one() -> None:
    assert len(code_version()) == 16
    assert code_version() == code_version()


def test_every_library_that_answers_hang_on_is_installed_under_that_name() -> None:
    import sys  # noqa: PLC0415 - the fixture above replaces its path

    names = {name.partition("-")[0].lower() for name in version._libraries(sys.path)}  # noqa: SLF001
    assert names == LIBRARIES
