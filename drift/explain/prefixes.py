"""Pairs of slashed names -> the prefixes that moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def moved_prefix(before: str, after: str) -> tuple[str, str]:
    """Cut off what two names end in alike, whole segments and fragments only.

    Args:
        before: A URL or path.
        after: What it became.

    Returns:
        The shortest prefixes, each with its closing slash, or with its `#` where a page went and its anchors stayed,
        whose exchange makes the one the other.
    """
    one, other = before.split("/"), after.split("/")
    if one[-1] != other[-1]:
        (page, mark, anchor), (to, _, there) = before.partition("#"), after.partition("#")
        if mark and anchor == there:
            return page + mark, to + mark
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    return (
        "/".join([*one[: len(one) - same], ""]),
        "/".join([*other[: len(other) - same], ""]),
    )


def grouped(pairs: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], list[str]]:
    """Group moved names by the prefixes that moved.

    Args:
        pairs: An id, the old name and the new one.

    Returns:
        The ids by old and new prefix; names that ended otherwise belong to none.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, before, after in pairs:
        prefix = moved_prefix(before, after)
        if (
            len(prefix[0]) <= len(before)
            and len(prefix[1]) <= len(after)
            and prefix[0] != prefix[1]
        ):
            found[prefix].append(name)
    return found
