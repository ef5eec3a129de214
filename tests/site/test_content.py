from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.revision.base import Content as Bytes
from drift.revision.base import Unreadable, blob_id
from drift.site.content import Content, Tree, content
from drift.trees.site import UNSTATED, Dialect, Stated

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
TOCTREE = b"A\n=\n\n.. toctree::\n\n   b\n"
UNREAD = b"unreadable"

FILES: Mapping[str, tuple[bytes, ...]] = {
    "a.md": (b"# A\n", b"# B\n", b"\0", POINTER, b"```{toctree}\nb\n```\n"),
    "docs/b.rst": (b"B\n=\n", TOCTREE, POINTER, UNREAD),
    "docs/deep/c.md": (b"# C\n", b"---\nslug: /x\n---\n", b"```{toctree}\n```\n"),
    "index.txt": (TOCTREE, b"text"),
    "sub/index.txt": (b"I\n=\n",),
    "notes.txt": (b"notes", POINTER),
    "SUMMARY.md": (b"# Summary\n\n* [A](a.md)\n", b"# Summary\n"),
    "conf.py": (
        b"project = 'x'\n",
        b"project = 'x'\nsource_suffix = ['.rst', '.txt']\n",
        b"x = 1\n",
    ),
    "docs/conf.py": (b"extensions = ['myst_parser']\nhtml_baseurl = 'https://b.example'\n", UNREAD),
    "mkdocs.yml": (b"site_url: https://b.example/\ndocs_dir: docs\n", b"nav: [a.md]\n"),
    ".gitbook.yaml": (b"root: ./docs/\n", b"root: ./\nstructure:\n  summary: docs/S.md\n"),
    "hugo.toml": (b"baseURL = 'https://b.example/'\n",),
    "config.toml": (b"baseURL = 'https://b.example/'\n", b"x = 1\n"),
    "content/d.md": (b"# D\n",),
    "docusaurus.config.js": (b"module.exports = {url: 'https://b.example'}\n",),
    "sidebars.json": (b'{"x": ["a"]}\n', b"{}\n"),
    ".gitlab-ci.yml": (b"pages: {}\n",),
    "img/one.png": (b"png", b"PNG"),
}
BASES = st.sampled_from(["", "https://crew.example.com/book"])
DIALECTS = st.none() | st.sampled_from([Dialect("gitlab"), Dialect("sphinx")])

Files = dict[str, bytes]


def tree(files: Files, *, changed: Iterable[str] | None = None, named: bool = True) -> Tree:
    """Make a tree; `named` tells whether the ids of its files are known before they are read."""

    def read(paths: Iterable[str]) -> Iterator[Bytes]:
        for path in paths:
            yield Unreadable("is gone") if files[path] == UNREAD else files[path]

    blobs = {path: blob_id(data) if named else "" for path, data in sorted(files.items())}
    return Tree(blobs, read, {"link": 1}, changed=None if changed is None else set(changed))


def plain(found: Content) -> tuple[object, ...]:
    documents = [
        (path, one.suffix, one.source, one.unread) for path, one in found.documents.items()
    ]
    return (
        documents,
        *(getattr(found, name) for name in Content.__struct_fields__ if name != "documents"),
    )


@st.composite
def _steps(draw: st.DrawFn, files: Files) -> Files:
    found = dict(files)
    for path in draw(st.lists(st.sampled_from(sorted(FILES)), max_size=3)):
        data = draw(st.none() | st.sampled_from(FILES[path]))
        if data is None:
            found.pop(path, None)
        else:
            found[path] = data
    return found


@given(data=st.data(), named=st.booleans())
@settings(deadline=None)
def test_it_is_the_same_whatever_is_near(data: st.DataObject, *, named: bool) -> None:
    files: Files = {}
    near: Content | None = None
    for _ in range(data.draw(st.integers(1, 6))):
        before, files = files, data.draw(_steps(files))
        stated = Stated(data.draw(DIALECTS), data.draw(BASES))
        differing = [path for path in {*before, *files} if before.get(path) != files.get(path)]
        told = data.draw(st.booleans()) and near is not None
        stepped = tree(files, changed=differing if told else None, named=named)
        found = content(stepped, near, stated)
        assert plain(found) == plain(content(tree(files, named=named), None, stated))
        near = found


def test_what_did_not_change_is_the_same_object() -> None:
    files: Files = {"a.md": b"# A\n", "b.md": b"# B\n", "conf.py": b"project = 'x'\n", "c.png": b""}
    one = content(tree(files), None, UNSTATED)
    same = content(tree(files, changed=["c.png"]), one, UNSTATED)
    assert (same.files, same.documents, same.said) == (one.files, one.documents, one.said)
    assert same.documents is one.documents
    assert same.files is one.files
    other = content(tree({**files, "a.md": b"# C\n"}), one, UNSTATED)
    assert other.documents["b.md"] is one.documents["b.md"]
    assert other.documents["a.md"] is not one.documents["a.md"]
    assert other.settings is one.settings


def test_only_what_differs_is_read() -> None:
    files: Files = {"a.md": b"# A\n", "b.md": b"# B\n", "conf.py": b"project = 'x'\n"}
    one = content(tree(files), None, UNSTATED)
    read: list[str] = []

    def note(paths: Iterable[str]) -> Iterator[Bytes]:
        for path in paths:
            read.append(path)
            yield b"# new\n"

    blobs = {path: blob_id(data) for path, data in files.items()} | {"a.md": "1"}
    content(Tree(blobs, note, changed=["a.md"]), one, UNSTATED)
    assert read == ["a.md"]


@pytest.mark.parametrize(
    ("files", "skipped"),
    [
        ({"a.md": b"x"}, {"link": 1}),
        ({"a.md": b"x", "node_modules/rope/README.md": b"# Rope\n"}, {"link": 1, "file": 1}),
        ({"a.md": POINTER, "b.png": b""}, {"link": 1, "lfs": 1, "file": 1}),
    ],
)
def test_what_is_no_document_is_counted(files: Files, skipped: dict[str, int]) -> None:
    assert content(tree(files), None, UNSTATED).skipped == skipped


def test_a_lone_sphinx_folder_is_the_root() -> None:
    found = content(tree({"docs/b.rst": TOCTREE, "docs/deep/c.rst": TOCTREE}), None, UNSTATED)
    assert (found.settings.root, found.said.root) == ("docs/", "")
    assert msgspec.structs.replace(found.settings, root="") == found.said
