from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.revision.base import Unreadable
from drift.site.document import LONG, OFTEN, Document
from drift.site.tokens import tokens


def document(text: str, suffix: str = ".md") -> Document:
    return Document("0", suffix, text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("a", "[x](guides/a.md)"),
        ("a", "[x](../a.html#b)"),
        ("a", "[x](<a>)"),
        ("a", "[x](a 'why')"),
        ("a", "[x]: a.md"),
        ("a", "[x]:\n  a.md"),
        ("a", '<a href="a">'),
        ("a", "<a href=a>"),
        ("a", ":doc:`a`"),
        ("a", ":doc:`text <a>`"),
        ("a", "{doc}`/guides/a`"),
        ("a", ".. _x: a.html"),
        ("a", ".. image:: a.png"),
        ("a", ".. toctree::\n\n   a\n"),
        ("a", ".. toctree::\n\n   Text <a>\n"),
        ("a", "```{toctree}\na\n```"),
        ("a", "```{include} a.md\n```"),
        ("a", "{% include a.md %}"),
        ("a", '{{< ref "a" >}}'),
        ("a", "{{< relref a >}}"),
        ("a", '{% content-ref url="a.md" %}'),
        ("a", "a"),
        ("a", "https://h.example/a/"),
        ("my page", "[x](my%20page.md)"),
        ("my page", "[x](<my page.md>)"),
        ("my page", ":doc:`my page`"),
        ("q (a) & b", "[x](q%20(a)%20&amp;%20b.md)"),
        ("q (a) & b", "[x](q%20%28a%29%20%26%20b.md)"),
        ("größe", "[x](gr%C3%B6%C3%9Fe.md)"),
        ("größe", "[x](GRÖSSE.md)"),
        ("größe", "[x](gr&ouml;&szlig;e)"),
        ("员工手册", "[x](员工手册.md)"),
        ("员工手册", "[x](%E5%91%98%E5%B7%A5%E6%89%8B%E5%86%8C.md)"),
        ("start-here", "[x](#start-here)"),
        ("start-here", "[x](#user-content-start-here)"),
        ("start-here", ":ref:`Start here`"),
        ("start-here", ":ref:`text <start_here>`"),
        ("start-here", "see `Start\n  Here`_ there"),
        ("start", "look at Start_ there"),
        ("team:one", "{ref}`team:one`"),
        ("What's new", ":ref:`docs/a:What's new`"),
        ("a_b", r"[x](a\_b.md)"),
        ("...", "whatever has no letters may be anywhere"),
    ],
)
def test_a_target_is_found(form: str, text: str) -> None:
    assert document(text).names(tokens(form))
    assert document(text).says(tokens(form))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("a", "say a word"),
        ("a", "[x](ab.md)"),
        ("a", "[x](banana.md)"),
        ("my page", "[x](page-my.md)"),
        ("my page", "on my page"),
        ("start-here", "we start here"),
        ("größe", "[x](grosz.md)"),
    ],
)
def test_what_is_no_target_is_ruled_out(form: str, text: str) -> None:
    assert not document(text).names(tokens(form))


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("V2MOM", "our v2mom.", True),
        ("V2MOM", "our v2moms", False),
        ("V2 MOM", "MOM and V2", True),
        ("naïve", "NAÏVE", True),
        ("手册", "员工手册中", True),
        ("Straße", "STRASSE", True),
        ("at&t", "AT&amp;T", True),
        ("café", "caf&eacute;", True),
        ("café", "cafe", False),
        ("", "anything", True),
    ],
)
def test_saying(form: str, text: str, *, said: bool) -> None:
    assert document(text).says(tokens(form)) is said


@given(
    st.text("aA1é-_. 手", min_size=1, max_size=4),
    *(st.text("aA1é-_. \n&;%*手", max_size=6) for _ in "ab"),
)
def test_what_is_written_as_it_is_is_said(form: str, ahead: str, behind: str) -> None:
    text = f"{ahead}{form}{behind}"
    if re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", text.casefold()):
        assert document(text).says(tokens(form))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (".. _My Label:\n", {"my label"}),
        (".. _`a: b`:\n", {"a: b"}),
        (".. _a\\:b:\n", {"a:b"}),
        (".. _Über  uns:\n", {"über uns"}),
        ("an _`inline one` here", {"inline one"}),
        ("(my-label)=\n# A\n", {"my-label"}),
        ("(a)=\n(b)=\n", {"a", "b"}),
        (".. figure:: x.png\n   :name: Fig One\n", {"fig one"}),
        ("```{figure} x.png\n---\nname: fig-one\n---\n```", {"fig-one"}),
        ("plain (text) = nothing", set()),
    ],
)
def test_labels(text: str, labels: set[str]) -> None:
    assert document(text).labels == labels


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("start here", "# Start *here*\n"),
        ("start here", "Start here\n==========\n"),
        ("start here", "Start\nhere\n---\n"),
        ("start here", "## Start here {#begin}\n"),
        ("start here", "> - # Start [here](there.md)\n"),
        ("start here", "<h2 id='x'>Start <b>here</b></h2>\n"),
        ("tom & ann", "# Tom &amp; Ann\n"),
        ("module: a.b", "Module: :mod:`a.b`\n==================\n"),
        ("why this matters", "# Why [this](a.md) matters\n"),
        ("version 2", "Version |release|\n=================\n\n.. |release| replace:: 2\n"),
        ("a:start here", "# a: Start here\n"),
        ("員工手冊", "# 員工手冊\n"),
    ],
)
def test_a_title_is_found(title: str, text: str) -> None:
    assert document(text).titled(tokens(title))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("start here", "we start here\n"),
        ("start here", "# Here we [start](a.md)\n"),
        ("start here", "# Do not start here\n"),
        ("start", "We start.\n\n# [End](a.md)\n"),
    ],
)
def test_what_is_no_title_is_ruled_out(title: str, text: str) -> None:
    assert not document(text).titled(tokens(title))


