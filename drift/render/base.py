"""What a renderer is: a name and one function from a document to text; and what readers wish of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

Document = TypeVar("Document")


class Renderer(msgspec.Struct, Generic[Document], frozen=True):
    """One output format of one kind of document."""

    name: str
    render: Callable[[Document], str]


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """How the reader of a document wants to see it; formats for programs have no use for it."""

    context: int = 3
    # Words shown on each side of a difference.
    width: int = 80
    color: bool = False
    verbose: bool = False
    # Whether to show what most leave out: ids and confidences, blocks, long texts and lists in full.
