"""Texts and phrases -> how often each text says each phrase, on both sides: found in one reading, not phrase by phrase."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from drift.explain.lexicon import stem
from drift.explain.texts import Text
from drift.trees.words import words

Stems = tuple[str, ...]
"""The stems of a phrase, or of a text, in their order."""

_NOWHERE: Mapping[int, int] = Counter()


class Mentions:
    """Where phrases are said; what is asked for later must be among them."""

    def __init__(self, texts: Iterable[Text], wanted: Iterable[Stems]) -> None:
        """Read the texts.

        Args:
            texts: The texts on both sides.
            wanted: The phrases to look for, by their stems.
        """
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in wanted:
            lengths[phrase[0]].add(len(phrase))
        self._before: dict[Stems, Counter[int]] = defaultdict(Counter)
        self._after: dict[Stems, Counter[int]] = defaultdict(Counter)
        for index, text in enumerate(texts):
            for phrase in _said(stems(text.before), lengths):
                self._before[phrase][index] += 1
            for phrase in _said(stems(text.after), lengths):
                self._after[phrase][index] += 1

    def before(self, phrase: Stems) -> Mapping[int, int]:
        """Tell how often the old sides say a phrase, by the places of those texts that do; others have 0."""
        return self._before.get(phrase, _NOWHERE)

    def after(self, phrase: Stems) -> Mapping[int, int]:
        """Tell the same of the new sides."""
        return self._after.get(phrase, _NOWHERE)


def stems(text: str) -> Stems:
    """Cut a text into the stems of its words."""
    return tuple([stem(word) for word in words(text)])


def holds(longer: Stems, shorter: Stems) -> bool:
    """Tell whether a phrase has another in it and more (`core team` has `team`), so that who says it says both."""
    places = range(len(longer) - len(shorter) + 1)
    return len(longer) > len(shorter) and any(
        longer[at : at + len(shorter)] == shorter for at in places
    )


def _said(text: Stems, lengths: Mapping[str, Collection[int]]) -> Iterable[Stems]:
    for at, word in enumerate(text):
        for length in lengths.get(word, ()):
            if at + length <= len(text):
                yield text[at : at + length]
