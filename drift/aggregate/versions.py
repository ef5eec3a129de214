"""The name of a folder -> which version of a handbook it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

_VERSION = re.compile(
    r"(?:docs[-_])?(?:v|version|release|rel)?[-_.]?\d+(?:[-_.]?(?:v?\d+|x|alpha|beta|rc))*(?:[-_]docs)?",
    re.IGNORECASE,
)
_NAMED: Mapping[str, int] = MappingProxyType(
    {"latest": 2, "stable": 2, "current": 2}
    | dict.fromkeys(("dev", "devel", "edge", "main", "master", "next", "nightly", "preview"), 0)
)
# Versions without a number; of those with one is the rank 1.

Rank = tuple[int, tuple[int, ...]]
"""How late a version is: what is called the latest comes after those with a number, and what is yet to come before."""


_NO_RANK: Rank = (0, ())

_COPIES = "versioned_docs"


def rank(folder: str) -> Rank | None:
    """Tell how late the version is that a folder holds.

    Args:
        folder: Its name.

    Returns:
        The rank; None of a folder that is called otherwise.
    """
    name = folder.casefold()
    if name in _NAMED:
        return _NAMED[name], ()
    if not _VERSION.fullmatch(name):
        return None
    return 1, tuple(map(int, re.findall(r"\d+", name)))


def version_of(path: str) -> str:
    """Find the version with a number that a page is of.

    Args:
        path: Of the page; a folder that is a bare number is a year, or a chapter.

    Returns:
        The path of the folder that holds the version; empty of a page of none.
    """
    folders = path.split("/")[:-1]
    for at, folder in enumerate(folders):
        if not folder.isdecimal() and (rank(folder) or (0,))[0] == 1:
            return "/".join(folders[: at + 1])
    return ""


def superseded(paths: Iterable[str]) -> frozenset[str]:
    """Find the pages that tell how things were, since a later version of the handbook stands beside theirs.

    Args:
        paths: Of all pages.

    Returns:
        Those in the folder of a version with a number that is not the latest of its siblings, and Docusaurus' copies, beside
        which the handbook itself is the latest.
    """
    version = {path: version_of(path) for path in paths}
    latest: dict[str, Rank] = {}
    for folder in set(version.values()) - {""}:
        above, _, name = folder.rpartition("/")
        latest[above] = max(latest.get(above, _NO_RANK), rank(name) or _NO_RANK)
    return frozenset(
        path for path, folder in version.items() if folder and _is_earlier(folder, latest)
    )


def _is_earlier(folder: str, latest: Mapping[str, Rank]) -> bool:
    above, _, name = folder.rpartition("/")
    return above.endswith(_COPIES) or (rank(name) or _NO_RANK) < latest[above]
