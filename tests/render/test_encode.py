from __future__ import annotations

import pytest

from drift.explain.base import Side
from drift.render.encode import array, encode


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ({"b": 1, "a": "›"}, '{\n  "b": 1,\n  "a": "›"\n}\n'),
        (["caf\udce9"], '[\n  "caf\\\\xe9"\n]\n'),
        ({"\udc80": [None, 1.5]}, '{\n  "\\\\x80": [\n    null,\n    1.5\n  ]\n}\n'),
        (Side("v1"), '{\n  "rev": "v1",\n  "commit": null,\n  "date": null\n}\n'),
    ],
)
def test_indented_in_order_and_always_text(document: object, text: str) -> None:
    assert encode(document) == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([], b"[]\n"),
        ([b'{"a":"x\\ny"}', b"2"], b'[\n  {\n    "a": "x\\ny"\n  },\n  2\n]\n'),
    ],
)
def test_an_array_is_written_piece_by_piece(rows: list[bytes], text: bytes) -> None:
    assert b"".join(array(rows)) == text
