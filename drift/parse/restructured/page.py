"""reStructuredText source -> page."""

from __future__ import annotations

from types import MappingProxyType

import msgspec
from docutils import nodes

from drift.parse.anchors import slugger
from drift.parse.base import last_line
from drift.parse.nesting import Heading, nest
from drift.parse.restructured.blocks import Blocks, Reader
from drift.parse.restructured.bodies import READERS
from drift.parse.restructured.contents import read_directive
from drift.parse.restructured.source import read
from drift.trees.page import Datum, Format, Page
from drift.trees.site import Dialect

_READERS: MappingProxyType[str, Reader] = MappingProxyType({**READERS, "Directive": read_directive})


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
    last = last_line(source)
    blocks = Blocks(document, _READERS, last_line=last)
    fields = _page_fields(document)
    blocks.walk(child for child in document.children if child is not fields)
    blocks.flush()
    root = nest(blocks.items, last_line=last, slugger=slugger(dialect))
    titles = (item.title for item in blocks.items if isinstance(item, Heading))
    return Page(
        format=Format("rst"),
        title=next(titles, ""),
        root=root,
        metadata=_metadata(fields) if fields is not None else (),
    )


def _page_fields(document: nodes.document) -> nodes.field_list | None:
    """Find the field list that is about the page: the first thing in it that can be seen."""
    for child in document.children:
        if isinstance(child, nodes.field_list):
            return child
        if not isinstance(child, nodes.comment | nodes.target | nodes.substitution_definition):
            break
    return None


def _metadata(fields: nodes.field_list) -> tuple[Datum, ...]:
    found: list[Datum] = []
    for field in fields.children:
        if isinstance(field, nodes.field):
            value = " ".join(field.children[1].astext().split())
            key = field.children[0].astext()
            # `:orphan:` says what `orphan: true` does.
            datum = msgspec.json.encode(value or True).decode()
            found.append(Datum(key, datum, field.line or 1))
    return tuple(found)
