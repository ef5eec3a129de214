"""`section.removed`: a section with no counterpart anywhere in the new revision.

What it tells: a heading and what stood under it, its own text as `blocks`, are gone; sections inside it, and its
anchors, go along.
Why it matters: content is lost, or was meant to be.
Example: "Fax numbers" was removed from `contact.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import opening, own_blocks, runner_up
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching, turned = comparison.matching, comparison.turned
    for node in matching.old.nodes:
        opens = node.id in turned.openings
        if opens or (node.depth and node.id in turned.told_as_new):
            yield Change(
                kind="section.removed",
                old=comparison.old_at(node.id),
                new=None,
                significance="content",
                blocks=own_blocks(matching.old, node.id, "removed")
                if opens
                else opening(matching.old, node.id, "removed", comparison.turned.fresh),
                runner_up=runner_up(
                    matching.old_doubts, node.id, matching.new, matching.sections.by_new
                ),
            )


SECTION_REMOVED = Kind("section.removed", _detect, mirror="section.added")
