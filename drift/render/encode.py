"""Data -> indented JSON that every reader can decode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""What a JSON document is made of."""


def encode(document: object) -> str:
    r"""Write data as indented JSON.

    Args:
        document: Structs and plain data.

    Returns:
        The document with a line end; bytes of a path that are no UTF-8 are written `\xNN`.
    """
    # The line end is put on the bytes: as a text the document may take four times their memory.
    return (msgspec.json.format(compact(document), indent=2) + b"\n").decode()


def compact(document: object) -> bytes:
    r"""Write data as JSON on one line.

    Args:
        document: Structs and plain data.

    Returns:
        The document without a line end; bytes of a path that are no UTF-8 are written `\xNN`.
    """
    try:
        return msgspec.json.encode(document)
    except UnicodeEncodeError:
        return msgspec.json.encode(_decodable(msgspec.to_builtins(document)))


def array(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Write documents as the elements of one indented array, each as soon as it comes.

    Args:
        rows: Their JSON, each on one line.

    Yields:
        The array, piece by piece, with a line end.
    """
    before = b"["
    for row in rows:
        # A line end inside a JSON string is written as two signs, so each that is found here begins a line.
        yield before + b"\n  " + msgspec.json.format(row, indent=2).replace(b"\n", b"\n  ")
        before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"


def _decodable(value: Json) -> Json:
    """Replace the half characters by which Python keeps undecodable paths, and which JSON cannot hold."""
    match value:
        case str():
            return value.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        case dict():
            return {str(_decodable(key)): _decodable(item) for key, item in value.items()}
        case list() | tuple():
            return [_decodable(item) for item in value]
        case _:
            return value
