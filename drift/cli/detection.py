"""A revision -> what its site tells of the configuration that drift is to have there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from drift.cli.redirecting import redirecting
from drift.config.sample import Said
from drift.config.settings import ADDRESS
from drift.render.visible import visible
from drift.site.build import site

if TYPE_CHECKING:
    from drift.config.schema import Place
    from drift.revision.base import Revision
    from drift.site.tree_site import TreeSite

SHARE = 0.5
"""Of the pages that must stand where the site's sources are; else it publishes but a part of what is written."""

_SPECIAL = re.compile(r"\A:|[*?\[\\]")
"""What means more in a pathspec than it says."""


_ADDRESS = re.compile(ADDRESS)


class Found(msgspec.Struct, frozen=True):
    """What was found out."""

    keys: dict[Place, Said]
    heading: tuple[str, ...]
    # Lines on what it was found from.


def found(revision: Revision) -> Found:
    """Find out what can be said of a repository.

    Args:
        revision: What stands there now.

    Returns:
        What is known. The dialect and the address are shown and not set: drift finds them at each revision anew, and a site
        that had another generator before would be read by the wrong one there.
    """
    whole = site(revision)
    dialect = Said(
        whole.dialect, "Found at each revision anew; to be set where that is wrong.", holds=False
    )
    keys: dict[Place, Said] = {("dialect",): dialect}
    base = next((base for base in whole.bases if _ADDRESS.match(base)), None)
    if base is not None:
        keys["base-url",] = Said(base, dialect.remark, holds=False)
    if said := _path(whole):
        keys["path",] = said
    book = redirecting(revision, (whole, whole), "", quiet=True)
    if book is not None:
        keys["review", "redirects"] = Said(book.file)
    return Found(keys, tuple(_heading(whole)))


def _path(whole: TreeSite) -> Said | None:
    """Where the sources stand, with the files that say how they are published."""
    settings = whole.content.settings
    if not settings.root:
        return None
    inside = sum(path.startswith(settings.root) for path in whole.pages)
    outside = len(whole.pages) - inside
    configs = (path for path in sorted(settings.configs) if not path.startswith(settings.root))
    specs = [_literal(path) for path in (settings.root, *configs)]
    remark = (
        f"Of {inside + outside} pages, {outside} elsewhere." if outside else "All pages are there."
    )
    return Said(list(specs), remark, holds=inside > SHARE * len(whole.pages))


def _literal(path: str) -> str:
    return f":(literal){path}" if _SPECIAL.search(path) else path


def _heading(whole: TreeSite) -> list[str]:
    settings = whole.content.settings
    files = f" ({', '.join(sorted(settings.configs))})" if settings.configs else ""
    generator = settings.generator or ("sphinx" if whole.dialects.sphinx else "")
    count = len(whole.pages)
    pages = f"{count} page{'' if count == 1 else 's'}"
    site_line = f"{pages}, generator {generator}{files}" if generator else pages
    bases = [f"Published under {' and '.join(whole.bases)}"] if whole.bases else []
    return [visible(f"{line}.") for line in (f"Found: {site_line}", *bases)]
