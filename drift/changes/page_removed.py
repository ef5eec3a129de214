"""`page.removed`: a page with no counterpart in the new revision.

What it tells: a page that is gone, and whose content is in no other page.
Why it matters: its URL is dead, and so is every link to it.
Example: `handbook/fax.md` was removed.
"""

from __future__ import annotations

from drift.changes.page_added import PAGE_ADDED

PAGE_REMOVED = PAGE_ADDED.mirrored("page.removed")
