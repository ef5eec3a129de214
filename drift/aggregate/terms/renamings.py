"""Texts that differ -> phrases that others replaced, each with all its forms, places and commits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import msgspec

from drift.aggregate.terms.grammar import begin, things
from drift.aggregate.terms.naming import forms, longer, titled
from drift.explain.base import Scope
from drift.explain.mentions import Stems, holds
from drift.history.exchanges.phrases import Exchange, Pair, stems
from drift.history.exchanges.swaps import Swap

Key = tuple[Stems, Stems]
Index = defaultdict[str, set[int]]
"""A stem -> the numbers of the texts that lost or gained it."""

_LINKED = frozenset(("label", "url"))
_UNREAD = frozenset(("path", "url"))
_TITLES = frozenset(("heading", "label"))


class Renaming(msgspec.Struct, frozen=True):
    """One phrase that another replaced, whether or not it is a term."""

    forms: tuple[Pair, ...]
    # As written; the first is the one to name it by.
    longer: tuple[Pair, ...]
    # The same with the word that nearly always stands beside it: `site configuration` of `site`.
    count: int
    # Occurrences that went one way.
    places: int
    # Texts in which they did, those that read the same counted once.
    back: int
    # Texts in which the new phrase gave way to the old one.
    elsewhere: int
    # Texts in which the old phrase gave way to something else.
    steps: tuple[int, ...]
    # The number of the commit of each place, in order.
    pages: frozenset[str]
    scopes: Counter[Scope]
    # How many of the places are of which scope.
    titles: int
    # Places where a whole heading or label was another, of which no word stayed.
    where: frozenset[tuple[int, str]]
    # Commits with pages.
    things: tuple[int, int] = (1, 0)
    # In how many places they name a thing, and in how many they do not, as far as the words beside them tell.
    begins: bool = False
    # Whether a sentence begins with them in every place.
    titled: tuple[Pair, ...] = ()
    # The longer forms, if the word behind is a part of the name.

    @property
    def before(self) -> str:
        """The old form to name it by."""
        return self.forms[0][0]

    @property
    def after(self) -> str:
        """The new form to name it by."""
        return self.forms[0][1]

    @property
    def key(self) -> Key:
        """The stems of both."""
        return stems(self.before), stems(self.after)

    @property
    def net(self) -> int:
        """The places that stayed changed."""
        return self.places - self.back

    @property
    def read(self) -> int:
        """The places that readers see, unlike paths and targets."""
        return self.places - self.scopes["path"] - self.scopes["url"]


def renamings(found: Sequence[Swap], *, least: int) -> list[Renaming]:
    """Collect what replaced what, and count it in all texts.

    Args:
        found: The texts, of the oldest commit first.
        least: Places in which a phrase must have given way to another, beyond those where it came back.

    Returns:
        What did so often.
    """
    seen: dict[Key, list[Exchange]] = defaultdict(list)
    for swap in found:
        for exchange in swap.exchanges:
            # Beside a word of a path or a target stands a folder, and no word of the term's.
            alone = exchange
            if swap.scope in _UNREAD:
                alone = msgspec.structs.replace(exchange, ahead="", behind="", unread=True)
            seen[stems(alone.pair[0]), stems(alone.pair[1])].append(alone)
    index = _index(found)
    # What is another part of a single name is best told by that name.
    often = {
        key
        for key, found_so in seen.items()
        if len(index[key[0][0]] & index[key[1][0]]) >= least
        and (any(not one.name for one in found_so) or len({one.name for one in found_so}) > 1)
    }
    counted = {key: _counted(key, found, index, least=least) for key in often}
    made: list[Renaming] = []
    for key in sorted(often):
        back = counted.get((key[1], key[0]))
        returned = len(_told(back.marks.values())) if back else 0
        one = _renaming(seen[key], counted[key], returned)
        if one.net >= least:
            made.append(one)
    return made


def renaming_of(pair: Pair, found: Sequence[Swap]) -> Renaming:
    """Count one renaming that somebody names, whether or not it ever took place.

    Args:
        pair: The old and the new form.
        found: The texts, of the oldest commit first.

    Returns:
        The renaming, perhaps without any place.
    """
    key = stems(pair[0]), stems(pair[1])
    counted = _counted(key, found, _index(found), least=1) if all(key) else _Count({})
    return _renaming([Exchange(pair, "", "")], counted, 0)


class _Count(msgspec.Struct):
    """What is counted of one renaming."""

    marks: dict[bytes, Swap]
    # One text of those that read the same.
    count: int = 0
    pages: set[str] = msgspec.field(default_factory=set)
    elsewhere: int = 0


def _index(found: Sequence[Swap]) -> Index:
    """Tell in which texts a stem was lost or gained."""
    index: Index = defaultdict(set)
    for number, swap in enumerate(found):
        for stem in {*swap.lost, *swap.gained}:
            index[stem].add(number)
    return index


def _counted(key: Key, found: Sequence[Swap], index: Index, *, least: int) -> _Count:
    """Count a renaming; what came for the old form instead only where the new one came so often."""
    before, after = key
    grows, shrinks = holds(after, before), holds(before, after)
    counted = _Count({})
    both = index[before[0]] & index[after[0]]
    for number in sorted(both):
        swap = found[number]
        gone = _times(before, swap.lost) - _times(before, swap.gained)
        came = _times(after, swap.gained) - _times(after, swap.lost)
        # A longer form has the shorter one in it, which then is neither lost nor gained by itself.
        went = came if grows else gone if shrinks else min(gone, came)
        if went > 0:
            counted.marks.setdefault(swap.mark, swap)
            counted.count += went
            counted.pages.add(swap.path)
    if len(counted.marks) >= least:
        counted.elsewhere = _elsewhere(key, found, index)
    return counted


def _elsewhere(key: Key, found: Sequence[Swap], index: Index) -> int:
    """Count the texts in which the old form gave way to something else.

    What has one of the new form's words is the new term in another turn, and nothing else.
    """
    before, after = key
    known = {*after} - {*before}
    swaps = (found[number] for number in index[before[0]])
    return sum(
        bool(swap.exchanges)
        and known.isdisjoint(swap.gained)
        and _times(before, swap.lost) > _times(before, swap.gained)
        for swap in swaps
    )


def _told(marks: Collection[Swap]) -> list[Swap]:
    """Leave out labels and targets that changed with the text around them: what one line says is one place."""
    read = {swap.place for swap in marks if swap.scope not in _LINKED}
    linked = {swap.place: swap for swap in marks if swap.scope in _LINKED}
    lone = [swap for place, swap in linked.items() if place not in read]
    return [*(swap for swap in marks if swap.scope not in _LINKED), *lone]


def _renaming(exchanges: Sequence[Exchange], counted: _Count, back: int) -> Renaming:
    told = _told(counted.marks.values())
    return Renaming(
        forms=forms(exchanges),
        longer=longer(exchanges),
        titled=titled(exchanges),
        count=counted.count,
        places=len(told),
        back=back,
        elsewhere=counted.elsewhere,
        steps=tuple(sorted(swap.step for swap in told)),
        pages=frozenset(counted.pages),
        scopes=Counter(swap.scope for swap in told),
        titles=sum(swap.whole and swap.scope in _TITLES for swap in told),
        where=frozenset((swap.step, swap.path) for swap in told),
        things=things(exchanges),
        begins=begin(exchanges),
    )


def _times(phrase: Stems, text: Stems) -> int:
    length = len(phrase)
    if length == 1:
        return text.count(phrase[0])
    if phrase[0] not in text:
        return 0
    return sum(text[at : at + length] == phrase for at in range(len(text) - length + 1))
