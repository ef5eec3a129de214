"""Redirects <-> Netlify's `_redirects`, which Cloudflare Pages and GitLab Pages read too: `/old /new 301` a line.

The first rule that matches holds. Paths are percent-encoded, `*` and `:name` stand for any text; a server sees no fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented, put_in
from drift.render.redirects.notes import written
from drift.render.redirects.patterns import Wild, from_words, template
from drift.render.redirects.url import decoded, encoded
from drift.site.published import Publisher

_SAFE = "/-._~!$&'()+,;=@"
# Neither `*` nor `:`, which mean something in a rule.

_STATUS = re.compile(r"[1-5]\d\d!?")
_SHOWN = re.compile(r"(?:200|404|403|401|451|410)!?")
# The statuses of rules that lead nobody on.

_WILD = re.compile(r"(\*|(?<=/):\w+)")
_KNOWN = re.compile(r"^/\S*[ \t]+(?:/|https?://)\S*(?:[ \t]+[1-5]\d\d!?)?[ \t]*$", re.MULTILINE)


def _write(move: Move, _sites: Sites) -> tuple[str, ...]:
    old, new = encoded(move.old, safe=_SAFE), encoded(move.new, safe=_SAFE)
    # Netlify itself takes `/a/`, `/a` and `/a/index.html` for one path.
    return (f"{old.partition('#')[0]} {new} 301",)


def _read(text: str, sites: Sites) -> Reading:
    rows: list[MapRow] = []
    unread: list[int] = []
    for number, words in _rules(text):
        to = next((at for at, word in enumerate(words) if at and _is_target(word)), 0)
        status = next((word for word in words[to + 1 :] if _STATUS.fullmatch(word)), "")
        if _SHOWN.fullmatch(status):
            continue
        row = _row(number, words[0], words[to], sites.new) if to == 1 else None
        if row is None or len(words) > to + 1 + bool(status):
            unread.append(number)
        else:
            rows.append(row)
    return Reading(tuple(rows), tuple(unread))


def _rules(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.split()
        end = next((at for at, word in enumerate(words) if word.startswith("#")), len(words))
        if words[:end]:
            yield number, words[:end]


def _is_target(word: str) -> bool:
    return word.startswith(("/", "http://", "https://"))


def _row(number: int, old: str, new: str, publisher: Publisher) -> MapRow | None:
    # Every second one is a wildcard. They are told apart before `%2A` becomes a sign like theirs.
    words = _WILD.split(old)
    if len(words) == 1:
        source = decoded(old, publisher)
        target = decoded(new, publisher)
        if source is None:
            return None
        return MapRow(line=number, old=old, new=new, source=source, target=target)
    signs = {at: Wild.ANY if word == "*" else Wild.PART for at, word in enumerate(words) if at % 2}
    pattern = from_words([signs.get(at) or unquote(word) for at, word in enumerate(words)])
    if pattern is None or not old.startswith("/"):
        return None
    names = {":splat" if word == "*" else word: at for at, word in enumerate(words[1::2], start=1)}
    inside = new if decoded(new, publisher) else ""
    led = [names.get(word) or unquote(word) for word in re.split(r"(:\w+)", inside)]
    return MapRow(line=number, old=old, new=new, pattern=pattern.expression, template=template(led))


def _insert(text: str, rows: Sequence[str]) -> str:
    """A rule for everything comes last, or no rule behind it would hold."""
    last = [number for number, words in _rules(text) if words[0] in {"/*", "*"}]
    return put_in(text, rows, before=last[0] if last else None)


def _render(view: RedirectsView) -> str:
    return commented(written(view, BOOK))


BOOK = Book(
    files=("_redirects", "*.redirects"),
    knows=lambda text: _KNOWN.search(text) is not None,
    read=_read,
    write=_write,
    insert=_insert,
)
NETLIFY = RedirectFormat("netlify", _render, BOOK)
