"""A page -> whether the site's generator is told to leave it out, or to list it nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from drift.site.globs import glob_shape
from drift.site.settings import Settings
from drift.site.tree_site import TreeSite

_DRAFT = frozenset({("draft", "true"), ("published", "false")})
"""What the front matter says of a page that is not to be seen yet: Hugo, Docusaurus, Jekyll."""


def is_excluded(settings: Settings, path: str) -> bool:
    """Tell whether a page is left out, as fragments of changelogs are that another program puts together.

    Args:
        settings: Of the site.
        path: Of the page, from the root of the tree.

    Returns:
        Whether a pattern stands for it or for a folder that it lies in.
    """
    return _stands(settings.excluded, settings.root, path)


def is_left_out(site: TreeSite, path: str) -> bool:
    """Tell whether readers do not see a page: the generator leaves it out, or it says of itself that it is a draft.

    Args:
        site: The site.
        path: Of the page.
    """
    draft = any((one.key, one.value) in _DRAFT for one in site.pages[path].metadata)
    return draft or is_excluded(site.content.settings, path)


def is_unlisted(site: TreeSite, path: str) -> bool:
    """Tell whether a page is meant to be in no navigation.

    Args:
        site: The site.
        path: Of the page.
    """
    settings = site.content.settings
    marked = any(
        one.key == "orphan" or (one.key, one.value) == ("unlisted", "true")
        for one in site.pages[path].metadata
    )
    return marked or _stands(settings.unlisted, settings.root, path)


def _stands(globs: tuple[str, ...], root: str, path: str) -> bool:
    """Hold a page and its folders against globs, of which the last that fits decides."""
    if not globs or not path.startswith(root):
        return False
    parts = path.removeprefix(root).split("/")
    places = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    fitting = (glob for glob in reversed(globs) if any(map(_fits(glob), places)))
    return not next(fitting, "!").startswith("!")


@lru_cache(maxsize=1 << 8)
def _fits(glob: str) -> Callable[[str], object]:
    return re.compile(glob_shape(glob.removeprefix("!").rstrip("/"))).fullmatch
