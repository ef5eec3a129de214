"""Two sites and a changelog -> whether every differing word, link target and heading is told by some change.

A proof and no part of the engine: it reads the pages for itself, lays the plain words of both sides against each
other, and believes the changelog only as to which pages and sections belong together.
"""
