r"""Redirects <-> Apache: `RedirectMatch 301 "^/old$" "/new"` a line, for `.htaccess` or the configuration of the server.

`Redirect` would match all that begins so, too. Apache holds the pattern against the decoded path and encodes the target
itself, but for its fragment. Of what is there, `Redirect`, `RedirectPermanent`, `RedirectMatch` and `RewriteRule` are read.
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
from drift.render.redirects.patterns import from_regex, template
from drift.render.redirects.url import decoded, fragment, is_text, spellings, target_of
from drift.site.address import Address
from drift.site.published import Publisher
from drift.site.urls import SCHEME

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}\"]")

_RULE = re.compile(
    r"[ \t]*(Redirect(?:Match|Permanent|Temp)?|RewriteRule)[ \t]+(.*)", re.IGNORECASE
)
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')

_STATUS = re.compile(r"30[1-8]|permanent|temp|seeother")

_FLAGS = re.compile(r"\[[^\]]*\bR(?:=\w+)?\b[^\]]*\]", re.IGNORECASE)


def _write(move: Move, _sites: Sites) -> tuple[str, ...]:
    path = move.new.path
    if not is_text(move.old.path, path) or re.search(r"[?#\\\x00-\x1f\x7f]|\$\{", path):
        # They would end the path or the line, or name a variable; and what is encoded already would be encoded once more.
        return ()
    goal = re.sub(r'([$"&])', r"\\\1", path)
    end = f"#{fragment(move.new.anchor)}" if move.new.anchor else ""
    first = spellings(move.old)[0].path
    folder = first.endswith("/") and first != "/"
    index = "(?:index\\.html)?" if move.old.path.endswith("/index.html") else ""
    body = _regex(first.rstrip("/") if folder and not index else first) + index
    return (f'RedirectMatch 301 "^{body}{"/?" if folder and not index else ""}$" "{goal}{end}"',)


def _regex(path: str) -> str:
    # Between quotes, two backslashes are one.
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", path).replace("\\\\", "\\\\\\\\")
    return "".join(sign if sign.isprintable() else _bytes(sign) for sign in escaped)


def _bytes(sign: str) -> str:
    """The server's expressions know of bytes alone."""
    return "".join(f"\\x{byte:02x}" for byte in sign.encode())


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
    matched = name == "redirectmatch"
    if len(rest) != 2 or not (matched or rest[0].startswith("/")):  # noqa: PLR2004 - old and new
        return None
    return ("match" if matched else "prefix"), rest[0], rest[1]


def _row(line: int, how: str, path: str, goal: str, publisher: Publisher) -> MapRow | None:
    if "%{" in goal:
        return None
    if how == "prefix":
        led = decoded(goal, publisher)
        # What stands behind the prefix goes behind the target.
        words: list[str | int] = [target_of(led).rstrip("/"), 1] if led else []
        prefix = f"{re.escape(path.rstrip('/'))}(/.*)?"
        return MapRow(line=line, old=path, new=goal, pattern=prefix, template=template(words))
    pattern = from_regex(path.replace("(?:index\\.html)?$", "$"))
    led = _plain(goal, publisher)
    if pattern is None:
        return None
    if pattern.literal:
        source = Address(pattern.literal)
        return MapRow(line=line, old=path, new=goal, source=source, target=led)
    parts: list[str | int] = [
        int(part[1]) if re.fullmatch(r"\$[1-9]", part) else part
        for part in re.split(r"(\$[1-9])", target_of(led))
    ]
    return MapRow(
        line=line, old=path, new=goal, pattern=pattern.expression, template=template(parts)
    )


def _plain(goal: str, publisher: Publisher) -> Address | None:
    """Read a target that Apache encodes itself."""
    if SCHEME.match(goal):
        return decoded(goal, publisher)
    path, _, anchor = re.sub(r"\\([$&])", r"\1", goal).partition("#")
    return Address(path.partition("?")[0], unquote(anchor))


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
