from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.explain.passages import Passages
from drift.parse.base import parse
from drift.site.document import Document
from drift.site.phrases import says_together
from drift.site.tokens import tokens
from drift.trees.site import Dialect

FORMS = ("data loss", "data-loss", "data_loss")
WORDS = ("data", "loss", "of", "日本")
BETWEEN = (
    *(" ", "  ", "\n", "\n\n", "\n   ", "-", "_", ". ", ": ", "|", " | ", "\n> ", "\n- ", "\n1. "),
    *("*", "**", "`", "``", "[", "]", "](u.md)", "](of 'of')", "[^1]", "]{.of}", "\\", "&nbsp;"),
    *("<b>", "</b>", "<!-- of -->", "<br/>", "<A title='", "' label='", "'/>", "<pre>", "</pre>"),
    *("{", "}", "{% of %}", "{{< of >}}", "{sub}`", "\n% of\n", "\n(of)=\n", "\n# ", "\n## "),
    *(":doc:`", ":sup:`of`", " <of>`_", "`_", "_ ", " [1]_ ", "|of|", "\n\n.. |of| replace:: loss\n\n"),
    *("\n\n.. note:: ", "\n\n.. raw:: html\n\n   ", "\n\n.. list-table::\n\n   * - ", "\n     - "),
    *("\n====\n", "\n----\n", "\n=====  =====\n", "\n+------+------+\n| ", " |\n", "\n    "),
)  # fmt: skip


def document(text: str, suffix: str = ".md") -> Document:
    return Document("0", suffix, text)


@pytest.mark.parametrize(
    "text",
    [
        "Data loss",
        "a data\n  loss",
        "> data\n> loss",
        "**Data** Loss",
        "[data](a.md) loss",
        "[data](a.md 'of it') loss",
        "[data][of] loss",
        "data[^1] loss",
        "data&nbsp;loss",
        "d&#97;ta\nloss",
        "data <!-- of --> loss",
        '<b title="of">data</b> loss',
        '<Card label="loss" title="data"/>',
        "data {% of %} loss",
        "{ref}`data <of>` loss",
        "`data <of>`_ loss",
        "data |of|",
        "see data-loss.md",
        "# Data 日本 loss",
        "<pre>data <i\nid='of'>\n\nloss</pre>",
    ],
)
def test_a_phrase_is_found(text: str) -> None:
    there = f"{text}\n\nloss\n\n.. |of| replace:: loss\n" if "|" in text else text
    assert says_together(document(there), tokens("data loss"))


@pytest.mark.parametrize(
    "text",
    [
        "data",
        "loss of data",
        "data of loss",
        "Data, of which [this](a.md) is a loss",
        "[Data](a.md) of it\n\n[loss](b.md)",
    ],
)
def test_what_is_parted_is_ruled_out(text: str) -> None:
    assert not says_together(document(text), tokens("data loss"))


def test_of_three_words_each_follows_the_one_before() -> None:
    assert says_together(document("the [data](a) *loss* report"), tokens("data loss report"))
    assert not says_together(document("the [data](a) loss in a report"), tokens("data loss report"))


def test_a_word_is_looked_for_as_ever() -> None:
    assert says_together(document("data"), tokens("Data"))
    assert not says_together(document("database"), tokens("data"))


@given(
    text=st.lists(st.sampled_from((*WORDS, *WORDS, *BETWEEN)), min_size=2, max_size=14).map(
        "".join
    ),
    suffix=st.sampled_from((".md", ".rst")),
)
@settings(deadline=None)
def test_whatever_a_page_is_found_to_say_is_not_ruled_out(text: str, suffix: str) -> None:
    page = parse(text, suffix=suffix, dialect=Dialect("github"))
    made, words = document(text, suffix), tokens("data loss")
    # Of a word that markup cuts in two, no search knows.
    if Passages(page).saying(FORMS) and made.says(words):
        assert says_together(made, words)
