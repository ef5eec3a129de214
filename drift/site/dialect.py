"""Configuration and contents of a tree -> the dialect of each of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from drift.parse.anchors import RULES
from drift.site.document import Document
from drift.site.documents import stem_of, suffix_of
from drift.site.settings import Settings
from drift.trees.site import Dialect

SPHINX, MYST = Dialect("sphinx"), Dialect("myst")
GITHUB, HUGO, JEKYLL = Dialect("github"), Dialect("hugo"), Dialect("jekyll")

BY_TITLE = frozenset({SPHINX, MYST})
"""Those in which a link may name a section by its title."""

RST_SUFFIXES = frozenset({".rst", ".rest", ".txt"})
"""Read by docutils, whatever publishes the site."""


class Dialects(msgspec.Struct, frozen=True):
    """Which dialect holds where."""

    site: Dialect
    # That of most pages.
    markdown: Dialect
    # Of Markdown pages outside of the folders below.
    sphinx: tuple[str, ...] = ()
    # Folders, with a closing slash, that Sphinx publishes: Markdown in them is MyST.

    def of(self, path: str) -> Dialect:
        """Tell the dialect of one page."""
        if suffix_of(path) in RST_SUFFIXES:
            return SPHINX
        return MYST if path.startswith(self.sphinx) else self.markdown

    def names_titles(self, suffixes: frozenset[str]) -> bool:
        """Tell whether there may be pages of a dialect in which links name titles.

        Args:
            suffixes: Of all files.
        """
        if self.sphinx or not BY_TITLE.isdisjoint((self.site, self.markdown)):
            return True
        return not suffixes.isdisjoint(RST_SUFFIXES)


def dialects(
    documents: Mapping[str, Document], settings: Settings, *, override: Dialect | None = None
) -> Dialects:
    """Find the dialects of a tree.

    Args:
        documents: By path; those that have no text play no part.
        settings: What the configuration says.
        override: What the user says; it holds for all Markdown pages.

    Returns:
        The dialects. Without configuration, folders whose pages have a toctree are Sphinx's, and the rest is GitHub's.
    """
    paths = [path for path, document in documents.items() if document.unread is None]
    if override:
        return Dialects(site=override, markdown=override)
    if settings.generator == "sphinx":
        return _site(paths, GITHUB, (*_sources(documents, settings.root), settings.root))
    if settings.generator:
        # GitHub's rule is that of most others.
        own = Dialect(settings.generator) if settings.generator in RULES else GITHUB
        return Dialects(site=own, markdown=own)
    return _site(paths, GITHUB, _sphinx_folders(documents))


def _site(paths: Iterable[str], markdown: Dialect, folders: tuple[str, ...]) -> Dialects:
    counts: dict[Dialect, int] = {}
    found = Dialects(site=markdown, markdown=markdown, sphinx=folders)
    for path in paths:
        dialect = found.of(path)
        counts[dialect] = counts.get(dialect, 0) + 1
    most = max(counts, key=lambda name: (counts[name], name), default=markdown)
    return msgspec.structs.replace(found, site=most)


def _sources(documents: Mapping[str, Document], root: str) -> tuple[str, ...]:
    """Find the folders that Sphinx counts from, where its configuration stands above them and not beside its first page.

    One configuration may serve several manuals, or be named with `sphinx-build -c`.
    """
    inside = (path for path in documents if path.startswith(root))
    beside = (stem_of(path[len(root) :]) for path in inside if "/" not in path[len(root) :])
    # Hardly any site goes beyond its first such page.
    if any(stem.lower() != "readme" for stem in beside):
        return ()
    below = {path: one for path, one in documents.items() if path.startswith(root)}
    stems = frozenset(map(stem_of, below))
    return tuple(folder for folder in _sphinx_folders(below) if f"{folder}index" in stems)


def _sphinx_folders(documents: Mapping[str, Document]) -> tuple[str, ...]:
    folders = (
        path[: path.rfind("/") + 1] for path, document in documents.items() if document.has_toctree
    )
    return _outermost(folders)


def _outermost(folders: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for folder in sorted(set(folders)):
        if not kept or not folder.startswith(kept[-1]):
            kept.append(folder)
    return tuple(kept)