@pytest.mark.parametrize(
    ("text", "around"),
    [
        *((f"[x]({target})", True) for target in ("/", "..", "../", "./", ".", "../../", "../#a")),
        *((f"[x]({target})", True) for target in ("../?a=b", "docs/..", "docs/../", "./.")),
        ("[x](../ 'why')", True),
        ("[x]: ..", True),
        (".. _x: ../", True),
        ("<a href=/>", True),
        ("`x <../>`_", True),
        (".. note::\n\n   Wait ... and see / hear.", False),
        ("[x](../a.md)", False),
    ],
)
def test_links_that_name_no_page(text: str, *, around: bool) -> None:
    assert document(text).points_around is around


@pytest.mark.parametrize(
    ("text", "patterns"),
    [
        (".. toctree::\n   :glob:\n\n   news/*\n", True),
        ("```{toctree}\n:glob:\nnews/[ab]?\n```", True),
        (".. toctree::\n\n   news\n", False),
        ("   * a list\n", False),
    ],
)
def test_patterns(text: str, *, patterns: bool) -> None:
    assert document(text).has_patterns is patterns


@pytest.mark.parametrize(
    ("text", "has", "may"),
    [
        (".. toctree::\n", True, True),
        ("```{toctree}\n", True, True),
        (":::{toctree}\n", True, True),
        ("`{.toctree}`", False, True),
        ("nothing", False, False),
    ],
)
def test_toctrees(text: str, *, has: bool, may: bool) -> None:
    assert (document(text).has_toctree, document(text).may_list_pages) == (has, may)


@pytest.mark.parametrize(
    ("text", "custom"),
    [
        (".. note:: x\n", False),
        (".. image:: x\n\n```{figure} y\n```\n", False),
        (".. py:setting:: x\n", True),
        ("```{setting} x\n```\n", True),
    ],
)
def test_directives_of_a_sites_own(text: str, *, custom: bool) -> None:
    assert document(text).custom is custom


def test_urls_have_one_spelling() -> None:
    text = "<http://H.example/a/index.html> [x](https://h.example/a/#b) https://h.example/a?c."
    assert document(text).urls == {"https://h.example/a"}


def test_what_could_not_be_read_says_nothing() -> None:
    unread = Document("0", ".md", Unreadable("is a binary file"))
    assert (unread.sought, *unread.labels, *unread.urls) == ("",)
    assert not unread.says(("a",))
    assert not unread.has_toctree


def test_only_lines_that_are_decoded_are_searched_twice() -> None:
    text = "plain\n50% and R&D\nmy%20page"
    assert document(text).sought == text.casefold() + "\nmy page"
    assert document("plain").sought == "plain"


@pytest.mark.parametrize("text", ["A%20Gull\nTWO", "Plain\nTWO", "Stra&szlig;e ß", ""])
def test_the_folded_text_is_the_same_before_and_after_a_search(text: str) -> None:
    one = document(text)
    before = one.folded
    assert one.sought.startswith(before)
    assert one.folded == before == text.casefold()
    # What is not decoded is held once.
    assert (one.folded is one.sought) == (one.sought == before)


@given(
    st.text(st.sampled_from("ab1 .-_Ä水\n"), max_size=30),
    st.lists(st.text(st.sampled_from("ab1 -Ä水"), min_size=1, max_size=4), max_size=5),
)
def test_what_is_asked_often_is_answered_as_before(text: str, forms: list[str]) -> None:
    long = f"{text}\n" + "." * LONG
    often = document(long)
    for _ in range(OFTEN):
        often.says(("x",))
    for form in map(tokens, forms):
        assert often.says(form) is document(long).says(form)


@pytest.mark.parametrize("text", ["", "kettle", "ketel “ketel”", "ケトル", "🫖 tea", "half \ud83e"])
def test_a_text_is_given_back_as_it_was(text: str) -> None:
    """Whatever its signs are; what is no text at all has a reason."""
    one = document(text)
    assert (one.source, one.unread) == (text, None)
    assert one.size == len(text.encode(errors="surrogatepass"))
    reason = Unreadable("is a binary file")
    unread = Document("0", ".md", reason)
    assert (unread.source, unread.unread, unread.size) == ("", reason, 0)
