from __future__ import annotations

from collections.abc import Sequence

import pytest

from drift.parse.base import parse
from drift.parse.shelf import MemoryShelf
from drift.revision.base import Unreadable
from drift.site import pages as module
from drift.site.dialect import Dialects
from drift.site.document import Document
from drift.site.pages import Pages, Reader
from drift.site.parallel import Job, parse_all
from drift.trees.page import Page
from drift.trees.site import Dialect

GITHUB, MKDOCS = Dialect("github"), Dialect("mkdocs")


def document(text: str, suffix: str = ".md") -> Document:
    return Document(text, suffix, text)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was parsed, one by one or all at once."""
    texts: list[str] = []

    def one(text: str, *, suffix: str, dialect: Dialect, shelf: MemoryShelf | None) -> Page:
        texts.append(text)
        return parse(text, suffix=suffix, dialect=dialect, shelf=shelf)

    def many(jobs: Sequence[Job], *, workers: int) -> list[Page]:
        texts.extend(job.text for job in jobs)
        return parse_all(jobs, workers=workers)

    monkeypatch.setattr(module, "parse", one)
    monkeypatch.setattr(module, "parse_all", many)
    return texts


def test_a_page_is_parsed_when_it_is_asked_for(parsed: list[str]) -> None:
    documents = {"a.md": document("# A\n"), "b.md": document("# B\n")}
    pages = Pages(documents, Dialects(site=GITHUB, markdown=GITHUB), Reader())
    assert (list(pages), len(pages), "a.md" in pages, "c.md" in pages, parsed) == (
        ["a.md", "b.md"],
        2,
        True,
        False,
        [],
    )
    assert pages["b.md"].title == "B"
    assert parsed == ["# B\n"]
    assert pages["b.md"] is pages["b.md"]
    assert parsed == ["# B\n"]
    with pytest.raises(KeyError):
        pages["c.md"]


def test_a_page_is_one_for_each_content_suffix_and_dialect(parsed: list[str]) -> None:
    reader = Reader()
    text = "A & B\n=====\n"
    read = [
        reader.page(document(text), GITHUB),
        reader.page(document(text), GITHUB),
        reader.page(document(text), MKDOCS),
        reader.page(document(text, ".rst"), GITHUB),
    ]
    assert read[0] is read[1]
    assert [page.format for page in read] == ["markdown", "markdown", "markdown", "rst"]
    assert [page.root.sections[0].anchor for page in read[1:]] == ["a--b", "a-b", "a--b"]
    assert len(parsed) == 3


def test_keys_are_equal_where_pages_are() -> None:
    documents = {"a.md": document("x"), "b.md": document("x"), "c.md": document("y")}
    github = Pages(documents, Dialects(site=GITHUB, markdown=GITHUB), Reader())
    sphinx = Dialects(site=GITHUB, markdown=GITHUB, sphinx=("b",))
    mixed = Pages(documents, sphinx, Reader())
    assert github.key("a.md") == github.key("b.md") == mixed.key("a.md")
    assert len({github.key("a.md"), github.key("c.md"), mixed.key("b.md"), None}) == 4
    assert github.key("d.md") is None


def test_what_was_asked_for_longest_ago_is_dropped_first(parsed: list[str]) -> None:
    reader = Reader(most=10, packed=0)
    texts = ["a" * 4, "b" * 4, "c" * 4, "d" * 40]
    one, two, three, large = map(document, texts)
    for each in (one, two, one, three, one, two):
        reader.page(each, GITHUB)
    assert parsed == [texts[0], texts[1], texts[2], texts[1]]
    reader.page(large, GITHUB)
    reader.page(large, GITHUB)
    assert parsed[4:] == [texts[3]]


def test_what_was_dropped_is_kept_packed(parsed: list[str]) -> None:
    reader = Reader(most=10)
    one, two = document("# A\n\nb"), document("# C\n\nd")
    first = reader.page(one, GITHUB)
    reader.page(two, GITHUB)
    again = reader.page(one, GITHUB)
    assert again == first
    assert again is not first
    assert parsed == [one.source, two.source]


def test_what_is_known_is_not_loaded_again(parsed: list[str]) -> None:
    reader = Reader()
    documents = {f"{name}.md": document(f"# {name}\n") for name in "abc"}
    pages = Pages(documents, Dialects(site=GITHUB, markdown=GITHUB), reader)
    assert pages["a.md"].title == "a"
    pages.load(["a.md", "b.md", "b.md"], jobs=1)
    assert [pages[path].title for path in pages] == ["a", "b", "c"]
    assert parsed == ["# a\n", "# b\n", "# c\n"]


def test_what_could_not_be_read_is_not_parsed(parsed: list[str]) -> None:
    reader = Reader()
    unread = Document("1", ".txt", Unreadable("is a binary file"))
    reader.load([(unread, GITHUB)], jobs=1)
    page = reader.page(unread, GITHUB)
    assert (page.unparsed, page.format, parsed) == ("is a binary file", "rst", [])
    other = reader.page(Document("2", ".txt", Unreadable("is a binary file")), GITHUB)
    assert page.root.subtree != other.root.subtree


def test_a_version_that_no_revision_has_is_not_packed(parsed: list[str]) -> None:
    reader = Reader(most=1)
    kept, left = document("# A\n"), document("# B\n")
    for one in (kept, left):
        reader.page(one, GITHUB)
    del left, one
    reader.page(document("# C\n"), GITHUB)
    reader.page(document("# D\n"), GITHUB)
    assert [reader.page(document(text), GITHUB).title for text in ("# A\n", "# B\n")] == ["A", "B"]
    # Of the one that is still held it was known what it says.
    assert parsed == ["# A\n", "# B\n", "# C\n", "# D\n", "# B\n"]


def test_of_versions_that_no_revision_has_any_more_nothing_is_kept(
    parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 4)
    reader = Reader(most=1)
    stays = document("stays")
    reader.page(stays, GITHUB)
    for number in range(20):
        version = document(f"version {number}")
        reader.page(version, GITHUB)
        # Packed when the next is asked for, as long as a revision has it.
        reader.page(document(f"other {number}"), GITHUB)
    parsed.clear()
    for text in ("stays", "version 1", "version 19"):
        reader.page(document(text), GITHUB)
    assert parsed == ["version 1"]
