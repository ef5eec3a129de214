"""A URL as written -> the resource it names, in one spelling.

Beyond RFC 3986, section 6 (case, default port, percent-encoding, dot segments), two URLs are one resource here when only
the scheme of the web, an index page's name, a closing slash or a tracking parameter differs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
"""How a target begins that points out of the tree."""

_TRACKING = re.compile(
    r"utm_\w+|usp|ts|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)|ouid|rtpof|sd",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"/(?:index\.(?:html?|php|aspx?)|readme(?:\.md)?|default\.aspx?)\Z", re.IGNORECASE
)
_GOOGLE = re.compile(
    r"(?:/a/[^/?#]+)?(?:/u/\d+)?/(?P<what>document|spreadsheets|presentation|forms|file|drawings)"
    r"(?:/u/\d+)?/d/(?P<id>(?>(?:e/)?[\w\-]+))"
)
_DOCUMENT = re.compile(rf"https?://(?:docs|drive)\.google\.com{_GOOGLE.pattern}(?:[/?][^\s#]*)?")
# With nothing in it that could name a place in the document but `gid`.

_GOOGLES = frozenset({"docs.google.com", "drive.google.com"})
_PLAIN = re.compile(r"https?://([a-z\d-]+(?:\.[a-z\d-]+)*)((?:/[\w~-][\w~.-]*)*/?)", re.ASCII)

_PORTS = MappingProxyType({"http": 80, "https": 443})
_SAFE = "/:@!$&'()*+,;=~%-._"


def is_readable(url: str) -> bool:
    """Tell whether a URL can be taken apart, as `http://[` cannot."""
    try:
        port = urlsplit(url).port
    except ValueError:
        return False
    return port is None or port > 0


@lru_cache(maxsize=1 << 13)
def identity(url: str) -> str:
    """Give a URL the spelling that all URLs of its resource share.

    Args:
        url: An absolute URL, of any scheme, or one without (`//host/x`).

    Returns:
        The URL's identity; itself, trimmed, where it cannot be read.
    """
    url = url.strip()
    known = _at_sight(url)
    if known is not None:
        return known
    try:
        parts = urlsplit(f"https:{url}" if url.startswith("//") else url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme in {"mailto", "tel"}:
        return unquote(f"{parts.scheme}:{parts.path}").lower().replace(" ", "")
    if parts.scheme not in _PORTS:
        return url
    host = (parts.hostname or "").rstrip(".")
    if host in _GOOGLES:
        return _google(host, parts)
    shown_port = f":{port}" if port and port != _PORTS[parts.scheme] else ""
    path = _shortened(_encoded(_without_dots(parts.path)))
    return f"https://{host}{shown_port}{path}{_query(parts.query)}{_fragment(parts.fragment)}"


def _at_sight(url: str) -> str | None:
    """Give the identity of most URLs: nothing in them is to be decoded, and to take one apart takes ten times as long."""
    plain = _PLAIN.fullmatch(url)
    if plain and plain[1] not in _GOOGLES:
        return f"https://{plain[1]}{_shortened(plain[2])}"
    document = _DOCUMENT.fullmatch(url)
    return f"https://docs.google.com/d/{document['id']}" if document and "gid" not in url else None


def _shortened(path: str) -> str:
    return _INDEX.sub("/", path).rstrip("/")


def _encoded(path: str) -> str:
    return quote(
        unquote(path, errors="surrogateescape"),
        safe=_SAFE.replace("%", ""),
        errors="surrogateescape",
    )


def _without_dots(path: str) -> str:
    if "/." not in path:
        return re.sub(r"/{2,}", "/", path)
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if len(kept) > 1:
                kept.pop()
        elif part != "." and (part or not kept):
            kept.append(part)
    return "/".join(kept)


def _query(query: str) -> str:
    if not query:
        return ""
    kept = [
        pair
        for pair in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    ]
    return f"?{urlencode(kept)}" if kept else ""


def _fragment(fragment: str) -> str:
    return f"#{unquote(fragment)}" if fragment and not fragment.startswith(":~:") else ""


def _google(host: str, parts: SplitResult) -> str:
    """Name a document by its id and, where there is one, the place in it; views and accounts do not matter."""
    query = dict(parse_qsl(parts.query))
    found = _GOOGLE.match(parts.path)
    name = (
        found["id"] if found else query.get("id") if parts.path.endswith(("/open", "/uc")) else None
    )
    place = unquote(parts.fragment) or (f"gid={query['gid']}" if "gid" in query else "")
    if name is None:
        return f"https://{host}{parts.path.rstrip('/')}{_query(parts.query)}{_fragment(place)}"
    return f"https://docs.google.com/d/{name}{_fragment(place)}"
