"""The words of the domain, frozen: links, blocks, sections, pages, and how they are hashed and read.

A tree knows no format, no file name and no repository: a page with the same words is the same tree whether
it was written in Markdown or in reStructuredText, and whatever its file is called.
"""
