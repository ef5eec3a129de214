"""What a perfect tool reports: expectations against nodes while the edits run, facts with places when they are done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from tests.benchmarks.accuracy.outline import Node, Sheet

Value = str | int | list[str] | None


class Unsaid:
    """The value of a side that the contract leaves to the tool."""

    def __repr__(self) -> str:
        """Print as a question mark."""
        return "?"


ANY: Final = Unsaid()
Place = tuple[str, tuple[str, ...]]
Spot = Node | Sheet
Source = Literal["given", "titles", "trails", "paths", "places", "levels"]


@dataclass
class Expected:
    """One change or rule that an edit calls for, told by the things it is about and not by where they stand."""

    kind: str
    edit: str
    old: tuple[Spot, ...] = ()
    new: tuple[Spot, ...] = ()
    before: Value | Unsaid = ANY
    after: Value | Unsaid = ANY
    values: Source = "given"
    # Where `before` and `after` come from once all edits are done.
    tolerated: bool = False
    # The contract can be read either way: no miss without it, no false alarm with it.
    key: str = ""


@dataclass(frozen=True)
class Fact:
    """One expected change with its places."""

    kind: str
    edit: str
    old: tuple[Place, ...]
    new: tuple[Place, ...]
    before: Value | Unsaid = ANY
    after: Value | Unsaid = ANY
    nature: str = ""
    tolerated: bool = False
    others: tuple[Fact, ...] = ()
    # Equally true accounts of the same edit.
    key: str = ""


@dataclass
class Case:
    """Two revisions and what lies between them."""

    name: str
    seed: str
    old: dict[str, str]
    new: dict[str, str]
    facts: list[Fact]
    edits: list[str] = field(default_factory=list)
