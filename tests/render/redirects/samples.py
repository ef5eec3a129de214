"""One range for all formats: a folder and pages that moved, an anchor, a conversion, what is lost, and names to stumble over."""

from __future__ import annotations

from drift.aggregate.map_row import RedirectMap
from drift.aggregate.moves import moves
from drift.aggregate.redirect_check import Finding, addable, check, missing
from drift.render.redirects import formats
from drift.render.redirects.base import Book, RedirectsView, Sites
from drift.render.redirects.completion import complete
from tests.aggregate.places import pages, publishers, row
from tests.conftest import Files

CONFIGS: dict[str, Files] = {
    "sphinx": {"conf.py": 'project = "x"\n'},
    "mkdocs": {"mkdocs.yml": "site_name: x\ndocs_dir: .\n"},
    "gitbook": {".gitbook.yaml": "root: ./\n"},
    "docusaurus": {"docusaurus.config.js": "module.exports = {presets: [{routeBasePath: '/'}]}\n"},
    "plain": {},
}

PLAIN = (
    "admin/index.md => guide/it/index.md",
    "admin/backup.md => guide/it/backup.md",
    "admin/users.md => guide/people.md#b",
    "old.rst => new.md",
    "same.rst => same.md",
    "admin/backup.md#b => guide/it/backup.md#b",
    "admin/backup.md#old => guide/it/backup.md#b",
    "lost.md => ? => new.md",
)

HOSTILE = (
    *(
        "a b",
        'q"uote',
        "dol$lar$1",
        "re.g(e)x+[1]",
        "ü/手册",
        "a;b",
        "a{b}",
        "per%20cent",
        "colon:x",
    ),
    *(
        "star*",
        "apo'str",
        "q?uery",
        "ha#sh",
        "back\\slash",
        "new\nline /x /y 301",
        "a&b",
        "-dash",
        "a,b",
    ),
    *(
        'x" ; return 301 "/evil',
        "tab\tend",
        "\u2028sep",
        "both'\"quotes",
        "${host}",
        "a=b",
        "`tick`",
    ),
)


def hostile() -> tuple[str, ...]:
    return tuple(f"{name}.md => to/{name}.md" for name in HOSTILE)


def view(rows: tuple[str, ...], generator: str = "plain") -> RedirectsView:
    """Show rows over two sites that hold just their pages."""
    config = CONFIGS[generator]
    prefix = "docs/" if generator == "docusaurus" else ""
    lines = [row(_within(prefix, one)) for one in rows]
    before = [one.old.path or "" for one in lines]
    after = [place.path for one in lines for place in (one.new,) if place.path]
    old, new = publishers({**config, **pages(*before)}, {**config, **pages(*after)})
    return RedirectsView(
        span=("v1", "v2"),
        rows=tuple(lines),
        moves=moves(lines, old, new),
        sites=Sites(old, new),
    )


def _within(prefix: str, line: str) -> str:
    return " => ".join(one if one == "?" else prefix + one for one in line.split(" => "))


def book(name: str) -> Book:
    found = formats()[name].book
    assert found is not None
    return found


def findings(name: str, text: str, seen: RedirectsView) -> tuple[Finding, ...]:
    """Hold a map against what it must say."""
    read = book(name).read(text, seen.sites)
    assert read.unread == ()
    rows = RedirectMap(read.rows)
    return check(rows, seen.moves, seen.sites.new, anchors=book(name).anchors)


def completed(name: str, text: str, seen: RedirectsView) -> str:
    """Complete a map as the command does."""
    one = book(name)
    rows = RedirectMap(one.read(text, seen.sites).rows)
    lacking = addable(rows, missing(rows, seen.moves, anchors=one.anchors))
    return complete(one, text, lacking, seen.sites)
