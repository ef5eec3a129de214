"""A path as written in a link -> the path from the root of the tree."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

import msgspec


class Written(msgspec.Struct, frozen=True):
    """A target that stays in the tree, taken apart."""

    path: str
    anchor: str
    folder: bool
    # Whether the path ends in a slash.


@lru_cache(maxsize=1 << 14)
def take_apart(target: str) -> Written:
    """Separate path and fragment; a query means nothing in a tree.

    Args:
        target: As written, percent-encoded or not.

    Returns:
        The parts, decoded.
    """
    path, _, anchor = target.strip().partition("#")
    path = unquote(path.partition("?")[0])
    anchor = unquote(anchor.partition(":~:")[0])
    return Written(path, anchor, path.endswith(("/", "/.", "/..")) or path in {".", ".."})


@lru_cache(maxsize=1 << 15)
def join(folder: str, path: str) -> str | None:
    """Resolve a path against a folder.

    Args:
        folder: The folder from the root of the tree, with or without a closing slash; empty for the root.
        path: A relative path, or one whose opening slash counts from `folder`.

    Returns:
        The path from the root of the tree, without closing slash, or None where it leads out of it.
    """
    parts: list[str] = []
    for part in f"{folder}/{path}".split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def join_within(root: str, folder: str, name: str) -> str:
    """Resolve a document's name as Sphinx's `docname_join`: what leads out of the sources stays at their root.

    Args:
        root: The folder of the sources, with its closing slash, or empty.
        folder: The folder, below the root, of the page that names the document.
        name: As written; one with an opening slash counts from the root.

    Returns:
        The name from the root of the tree.
    """
    parts: list[str] = []
    for part in (name if name.startswith("/") else f"{folder}/{name}").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return root + "/".join(parts)


def parent(path: str) -> str:
    """Give the folder of a path, with its closing slash; empty at the root."""
    return path[: path.rfind("/") + 1]


def below(folder: str, name: str) -> str:
    """Name a folder that a configuration speaks of.

    Args:
        folder: Where it stands, with a closing slash, or empty.
        name: As it is written there.

    Returns:
        The folder with a closing slash; empty for the root of the tree, and for what lies outside of it.
    """
    parts = [part for part in f"{folder}{name}".split("/") if part not in {"", "."}]
    return "" if ".." in parts else "".join(f"{part}/" for part in parts)
