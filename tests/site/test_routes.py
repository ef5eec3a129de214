from __future__ import annotations

import pytest

from drift.site.routes import addresses, routes
from drift.trees.page import Datum


@pytest.mark.parametrize(
    ("path", "metadata", "found"),
    [
        ("docs/a.md", {}, ("docs/a",)),
        ("docs/02-a.md", {}, ("docs/a",)),
        ("01-docs/02 - a.md", {}, ("docs/a",)),
        ("docs/2024-a.md", {}, ("docs/a",)),
        ("docs/sail2-a.md", {}, ("docs/sail2-a",)),
        ("blog/2024-05-06-a.md", {}, ("blog/2024-05-06-a", "blog/2024/05/06/a")),
        ("docs/x/a.md", {"slug": '"/b"'}, ("docs/x/a", "docs/b")),
        ("docs/x/a.md", {"slug": '"b"', "title": '"T"'}, ("docs/x/a", "docs/x/b")),
        ("docs/x/a.md", {"id": '"b"', "slug": '"/"'}, ("docs/x/a", "docs/x/b", "docs")),
    ],
)
def test_routes(path: str, metadata: dict[str, str], found: tuple[str, ...]) -> None:
    data = [Datum(key, value, 1) for key, value in metadata.items()]
    assert routes(path, data) == found


@pytest.mark.parametrize(
    ("path", "metadata", "found"),
    [
        ("src/crew/leave.md", {}, ()),
        ("src/_crew/leave.html.md.erb", {}, ("src/crew/leave",)),
        ("src/_posts/2024-05-06-a.md", {}, ("src/2024-05-06-a", "src/2024/05/06/a")),
        ("src/a.md", {"permalink": '"/crew/leave.html"'}, ("src/crew/leave",)),
        ("src/a.md", {"permalink": '"/crew/"'}, ("src/crew",)),
        ("src/a.md", {"redirect_from": '["/b/index.html", "/c"]'}, ("src/b", "src/c")),
    ],
)
def test_addresses(path: str, metadata: dict[str, str], found: tuple[str, ...]) -> None:
    data = [Datum(key, value, 1) for key, value in metadata.items()]
    assert addresses(path, data, "src/") == found
