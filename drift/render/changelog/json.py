"""A changelog -> one JSON document, the same bytes for the same changelog."""

from __future__ import annotations

import msgspec

from drift.render.base import Renderer
from drift.render.changelog.view import View
from drift.render.encode import encode


def render(view: View) -> str:
    """Write a changelog as JSON; the names and the order of keys are those of the types.

    Args:
        view: The changelog; how people wish to see it plays no part.

    Returns:
        The document, indented, with a line end.
    """
    changelog = view.changelog
    by_kind = dict(sorted(changelog.stats.by_kind.items()))
    stats = msgspec.structs.replace(changelog.stats, by_kind=by_kind)
    return encode(msgspec.structs.replace(changelog, stats=stats))


JSON = Renderer("json", render)
