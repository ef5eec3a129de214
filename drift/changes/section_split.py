"""`section.split`: a section lives on in several.

What it tells: at least a third of a new section's blocks stood in another, which lives on.
Why it matters: what a reader looks for under the old heading is now under two.
Example: "Travel" -> "Travel" and "Expenses".
"""

from __future__ import annotations

from drift.changes.section_merged import SECTION_MERGED

SECTION_SPLIT = SECTION_MERGED.mirrored("section.split")
