"""Headings that a template fills in with the title of the page -> as readers see them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from drift.parse.nesting import Part, make_part

_TITLE = re.compile(
    r"<%=\s*(?:current_page\.data\.|current_article\.)?title\s*%>"
    r"|\{\{\s*(?:page\.|\$?frontmatter\.)?title\s*\}\}"
    r"|\{frontMatter\.title\}",
    re.IGNORECASE,
)
"""Middleman's, Jekyll's and VitePress', Docusaurus' word for it."""


def fill(parts: Sequence[Part], title: str) -> Sequence[Part]:
    """Fill in the headings that are nothing but the title.

    Args:
        parts: Of a page.
        title: That of its front matter; empty for none.

    Returns:
        The parts.
    """
    if not title:
        return parts
    return [_filled(part, title) for part in parts]


def _filled(part: Part, title: str) -> Part:
    heading = part.heading
    if heading is None or not _TITLE.fullmatch(heading.title):
        return part
    named = msgspec.structs.replace(heading, title=title, markup=title, spelling=title)
    return make_part(named, part.blocks, notes=part.notes, anchors=part.anchors)
