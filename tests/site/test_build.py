from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.pipeline import compare
from drift.revision.base import Content, Entry, Unreadable, blob_id
from drift.revision.disk import DiskRevision, directory, single_file
from drift.site.build import share_bases, site, sites, stepped
from drift.site.content import Tree
from drift.site.pages import Reader
from drift.site.tree_site import TreeSite
from drift.trees.site import Dialect, Site, Stated
from drift.trees.walk import own_links, walk
from tests.properties.memory import memory
from tests.site.linked import steps, trees

Build = Callable[..., TreeSite]


def test_documents_and_the_rest(build: Build) -> None:
    built = build(
        {
            "b.md": "# B\n",
            "a.rst": "A\n=\n",
            "CHANGELOG.markdown": "# Changes\n",
            "logo.png": b"\x89PNG",
            "notes.txt": "notes",
            "big.md": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        }
    )
    assert list(built.pages) == ["CHANGELOG.markdown", "a.rst", "b.md"]
    assert built.files >= {"logo.png", "notes.txt", "big.md"}
    assert built.skipped == {"file": 2, "lfs": 1}
    as_protocol: Site = built
    assert as_protocol.dialect == "github"


def test_what_cannot_be_read_is_a_page_that_says_so(build: Build) -> None:
    built = build({"a.md": b"caf\xe9\n", "b.rst": b"\0\0"})
    said = {path: (page.format, page.unparsed) for path, page in built.pages.items()}
    assert said == {
        "a.md": ("markdown", "is not UTF-8: line 1"),
        "b.rst": ("rst", "is a binary file"),
    }


def test_what_cannot_be_read_still_differs_from_what_it_was(build: Build) -> None:
    pages = build({"a.md": b"caf\xe9\n", "b.md": b"caf\xe8\n", "c.md": b"caf\xe9\n"}).pages
    assert pages["a.md"] != pages["b.md"]
    assert pages["a.md"] == pages["c.md"]


class Torn(DiskRevision):
    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        return (Unreadable("its content is missing") for _ in entries)


def test_a_missing_blob_does_not_stop_the_rest() -> None:
    built = site(Torn("x", {"a.md": Path("a.md")}))
    assert built.pages["a.md"].unparsed == "its content is missing"


def test_line_endings_and_marks_make_no_difference(build: Build) -> None:
    built = build({"a.md": "# T\n\ntext\n", "b.md": "\ufeff# T\r\n\r\ntext\r\n"})
    assert built.pages["a.md"] == built.pages["b.md"]


