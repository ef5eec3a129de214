r"""Redirects <-> nginx: `location = "/old" { return 301 "/new"; }` a line, to be included in a `server` block.

nginx holds a location against the decoded path, and puts variables (`$x`) into the target alone. Of what is there, exact and
pattern locations with a `return` are read, and `rewrite` with a redirect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented, put_in
from drift.render.redirects.notes import written
from drift.render.redirects.patterns import from_regex, template
from drift.render.redirects.url import PLAIN, decoded, encoded, is_text, spellings, target_of
from drift.site.address import Address
from drift.site.published import Publisher

_SAFE = PLAIN.replace("$", "").replace("'", "")

_ESCAPES = MappingProxyType({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_SIGNS = MappingProxyType({"n": "\n", "r": "\r", "t": "\t"})

_TOKEN = re.compile(
    r"""#[^\n]*|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[{};]|(?:[^\s{};"'\\]|\\.)(?:[^\s;{\\]|\\.|\{[\d,]+\})*""",
    re.DOTALL,
)
# Words, quoted words, and the signs between them.

_LEADS = frozenset({"301", "302", "303", "307", "308"})


def _write(move: Move, _sites: Sites) -> tuple[str, ...]:
    new = encoded(move.new, safe=_SAFE)
    if not is_text(move.old.path):
        return ()
    return tuple(
        f'location = "{_quoted(one.path)}" {{ return 301 "{new}"; }}' for one in spellings(move.old)
    )


def _quoted(path: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in path)


def _words(text: str) -> Iterator[tuple[int, str]]:
    line, done = 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", done, found.start())
        done = found.start()
        token = found[0]
        if not token.startswith("#"):
            yield line, _plain(token) if token[0] in "\"'" else token


def _plain(token: str) -> str:
    return re.sub(r"\\(.)", lambda found: _unescaped(found[1]), token[1:-1], flags=re.DOTALL)


def _unescaped(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    # nginx keeps the backslash before anything else, as regular expressions need it.
    return sign if sign in "\\\"'" else f"\\{sign}"


def _read(text: str, sites: Sites) -> Reading:
    rows: list[MapRow] = []
    unread: list[int] = []
    statement: list[tuple[int, str]] = []
    place: list[tuple[int, str]] = []
    for line, word in _words(text):
        if word not in {"{", "}", ";"}:
            statement.append((line, word))
            continue
        if word == "{":
            place = statement
        elif word == ";" and statement:
            found = _rule([word for _, word in statement], [word for _, word in place])
            if found is not None:
                at = place[0][0] if statement[0][1] == "return" else statement[0][0]
                row = _row(at, *found, sites.new)
                rows += [row] if row else []
                unread += [] if row else [at]
        elif word == "}":
            place = []
        statement = []
    return Reading(tuple(rows), tuple(unread))


def _rule(statement: list[str], place: list[str]) -> tuple[str, str, str] | None:
    """Take a redirect apart: how the path is matched, what matches, where it leads."""
    match statement, place:
        case ["return", status, goal], ["location", path] if status in _LEADS:
            return "^~", path, goal
        case ["return", status, goal], ["location", how, path] if status in _LEADS:
            return how, path, goal
        case ["rewrite", path, goal, "permanent" | "redirect"], _:
            return "~", path, goal
    return None


def _row(line: int, how: str, path: str, goal: str, publisher: Publisher) -> MapRow | None:
    goal = re.sub(r"\A\$scheme://\$(?:host|http_host|server_name)(?=/)", "", goal)
    parts = re.split(r"(\$[1-9](?!\d))", goal)
    if any("$" in part for part in parts[::2]):
        return None
    led = decoded("".join(parts), publisher)
    if how == "=":
        return MapRow(line=line, old=path, new=goal, source=Address(path), target=led)
    pattern = from_regex(path if how in {"~", "~*"} else "^" + re.escape(path))
    if pattern is None:
        return None
    if pattern.literal:
        return MapRow(line=line, old=path, new=goal, source=Address(pattern.literal), target=led)
    caught: list[str | int] = [
        int(part[1]) if re.fullmatch(r"\$[1-9]", part) else part
        for part in re.split(r"(\$[1-9])", target_of(led))
    ]
    return MapRow(
        line=line, old=path, new=goal, pattern=pattern.expression, template=template(caught)
    )


def _insert(text: str, rows: Sequence[str]) -> str:
    """Behind the last redirect, else within the last block that is open, else at the end."""
    lines = text.split("\n")
    known = [at for at, line in enumerate(lines, start=1) if _is_whole(line)]
    if known:
        at = known[-1]
        return put_in(text, rows, before=at + 1, indent=_margin(lines[at - 1]))
    closing = [at for at, line in enumerate(lines, start=1) if line.strip() == "}"]
    if closing:
        return put_in(
            text, rows, before=closing[-1], indent=_margin(lines[closing[-1] - 1]) + "    "
        )
    return put_in(text, rows)


def _is_whole(line: str) -> bool:
    words = [word for _, word in _words(line)]
    return (
        words.count("{") == words.count("}")
        and words[:1] in (["location"], ["rewrite"])
        and words[-1] in {"}", ";"}
    )


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _render(view: RedirectsView) -> str:
    return commented(written(view, BOOK))


BOOK = Book(
    files=("*nginx*",),
    knows=lambda text: (
        re.search(r"^[ \t]*(?:location|rewrite|server)\b[^\n]*[{;]", text, re.MULTILINE) is not None
    ),
    read=_read,
    write=_write,
    insert=_insert,
)
NGINX = RedirectFormat("nginx", _render, BOOK)
