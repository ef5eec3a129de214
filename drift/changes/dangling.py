"""What a link led to, and leads to as it is written still -> whether it leads nowhere now."""

from __future__ import annotations

from drift.trees.site import Site, Target


def dangles(site: Site, old: Target, new: Target) -> bool:
    """Tell whether what is written as before led to a place and leads to none that is known.

    Args:
        site: The new revision.
        old: What it led to.
        new: What it leads to.

    Returns:
        Whether it is; a page that cannot be read may have any anchor, and so may the source that a URL leads to now where it
        led to a built page.
    """
    if old.state != "found":
        return False
    # The site has that URL and no longer has that page, or a generator may publish anything there and did publish that page.
    beside = site.single and new.page not in site.pages
    if new.state != "unknown" or not new.page or beside:
        return new.state in {"missing", "outside"}
    page = site.pages.get(new.page)
    return not (page and (page.unparsed or new.page != old.page))
