"""Markdown -> tree: markdown-it-py and all that knows its tokens, imported with the first page."""
