"""Tags and divs in the order of a page -> which one ends which."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token


def pair(tokens: Sequence[Token]) -> None:
    """Find for each tag and div the one that ends it, and mark both in their `meta`.

    A tag without an end is a block of its own; an end without a beginning is nothing. A div is ended
    by a line of at least as many colons.

    Args:
        tokens: The tokens of a page.
    """
    stack: list[Token] = []
    for token in tokens:
        if token.type == "tag" or (token.type == "div" and not token.meta["info"]):
            _pair_one(token, stack)
        elif token.type == "div":
            token.meta["paired"] = False
            stack.append(token)


def _pair_one(token: Token, stack: list[Token]) -> None:
    token.meta["paired"] = False
    closing = token.type == "div" or token.meta["closing"]
    if not closing:
        stack.append(token)
        return
    for index in range(len(stack) - 1, -1, -1):
        if _ends(token, stack[index]):
            stack[index].meta["paired"] = token.meta["paired"] = True
            del stack[index:]
            return


def _ends(token: Token, opening: Token) -> bool:
    if token.type != opening.type or token.level != opening.level:
        return False
    if token.type == "div":
        return bool(token.meta["size"] >= opening.meta["size"])
    return bool(token.meta["name"] == opening.meta["name"])
