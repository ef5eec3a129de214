"""A YAML file -> one mapping of texts in it, with the lines of its entries and where another one would stand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import yaml

from drift.site.yaml_nodes import child, compose


class MapEntry(msgspec.Struct, frozen=True):
    """One key and its value."""

    line: int
    # 1-based.
    key: str
    value: str


class YamlMap(msgspec.Struct, frozen=True):
    """A mapping of texts."""

    entries: tuple[MapEntry, ...]
    unread: tuple[int, ...]
    # Lines of entries that are no texts.
    line: int
    # Behind which another entry stands, 1-based.
    column: int
    # In that line: behind the last entry of `{a: b}`, else where the keys begin.
    flow: bool


def yaml_map(text: str, *way: str) -> YamlMap | None:
    """Find a mapping.

    Args:
        text: The file.
        way: The keys that lead to it from the top; a list on the way is searched for a mapping that has the next key.

    Returns:
        The mapping, which may be empty; None where there is none.
    """
    node = compose(text)
    key: yaml.Node | None = None
    for name in way:
        found = next(_under(node, name), None)
        if found is None:
            return None
        key, node = found
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.ScalarNode) and node.value in {"", "null", "~"} and key is not None:
        return YamlMap((), (), key.end_mark.line + 1, key.start_mark.column + 2, flow=False)
    return None


def _under(node: yaml.Node | None, name: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _under(item, name)
    elif isinstance(node, yaml.MappingNode) and child(node, name) is not None:
        yield next((key, value) for key, value in node.value if key.value == name)


def _mapping(node: yaml.MappingNode) -> YamlMap:
    entries: list[MapEntry] = []
    unread: list[int] = []
    for key, value in node.value:
        line = key.start_mark.line + 1
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            entries.append(MapEntry(line, str(key.value), str(value.value)))
        else:
            unread.append(line)
    last = node.value[-1][1].end_mark if node.value else node.start_mark
    if node.flow_style:
        column = last.column if node.value else last.column + 1
        return YamlMap(tuple(entries), tuple(unread), last.line + 1, column, flow=True)
    # A text of several lines ends where the next line begins.
    line = last.line + (1 if last.column else 0)
    column = node.value[0][0].start_mark.column
    return YamlMap(tuple(entries), tuple(unread), line, column, flow=False)
