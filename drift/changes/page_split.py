"""`page.split`: a page lives on in several.

What it tells: two or more sections, or half of a page, now live in another page while the page itself lives on, or it
is gone and several share it. One section of a page that stays moved, though it be a page of its own now.
Why it matters: readers of the old page find part of it elsewhere, under another URL.
Example: `guide.md` -> `guide.md` and `install.md`.
"""

from __future__ import annotations

from drift.changes.page_merged import PAGE_MERGED

PAGE_SPLIT = PAGE_MERGED.mirrored("page.split")
