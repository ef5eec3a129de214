r"""Redirects <-> Apache: `RedirectMatch 301 "^/old$" "/new"` a line, for `.htaccess` or the configuration of the server.

`Redirect` would match all that begins so, too. Apache holds the pattern against the decoded path and encodes the target
itself, but for its fragment. Of what is there, `Redirect`, `RedirectPermanent`, `RedirectMatch` and `RewriteRule` are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented, put_in
from drift.render.redirects.notes import written
from drift.render.redirects.patterns import Pattern, from_regex, template
from drift.render.redirects.url import decoded, fragment, is_text, spellings, target_of
from drift.site.address import Address
from drift.site.published import Publisher

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}\"]")

_RULE = re.compile(
    r"[ \t]*(Redirect(?:Match|Permanent|Temp)?|RewriteRule)[ \t]+(.*)", re.IGNORECASE
)
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')

_STATUS = re.compile(r"30[1-8]|permanent|temp|seeother")

_FLAGS = re.compile(r"\[[^\]]*\bR(?:=\w+)?\b[^\]]*\]", re.IGNORECASE)


def _write(move: Move, _sites: Sites) -> tuple[str, ...]:
    path = move.new.path
    if not is_text(move.old.path, path) or re.search(r'[?#"\x00-\x1f\x7f]', path):
        # They would end the path or the line, and what is encoded already would be encoded once more.
        return ()
    goal = re.sub(r"([\\$&])", r"\\\1", path).replace("\\\\", "\\\\\\\\")
    end = f"#{fragment(move.new.anchor)}" if move.new.anchor else ""
    first = spellings(move.old)[0].path
    folder = first.endswith("/") and first != "/"
    index = "(?:index\\.html)?" if move.old.path.endswith("/index.html") else ""
    body = _regex(first.rstrip("/") if folder and not index else first) + index
    return (f'RedirectMatch 301 "^{body}{"/?" if folder and not index else ""}$" "{goal}{end}"',)


def _regex(path: str) -> str:
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", path)
    return "".join(sign if sign.isprintable() else f"\\x{{{ord(sign):x}}}" for sign in escaped)


def _read(text: str, sites: Sites) -> Reading:
    rows: list[MapRow] = []
    unread: list[int] = []
    for number, name, words in _rules(text):
        found = _rule(name.lower(), words)
        row = _row(number, *found, sites.new) if found else None
        if row is not None:
            rows.append(row)
        elif found is not None or name.lower() != "rewriterule":
            unread.append(number)
    return Reading(tuple(rows), tuple(unread))


def _rules(text: str) -> Iterator[tuple[int, str, list[str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        found = _RULE.match(line)
        if found:
            words = [
                word[2] or re.sub(r'\\(["\\])', r"\1", word[1] or "")
                for word in _WORD.finditer(found[2])
            ]
            yield number, found[1], words


def _rule(name: str, words: list[str]) -> tuple[str, str, str] | None:
    """Take a redirect apart: how the path is matched, what matches, where it leads."""
    if name == "rewriterule":
        if len(words) == 3 and _FLAGS.fullmatch(words[2]):  # noqa: PLR2004 - pattern, target, flags
            # In a folder's own file the path has no opening slash.
            return "match", re.sub(r"\A\^?/?", "^/", words[0], count=1), words[1]
        return None
    rest = words[1:] if words and _STATUS.fullmatch(words[0].lower()) else words
    if len(rest) != 2:  # noqa: PLR2004 - old and new
        return None
    return ("match" if name == "redirectmatch" else "prefix"), rest[0], rest[1]


def _row(line: int, how: str, path: str, goal: str, publisher: Publisher) -> MapRow | None:
    led = decoded(goal, publisher) if "%{" not in goal else None
    if how == "prefix":
        # What stands behind the prefix goes behind the target.
        parts: list[str | int] = [target_of(led), 1] if led and not led.anchor else [target_of(led)]
        return MapRow(
            line=line,
            old=path,
            new=goal,
            pattern=f"{re.escape(path.rstrip('/'))}(/.*)?",
            target=_joined(parts),
        )
    pattern = from_regex(_without_index(path))
    if pattern is None or "%{" in goal:
        return None
    return _matching(line, path, goal, pattern, target_of(led))


def _without_index(path: str) -> str:
    return path.replace("(?:index\\.html)?$", "$")


def _joined(parts: list[str | int]) -> str:
    text = template(parts)
    return "" if not parts[0] else text.replace("/\\g<1>", "\\g<1>")


def _matching(line: int, old: str, new: str, pattern: Pattern, led: str) -> MapRow:
    if pattern.literal:
        plain = re.sub(r"\\([\\$&])", r"\1", led)
        return MapRow(line=line, old=old, new=new, source=Address(pattern.literal), target=plain)
    parts: list[str | int] = [
        int(part[1]) if re.fullmatch(r"\$[1-9]", part) else part
        for part in re.split(r"(\$[1-9])", led)
    ]
    return MapRow(line=line, old=old, new=new, pattern=pattern.expression, target=template(parts))


def _insert(text: str, rows: Sequence[str]) -> str:
    """Behind the last redirect, since those within a section hold for it alone; else at the end."""
    known = [number for number, _, _ in _rules(text)]
    if not known:
        return put_in(text, rows)
    line = text.split("\n")[known[-1] - 1]
    return put_in(text, rows, before=known[-1] + 1, indent=line[: len(line) - len(line.lstrip())])


def _render(view: RedirectsView) -> str:
    return commented(written(view, BOOK))


BOOK = Book(
    files=(".htaccess", "*apache*", "httpd*.conf"),
    knows=lambda text: any(_RULE.match(line) for line in text.split("\n")),
    read=_read,
    write=_write,
    insert=_insert,
)
APACHE = RedirectFormat("apache", _render, BOOK)
