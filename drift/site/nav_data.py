"""mkdocs.yml and literal Docusaurus sidebars -> navigation; neither is ever executed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

import msgspec
import yaml

from drift.site.nav_walk import Place, leads_out, walk
from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.site.yaml_nodes import child, compose, scalar
from drift.trees.site import NavEntry, NavLink

_MKDOCS = ("mkdocs.yml", "mkdocs.yaml")

_COMMENT = re.compile(
    r"""(?P<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/""", re.DOTALL
)
_DECLARED = re.compile(
    r"\A\s*(?:module\.exports\s*=|export\s+default|(?:const|let|var)\s+\w+(?:\s*:\s*\w+)?\s*=)\s*(?P<literal>\{.*\})"
    r"\s*(?:as\s+const|satisfies\s+\w+)?\s*;?\s*(?:(?:module\.exports\s*=|export\s+default)\s*\w+\s*;?\s*)?\Z",
    re.DOTALL,
)
_IMPORT = re.compile(r"^[ \t]*import\b[^\n]*$", re.MULTILINE)


_NAMED = MappingProxyType({"category": "id", "doc": "id", "ref": "id", "link": "href"})
"""The type of an item -> the key of what it leads to."""


class _Item(msgspec.Struct, frozen=True):
    name: str
    # Of the document, as written.
    label: str
    place: Place


def mkdocs(settings: Settings, resolver: Resolver) -> Iterator[NavEntry | NavLink]:
    """Read `nav` in mkdocs.yml.

    Args:
        settings: With the file's text.
        resolver: Of the tree's links.

    Yields:
        An entry for each item that leads to a page, or out of the tree.
    """
    for path, text in settings.configs.items():
        nav = child(compose(text), "nav") if path.endswith(_MKDOCS) else None
        if nav is not None:
            for item in walk([Place(nav)], _mkdocs):
                yield from _entry(path, item, settings, resolver)


def sidebars(settings: Settings, resolver: Resolver) -> Iterator[NavEntry | NavLink]:
    """Read sidebars.json, or sidebars.js and sidebars.ts where they are one literal.

    Args:
        settings: With the file's text.
        resolver: Of the tree's links.

    Yields:
        An entry for each item that leads to a page, or out of the tree.
    """
    for path, text in settings.configs.items():
        if "sidebars." in path:
            node = compose(text if path.endswith(".json") else _literal(text))
            bars = node.value if isinstance(node, yaml.MappingNode) else ()
            for item in walk([Place(bar) for _, bar in bars], _sidebar):
                yield from _entry(path, item, settings, resolver)


def _entry(
    path: str, item: _Item, settings: Settings, resolver: Resolver
) -> Iterator[NavEntry | NavLink]:
    page = resolver.nav_page(settings, item.name)
    if page:
        yield NavEntry(page, item.place.trail, item.label, path, item.place.line)
    elif leads_out(item.name):
        yield NavLink(item.name, item.label, item.place.trail, path, item.place.line)


def _mkdocs(place: Place) -> tuple[list[_Item], list[Place]]:
    node, trail = place.node, place.trail
    if isinstance(node, yaml.SequenceNode):
        inside = (*trail, place.label) if place.label else trail
        return [], [Place(item, inside) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return [], [Place(value, trail, scalar(key)) for key, value in node.value]
    return [_Item(place.text, place.label, place)], []


def _sidebar(place: Place) -> tuple[list[_Item], list[Place]]:
    node, trail = place.node, place.trail
    if isinstance(node, yaml.SequenceNode):
        return [], [Place(item, trail) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return _sidebar_item(place, node)
    return [_Item(place.text, "", place)], []


def _sidebar_item(place: Place, node: yaml.MappingNode) -> tuple[list[_Item], list[Place]]:
    kind, label = scalar(child(node, "type")), scalar(child(node, "label"))
    if not kind:
        return [], [Place(value, (*place.trail, scalar(key))) for key, value in node.value]
    document = child(node, "link") if kind == "category" else node
    name = scalar(child(document, _NAMED[kind])) if kind in _NAMED else ""
    items = child(node, "items") if kind == "category" else None
    below = [Place(items, (*place.trail, label))] if items is not None else []
    return ([_Item(name, label, place)] if name else []), below


def _literal(text: str) -> str:
    """Cut the one object out of a script, its lines kept: a JavaScript literal of strings is YAML's flow style."""

    def blank(found: re.Match[str]) -> str:
        return found[0] if found["text"] else re.sub(r"[^\n]", " ", found[0])

    plain = _IMPORT.sub("", _COMMENT.sub(blank, text))
    found = _DECLARED.match(plain)
    if not found:
        return ""
    before = plain[: found.start("literal")]
    return "\n" * before.count("\n") + found["literal"].replace("\t", " ")
