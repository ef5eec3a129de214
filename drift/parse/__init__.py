"""Text -> page tree, one format a module."""
