"""What a renderer is: a name and one function from a document to text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

Document = TypeVar("Document")


class Renderer(msgspec.Struct, Generic[Document], frozen=True):
    """One output format of one kind of document."""

    name: str
    render: Callable[[Document], str]
