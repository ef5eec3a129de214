"""`section.removed`: a section with no counterpart anywhere in the new revision.

What it tells: a heading and what stood under it, its own text as `blocks`, are gone; sections inside it, and its
anchors, go along.
Why it matters: content is lost, or was meant to be.
Example: "Fax numbers" was removed from `contact.md`.
"""

from __future__ import annotations

from drift.changes.section_added import SECTION_ADDED

SECTION_REMOVED = SECTION_ADDED.mirrored("section.removed")
