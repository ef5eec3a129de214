from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import process_time

import pytest

from drift.pipeline import compare
from drift.revision.disk import directory
from drift.site.build import site, sites
from drift.site.naming import rearranged
from drift.site.places import Places
from drift.site.symlinks import MOST, Symlinks
from drift.trees.page import Link
from drift.trees.site import Target
from tests.conftest import lines

WRITTEN = {
    "README.md": "docs/README.md",
    "docs/link": "real",
    "docs/twice": "./link/",
    "docs/real/back": "../link",
    "docs/all": "..",
    "docs/away": "/etc",
    "docs/out": "../../out",
    "docs/loop": "loop",
    "docs/one": "other",
    "docs/other": "one",
    "docs/old.md": "real/new.md",
    "docs/gone.md": "nowhere.md",
    "docs/unread": "",
}


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("docs/real/a.md", "docs/real/a.md"),
        ("README.md", "docs/README.md"),
        ("README", "docs/README.md"),
        ("docs/link", "docs/real"),
        ("docs/link/a/b.md", "docs/real/a/b.md"),
        ("docs/twice/a.md", "docs/real/a.md"),
        ("docs/link/back/back/a.md", "docs/real/a.md"),
        ("docs/all", ""),
        ("docs/all/x.md", "x.md"),
        ("docs/all/docs/link/x.md", "docs/real/x.md"),
        ("docs/old", "docs/real/new.md"),
        ("docs/old/x.md", "docs/old/x.md"),
        ("docs/gone.md", "docs/nowhere.md"),
        ("docs/away", None),
        ("docs/away/passwd", None),
        ("docs/out/x.md", None),
        ("docs/loop/x.md", None),
        ("docs/one", None),
        ("docs/unread/x.md", None),
        ("docs/awayward", "docs/awayward"),
    ],
)
def test_where_a_path_leads(path: str, end: str | None) -> None:
    assert Symlinks(WRITTEN).followed(path) == end


def test_a_chain_is_followed_as_far_as_linux_does() -> None:
    links = Symlinks({f"s{at}": f"s{at + 1}" for at in range(1000)})
    assert links.followed(f"s{1000 - MOST}/a.md") == "s1000/a.md"
    assert links.followed(f"s{999 - MOST}/a.md") is None
    assert links.followed("s0") is None


def test_a_path_that_grows_has_an_end_soon() -> None:
    grown = Symlinks({f"s{'/x' * at}": f"{'x/' * 500}../s" for at in range(40)})
    turned = Symlinks({"s": f"{'s/../' * 200}s", "a": "s/" * 500})
    begun = process_time()
    assert grown.followed("s/" * 500) is not None
    assert turned.followed("a") is None
    assert process_time() - begun < 10


PAGES = ("a/index.md", "a/pour.md", "b/index.md", "start.md")


def _places(targets: Mapping[str, str], near: Places | None = None) -> Places:
    return Places(PAGES, frozenset(PAGES), {}, symlinks=targets, near=near)


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("a/index.md", {"a", "index", "tea", "old"}),
        ("a/", {"a", "tea"}),
        ("a/pour.md", {"pour", "brew"}),
        ("b/index.md", {"b", "index"}),
    ],
)
def test_a_place_is_called_by_its_symlinks_too(place: str, names: set[str]) -> None:
    places = _places({"tea": "a", "x/old.md": "../tea/index.md", "brew.md": "a/pour.md"})
    assert places.names(place) == names


def test_symlinks_that_lead_elsewhere_are_rearranged() -> None:
    one = _places({"tea": "a", "cup": "tea", "gone": "b", "same": "b"})
    other = _places({"tea": "b", "cup": "tea", "come": "b", "same": "b"})
    assert rearranged(one, other) == {"tea", "cup", "gone", "come"}
    assert rearranged(one, _places(one.symlinks.targets)) == frozenset()


def test_urls_found_by_a_symlink_are_not_taken_over() -> None:
    before = _places({"tea": "a"})
    before.leading["https://x.example/tea/", ""] = ("https://x.example/",)
    assert not _places({"tea": "a"}, before).leading
    assert not _places({}, before).leading


def test_links_break_and_heal_with_the_symlink_alone(tmp_path: Path) -> None:
    for side in ("one", "other"):
        _write(tmp_path / side)
        text = "# Start\n\n[a](docs/link/) [b](README.md) [c](docs/link/index.md#boil)\n"
        (tmp_path / side / "start.md").write_text(f"{text} [d](docs/away/a.md)\n")
    for name in ("README.md", "docs/link", "docs/away"):
        (tmp_path / "other" / name).unlink()
    before, after = (directory(side, tmp_path / side) for side in ("one", "other"))
    assert lines(compare(*sites(before, after))) == [
        "link.broken start.md#Start | README.md => README.md",
        "link.broken start.md#Start | docs/link/ => docs/link/",
        "link.broken start.md#Start | docs/link/index.md#boil => docs/link/index.md#boil",
    ]
    assert lines(compare(*sites(after, after))) == []


KETTLE = "# Kettle\n\nFill it first.\n\n## Boil\n\nWait for the bell.\n"


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("docs/link/index.md", Target("found", "docs/real/index.md")),
        ("docs/link/index.md#boil", Target("found", "docs/real/index.md", "boil")),
        ("docs/link/index.md#none", Target("missing", "docs/real/index.md", "none")),
        ("docs/link/map.png", Target("found", "docs/real/map.png")),
        ("docs/link/", Target("found", "docs/real/index.md")),
        ("docs/link/none.md", Target("missing", "docs/link/none.md")),
        ("README.md", Target("found", "docs/README.md")),
        ("docs/gone.md", Target("missing", "docs/gone.md")),
        ("docs/away/a.md", Target("unknown", "docs/away/a.md")),
        ("docs/out/a.md", Target("unknown", "docs/out/a.md")),
        ("docs/loop/a.md", Target("unknown", "docs/loop/a.md")),
        ("docs/one/a.md", Target("unknown", "docs/one/a.md")),
    ],
)
def test_what_a_link_through_a_symlink_points_to(
    tmp_path: Path, target: str, found: Target
) -> None:
    _write(tmp_path)
    built = site(directory("tree", tmp_path))
    assert set(built.pages) == {"start.md", "docs/README.md", "docs/real/index.md"}
    assert built.resolve("start.md", Link("inline", "x", target, 1)) == found


def test_a_document_is_named_through_a_symlink(tmp_path: Path) -> None:
    _write(tmp_path)
    (tmp_path / "conf.py").write_text("project = 'Tea'\n")
    (tmp_path / "index.rst").write_text("Tea\n===\n\n:doc:`docs/link/index`\n")
    built = site(directory("tree", tmp_path))
    for name, state in (("docs/link/index", "found"), ("docs/away/a", "unknown"), ("b", "missing")):
        link = Link("inline", "x", name, 1, role="doc")
        assert built.resolve("index.rst", link).state == state


def _write(folder: Path) -> None:
    for path, text in (
        ("start.md", "# Start\n"),
        ("docs/README.md", "# Docs\n"),
        ("docs/real/index.md", KETTLE),
        ("docs/real/map.png", ""),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    for path, written in WRITTEN.items():
        if written:
            (folder / path).symlink_to(written)
