"""A page's targets and substitutions -> what its references stand for."""

from __future__ import annotations

from docutils import nodes

MAX_HOPS = 50
"""Names that may stand for names; a circle of them has no end."""


class References:
    """The page's targets, by name and in order, and what they stand for."""

    def __init__(self, document: nodes.document) -> None:
        """Look through a document once."""
        self._targets: dict[str, nodes.target] = {}
        self._substitutions = document.substitution_defs
        self._spelling = document.substitution_names
        self._anonymous: dict[int, nodes.target] = {}
        nameless: list[nodes.target] = []
        asking: list[nodes.reference] = []
        self._headings: dict[str, str] = {}
        for node in document.findall(nodes.Element):
            if isinstance(node, nodes.title):
                title = node.astext()
                self._headings.setdefault(nodes.fully_normalize_name(title), nodes.make_id(title))
            elif isinstance(node, nodes.target):
                for name in node["names"] + node["dupnames"]:
                    self._targets.setdefault(name, node)
                if node.get("anonymous"):
                    nameless.append(node)
            elif isinstance(node, nodes.reference) and node.get("anonymous"):
                asking.append(node)
        self._anonymous = {id(ask): target for ask, target in zip(asking, nameless, strict=False)}

    def resolve(self, reference: nodes.reference) -> str | None:
        """Give what a reference names: a URL, `#anchor` on this page, or None where nothing has the name."""
        if reference.get("anonymous"):
            found = self._anonymous.get(id(reference))
            return self._follow(found, "") if found is not None else None
        return self.named(reference.get("refname", ""))

    def named(self, name: str) -> str | None:
        """Give what a name stands for, see `resolve`."""
        found = self._targets.get(name)
        if found is not None:
            return self._follow(found, name)
        return f"#{self._headings[name]}" if name in self._headings else None

    def _follow(self, target: nodes.target, name: str) -> str | None:
        for _ in range(MAX_HOPS):
            if "refuri" in target:
                return str(target["refuri"])
            if "refname" not in target:
                break
            name = target["refname"]
            if name not in self._targets:
                return f"#{self._headings[name]}" if name in self._headings else None
            target = self._targets[name]
        return "#" + name

    def substitution(self, name: str) -> list[nodes.Node] | None:
        """Give what `|name|` stands for, or None where it is defined elsewhere, as in conf.py."""
        key = nodes.fully_normalize_name(name)
        found = self._substitutions.get(name) or self._substitutions.get(
            self._spelling.get(key, "")
        )
        return None if found is None else found.children
