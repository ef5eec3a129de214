from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from drift.aggregate.notes.spans import spans
from drift.aggregate.notes.write import Means, notes
from drift.aggregate.steps import Way
from drift.cache.store import Cache, no_cache, open_cache
from drift.errors import RevisionError
from drift.revision.git import Repository
from tests.revision.builder import Builder, Files

CONF = "site_url: https://crew.example/\ndocs_dir: .\nnav:\n- Home: index.md\n"
SLEEP = "# Sleep\n\nEveryone sleeps four hours after each watch.\n"
STEPS: tuple[Files, ...] = (
    {"mkdocs.yml": CONF, "index.md": "# Home\n"},
    {"mkdocs.yml": CONF, "index.md": "# Home\n", "sleep.md": SLEEP},
    {"mkdocs.yml": CONF, "index.md": "# Home\n", "ships/rest.md": SLEEP},
)


@pytest.fixture
def repository(build: Builder) -> Repository:
    made: list[str] = []
    for at, files in enumerate(STEPS):
        made.append(build.commit(files, *made[-1:], when=b"%d +0000" % (at * 31_000_000)))
    build.git("tag", "v0", made[0])
    build.git("config", "remote.origin.url", "git@github.com:crew/ship.git")
    return Repository(build.folder)


def open_at(folder: Path) -> Cache:
    return open_cache(folder, version=b"1")


def test_a_place_that_moved_since_is_the_file_as_it_was(
    repository: Repository, tmp_path: Path
) -> None:
    with open_at(tmp_path) as cache:
        told = notes(repository, spans(repository, "v0", "year"), Means(way=Way(cache=cache)))
    moved, new = (period.parts[0] for period in told.periods)
    assert (told.site, told.repository) == ("https://crew.example", "https://github.com/crew/ship")
    assert moved.moved[0].place.url == "https://crew.example/ships/rest/"
    assert new.new[0].place.url.startswith("https://github.com/crew/ship/blob/")


def test_what_is_kept_is_told_again_under_any_name(repository: Repository, tmp_path: Path) -> None:
    wanted = spans(repository, "v0", "year")
    with open_at(tmp_path) as cache:
        first = notes(repository, wanted, Means(way=Way(cache=cache)))
        renamed = [msgspec.structs.replace(one, name=f"Year {one.name}") for one in wanted]
        again = notes(repository, renamed, Means(way=Way(cache=cache)))
    assert [period.name for period in again.periods] == ["Year 1971", "Year 1970"]
    assert [period.parts for period in again.periods] == [period.parts for period in first.periods]


def test_what_is_kept_is_not_compared_again(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = spans(repository, "v0", None)
    with open_at(tmp_path) as cache:
        first = notes(repository, wanted, Means(way=Way(cache=cache)))
        monkeypatch.setattr("drift.aggregate.notes.write.compare", None)
        assert notes(repository, wanted, Means(way=Way(cache=cache))) == first
        with pytest.raises(TypeError):
            notes(repository, wanted, Means(way=Way(cache=cache), paths=("ships",)))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_notes_are_the_same_whatever_the_number_of_processes(
    repository: Repository, tmp_path: Path, jobs: int
) -> None:
    wanted = spans(repository, "v0", "month")
    assert len(wanted) == 2
    told = []
    for number in (jobs, 1):
        with open_at(tmp_path / str(number)) as cache:
            told.append(notes(repository, wanted, Means(way=Way(cache=cache, jobs=number))))
    assert told[0] == told[1]


def test_what_processes_found_out_is_kept(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = spans(repository, "v0", "month")
    with open_at(tmp_path) as cache:
        first = notes(repository, wanted, Means(way=Way(cache=cache, jobs=2)))
    monkeypatch.setattr("drift.aggregate.notes.write.compare", None)
    with open_at(tmp_path) as cache:
        assert notes(repository, wanted, Means(way=Way(cache=cache))) == first


def test_what_goes_wrong_in_a_process_is_said_as_without_one(repository: Repository) -> None:
    wanted = spans(repository, "v0", "month")
    lost = msgspec.structs.replace(
        wanted[1], old=msgspec.structs.replace(wanted[1].old, commit="f" * 40)
    )
    with pytest.raises(RevisionError, match=r"f{40}: is not in this repository"):
        notes(repository, [wanted[0], lost], Means(way=Way(cache=no_cache(), jobs=2)))
