"""One form of a term or several -> all forms that a text may say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drift.history.exchanges.phrases import Pair, stems
from drift.trees.site import Site

_SPACE = re.compile(r"[\s_-]+")


_IN_SS = re.compile(r"(?:[sui]s|S)$")
# No plurals: `process`, `status`, `analysis`, `DNS`.


def cases(forms: Iterable[Pair]) -> set[Pair]:
    """Give forms also in the plural, in lower and upper case, and as a sentence begins.

    Args:
        forms: Old and new forms as they were found.

    Returns:
        All of them; where two new forms would stand for one old form, the one that was found first.
    """
    known: dict[str, str] = {}
    for before, after in forms:
        known.setdefault(before, after)
    for before, after in list(known.items()):
        for one, other in _plurals(before, after):
            for change in (str, str.lower, str.upper, _begun):
                known.setdefault(change(one), change(other))
    return {(before, after) for before, after in known.items() if before != after}


def _plurals(before: str, after: str) -> Iterator[Pair]:
    yield before, after
    plural = before.lower().endswith("s"), after.lower().endswith("s")
    if plural == (False, False):
        yield before + "s", after + "s"
    elif plural == (True, True) and not any(map(_IN_SS.search, (before, after))):
        yield before[:-1], after[:-1]


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def inflected(form: str, site: Site) -> tuple[str, ...]:
    """Find the inflections of a form that a revision says, in text, URLs or identifiers' parts.

    Args:
        form: A word or phrase.
        site: The revision.

    Returns:
        The form itself and every other that has the same stems, in lower case.
    """
    words = _SPACE.split(form.casefold())
    *_, last = stems(words[-1]) or ("",)
    stem = last if words[-1].startswith(last) else words[-1]
    ahead = [re.escape(word) for word in words[:-1]]
    pattern = re.compile(r"(?<!\w)" + r"[\s_-]+".join([*ahead, re.escape(stem) + r"[^\W_]*"]))
    wanted = stems(" ".join(words))
    found = {form.casefold()}
    for path in site.pages:
        text = site.folded(path)
        if stem in text:
            said = (_SPACE.sub(" ", match) for match in pattern.findall(text))
            found.update(one for one in set(said) if stems(one) == wanted)
    return tuple(sorted(found))
