"""A Python module -> the literal values that it assigns; it is never run."""

from __future__ import annotations

import ast


def strings(value: object) -> tuple[str, ...]:
    """Give the texts of a list, or the keys of a mapping; none of anything else.

    Args:
        value: As `assigned` has it.
    """
    if isinstance(value, list | tuple | dict):
        return tuple(item for item in value if isinstance(item, str))
    return ()


def assigned(text: str) -> dict[str, object]:
    """Read the literal values assigned at a Python module's top level.

    Args:
        text: Of the module.

    Returns:
        Name -> value; nothing where the module is broken.
    """
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    said: dict[str, object] = {}
    for statement in body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    said[target.id] = _literal(statement.value)
    return said


def _literal(node: ast.expr) -> object:
    if isinstance(node, ast.Dict):
        # Values may be computed; the names on the left are what is asked for.
        return {key.value: None for key in node.keys if isinstance(key, ast.Constant)}
    if isinstance(node, ast.List | ast.Tuple):
        return [item.value for item in node.elts if isinstance(item, ast.Constant)]
    return node.value if isinstance(node, ast.Constant) else None
