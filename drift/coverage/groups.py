"""Statements that some things belong together -> the sets that follow from them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Sets of things that belong together, each named by one of them (union-find)."""

    def __init__(self) -> None:
        """Begin with each thing by itself."""
        self._parent: dict[T, T] = {}

    def root(self, thing: T) -> T:
        """Name the set of a thing."""
        while (parent := self._parent.setdefault(thing, thing)) != thing:
            self._parent[thing] = self._parent[parent]
            thing = self._parent[parent]
        return thing

    def join(self, things: Iterable[T]) -> None:
        """Put the sets of some things together."""
        first, *rest = map(self.root, things)
        for thing in rest:
            self._parent[thing] = first
