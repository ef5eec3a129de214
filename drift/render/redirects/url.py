"""An address of a site <-> a URL as it stands in a map."""

from __future__ import annotations

from urllib.parse import quote, unquote

from drift.site.address import Address
from drift.site.published import Publisher
from drift.site.urls import SCHEME, identity

PLAIN = "/-._~!$&'()*+,;=:@"
"""What may stand in the path of a URL as it is (RFC 3986)."""

_FRAGMENT = f"{PLAIN}?"


def encoded(address: Address, *, safe: str = PLAIN) -> str:
    """Write an address as the path and fragment of a URL.

    Args:
        address: The address.
        safe: Signs of the path that need no escape.

    Returns:
        ASCII without blanks; bytes that are no UTF-8 are kept.
    """
    path = quote(address.path, safe=safe, errors="surrogateescape")
    return f"{path}#{fragment(address.anchor)}" if address.anchor else path


def fragment(anchor: str) -> str:
    """Write a fragment, without what could end a string or a word."""
    return quote(anchor, safe=_FRAGMENT.replace("'", "").replace("$", ""), errors="surrogateescape")


def decoded(url: str, publisher: Publisher) -> Address | None:
    """Read a URL of a map.

    Args:
        url: Absolute, or a path from the root of the site.
        publisher: Of the site.

    Returns:
        The address; None where it leads out of the site.
    """
    path, _, anchor = url.partition("#")
    if SCHEME.match(path):
        resource = identity(path)
        bases = (identity(base) for base in publisher.site.bases)
        base = next((one for one in bases if f"{resource}/".startswith(f"{one}/")), None)
        if base is None:
            return None
        path = publisher.prefix + resource.removeprefix(base)
    path = unquote(path.partition("?")[0], errors="surrogateescape")
    return Address("/" + path.lstrip("/"), unquote(anchor, errors="surrogateescape"))


def target_of(address: Address | None) -> str:
    """Write an address as the target of a row; empty for what leads out of the site."""
    if address is None:
        return ""
    return f"{address.path}#{address.anchor}" if address.anchor else address.path


def spellings(address: Address) -> tuple[Address, ...]:
    """List the paths under which a server is asked for a page: that of a folder with and without its slash and index."""
    path = address.path
    if path.endswith("/index.html"):
        folder = path.removesuffix("index.html")
        return (Address(folder), address) if folder != "/" else (address,)
    if path.endswith("/") and path != "/":
        return (address, Address(path.rstrip("/")))
    return (address,)


def is_text(*values: str) -> bool:
    """Tell whether values can stand in a text file: no bytes that are no UTF-8."""
    return not any("\ud800" <= sign <= "\udfff" for value in values for sign in value)
