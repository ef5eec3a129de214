"""A matching -> the sections and pages that came together from several; turned round, those that live on in several."""

from __future__ import annotations

from collections.abc import Iterator

from drift.changes.titles import headed, keeps_title
from drift.match.matching import Matching, Spread

Merged = tuple[Spread, list[int]]
"""What is one on the new side, and all that it was on the old side: with its own counterpart, in order."""


def merged_pages(matching: Matching) -> Iterator[Merged]:
    """Find the pages that came together from pages.

    Args:
        matching: The matching; as the other side sees it where pages that were split are meant.

    Yields:
        The roots of such pages. Where sections gave their blocks to what stands before the first heading there is none.
    """
    for spread in matching.merges:
        nodes = (matching.new.nodes[spread.whole], *(matching.old.nodes[i] for i in spread.parts))
        if not any(node.depth for node in nodes):
            stays = matching.pages.old_of(spread.whole)
            yield spread, sorted({*spread.parts, *(() if stays is None else (stays,))})


def merged_sections(matching: Matching) -> Iterator[tuple[Merged, bool]]:
    """Find the sections that came together from sections.

    Args:
        matching: As above.

    Yields:
        Such sections, and whether readers see no difference but where a title stands. The root of a page may lose blocks to
        a section, which is no merge of sections, and a title that a page was given is no section.
    """
    titles = headed(matching.turned())
    for spread in matching.merges:
        found = [part for part in spread.parts if part not in titles]
        if found and all(matching.old.nodes[part].depth for part in spread.parts):
            stays = matching.sections.old_of(spread.whole)
            whole = spread, sorted({*found, *(() if stays is None else (stays,))})
            yield whole, keeps_title(matching, spread.whole, found)
