"""YAML -> nodes with their lines; no tag is ever given a meaning."""

from __future__ import annotations

import re

import yaml

MAX_DEPTH = 200
"""Brackets inside each other; libyaml follows them on the machine's own stack, which a file of brackets would fill."""

_NESTED = re.compile(r"(?:[-?:] ){50}")
# The same without brackets, in one line: `- - - -`.

_BRACKET = re.compile(r"[\[{\]}]")


def compose(text: str) -> yaml.Node | None:
    """Read YAML as nodes with their lines; no tag is ever given a meaning.

    Args:
        text: The file.

    Returns:
        The root node, or None where it is empty, broken, or nested too deeply.
    """
    if _depth(text) > MAX_DEPTH or _NESTED.search(text):
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.compose(text, loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _depth(text: str) -> int:
    """Tell how deep brackets may be nested, those in texts counted too."""
    deepest = depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Give the value of a key of a YAML mapping."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    return None


def scalar(node: yaml.Node | None, default: str = "") -> str:
    """Give the text of a YAML scalar."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else default
