"""What a user writes -> the two revisions to be compared.

    OLD NEW           two of: a git revision (branch, tag, commit, HEAD~1), REV:FOLDER, REV:FILE, a directory, a file,
                      WORKTREE or INDEX (also WORKTREE:FOLDER)
    A..B, A...B       two git revisions; with three dots the merge base of both against B
    OLD               one revision against the work tree; REV:FOLDER against the same folder of the work tree

A word that is both a revision and a path is the revision, as for git; `./docs` is always the path. Only an existing
file with a suffix, as documents have, is taken as the file without asking git.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drift.errors import RevisionError
from drift.revision.disk import directory, single_file

if TYPE_CHECKING:
    from drift.revision.base import Revision
    from drift.revision.git import Repository

_RANGE = re.compile(r"(?P<old>(?!\.)[^\s]*?[^./]|)(?P<dots>\.{2,3})(?P<new>[^./\s][^\s]*|)")
_SPECIAL = re.compile(
    r"(?P<what>WORKTREE|INDEX|STAGED|--cached|--staged)(?::(?P<path>.*))?", re.DOTALL
)
_SUFFIXED = re.compile(r".*[^/.][^/]*\.[A-Za-z]\w*\Z", re.DOTALL)


def open_revisions(old: str, new: str | None, *, repo_dir: Path) -> tuple[Revision, Revision]:
    """Open what the user wrote.

    Args:
        old: The first word: a revision, a path, or a range.
        new: The second word, if there is one.
        repo_dir: The folder in which the user stands.

    Returns:
        The old and the new revision.

    Raises:
        RevisionError: One of them cannot be read.
    """
    stand = _Stand(repo_dir)
    if new is not None:
        return _open(old, stand), _open(new, stand)
    found = _RANGE.fullmatch(old)
    if found and not _exists(repo_dir / old):
        return _open_range(found, stand)
    first = _open(old, stand)
    if first.commit is None and not _SPECIAL.fullmatch(old):
        raise RevisionError(
            "a path alone has nothing to be compared with", where=old, remedy="name a second one"
        )
    _, colon, path = old.partition(":")
    return first, _open(f"WORKTREE{colon}{path}", stand)


class _Stand:
    """The folder in which a user stands; its repository is opened when it is needed, and once for both sides."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def repository(self) -> Repository:
        return _repository(self.folder)


def _open_range(found: re.Match[str], stand: _Stand) -> tuple[Revision, Revision]:
    old, new = found["old"] or "HEAD", found["new"] or "HEAD"
    if found["dots"] == "...":
        _open(old, stand)
        _open(new, stand)
        repository = stand.repository
        base = repository.ask("merge-base", "--end-of-options", old, new)
        if not base:
            cut = "the clone is shallow: git fetch --unshallow" if repository.shallow else ""
            raise RevisionError("the two sides have no common ancestor", where=found[0], remedy=cut)
        old = base
    return _open(old, stand), _open(new, stand)


def open_revision(word: str, *, repo_dir: Path) -> Revision:
    """Open one revision or path.

    Args:
        word: What the user wrote.
        repo_dir: The folder in which the user stands.

    Returns:
        The revision.

    Raises:
        RevisionError: There is nothing of that name, or it cannot be read.
    """
    return _open(word, _Stand(repo_dir))


def _open(word: str, stand: _Stand) -> Revision:
    if not word or "\0" in word:
        raise RevisionError("an empty name is no revision")
    place = stand.folder / word
    special = _SPECIAL.fullmatch(word)
    if special:
        return _open_special(special, stand)
    if _SUFFIXED.match(word) and _is_file(place):
        return single_file(word, place)
    if not word.startswith(("/", "./", "../")) and word not in {".", ".."}:
        found = _open_commit(word, place, stand)
        if found:
            return found
    return _open_path(word, place)


def _open_path(word: str, place: Path) -> Revision:
    if not _exists(place):
        raise RevisionError("no such file or directory", where=word)
    if place.is_dir():
        return directory(word, place)
    return single_file(word, place)


def _is_file(place: Path) -> bool:
    return _exists(place) and place.is_file()


def _exists(place: Path) -> bool:
    """Tell whether there is such a path; a name too long or links in a circle lead nowhere."""
    try:
        return place.exists()
    except OSError:
        return False


def _open_special(found: re.Match[str], stand: _Stand) -> Revision:
    repository = stand.repository
    from drift.revision.objects import index_revision  # noqa: PLC0415 - fails where git is missing, which is told above
    from drift.revision.subtree import Subtree  # noqa: PLC0415
    from drift.revision.worktree import WorkTree  # noqa: PLC0415

    whole: Revision
    if found["what"] == "WORKTREE":
        whole = WorkTree(found[0], repository)
    else:
        whole = index_revision(repository, found[0])
    path = found["path"]
    if path is None:
        return whole
    if path.startswith(("./", "../")):
        path = _joined(repository.prefix, path)
    return Subtree(found[0], whole, path)


def _joined(prefix: str, path: str) -> str:
    parts: list[str] = []
    for part in (prefix + path).split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _open_commit(word: str, place: Path, stand: _Stand) -> Revision | None:
    exists, repo_dir = _exists(place), stand.folder
    try:
        repository = stand.repository
    except RevisionError as error:
        if exists:
            return None
        if error.where == str(repo_dir) and not repo_dir.is_dir():
            raise
        raise RevisionError(
            f"no such file or directory, and {repo_dir} is {error.problem}", where=word
        ) from error
    from drift.revision.objects import commit_revision  # noqa: PLC0415 - fails where git is missing, which is told above
    from drift.revision.unknown import unknown  # noqa: PLC0415

    found = commit_revision(repository, word)
    if found is None and not exists:
        raise unknown(repository, word, otherwise="neither a revision nor a file")
    return found


def _repository(repo_dir: Path) -> Repository:
    try:
        from drift.revision.git import Repository  # noqa: PLC0415 - files need no git
    except ImportError as error:
        raise RevisionError(
            "git cannot be run", where=str(repo_dir), remedy="install git"
        ) from error
    return Repository(repo_dir)
