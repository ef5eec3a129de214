"""A fragment that was read -> whether what follows it on its page would have been read otherwise without it."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from drift.parse.commonmark.blocks import Blocks
from drift.parse.commonmark.converted import stands_for

_ENDED_BY_A_LINE = frozenset(("fence", "colon_fence", "html_block", "module"))
"""Blocks that go on to the end of the text if the line that ends them is not there."""

_FOLLOWED = frozenset(("toctree", "title"))
"""Directives without words of which the next paragraph is a part, where pandoc wrote them."""

_BRACKETS = (("{%", "%}"), ("{{<", ">}}"))


def is_open(blocks: Blocks, tokens: Sequence[Token], source: str) -> bool:
    """Tell whether something in a fragment may go on in what follows.

    Args:
        blocks: What walked its tokens, before anchors at its end were given to a section.
        tokens: Its tokens.
        source: Its source.

    Returns:
        Whether it must be read together with what follows.
    """
    waiting = blocks.pending or blocks.container or blocks.title_of is not None
    half_said = blocks.first or blocks.name or blocks.checkbox
    if blocks.items and stands_for(blocks.items[-1]) in _FOLLOWED:
        return True
    return bool(waiting or half_said or _is_cut_short(tokens, source))


def _is_cut_short(tokens: Sequence[Token], source: str) -> bool:
    if any(source.rfind(opening) > source.rfind(closing) for opening, closing in _BRACKETS):
        # A tag may be ended by one of the forty lines that follow.
        return True
    for token in reversed(tokens):
        # The last that holds no others; one that encloses it ends with it.
        if token.nesting == 0:
            end = token.map[1] if token.map else 0
            return token.type in _ENDED_BY_A_LINE and end >= source.count("\n")
    return False


def loose(tokens: Sequence[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find the tags and divs of a fragment that have no other half in it.

    Args:
        tokens: Its tokens, those that belong together paired.

    Returns:
        Names of those that begin something, and of those that end something. Equal names may be a pair.
    """
    begun: set[str] = set()
    ended: set[str] = set()
    for token in tokens:
        if token.type == "tag" and not token.meta["paired"]:
            (ended if token.meta["closing"] else begun).add(f"{token.level} {token.meta['name']}")
        elif token.type == "div" and not token.meta["paired"]:
            # Which colons may end which is left to reading them together.
            (begun if token.meta["info"] else ended).add(f"{token.level} :::")
    return tuple(sorted(begun)), tuple(sorted(ended))
