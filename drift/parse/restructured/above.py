"""What stands above a heading and belongs to it: labels, index entries, and directives that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from drift.trees.page import Anchor, Block, Explicit

ABOUT = frozenset(("index", "class", "rst-class"))
"""Directives that show nothing, and without a body are about what comes next."""

_WORD = re.compile(r"\w+")
_OWN = re.compile(r"auto|program$")
# Directives of Sphinx that name nothing where they stand.
_NO_ID = re.compile(r"[^a-zA-Z0-9._]+")


class Name(msgspec.Struct, frozen=True, gc=False):
    """A directive that names the heading below it, if that says what its argument begins with."""

    block: Block

    def names(self, title: str) -> bool:
        """Tell whether it names a heading; see `is_name`."""
        return is_name(self.block.name, self.block.text, title)

    @property
    def anchor(self) -> Explicit:
        """The anchor that Sphinx makes of it (`sphinx.domains.std.Target`)."""
        said = f"std-{self.block.name}-{self.block.text}"
        return Explicit(Anchor(_NO_ID.sub("-", said).strip("-")), self.block.lines[0])


class Above:
    """What may belong to the heading that comes next."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._items: list[Explicit | Block | Name] = []

    def add(self, item: Explicit | Block | Name) -> None:
        """Take note of a label, a block that is about what comes next, or a name."""
        self._items.append(item)

    @property
    def expecting(self) -> bool:
        """Tell whether the last of it belongs to any heading."""
        return bool(self._items) and not isinstance(self._items[-1], Name)

    def given_up(self) -> Iterator[Explicit | Block]:
        """Give what stands above no heading, and begin anew."""
        items, self._items = self._items, []
        return (item.block if isinstance(item, Name) else item for item in items)

    def taken_up(self, title: str) -> list[Explicit | Block | Name]:
        """Give what belongs to a heading; what is left stands above none.

        Args:
            title: The source of its title.

        Returns:
            The last of it, in order, down from what names something else.
        """
        others = [
            number
            for number, item in enumerate(self._items, 1)
            if isinstance(item, Name) and not item.names(title)
        ]
        start = others[-1] if others else 0
        items, self._items = self._items[start:], self._items[:start]
        return items


def is_name(directive: str, argument: str, title: str) -> bool:
    """Tell whether a directive right above a title gives it a name to refer to it by.

    Projects define such directives by themselves (Sphinx: `app.add_crossref_type`): `.. setting:: LANG` above `LANG`.

    Args:
        directive: Its name.
        argument: Its argument.
        title: The source of the title.

    Returns:
        Whether the title says what the argument begins with.
    """
    name = None if ":" in directive or _OWN.match(directive) else _WORD.search(argument)
    return name is not None and name[0].casefold() in _WORD.findall(title.casefold())
