"""A page -> whether the site's generator is told to leave it out."""

from __future__ import annotations

import re
from functools import lru_cache

from drift.site.globs import glob_shape
from drift.site.settings import Settings


def is_excluded(settings: Settings, path: str) -> bool:
    """Tell whether a page is left out, as fragments of changelogs are that another program puts together.

    Args:
        settings: Of the site.
        path: Of the page, from the root of the tree.

    Returns:
        Whether a pattern stands for it or for a folder that it lies in.
    """
    if not settings.excluded or not path.startswith(settings.root):
        return False
    parts = path.removeprefix(settings.root).split("/")
    places = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    return any(
        _pattern(pattern).fullmatch(place) for pattern in settings.excluded for place in places
    )


@lru_cache(maxsize=1 << 8)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(glob_shape(pattern.rstrip("/")))
