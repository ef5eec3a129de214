"""Bytes of a file -> the text of a document, or why it is none."""

from __future__ import annotations

import codecs
import re
from functools import cache, lru_cache
from pathlib import PurePosixPath

from drift.parse.base import parsers
from drift.revision.base import Unreadable

_POINTER = b"version https://git-lfs.github.com/spec/"
_DEPENDENCY = re.compile(
    r"(?:\A|/)(?:node_modules|bower_components|site-packages|\.venv|vendor/(?:bundle|[^/]+\.[^/]+))/"
)
# Where package managers put what others wrote: npm, Bower, pip, Bundler, and the modules of Go by their host.
_BREAKS = re.compile("\r\n?")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@cache
def suffixes() -> frozenset[str]:
    """Give the suffixes of all documents that some parser reads."""
    return frozenset(suffix for parser in parsers().values() for suffix in parser.suffixes)


@lru_cache(maxsize=1 << 16)
def suffix_of(path: str) -> str:
    """Give a path's suffix with its dot, in lower case; empty where it has none."""
    own = PurePosixPath(path).suffix.lower()
    # Middleman fills in Ruby first: `x.html.md.erb`.
    inner = PurePosixPath(path[:-4]).suffix.lower() if own == ".erb" else ""
    return inner if inner in suffixes() else own


@lru_cache(maxsize=1 << 16)
def stem_of(path: str) -> str:
    """Give a document's path without its suffix, and without the one it is published with: of `x.html.md`, `x`."""
    bare = path[:-4] if path.endswith(".erb") and suffix_of(path) != ".erb" else path
    return bare.removesuffix(PurePosixPath(bare).suffix).removesuffix(".html")


def is_dependency(path: str) -> bool:
    """Tell whether a file came with a package of others, and is no page of this tree though it may be committed."""
    return _DEPENDENCY.search(path) is not None


def is_pointer(data: bytes) -> bool:
    """Tell whether a file only stands for one that is kept elsewhere (Git LFS)."""
    return data.startswith(_POINTER)


def decode(data: bytes) -> str | Unreadable:
    """Read a document's bytes as text, with line feeds alone between its lines.

    Args:
        data: The content of the file.

    Returns:
        The text without a byte order mark, or why it is none.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Unreadable(f"is not {encoding.removesuffix('-sig').upper()}: line {line}")
    if "\0" in text:
        return Unreadable("is a binary file")
    return _BREAKS.sub("\n", text) if "\r" in text else text
