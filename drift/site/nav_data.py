"""mkdocs.yml and literal Docusaurus sidebars -> navigation; neither is ever executed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.site.yaml_nodes import child, compose, scalar
from drift.trees.site import NavEntry

LIMIT = 50_000
"""Entries, and nodes on the way to them, at most: YAML's aliases can make a short file endless."""

_COMMENT = re.compile(
    r"""(?P<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/""", re.DOTALL
)
_DECLARED = re.compile(
    r"\A\s*(?:module\.exports\s*=|export\s+default|(?:const|let|var)\s+\w+(?:\s*:\s*\w+)?\s*=)\s*(?P<literal>\{.*\})"
    r"\s*(?:as\s+const|satisfies\s+\w+)?\s*;?\s*(?:(?:module\.exports\s*=|export\s+default)\s*\w+\s*;?\s*)?\Z",
    re.DOTALL,
)
_IMPORT = re.compile(r"^[ \t]*import\b[^\n]*$", re.MULTILINE)


class _Item(msgspec.Struct, frozen=True):
    name: str
    # Of the document, as written.
    label: str
    trail: tuple[str, ...]
    line: int


def mkdocs(settings: Settings, resolver: Resolver) -> Iterator[NavEntry]:
    """Read `nav` in mkdocs.yml.

    Args:
        settings: With the file's text.
        resolver: Of the tree's links.

    Yields:
        An entry for each item that leads to a page.
    """
    for path, text in settings.configs.items():
        if path.endswith(("mkdocs.yml", "mkdocs.yaml")):
            yield from _entries(
                path,
                _mkdocs_items(child(compose(text), "nav")),
                settings=settings,
                resolver=resolver,
            )


def sidebars(settings: Settings, resolver: Resolver) -> Iterator[NavEntry]:
    """Read sidebars.json, or sidebars.js and sidebars.ts where they are one literal.

    Args:
        settings: With the file's text.
        resolver: Of the tree's links.

    Yields:
        An entry for each item that leads to a page.
    """
    for path, text in settings.configs.items():
        if "sidebars." in path:
            node = compose(text if path.endswith(".json") else _literal(text))
            if isinstance(node, yaml.MappingNode):
                bars = [item for _, bar in node.value for item in _sidebar_items(bar)]
                yield from _entries(path, iter(bars), settings=settings, resolver=resolver)


def _entries(
    path: str, items: Iterator[_Item], *, settings: Settings, resolver: Resolver
) -> Iterator[NavEntry]:
    for count, item in enumerate(items):
        page = resolver.nav_page(settings, item.name)
        if page:
            yield NavEntry(page, item.trail, item.label, path, item.line)
        if count >= LIMIT:
            return


def _mkdocs_items(node: yaml.Node | None) -> Iterator[_Item]:
    stack: list[tuple[yaml.Node | None, str, tuple[str, ...]]] = [(node, "", ())]
    for _ in range(LIMIT):
        if not stack or len(stack) >= LIMIT:
            return
        node, label, trail = stack.pop()
        if isinstance(node, yaml.ScalarNode):
            yield _Item(scalar(node), label, trail, node.start_mark.line + 1)
        elif isinstance(node, yaml.SequenceNode):
            inside = (*trail, label) if label else trail
            stack.extend((item, "", inside) for item in reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            stack.extend((value, scalar(key), trail) for key, value in reversed(node.value))


def _sidebar_items(bar: yaml.Node) -> Iterator[_Item]:
    stack: list[tuple[yaml.Node | None, tuple[str, ...]]] = [(bar, ())]
    for _ in range(LIMIT):
        if not stack or len(stack) >= LIMIT:
            return
        node, trail = stack.pop()
        if isinstance(node, yaml.ScalarNode):
            yield _Item(scalar(node), "", trail, node.start_mark.line + 1)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend((item, trail) for item in reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            own, inside = _sidebar_item(node, trail)
            yield from own
            stack.extend(reversed(inside))


def _sidebar_item(
    node: yaml.MappingNode, trail: tuple[str, ...]
) -> tuple[list[_Item], list[tuple[yaml.Node | None, tuple[str, ...]]]]:
    kind, label = scalar(child(node, "type")), scalar(child(node, "label"))
    line = node.start_mark.line + 1
    if kind == "category":
        name = scalar(child(child(node, "link"), "id"))
        own = [_Item(name, label, trail, line)] if name else []
        return own, [(child(node, "items"), (*trail, label))]
    if kind:
        name = scalar(child(node, "id")) if kind in {"doc", "ref"} else ""
        return ([_Item(name, label, trail, line)] if name else []), []
    return [], [(value, (*trail, scalar(key))) for key, value in node.value]


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
