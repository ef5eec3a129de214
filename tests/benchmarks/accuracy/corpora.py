"""Public handbooks on this machine -> the text files of one of their revisions."""

from __future__ import annotations

import io
import posixpath
import random
import subprocess
import tarfile
from functools import cache
from pathlib import Path

_CONFIG = frozenset(("conf.py", "mkdocs.yml", ".gitbook.yaml", "hugo.toml", "book.json"))
_TEXT = (".md", ".rst")
_LARGEST = 60_000
"""Bytes of the largest page that is used; what is longer is mostly a generated list."""


def _git(repo: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(repo), *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout


def clone(bundles: Path, into: Path) -> list[Path]:
    """Clone all bundles of a folder.

    Args:
        bundles: The folder with `*.bundle` files.
        into: Where the bare clones go.

    Returns:
        The clones.
    """
    found = []
    for bundle in sorted(bundles.glob("*.bundle")):
        goal = into / bundle.stem
        if not goal.exists():
            _git(into, "clone", "--quiet", "--bare", str(bundle), str(goal))
        found.append(goal)
    return found


@cache
def commits(repo: Path) -> tuple[str, ...]:
    """List the commits of a repository's main line, newest first; none for a plain folder."""
    if not (repo / ".git").exists() and not (repo / "HEAD").exists():
        return ()
    return tuple(_git(repo, "rev-list", "--first-parent", "HEAD").decode().split())


@cache
def files(repo: Path, commit: str) -> dict[str, str]:
    """Read the documents and the generator's settings at one commit.

    Args:
        repo: A repository, bare or not, or a plain folder.
        commit: A commit, or an empty string for a plain folder.

    Returns:
        Texts by path; what is no UTF-8 is left out.
    """
    found: dict[str, str] = {}
    for path, data in _folder(repo) if not commit else _archive(repo, commit):
        name = posixpath.basename(path)
        if not path.endswith(_TEXT) and name not in _CONFIG:
            continue
        try:
            text = data.decode()
        except UnicodeDecodeError:
            continue
        if text.strip() and "\r" not in text and "\t#" not in text:
            found[path] = text
    return dict(sorted(found.items()))


def _folder(repo: Path) -> list[tuple[str, bytes]]:
    paths = [path for path in repo.rglob("*") if path.is_file() and ".git" not in path.parts]
    return [(path.relative_to(repo).as_posix(), path.read_bytes()) for path in paths]


def _archive(repo: Path, commit: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    with tarfile.open(fileobj=io.BytesIO(_git(repo, "archive", commit))) as archive:
        for member in archive:
            wanted = member.isfile() and (
                member.name.endswith(_TEXT) or posixpath.basename(member.name) in _CONFIG
            )
            handle = archive.extractfile(member) if wanted else None
            if handle is not None:
                found.append((member.name, handle.read()))
    return found


def neighbourhood(
    tree: dict[str, str], page: str, *, size: int, rng: random.Random
) -> dict[str, str]:
    """Take a page with some of those that lie near it, and the settings of the site.

    Args:
        tree: All files.
        page: The page that must be there.
        size: How many pages at most.
        rng: Where chance comes from.

    Returns:
        The smaller tree.
    """
    folder = posixpath.dirname(page)
    pages = [path for path in tree if path.endswith(_TEXT) and len(tree[path]) < _LARGEST]
    rng.shuffle(pages)
    pages.sort(key=lambda path: -len(posixpath.commonprefix((posixpath.dirname(path), folder))))
    kept = {page, *pages[: size - 1]}
    kept |= {path for path in tree if posixpath.basename(path) in (*_CONFIG, "SUMMARY.md")}
    return {path: tree[path] for path in sorted(kept)}


def large_pages(tree: dict[str, str], *, least: int) -> list[str]:
    """List the pages that have some size, without navigation files and change logs."""
    skipped = ("SUMMARY.md", "CHANGELOG.md", "changelog.md", "news.rst", "changelog.rst")
    return [
        path
        for path, text in tree.items()
        if path.endswith(_TEXT) and least <= len(text) < _LARGEST and not path.endswith(skipped)
    ]
