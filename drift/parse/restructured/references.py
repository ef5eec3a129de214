"""A page's targets and substitutions -> what its references stand for."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from docutils import nodes

from drift.parse.nesting import Unbearable

MAX_HOPS = 50
"""Names that may stand for names; a circle of them has no end."""


MAX_PUT_IN = 10_000_000
"""Characters that all substitutions of a page together may put into it: a second, and a hundred times what real pages do."""


class Given(msgspec.Struct, frozen=True):
    """What is known of a page where only a part of it is read."""

    names: Mapping[str, str | None] = {}
    # What references by a name point to; None where that is nothing.
    substitutions: Mapping[str, nodes.substitution_definition] = {}


class References:
    """The targets of a page, or of a part of it, by name and in order, and what they stand for."""

    def __init__(self, document: nodes.document, given: Given = Given()) -> None:  # noqa: B008 - frozen
        """Look through a document once.

        Args:
            document: What was read.
            given: What is known of the rest of the page, which goes before.
        """
        self.targets: dict[str, str] = {}
        # What each name stands for, see `follow`; the first target of a name counts.
        self.headings: dict[str, str] = {}
        # The ids of titles, which their texts name where no target does.
        self.titles: list[nodes.title] = []
        self.asked: set[str] = set()
        # The names that were looked up.
        self.replaced: set[str] = set()
        # The substitutions that were looked up.
        self.own = document.substitution_defs
        self._given = given
        self._substitutions = {**self.own, **given.substitutions}
        self._spelling = {nodes.fully_normalize_name(name): name for name in self._substitutions}
        self._nameless: list[nodes.target] = []
        self._asking: list[nodes.reference] = []
        self._put_in = 0
        for node in document.findall(nodes.Element):
            if isinstance(node, nodes.title):
                self._title(node)
            elif isinstance(node, nodes.target):
                self._target(node)
            elif isinstance(node, nodes.reference) and node.get("anonymous"):
                self._asking.append(node)
        pairs = zip(self._asking, self._nameless, strict=False)
        self._anonymous = {id(asking): target for asking, target in pairs}

    @property
    def balanced(self) -> bool:
        """Tell whether each reference without a name has its target here, and each such target its reference."""
        return len(self._asking) == len(self._nameless)

    def resolve(self, reference: nodes.reference) -> str | None:
        """Give what a reference points to: a URL, `#anchor` on this page, or None where nothing has the name."""
        if not reference.get("anonymous"):
            return self.named(reference.get("refname", ""))
        found = self._anonymous.get(id(reference))
        if found is None:
            return None
        return self.named(found["refname"]) if "refname" in found else found.get("refuri", "#")

    def named(self, name: str) -> str | None:
        """Give what a name stands for, see `resolve`."""
        self.asked.add(name)
        if name in self._given.names:
            return self._given.names[name]
        return follow(name, self.targets, self.headings)

    def substitution(self, name: str) -> list[nodes.Node] | None:
        """Give what `|name|` stands for, or None where it is defined elsewhere, as in conf.py."""
        key = nodes.fully_normalize_name(name)
        self.replaced.add(key)
        found = self._substitutions.get(name) or self._substitutions.get(
            self._spelling.get(key, "")
        )
        return None if found is None else found.children

    def put_in(self, characters: int) -> None:
        """Count what substitutions have put into the page.

        Args:
            characters: How much one of them has.

        Raises:
            Unbearable: They put in more than `MAX_PUT_IN`.
        """
        self._put_in += characters
        if self._put_in > MAX_PUT_IN:
            raise Unbearable("substitutions that stand for too much text")

    def _title(self, node: nodes.title) -> None:
        title = node.astext()
        self.titles.append(node)
        self.headings.setdefault(nodes.fully_normalize_name(title), nodes.make_id(title))

    def _target(self, node: nodes.target) -> None:
        for name in node["names"]:
            if "refuri" in node:
                said = f"={node['refuri']}"
            else:
                said = f">{node['refname']}" if "refname" in node else ""
            self.targets.setdefault(name, said)
        if node.get("anonymous"):
            self._nameless.append(node)


def follow(name: str, targets: Mapping[str, str], headings: Mapping[str, str]) -> str | None:
    """Find out what a name stands for.

    Args:
        name: The name, normalized.
        targets: What each target stands for: `=` and a URL, `>` and a name, or nothing, for its own place.
        headings: The ids of titles by their texts.

    Returns:
        A URL, `#anchor`, or None where nothing has the name.
    """
    for _ in range(MAX_HOPS):
        said = targets.get(name)
        if said is None:
            return f"#{headings[name]}" if name in headings else None
        if said.startswith("="):
            return said[1:]
        if not said:
            break
        name = said[1:]
    return "#" + name
