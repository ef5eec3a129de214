"""docutils' inline nodes -> text, markup and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from types import MappingProxyType

from docutils import nodes

from drift.parse.prose import Prose, Written
from drift.parse.restructured.roles import Role
from drift.tree.page import Explicit, LinkKind

LINKING = frozenset(("doc", "ref", "numref", "any", "download", "term", "option", "keyword", "envvar"))
"""Roles whose text is a target, or a title with its target in angle brackets."""

CODE = frozenset(("code", "literal", "samp", "file", "command", "program", "math", "makevar", "regexp"))

PLAIN = frozenset(
    "kbd guilabel menuselection abbr abbreviation ac acronym dfn mailheader mimetype newsgroup sub sup subscript"
    " superscript title title-reference t emphasis strong manpage raw-html".split()
)
"""Roles whose text is prose."""

_TITLED = re.compile(r"(?s)(.*?)\s*(?<!\\)<([^<>]*)>$")
_PEP = re.compile(r"(?s)(?:(.*?)\s*<)?\s*([^<>#\s]+)(#[^<>]*)?>?$")

_TAG = re.compile(r"(<[^>]*>)")

_MARKS = MappingProxyType({"strong": "**", "emphasis": "*"})


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
        for node in document.findall(lambda node: isinstance(node, nodes.target | nodes.reference)):
            if isinstance(node, nodes.target):
                for name in node["names"] + node["dupnames"]:
                    self._targets.setdefault(name, node)
                if node.get("anonymous"):
                    nameless.append(node)
            elif node.get("anonymous"):
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
        return None if found is None else self._follow(found, name)

    def _follow(self, target: nodes.target, name: str) -> str | None:
        for _ in range(len(self._targets) + 1):
            if "refuri" in target:
                return str(target["refuri"])
            if "refname" not in target:
                break
            name = target["refname"]
            if name not in self._targets:
                return None
            target = self._targets[name]
        return "#" + (name or "-".join(target["ids"]))

    def substitution(self, name: str) -> list[nodes.Node] | None:
        """Give what `|name|` stands for, or None where it is defined elsewhere, as in conf.py."""
        key = nodes.fully_normalize_name(name)
        found = self._substitutions.get(name) or self._substitutions.get(self._spelling.get(key, ""))
        return None if found is None else found.children


class Inlines:
    """Writes inline nodes into one `Prose`, with the line that each stands on."""

    def __init__(self, references: References, line: int) -> None:
        """Begin a text on a line."""
        self._references = references
        self._line = line
        self._prose = Prose()
        self._inside: tuple[str, ...] = ()
        # Names of the substitutions being replaced, which may go round in a circle.
        self.anchors: list[Explicit] = []

    def write(self, children: Iterable[nodes.Node]) -> Written:
        """Write nodes and finish."""
        self._all(children)
        return self._prose.finish()

    def _all(self, children: Iterable[nodes.Node]) -> None:
        for child in children:
            if isinstance(child, nodes.Text):
                text = child.astext()
                self._prose.text(text)
                self._line += text.count("\n")
            elif isinstance(child, nodes.Element):
                self._element(child)

    def _element(self, node: nodes.Element) -> None:
        line = self._line
        write = _WRITERS.get(type(node).__name__)
        if write is None:
            self._all(node.children)
        else:
            write(self, node)
        self._line = line + (node.rawsource or node.astext()).count("\n")

    def _emphasis(self, node: nodes.Element) -> None:
        mark = _MARKS[node.tagname]
        self._prose.open(mark)
        self._all(node.children)
        self._prose.close(mark)

    def _literal(self, node: nodes.Element) -> None:
        self._prose.code(node.astext())

    def _reference(self, node: nodes.Element) -> None:
        if "refuri" in node:
            embedded = node.rawsource.endswith("_") and "name" in node
            self._link("inline" if embedded else "autolink", node, node["refuri"])
            return
        target = self._references.resolve(node) if isinstance(node, nodes.reference) else None
        if target is None:
            self._prose.text(node.rawsource or node.astext())
        else:
            self._link("reference", node, target)

    def _link(self, kind: LinkKind, node: nodes.Element, target: str) -> None:
        self._prose.begin_link(kind, target, self._line)
        self._all(node.children)
        self._prose.end_link()

    def _target(self, node: nodes.Element) -> None:
        if "refuri" in node or "refname" in node:
            return
        names = node["names"] + node["dupnames"]
        self.anchors += (Explicit(name, self._line, label=True) for name in names)
        self._all(node.children)

    def _substitution(self, node: nodes.Element) -> None:
        name = node.astext()
        found = self._references.substitution(name)
        if found is None or name in self._inside or len(self._inside) > len("deep"):
            self._prose.text(f"|{name}|")
            return
        outside, self._inside = self._inside, (*self._inside, name)
        self._all(found)
        self._inside = outside

    def _image(self, node: nodes.Element) -> None:
        if node.get("target"):
            self._prose.begin_link("inline", node["target"], self._line)
        self._prose.link("image", node.get("alt", ""), node["uri"], self._line)
        if node.get("target"):
            self._prose.end_link()

    def _footnote(self, node: nodes.Element) -> None:
        self._prose.mark(f"[^{node.get('refname', '')}]")

    def _citation(self, node: nodes.Element) -> None:
        self._prose.text(f"[{node.astext()}]")

    def _role(self, node: nodes.Element) -> None:
        role, text = node["role"].rpartition(":")[2], node.astext()
        if node["raw"]:
            self._html(text)
        elif role in LINKING:
            title, target = titled(text)
            self._prose.link("role", title, target, self._line, role=role)
        elif role in ("pep", "rfc"):
            self._standard(role, text)
        elif role in PLAIN or not role:
            self._prose.text(text)
        else:
            self._prose.code(text)

    def _html(self, source: str) -> None:
        for number, part in enumerate(_TAG.split(source)):
            (self._prose.mark if number % 2 else self._prose.text)(unescape(part))

    def _standard(self, role: str, text: str) -> None:
        """Link to a PEP or RFC as docutils does."""
        match = _PEP.match(text)
        title, number, anchor = match.groups() if match else (None, text, None)
        name = f"pep-{number:0>4}/" if role == "pep" else f"rfc{number}.html"
        base = "https://peps.python.org/" if role == "pep" else "https://tools.ietf.org/html/"
        label = title or f"{role.upper()} {number}"
        self._prose.link("role", label, f"{base}{name}{anchor or ''}", self._line, role=role)


_WRITERS: MappingProxyType[str, Callable[[Inlines, nodes.Element], None]] = MappingProxyType(
    {
        "strong": Inlines._emphasis,
        "emphasis": Inlines._emphasis,
        "literal": Inlines._literal,
        "reference": Inlines._reference,
        "target": Inlines._target,
        "substitution_reference": Inlines._substitution,
        "image": Inlines._image,
        "footnote_reference": Inlines._footnote,
        "citation_reference": Inlines._citation,
        "Role": Inlines._role,
    }
)


def titled(text: str) -> tuple[str, str]:
    """Cut `Title <target>` into title and target; a bare target is both."""
    match = _TITLED.match(text)
    if match and match.group(1):
        return match.group(1), match.group(2).strip()
    return text.strip(), text.strip()
