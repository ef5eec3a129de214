from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.site.answers import Answers
from drift.site.document import Document
from drift.site.search import Labels, TextSearch

TEXTS = {
    "a.rst": ".. _My Label:\n\nStart here\n==========\n\n.. setting:: kettle\n",
    "b.md": "(my-label)=\n# Start [here](a.rst)\n\nkettle\n",
    "c.md": "# 員工手冊\n\n```{setting} kettle\n```\n",
    "d.rst": ".. _`my label`:\n\nText that says start here.\n",
}


def documents(texts: Mapping[str, str]) -> dict[str, Document]:
    return {path: Document(text, path[path.rfind(".") :], text) for path, text in texts.items()}


def search(texts: Mapping[str, str]) -> TextSearch:
    made, names = documents(texts), Answers()
    number = names.step(made)
    return TextSearch(
        made, lambda ask, words: names.ask(ask, words, made, number), Labels(made, None)
    )


@pytest.mark.parametrize(
    ("key", "found"),
    [("my label", ["a.rst", "d.rst"]), ("my-label", ["b.md"]), ("other", []), ("", [])],
)
def test_labelled(key: str, found: list[str]) -> None:
    assert list(search(TEXTS).labelled(key)) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [("Start here", ["a.rst", "b.md"]), ("員工手冊", ["c.md"]), ("here start", [])],
)
def test_titled(title: str, found: list[str]) -> None:
    assert list(search(TEXTS).titled(title)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("kettle", ["a.rst", "c.md"]), ("setting-kettle", ["a.rst", "c.md"]), ("start", ["a.rst"])],
)
def test_custom(name: str, found: list[str]) -> None:
    assert list(search(TEXTS).custom(name)) == found


TREES = st.dictionaries(
    st.sampled_from(["a.md", "b.md", "c.md"]),
    st.sampled_from(["plain", "other", "(x)=\n", "(x)=\n(y)=\n", "(y)=\n(x)=\n"]),
)


@given(st.lists(TREES, min_size=2, max_size=5), st.booleans())
def test_labels_are_the_same_whatever_is_near(
    trees: list[dict[str, str]], asked_at_once: bool
) -> None:
    near: Labels | None = None
    for texts in trees:
        made = documents(dict(sorted(texts.items())))
        labels, alone = Labels(made, near), Labels(made, None)
        assert not asked_at_once or labels.by_key == alone.by_key
        near = labels
    assert near is not None
    assert near.by_key == alone.by_key


def test_labels_are_shared_where_they_are_the_same() -> None:
    one = Labels(documents({"a.md": "(x)=\nsome\n"}), None)
    assert list(one.by_key) == ["x"]
    assert Labels(documents({"a.md": "(x)=\nmore\n"}), one).by_key is one.by_key
