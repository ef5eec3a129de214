"""The paths of a tree -> what a path written in a link leads to, and what links call each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from drift.site.documents import stem_of, suffix_of
from drift.site.symlinks import NONE, Symlinks

INDEX_NAMES = frozenset({"index", "readme", "_index"})
"""Stems of the page that stands for its folder."""

_HTML = re.compile(r"\.html?\Z")


def _folders(files: Iterable[str]) -> frozenset[str]:
    found = {"."} if files else set()
    for path in files:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def _still(
    near: Places | None,
    pages: Iterable[str],
    files: frozenset[str],
    routes: Mapping[str, tuple[str, ...]],
    symlinks: Mapping[str, str],
) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """Take over what is known of URLs that name nothing of what came or went."""
    if near is None or near.routes or routes or near.symlinks.targets or symlinks:
        # A URL may name a page by what leads to it alone.
        return
    differing = frozenset(near.pages).symmetric_difference(pages) | (near.files ^ files)
    names = {path.rpartition("/")[2].partition(".")[0] for path in differing}
    names |= {path.rpartition("/")[0].rpartition("/")[2] for path in differing}
    for (url, root), found in near.leading.items():
        if "%" not in url and not any(name in url for name in names):
            yield (url, root), found


class Places:
    """Look-ups over the paths of one tree, which do not hang on what its pages say."""

    def __init__(
        self,
        pages: Iterable[str],
        files: frozenset[str],
        routes: Mapping[str, tuple[str, ...]],
        *,
        symlinks: Mapping[str, str] = NONE,
        near: Places | None = None,
    ) -> None:
        """Index the paths.

        Args:
            pages: The paths of the pages, in their order.
            files: Every path of the tree.
            routes: Further routes, without suffix, that some pages are published under.
            symlinks: Path of each -> what is written in it.
            near: Those of another revision of the tree.
        """
        self.pages = tuple(pages)
        self.files = files
        self.routes = routes
        self.symlinks = Symlinks(symlinks)
        self.suffixes = frozenset(map(suffix_of, files))
        self.folders = _folders(files)
        self.documents: dict[str, str] = {}
        # What was found out of URLs: see `drift.site.base_url`.
        self.leading: dict[tuple[str, str], tuple[str, ...]] = dict(
            _still(near, self.pages, files, routes, symlinks)
        )
        self._known = frozenset(self.pages)
        self._stems: dict[str, str] = {}
        self._indexes: dict[str, str] = {}
        for path in self.pages:
            self._enter(path)
        for path, ways in routes.items():
            for route in ways:
                self._stems.setdefault(route, path)

    def _enter(self, path: str) -> None:
        stem = stem_of(path)
        self.documents.setdefault(stem, path)
        folder, _, name = stem.rpartition("/")
        if name.lower() in INDEX_NAMES:
            self._indexes.setdefault(folder, path)
        self._stems.setdefault(stem, path)

    def place(self, path: str, *, folder: bool = False) -> str | None:
        """Find what a path, as it is written in a link, leads to.

        Args:
            path: From the root of the tree, `.` and `..` resolved; with a suffix, without, or with that of the published page.
            folder: Whether it was written with a closing slash.

        Returns:
            The path of the page or file, or of a folder with a closing slash.
        """
        return self._there(path, folder=folder) or self.behind(path, folder=folder)

    def behind(self, path: str, *, folder: bool = False) -> str | None:
        """Find what a path leads to by the symlinks on it, as `place` does; None where it meets none."""
        end = self.symlinks.followed(path) if self.symlinks.targets else path
        return None if end is None or end == path else self._there(end, folder=folder)

    def leads_away(self, path: str) -> bool:
        """Tell whether symlinks on a path lead out of the tree, in a circle or nobody knows where."""
        return bool(self.symlinks.targets) and self.symlinks.followed(path) is None

    def _there(self, path: str, *, folder: bool) -> str | None:
        if path in self._known or path in self.files:
            return path
        route = _HTML.sub("", path)
        if route != path and route.rpartition("/")[2] == "index":
            route = route[:-5].rstrip("/")
            folder = True
        order = (self._indexes, self._stems) if folder else (self._stems, self._indexes)
        found = order[0].get(route) or order[1].get(route)
        if found is None and (route or ".") in self.folders:
            return f"{route}/" if route else "./"
        return found

    def page(self, path: str) -> str | None:
        """Find the page that a path leads to.

        Args:
            path: As for `place`.

        Returns:
            Its path, or None where it leads to another file, a folder or nowhere.
        """
        found = self.place(path)
        return found if found in self._known else None

    def may_name_page(self, name: str) -> bool:
        """Tell whether a path may lead to a page whose last part is called so: too often, never too seldom.

        Args:
            name: As it is written in a URL, without a slash.
        """
        if self.symlinks.targets or "%" in name or not name.strip("."):
            # It may be another when it is read.
            return True
        bare = _HTML.sub("", name)
        return name in self._ends or bare in self._ends or bare == "index"

    @cached_property
    def _ends(self) -> frozenset[str]:
        ways = chain(self._known, self._stems, self._indexes)
        return frozenset(way.rpartition("/")[2] for way in ways)

    def names(self, place: str) -> frozenset[str]:
        """List what links call a page or file by: the last part of its path, or its folder's if it stands for that.

        Args:
            place: Its path, here or at another revision; that of a folder has a closing slash.

        Returns:
            The names.
        """
        names: set[str] = set()
        end = place.removesuffix("/")
        links = self.symlinks.standing_for
        around = links(end.rpartition("/")[0]) if is_index(end) else ()
        for route in (end, *self.routes.get(place, ()), *links(end), *around):
            folder, _, name = route.rpartition("/")
            names.add(stem_of(name))
            if is_index(route):
                # Whatever its file is called, it is published as an index.
                names.update({folder.rpartition("/")[2], "index"} - {""})
        return frozenset(names)


def is_index(path: str) -> bool:
    """Tell whether a page stands for its folder.

    Args:
        path: Its path.
    """
    return stem_of(path).rpartition("/")[2].lower() in INDEX_NAMES
