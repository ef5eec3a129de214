"""A change of a link that is an image -> what people call it: they see a picture, and no link to a file."""

from __future__ import annotations

from types import MappingProxyType

from drift.changes.base import Change

SENTENCES: MappingProxyType[str, str] = MappingProxyType(
    {
        "link.added": "new image{label}: {after!l}",
        "link.removed": "removed image{label}: {before!l}",
        "link.retargeted": "image{label} now {after!l}, was {before!l}",
        "link.retargeted=": "image{label} {after!l} is another file now",
        "link.relabelled": "text of an image: {before} → {after}",
        "link.relabelled+": "text of an image added: {after}",
        "link.relabelled-": "text of an image removed: {before}",
        "link.moved": "image{label} moved here from {old}",
        "link.broken": "missing image{label}: {after!l}",
        "link.broken+": "new image{label} is missing: {after!l}",
        "link.broken-": "missing image{label}, was {before!l}",
    }
)
"""The sentences of an image, by the names under which those of a link stand."""


def is_image(change: Change) -> bool:
    """Tell whether what a change of a link is about is an image.

    Args:
        change: Any change.

    Returns:
        Whether it is, on each side where it stands.
    """
    sides = (change.link.old, change.link.new) if change.link else ()
    return any(sides) and all(side.kind == "image" for side in sides if side)
