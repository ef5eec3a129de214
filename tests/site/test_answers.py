from __future__ import annotations

from collections.abc import Mapping
from weakref import ReferenceType, ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.site import answers
from drift.site.answers import Answers
from drift.site.document import Document
from drift.site.tokens import tokens

TEXTS = (
    "[x](a.md) about kettles",
    "see `Kettle`_ and 员工手册中的水壶",
    "# Kettle\n\n[y](my%20page.md#kettle)",
    "nothing of the kind",
    "B&auml;r, kettle-and-bear",
)
FORMS = ("a", "kettle", "my page", "手册", "bär", "kettle and bear", "nowhere", "")
QUESTIONS = (Document.says, Document.names, Document.titled, Document.says_apart)

Docs = Mapping[str, Document]

Step = dict[str, int | None]


def applied(documents: Docs, step: Step) -> Docs:
    """Change some documents; what does not change is the same object, and at best the same mapping."""
    found = dict(documents)
    for path, number in step.items():
        if number is None:
            found.pop(path, None)
        elif path not in found or found[path].source != TEXTS[number]:
            found[path] = Document(str(number), ".md", TEXTS[number])
    return documents if found == documents else found


def holding(documents: Docs, question: answers.Question, form: str) -> frozenset[str]:
    return frozenset(path for path, one in documents.items() if question(one, tokens(form)))


def steps() -> st.SearchStrategy[list[Step]]:
    paths = st.sampled_from([f"{name}.md" for name in "abcdefghijklmnop"])
    numbers = st.none() | st.integers(0, len(TEXTS) - 1)
    # Both a few changes at once and many.
    return st.lists(st.dictionaries(paths, numbers, max_size=16), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("worth", "far", "most", "paths"),
    [(64, 256, 4096, 9999), (0, 256, 4096, 9999), (2, 2, 3, 9999), (64, 256, 4096, 5)],
)
@given(made=steps(), asked=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 31)), max_size=40))
@settings(deadline=None)
def test_in_any_order_it_is_as_if_all_were_asked(
    worth: int,
    far: int,
    most: int,
    paths: int,
    made: list[Step],
    asked: list[tuple[int, int]],
) -> None:
    """With the words listed from the first question on, or never; with answers that are dropped at once, or kept."""
    memory = Answers()
    revisions: list[tuple[int, Docs]] = []
    documents: Docs = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "MOST_PATHS", paths)
        for name, value in (("WORTH", worth), ("FAR", far), ("MOST", most), ("STALE", 2)):
            patch.setattr(answers, name, value)
        for step in made:
            documents = applied(documents, step)
            revisions.append((memory.step(documents), documents))
        for at, which in asked:
            number, there = revisions[at % len(revisions)]
            question, form = QUESTIONS[which % 4], FORMS[which // 4]
            assert memory.ask(question, tokens(form), there, number) == holding(
                there, question, form
            )


@given(made=steps(), back=st.lists(st.integers(0, 5), max_size=6))
@settings(deadline=None)
def test_steps_that_lead_back_are_steps_too(made: list[Step], back: list[int]) -> None:
    """As a walk takes them: a revision and its parent in turn, each asked when it is reached."""
    memory = Answers()
    revisions: list[Docs] = []
    documents: Docs = {}
    for step in made:
        documents = applied(documents, step)
        revisions.append(documents)
    for at in (*range(len(revisions)), *back):
        documents = revisions[at % len(revisions)]
        number = memory.step(documents)
        for form in FORMS:
            found = memory.ask(Document.names, tokens(form), documents, number)
            assert found == holding(documents, Document.names, form)


def test_what_did_not_change_is_not_asked_again() -> None:
    asked: list[str] = []

    def question(document: Document, _words: tuple[str, ...]) -> bool:
        asked.append(document.blob)
        return document.blob != "b"

    one = {path: Document(path, ".md", "") for path in "abc"}
    other = {**one, "b": Document("x", ".md", "")}
    memory = Answers()
    first, second = memory.step(one), memory.step(other)
    assert memory.ask(question, (), one, first) == {"a", "c"}
    assert memory.ask(question, (), other, second) == {"a", "b", "c"}
    assert memory.ask(question, (), other, second) == {"a", "b", "c"}
    assert asked == ["a", "b", "c", "x"]


def test_the_words_of_what_is_asked_by_turns_are_listed_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a comparison asks its two sides."""
    listed: list[str] = []

    def counted(form: str) -> tuple[str, ...]:
        if form in texts:
            listed.append(form)
        return tokens(form)

    texts = ("about kettles", "about pots")
    monkeypatch.setattr(answers, "WORTH", 0)
    monkeypatch.setattr(answers, "tokens", counted)
    sides = [{"a.md": Document(text, ".md", text)} for text in texts]
    memory = Answers()
    numbers = [memory.step(side) for side in sides]
    for turn, form in enumerate(("kettles", "pots", "about", "nothing")):
        if turn > 1:
            listed.clear()
        at = turn % 2
        found = memory.ask(Document.says, tokens(form), sides[at], numbers[at])
        assert found == frozenset({"a.md"} if form in texts[at] else ())
        assert bool(listed) == (turn <= 1)


def test_answers_that_are_remembered_have_so_many_paths_at_most() -> None:
    documents = {f"{number}.md": Document("", ".md", "one two three four") for number in range(30)}
    memory, held = Answers(), list[frozenset[str]]()
    number = memory.step(documents)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "MOST_PATHS", 70)
        for _ in range(2):
            for word in ("one", "two", "three", "four", "five"):
                memory.ask(Document.says, (word,), documents, number)
                held = [paths for _, paths in memory._found.values()]  # noqa: SLF001 - to be weighed
                assert sum(map(len, held)) <= 70
    # The last two that name any, and what names none besides.
    assert [len(paths) for paths in held] == [30, 30, 0]


def test_documents_that_are_gone_are_held_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "WORTH", 0)
    memory = Answers()
    kept = Document("a", ".md", "kettle")
    gone: ReferenceType[Document] | None = None
    for number in range(3):
        # Under another name each time.
        documents = {"a.md": kept, f"{number}.md": Document(str(number), ".md", "kettle")}
        gone = gone or ref(documents["0.md"])
        found = memory.ask(Document.says, ("kettle",), documents, memory.step(documents))
        assert found == documents.keys()
        found = memory.ask(Document.says, (f"{number}",), documents, memory.step(documents))
    assert gone is not None
    assert gone() is None
