"""Nodes of YAML -> what stands in a navigation made of them, in its order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
import yaml

from drift.site.yaml_nodes import scalar

LIMIT = 50_000
"""Nodes at most, gone through or waiting: YAML's aliases can make a short file endless."""

_OUTSIDE = re.compile(r"(?:(?:[A-Za-z][\w+.-]*:)?//|mailto:)\S+")

T = TypeVar("T")


class Place(msgspec.Struct, frozen=True):
    """A node of a navigation."""

    node: yaml.Node
    trail: tuple[str, ...] = ()
    # The titles above it.
    label: str = ""
    # The key that it is the value of, where that is its title.

    @property
    def text(self) -> str:
        """What it says, if it is a text."""
        return scalar(self.node)

    @property
    def line(self) -> int:
        """Where it begins, 1-based."""
        return self.node.start_mark.line + 1


def leads_out(name: str) -> bool:
    """Tell whether what an entry names is no page but a URL; a title may have a colon too."""
    return _OUTSIDE.fullmatch(name) is not None


def walk(
    places: Iterable[Place], step: Callable[[Place], tuple[Sequence[T], Sequence[Place]]]
) -> Iterator[T]:
    """Go through a navigation, depth first.

    Args:
        places: Where to begin.
        step: Tells what a place stands for, and which places are below it.

    Yields:
        What the places stand for, each before what is below it.
    """
    stack = list(reversed(list(places)))
    for _ in range(LIMIT):
        if not stack or len(stack) >= LIMIT:
            return
        found, below = step(stack.pop())
        yield from found
        stack.extend(reversed(below))
