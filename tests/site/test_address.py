from __future__ import annotations

from drift.site.address import Address, address_keys


def test_spellings_of_one_page_share_a_key() -> None:
    folder = ("/a/b", "/a/b/", "/a/b/index.html")
    assert {Address(one).key for one in folder} == {"/a/b"}
    assert {Address(one).key for one in ("/", "/index.html", "")} == {"/"}
    assert address_keys("/a/b.html") == ("/a/b.html", "/a/b")
    assert address_keys("/a/b/") == ("/a/b", "/a/b.html")