def test_equal_content_is_parsed_once(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same.md").write_text("# Same\n")
        (tmp_path / name / "other.md").write_text(f"# {name}\n")
    reader = Reader()
    old, new = (site(directory(name, tmp_path / name), reader=reader) for name in ("old", "new"))
    assert old.pages["same.md"] is new.pages["same.md"]
    assert old.pages["other.md"] != new.pages["other.md"]


def test_both_sides_are_published_under_the_same_urls(tmp_path: Path) -> None:
    base = "https://handbook.example.com/"
    for name, text in (("old", "# I\n"), ("new", f"# I\n\n<{base}a> <{base}b> <{base}c>\n")):
        (tmp_path / name).mkdir()
        for page in "abc":
            (tmp_path / name / f"{page}.md").write_text(f"# {page}\n")
        (tmp_path / name / "i.md").write_text(text)
    old, new = sites(*(directory(name, tmp_path / name) for name in ("old", "new")))
    assert old.bases == new.bases == (base,)
    assert old.pages["a.md"] is new.pages["a.md"]


def test_text_files_are_documents_when_sphinx_says_so(build: Build) -> None:
    built = build({"conf.py": "source_suffix = '.txt'\n", "index.txt": "A\n=\n"})
    assert [(path, page.title) for path, page in built.pages.items()] == [("index.txt", "A")]


def test_text_files_are_documents_where_there_are_no_others(build: Build) -> None:
    built = build({"index.txt": "A\n=\n\n.. toctree::\n\n   b\n", "b.txt": "B\n=\n"})
    assert list(built.pages) == ["b.txt", "index.txt"]
    assert [entry.page for entry in built.nav] == ["b.txt"]


@pytest.mark.parametrize(
    ("override", "anchor"), [(None, "a--b"), ("gitbook", "a-and-b"), ("sphinx", "a-b")]
)
def test_the_dialect_makes_the_anchors(build: Build, override: str | None, anchor: str) -> None:
    built = build({"a.md": "# A & B\n"}, stated=Stated(Dialect(override) if override else None))
    assert built.pages["a.md"].root.sections[0].anchor == anchor


def test_the_address_that_is_stated_goes_before_that_of_the_configuration(build: Build) -> None:
    files = {
        "mkdocs.yml": "site_url: https://old.example.com/\n",
        "docs/a.md": "# A\n\n[new](https://crew.example.com/book/b/) [old](https://old.example.com/b/)\n",
        "docs/b.md": "# B\n",
    }
    built = build(files, Stated(base="https://crew.example.com/book/"))
    links = built.pages["docs/a.md"].root.sections[0].blocks[0].links
    assert [built.resolve("docs/a.md", link).page for link in links] == ["docs/b.md", ""]
    assert build(files).bases == ("https://old.example.com/",)


def test_a_single_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n[b](b.md) [a](#a)\n")
    built = site(single_file("a.md", tmp_path / "a.md"))
    states = [
        built.resolve("a.md", link).state
        for link in built.pages["a.md"].root.sections[0].blocks[0].links
    ]
    assert states == ["unknown", "found"]


def test_an_empty_tree(build: Build) -> None:
    built = build({})
    assert (dict(built.pages), built.nav, built.bases, built.dialect) == ({}, (), (), "github")


Files = dict[str, str]


def step(near: TreeSite, before: Files, files: Files, reader: Reader) -> TreeSite:
    """Read some files as a walk does: knowing their neighbour, and which of them differ."""
    blobs = {path: blob_id(text.encode()) for path, text in sorted(files.items())}
    changed = {path for path in {*before, *files} if before.get(path) != files.get(path)}

    def read(paths: Iterable[str]) -> Iterator[Content]:
        return (files[path].encode() for path in paths)

    return stepped(near, Tree(blobs, read, changed=changed), reader=reader)


def said(one: TreeSite) -> tuple[object, ...]:
    """Give all that a site can be asked about what it is made of."""
    links = [
        (path, link.target, one.resolve(path, link))
        for path, page in one.pages.items()
        for _, section in walk(page.root)
        for link in own_links(section)
    ]
    asked = [one.saying(form) for form in ("kettle", "here", "手册", "größe")]
    named = [one.naming(path) for path in ("a.md", "docs/größe.md", "README.md")]
    named += [one.naming("a.md", anchor=anchor) for anchor in ("start-here", "über-uns")]
    made = (one.nav, one.nav_lines, one.bases, one.dialects, one.files, one.skipped)
    return (dict(one.pages), links, [list(row) for row in asked], named, *made)


@given(data=st.data())
@settings(deadline=None, max_examples=settings().max_examples // 2)
def test_a_stepped_site_is_the_one_that_is_read_alone(data: st.DataObject) -> None:
    reader = Reader()
    tree = data.draw(trees())
    files = tree.files
    near = site(memory(files), reader=reader)
    history = [(near, files)]
    for _ in range(data.draw(st.integers(1, 4))):
        # As a walk goes: on from the last revision, or back to one that was there before.
        if data.draw(st.booleans()):
            tree = data.draw(steps(tree))
            after = tree.files
        else:
            after = data.draw(st.sampled_from([files for _, files in history]))
        made = step(near, files, after, reader)
        if data.draw(st.booleans()):
            assert said(made) == said(site(memory(after), reader=reader))
        told = compare(*share_bases(near, made))
        assert told == compare(*sites(memory(files), memory(after)))
        near, files = made, after
        history.append((near, files))
    for one, there in history:
        assert said(one) == said(site(memory(there), reader=reader))
