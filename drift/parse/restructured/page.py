"""reStructuredText source -> page, and what one stretch of it says."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

import msgspec
from docutils import nodes

from drift.parse.anchors import slugger
from drift.parse.base import last_line
from drift.parse.footnotes import settle_notes
from drift.parse.nesting import Part, nest_parts, parts
from drift.parse.restructured.blocks import Blocks, Reader
from drift.parse.restructured.bodies import READERS
from drift.parse.restructured.contents import read_directive
from drift.parse.restructured.references import References
from drift.parse.restructured.source import read
from drift.trees.page import Datum, Format, Page
from drift.trees.site import Dialect

READERS_OF_PAGE: MappingProxyType[str, Reader] = MappingProxyType(
    {**READERS, "Directive": read_directive}
)
"""What reads a node, by the name of its class."""


def parse(source: str, dialect: Dialect) -> Page:
    """Read a page.

    Args:
        source: The text.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree.

    Raises:
        Unbearable: The page cannot be read in good time.
    """
    document = read(source)
    blocks = Blocks(References(document), READERS_OF_PAGE, last_line=last_line(source))
    fields = page_fields(document)
    blocks.walk(child for child in document.children if child is not fields)
    blocks.flush()
    return page(source, parts(blocks.items), metadata(fields), dialect)


def page(source: str, parts: Sequence[Part], metadata: tuple[Datum, ...], dialect: Dialect) -> Page:
    """Put a page together.

    Args:
        source: The text.
        parts: What it says, from heading to heading.
        metadata: What is said about it.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree.

    Raises:
        Unbearable: Its sections are nested too deeply.
    """
    titles = (part.heading.title for part in parts if part.heading)
    return Page(
        format=Format("rst"),
        title=next(titles, ""),
        root=nest_parts(settle_notes(parts), last_line=last_line(source), slugger=slugger(dialect)),
        metadata=metadata,
    )


def page_fields(document: nodes.document) -> nodes.field_list | None:
    """Find the field list that is about the page: the first thing in it that can be seen.

    Args:
        document: The page, or its beginning.

    Returns:
        The list, if the page has one.
    """
    for child in document.children:
        if isinstance(child, nodes.field_list):
            return child
        if not isinstance(child, nodes.comment | nodes.target | nodes.substitution_definition):
            break
    return None


def metadata(fields: nodes.field_list | None) -> tuple[Datum, ...]:
    """Read the field list that is about a page.

    Args:
        fields: The list, if there is one.

    Returns:
        Its fields.
    """
    found: list[Datum] = []
    for field in fields.children if fields is not None else ():
        if isinstance(field, nodes.field):
            value = " ".join(field.children[1].astext().split())
            key = field.children[0].astext()
            # `:orphan:` says what `orphan: true` does.
            datum = msgspec.json.encode(value or True).decode()
            found.append(Datum(key, datum, field.line or 1))
    return tuple(found)
