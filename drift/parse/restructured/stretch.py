"""A stretch of a page -> what it says and defines, and whether it would say so within the page, too."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from docutils import nodes

from drift.parse.base import last_line
from drift.parse.fragments import Fragment
from drift.parse.nesting import parts
from drift.parse.restructured.blocks import Blocks
from drift.parse.restructured.names import asked, replaced
from drift.parse.restructured.page import READERS_OF_PAGE, page_fields
from drift.parse.restructured.references import Given, References
from drift.parse.restructured.source import Document, read
from drift.parse.restructured.titles import titles
from drift.parse.shelf import Outcome

STYLE, TARGET, TITLE, REPLACED, ROLE = "^", "_", "~", "|", ":"
"""What a line of context, or something defined, is about: its first character. The name follows, then what it stands for."""


class _Context(msgspec.Struct, frozen=True):
    """What the rest of the page decides."""

    levels: dict[str, int]
    names: dict[str, str | None]
    texts: list[str]
    # Of definitions of substitutions.
    roles: frozenset[str]
    # Raw ones.


def _context(lines: Sequence[str]) -> _Context:
    levels: dict[str, int] = {}
    names: dict[str, str | None] = {}
    texts: list[str] = []
    roles: set[str] = set()
    for line in lines:
        name, sign, said = line[1:].partition("\n")
        if line[0] == STYLE:
            levels[name] = int(said)
        elif line[0] == TARGET:
            names[name] = said if sign else None
        elif line[0] == REPLACED:
            texts.append(said)
        else:
            roles.add(name)
    return _Context(levels, names, texts, frozenset(roles))


class Stretches:
    """Reads stretches of one page, some of them again when it is known what the page defines."""

    def __init__(self) -> None:
        """Begin a page."""
        self._documents: dict[tuple[str, frozenset[str]], Document] = {}

    def read(self, fragment: Fragment) -> Outcome:
        """Read one stretch.

        Args:
            fragment: The stretch, with the levels of its titles and what its references stand for.

        Returns:
            What it says.

        Raises:
            Unbearable: It cannot be read in good time.
        """
        source, context = fragment.source, _context(fragment.context)
        document = self._document(source, context.roles)
        texts = read("\n\n".join(context.texts)).substitution_defs if context.texts else {}
        references = References(document, Given(context.names, texts))
        blocks = Blocks(
            references, READERS_OF_PAGE, last_line=last_line(source), levels=context.levels
        )
        fields = page_fields(document)
        blocks.walk(child for child in document.children if child is not fields)
        joined = blocks.expecting
        blocks.flush()
        own_roles = document.raw_roles - context.roles - {"raw"}
        sure = not blocks.beyond and _is_foreseen(source, references)
        return Outcome(
            parts(blocks.items),
            joined=joined,
            spills=not sure or (bool(own_roles) and bool(context.roles)),
            defined=_defined(references, sorted(own_roles)),
        )

    def _document(self, source: str, roles: frozenset[str]) -> Document:
        found = self._documents.get((source, roles))
        if found is None:
            found = self._documents[source, roles] = read(source, raw_roles=roles)
        return found


def _is_foreseen(source: str, references: References) -> bool:
    """Tell whether the stretch has the titles and asks for the names that its source lets expect."""
    expected = titles(source)
    if expected is None or not references.balanced:
        return False
    there = [(_line(title), title["style"]) for title in references.titles]
    return (
        there == [(source.count("\n", 0, title.start) + 1, title.style) for title in expected]
        and references.asked <= asked(source)
        and references.replaced <= replaced(source)
    )


def _line(title: nodes.title) -> int:
    return (title.line or 1) - bool(title["overlined"])


def _defined(references: References, roles: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give what holds for the whole page; what is rare comes first."""
    return (
        *((ROLE + name, "") for name in roles),
        *((REPLACED + name, node.rawsource) for name, node in references.own.items()),
        *((TARGET + name, said) for name, said in references.targets.items()),
        *((TITLE + name, said) for name, said in references.headings.items()),
    )
