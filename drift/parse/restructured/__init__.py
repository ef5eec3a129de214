"""reStructuredText -> tree: docutils and everything that knows its nodes, imported when the first such page is read."""
