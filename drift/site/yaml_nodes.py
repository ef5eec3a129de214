"""YAML -> nodes with their lines; no tag is ever given a meaning."""

from __future__ import annotations

import yaml


def compose(text: str) -> yaml.Node | None:
    """Read YAML as nodes with their lines; no tag is ever given a meaning.

    Args:
        text: The file.

    Returns:
        The root node, or None where it is empty or broken.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.compose(text, loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Give the value of a key of a YAML mapping."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    return None


def scalar(node: yaml.Node | None, default: str = "") -> str:
    """Give the text of a YAML scalar."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else default
