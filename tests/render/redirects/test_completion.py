from __future__ import annotations

import pytest

from drift.errors import UsageError
from drift.render.redirects.completion import complete
from tests.render.redirects.samples import PLAIN, book, view


def test_nothing_lacking_is_nothing_done() -> None:
    assert complete(book("netlify"), "any\ttext", [], view(PLAIN).sites) == "any\ttext"


@pytest.mark.parametrize(
    ("name", "text"),
    [("nginx", "location"), ("nginx", "server { root"), ("vercel", '{"redirects": [}')],
)
def test_what_would_be_lost_is_not_written(name: str, text: str) -> None:
    seen = view(PLAIN)
    with pytest.raises(UsageError):
        complete(book(name), text, seen.moves.pages, seen.sites)
