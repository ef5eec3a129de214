"""Histories as their trees, one after the other: each as small as what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tests.revision.builder import Builder, Files, Link, Submodule

HOME = (
    "# Crew\n\nSee the [galley](galley.md), its [oven](galley.md#oven) and the [deck](deck.md).\n"
)
OVEN = "## Oven\n\nThe oven is lit at four and is never left alone.\n"
COFFEE = "## Coffee\n\nCoffee is made at six by whoever kept the last watch.\n"
GALLEY = f"# Galley\n\nThe cook rules here.\n\n{OVEN}\n{COFFEE}"
DECK = "# Deck\n\nThe deck is scrubbed on Mondays, with sand and without mercy.\n"
PAGES: Files = {"index.md": HOME, "galley.md": GALLEY, "deck.md": DECK}
SHIP: Files = {
    **PAGES,
    "crew.md": "# Ship\n\n[a](mess/galley.md#oven) [b](below/) [c](bridge.md)\n",
    "holds/index.md": "# Holds\n\nBarrels and rope are kept dry below the deck.\n",
}
WITHOUT_DECK: Files = {"index.md": HOME, "galley.md": GALLEY}

RST = "Galley\n======\n\nThe cook rules here.\n\n.. _oven:\n\nOven\n----\n\nThe oven is lit at four.\n"
RST_HOME = "Crew\n====\n\nSee :doc:`galley` and :ref:`oven`.\n\n.. toctree::\n   :glob:\n\n   galley\n   rooms/*\n"
CONF = 'project = "Crew"\nextensions = ["myst_parser"]\n'
SUMMARY = "# Summary\n\n* [Crew](index.md)\n* [Galley](galley.md)\n  * [Deck](deck.md)\n"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12\n"
SITE = "https://crew.example.org/book"
ABROAD = "".join(
    f"* [{name}]({SITE}/{name}.html)\n" for name in ("galley", "deck", "index", "attic")
)

LINES: Mapping[str, Sequence[Files]] = MappingProxyType(
    {
        "edits": (
            PAGES,
            {**PAGES, "galley.md": GALLEY.replace("six", "seven")},
            {**PAGES, "galley.md": GALLEY.replace("six", "seven"), "deck.md": DECK + "\nTBD\n"},
            {**PAGES, "galley.md": GALLEY.replace("Coffee", "Tea"), "deck.md": DECK},
        ),
        "pages that come and go": (
            {},
            {"deck.md": DECK},
            PAGES,
            {"index.md": HOME, "deck.md": DECK},
            {"index.md": HOME},
            PAGES,
            {},
            PAGES,
        ),
        "commits that change nothing": (
            {},
            {},
            PAGES,
            PAGES,
            {**PAGES, "bake.sh": "true\n"},
            {**PAGES, "bake.sh": "false\n"},
            {**PAGES, "bake.sh": "false\n", "deck.md": DECK + "\nAye.\n"},
        ),
        "a page moves": (
            PAGES,
            {"index.md": HOME, "rooms/galley.md": GALLEY, "deck.md": DECK},
            {
                "index.md": HOME.replace("galley.md", "rooms/galley.md"),
                "rooms/galley.md": GALLEY,
                "deck.md": DECK,
            },
            {"index.md": HOME, "galley.md": GALLEY, "deck.md": DECK},
        ),
        "symlinks that pages are named by": (
            PAGES,
            SHIP,
            {**SHIP, "mess": Link("."), "bridge.md": Link("deck.md"), "below": Link("holds")},
            {**SHIP, "mess": Link("."), "bridge.md": Link("galley.md"), "below": Link("holds")},
            {**SHIP, "mess": Link("/"), "bridge.md": Link("deck.md"), "below": Link("holds")},
            {**SHIP, "bridge.md": Link("none.md"), "below": "# Below\n"},
            SHIP,
        ),
        "two pages swap their paths": (
            PAGES,
            {"index.md": HOME, "galley.md": DECK, "deck.md": GALLEY},
            {"index.md": HOME, "galley.md": DECK + "\nAye.\n", "deck.md": GALLEY},
            PAGES,
        ),
        "a path is used again": (
            PAGES,
            {"index.md": HOME, "galley.md": GALLEY},
            {
                **PAGES,
                "deck.md": "# Attic\n\nNobody goes there, and nothing ever comes back from it.\n",
            },
        ),
        "a file becomes a folder": (
            {"crew.md": HOME, "galley": "x", "deck.md": DECK},
            {"crew.md": HOME, "galley/galley.md": GALLEY, "deck.md": DECK},
            {"crew.md/galley.md": GALLEY, "deck.md": DECK},
        ),
        "a conversion": (
            {"index.rst": RST_HOME, "galley.rst": RST},
            {"index.rst": RST_HOME, "galley.md": "# Galley\n\nThe cook rules here.\n\n" + OVEN},
            {"index.md": "# Crew\n\nSee [galley](galley.md).\n", "galley.md": GALLEY},
        ),
        "sphinx comes and goes": (
            PAGES,
            {**PAGES, "conf.py": CONF},
            {**PAGES, "conf.py": CONF, "galley.md": f"(stove)=\n{GALLEY}"},
            {**PAGES, "conf.py": CONF, "index.md": HOME + "\n{ref}`stove`\n"},
            PAGES,
            {**PAGES, "docs/conf.py": CONF},
        ),
        "mkdocs comes and goes": (
            PAGES,
            {**PAGES, "mkdocs.yml": "docs_dir: .\nnav:\n- index.md\n- Food: galley.md\n"},
            {**PAGES, "mkdocs.yml": "docs_dir: .\nnav:\n- index.md\n- Food:\n  - deck.md\n"},
            {**PAGES, "mkdocs.yml": f"docs_dir: .\nsite_url: {SITE}/\n", "index.md": HOME + ABROAD},
            {**PAGES, "index.md": HOME + ABROAD},
        ),
        "a summary comes and goes": (
            PAGES,
            {**PAGES, "SUMMARY.md": SUMMARY},
            {**PAGES, "SUMMARY.md": SUMMARY.replace("  * ", "* ")},
            {**PAGES, "book.json": '{"title": "x"}', "SUMMARY.md": SUMMARY},
            {**PAGES, ".gitbook.yaml": "structure:\n  summary: toc.md\n", "toc.md": SUMMARY},
            {**PAGES, "toc.md": SUMMARY},
        ),
        "docusaurus comes and goes": (
            PAGES,
            {
                **PAGES,
                "docusaurus.config.js": "module.exports = {url: 'https://a.example', baseUrl: '/'}\n",
            },
            {
                **PAGES,
                "docusaurus.config.js": "module.exports = {}\n",
                "galley.md": f"---\nslug: /kitchen\n---\n{GALLEY}",
                "index.md": HOME + "\n[kitchen](/kitchen)\n",
            },
            {
                **PAGES,
                "docusaurus.config.js": "module.exports = {}\n",
                "galley.md": GALLEY,
                "index.md": HOME + "\n[kitchen](/kitchen)\n",
            },
        ),
        "hugo is told by its folder": (
            {"config.toml": 'baseURL = "https://a.example/"\n', "notes.md": DECK},
            {
                "config.toml": 'baseURL = "https://a.example/"\n',
                "notes.md": DECK,
                "content/a.md": OVEN,
            },
            {"config.toml": 'baseURL = "https://a.example/"\n', "notes.md": DECK},
        ),
        "gitlab is told by its pipeline": (PAGES, {**PAGES, ".gitlab-ci.yml": "x: y\n"}, PAGES),
        "text files are documents where there are no others": (
            {"index.txt": RST_HOME, "galley.txt": RST},
            {"index.txt": RST_HOME, "galley.txt": RST.replace("four", "five")},
            {"index.txt": RST_HOME, "galley.txt": RST, "deck.md": DECK},
            {"index.txt": RST_HOME, "galley.txt": RST.replace("four", "six"), "deck.md": DECK},
            {
                "index.txt": RST_HOME,
                "galley.txt": RST,
                "conf.py": "source_suffix = '.txt'\nproject = 'x'\n",
            },
        ),
        "pages kept elsewhere": (
            PAGES,
            {**PAGES, "deck.md": POINTER},
            {**PAGES, "deck.md": POINTER.replace("size 12", "size 13")},
            {**PAGES, "deck.md": DECK},
        ),
        "links and submodules": (
            PAGES,
            {**PAGES, "crew.md": Link("index.md")},
            {**PAGES, "crew.md": Link("deck.md"), "lib": Submodule()},
            {
                "index.md": HOME,
                "galley.md": GALLEY,
                "deck.md": Link("index.md"),
                "lib": Submodule("2" * 40),
            },
            {**PAGES, "lib": "a file\n"},
            {**PAGES, "lib": Link("deck.md"), "crew.md": Submodule(), "deck.md": DECK + "\nAye.\n"},
            {**PAGES, "deck.md": DECK + "\nAye.\n"},
        ),
        "pages that are no text": (
            PAGES,
            {**PAGES, "deck.md": b"# Deck\n\n\xff\xfe\xff scrubbed\n"},
            {**PAGES, "deck.md": b"# Deck\n\n\xff\xfe\xff scrubbed twice\n"},
            {**PAGES, "deck.md": b"\0\0"},
            {**PAGES, "deck.md": DECK.encode("utf-16")},
            {**PAGES, "deck.md": DECK.replace("\n", "\r\n")},
        ),
        "odd paths": (
            {**PAGES, b"\xff\xfe/latin-\xe9.md": DECK, "a b.md": OVEN},
            {
                **PAGES,
                b"\xff\xfe/latin-\xe9.md": DECK + "\nAye.\n",
                "a b.md": OVEN,
                "-rf.md": COFFEE,
            },
            {**PAGES, b"\xff\xfe/latin-\xe8.md": DECK, "new\nline.md": OVEN, "q\"'.md": COFFEE},
            {**PAGES, "\\xff.md": DECK, "é.md": OVEN},
        ),
        "an image goes that pages show": (
            {"index.md": "# Crew\n\n![chart](img/chart.png)\n", "img/chart.png": b"\0png"},
            {"index.md": "# Crew\n\n![chart](img/chart.png)\n"},
            {"index.md": "# Crew\n\n![chart](img/chart.png)\n", "img/map.png": b"\0png"},
            {"index.md": "# Crew\n\n![chart](img/chart.png)\n", "img/chart.png": b"\0png"},
        ),
        "a label goes to another page": (
            {
                "index.rst": RST_HOME,
                "galley.rst": RST,
                "rooms/deck.rst": "Deck\n====\n\nScrubbed.\n",
            },
            {
                "index.rst": RST_HOME,
                "galley.rst": RST.replace(".. _oven:\n\n", ""),
                "rooms/deck.rst": "Deck\n====\n\nScrubbed.\n\n.. _oven:\n\nFire\n----\n\nHot.\n",
            },
            {
                "index.rst": RST_HOME,
                "galley.rst": RST,
                "rooms/deck.rst": "Deck\n====\n\nScrubbed.\n",
            },
            {"index.rst": RST_HOME, "galley.rst": RST.replace("_oven", "_stove")},
        ),
        "an anchor goes that other pages name": (
            PAGES,
            {**PAGES, "galley.md": GALLEY.replace("## Oven", "## Stove")},
            {**PAGES, "galley.md": GALLEY.replace("## Oven", "## Stove {#oven}")},
            {**PAGES, "galley.md": "# Galley\n\nThe cook rules here.\n"},
        ),
        "a glob lists what comes": (
            {"index.rst": RST_HOME, "galley.rst": RST},
            {
                "index.rst": RST_HOME,
                "galley.rst": RST,
                "rooms/deck.rst": "Deck\n====\n\nScrubbed.\n",
            },
            {
                "index.rst": RST_HOME,
                "galley.rst": RST,
                "rooms/deck.rst": "Deck\n====\n\nScrubbed.\n",
                "rooms/attic.rst": "Attic\n=====\n\nEmpty.\n",
            },
            {"index.rst": RST_HOME.replace("   :glob:\n", ""), "galley.rst": RST},
            {
                "index.rst": RST_HOME,
                "galley.rst": RST,
                "rooms/attic.rst": "Attic\n=====\n\nEmpty.\n",
            },
        ),
        "a site learns where it is published": (
            PAGES,
            {**PAGES, "more.md": f"# More\n\n{ABROAD}"},
            {**PAGES, "attic.md": OVEN, "more.md": f"# More\n\n{ABROAD}"},
            {"index.md": HOME, "more.md": f"# More\n\n{ABROAD}"},
            PAGES,
        ),
        "a term is renamed everywhere": (
            PAGES,
            {str(path): str(text).replace("alley", "itchen") for path, text in PAGES.items()},
            PAGES,
        ),
    }
)
"""The trees of a line of commits, by what happens."""


def merge(build: Builder) -> None:
    one = build.commit(PAGES)
    ours = build.commit({**PAGES, "galley.md": GALLEY.replace("six", "seven")}, one)
    theirs = build.commit({**PAGES, "deck.md": DECK + "\nAye.\n"}, one)
    both: Files = {
        **PAGES,
        "galley.md": GALLEY.replace("six", "seven"),
        "deck.md": DECK + "\nAye.\n",
    }
    build.commit(PAGES, build.commit(both, ours, theirs))


def merge_with_changes_of_its_own(build: Builder) -> None:
    one = build.commit(PAGES)
    ours = build.commit({**PAGES, "deck.md": DECK + "\nOurs.\n"}, one)
    theirs = build.commit({**PAGES, "deck.md": DECK + "\nTheirs.\n"}, one)
    build.commit({**PAGES, "deck.md": DECK + "\nNobody's.\n"}, ours, theirs)


def merge_that_takes_ours(build: Builder) -> None:
    one = build.commit(PAGES)
    ours, theirs = build.commit({**PAGES, "deck.md": OVEN}, one), build.commit({}, one)
    build.commit({**PAGES, "deck.md": OVEN}, ours, theirs)


def octopus(build: Builder) -> None:
    one = build.commit(PAGES)
    arms = [build.commit({**PAGES, f"{name}.md": f"# {name}\n\n{DECK}"}, one) for name in "xyz"]
    build.commit({**PAGES, **{f"{name}.md": f"# {name}\n\n{DECK}" for name in "xyz"}}, *arms)


def criss_cross(build: Builder) -> None:
    one = build.commit(PAGES)
    left = build.commit({**PAGES, "deck.md": DECK + "\nLeft.\n"}, one)
    right = build.commit({**PAGES, "deck.md": DECK + "\nRight.\n"}, one)
    first = build.commit({**PAGES, "deck.md": DECK + "\nLeft.\n\nRight.\n"}, left, right)
    second = build.commit({**PAGES, "deck.md": DECK + "\nRight.\n\nLeft.\n"}, right, left)
    build.commit({**PAGES, "deck.md": DECK + "\nBoth.\n"}, first, second)


def several_roots(build: Builder) -> None:
    one, other = build.commit(PAGES), build.commit({"docs/conf.py": CONF, "docs/oven.md": OVEN})
    build.commit({**PAGES, "docs/conf.py": CONF, "docs/oven.md": OVEN}, one, other)


def orphan(build: Builder) -> None:
    build.commit({"other.md": OVEN}, build.commit(PAGES))
    build.git("branch", "old", "main")
    build.commit({"pages/index.md": COFFEE}, build.commit({"pages/index.md": DECK}))


def long_branches(build: Builder) -> None:
    one = build.commit(PAGES)
    ours, theirs = one, one
    for number in range(3):
        ours = build.commit({**PAGES, "deck.md": f"{DECK}\nOurs {number}.\n"}, ours)
        theirs = build.commit({**PAGES, "conf.py": CONF, "oven.md": f"{OVEN}\n{number}.\n"}, theirs)
    build.commit(
        {**PAGES, "conf.py": CONF, "deck.md": f"{DECK}\nOurs 2.\n", "oven.md": f"{OVEN}\n2.\n"},
        ours,
        theirs,
    )


def clocks_that_go_back(build: Builder) -> None:
    one = build.commit(PAGES, when=b"1700000000 +0000")
    two = build.commit({**PAGES, "deck.md": OVEN}, one, when=b"1500000000 +0000")
    side = build.commit({**PAGES, "galley.md": OVEN}, one, when=b"1400000000 +0000")
    build.commit({**PAGES, "deck.md": OVEN, "galley.md": OVEN}, two, side, when=b"1600000000 +0530")


def replaced(build: Builder) -> None:
    one = build.commit(PAGES)
    two = build.commit({**PAGES, "deck.md": OVEN}, one)
    other = build.commit({**PAGES, "galley.md": OVEN, "more.md": COFFEE}, one, message="other\n")
    build.git("replace", two, other)
    build.commit({**PAGES, "deck.md": COFFEE}, two)


def grafted(build: Builder) -> None:
    one = build.commit(PAGES)
    two = build.commit({**PAGES, "deck.md": OVEN}, one)
    three = build.commit({**PAGES, "deck.md": COFFEE}, two)
    build.commit({**PAGES, "deck.md": OVEN + COFFEE}, three)
    (build.folder / "info/grafts").write_text(f"{three} {one}\n")


SHAPES: Mapping[str, Callable[[Builder], None]] = MappingProxyType(
    {
        tell.__name__: tell
        for tell in (
            merge,
            merge_with_changes_of_its_own,
            merge_that_takes_ours,
            octopus,
            criss_cross,
            several_roots,
            orphan,
            long_branches,
            clocks_that_go_back,
            replaced,
            grafted,
        )
    }
)
"""Histories that are no lines."""


def line(build: Builder, trees: Sequence[Files]) -> list[str]:
    """Write a line of commits, oldest first."""
    made: list[str] = []
    for tree in trees:
        made.append(build.commit(tree, *made[-1:], message=f"Step {len(made)}\n"))
    return made


def tell(build: Builder, name: str) -> None:
    """Write a story."""
    if name in SHAPES:
        SHAPES[name](build)
    else:
        line(build, LINES[name])
