"""Strategies for histories: a few pages that link to each other, and what people do to them, commit by commit."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from hypothesis import strategies as st

from tests.properties.pages import Part, Story, markdown, restructured, sentences, stories, texts
from tests.revision.builder import CLEAN

STEMS = ("a", "b", "c", "docs/a", "docs/b", "docs/deep/d", "index")
CONFIGS: Mapping[str, str] = MappingProxyType(
    {
        "conf.py": 'project = "x"\n',
        "docs/conf.py": 'project = "x"\n',
        "mkdocs.yml": "docs_dir: docs\nnav:\n- a.md\n- Deep: deep/d.md\n",
        "SUMMARY.md": "# Summary\n\n* [A](a.md)\n  * [B](b.md)\n",
        "docusaurus.config.js": "module.exports = {url: 'https://a.example'}\n",
        "img/one.png": "png",
    }
)


@dataclass(frozen=True)
class Sheet:
    """A page: what it says, in which format, a label above it, and other pages that it leads to."""

    story: Story
    suffix: str = ".md"
    label: str = ""
    leads: tuple[str, ...] = ()

    def written(self, path: str) -> str:
        """Write the page as the file at a path."""
        if self.suffix == ".rst":
            above = f".. _{self.label}:\n\n" if self.label else ""
            below = "".join(f"\n:ref:`{one}`\n" for one in self.leads)
            return above + restructured(self.story) + below
        above = f'<a id="{self.label}"></a>\n\n' if self.label else ""
        up = "../" * path.count("/")
        below = "".join(f"\n[see {one}]({up}{one})\n" for one in self.leads)
        return above + markdown(self.story) + below


@dataclass(frozen=True)
class Tree:
    """The pages of a commit by their stems, and its other files."""

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    configs: frozenset[str] = frozenset()

    @property
    def files(self) -> dict[str, str]:
        """Write all files."""
        pages = {stem + one.suffix: one for stem, one in self.sheets.items()}
        written = {path: one.written(path) for path, one in pages.items()}
        return written | {path: CONFIGS[path] for path in sorted(self.configs)}


@dataclass(frozen=True)
class Moment:
    """A commit: its files, and its parents by their numbers."""

    tree: Tree
    parents: tuple[int, ...]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a page."""
    return Sheet(
        draw(stories()),
        draw(st.sampled_from((".md", ".md", ".rst"))),
        draw(st.sampled_from(("", "", "anchor-one", "anchor-two"))),
        tuple(draw(st.lists(leads(), max_size=2))),
    )


def leads() -> st.SearchStrategy[str]:
    """Draw where a link leads to: pages, anchors, labels, images, nothing."""
    goals = ("a.md", "docs/b.md#about-the-needle", "c.md#anchor-one", "anchor-two", "img/one.png")
    return st.sampled_from((*goals, "index.md#notes", "https://example.org/x", "nowhere.md"))


@st.composite
def edits(draw: st.DrawFn, story: Story) -> Story:
    """Draw what became of a page's words."""
    parts = list(story.parts)
    at = draw(st.integers(0, len(parts) - 1))
    form = draw(st.sampled_from(("rename", "rewrite", "add", "remove", "swap", "shift")))
    if form == "rename":
        parts[at] = replace(parts[at], title=f"Notes on {draw(sentences())[4:-1]}")
    elif form == "rewrite":
        parts[at] = replace(parts[at], texts=(draw(texts()), *parts[at].texts[1:]))
    elif form == "add":
        title = f"New {draw(sentences())[4:-1]}"
        parts.insert(at + 1, Part(title, max(2, parts[at].level), (draw(texts()),)))
    elif form == "remove" and len(parts) > 1:
        del parts[at]
    elif form == "swap":
        parts[at], parts[-1] = parts[-1], parts[at]
    elif form == "shift":
        parts = [replace(part, level=min(4, part.level + 1)) for part in parts]
    return Story(tuple(parts))


def _renamed(tree: Tree, old: str, new: str) -> Tree:
    """Rename a term wherever it stands."""

    def said(part: Part) -> Part:
        lines = (
            replace(text, lines=tuple(line.replace(old, new) for line in text.lines))
            for text in part.texts
        )
        return replace(part, title=part.title.replace(old, new), texts=tuple(lines))

    return replace(
        tree,
        sheets={
            stem: replace(one, story=Story(tuple(map(said, one.story.parts))))
            for stem, one in tree.sheets.items()
        },
    )


@st.composite
def steps(draw: st.DrawFn, tree: Tree) -> Tree:
    """Draw what one commit does to a tree."""
    for _ in range(draw(st.integers(0, 3))):
        form = draw(st.sampled_from(("page", "page", "page", "word", "config", "file")))
        if form == "page" and tree.sheets:
            tree = draw(_of_a_page(tree))
        elif form == "word":
            old, new = draw(st.tuples(*[st.sampled_from(("needle", "kettle", "Beacon", "x"))] * 2))
            tree = _renamed(tree, old, new)
        elif form == "config":
            tree = replace(tree, configs=tree.configs ^ {draw(st.sampled_from(sorted(CONFIGS)))})
        else:
            stem = draw(st.sampled_from(STEMS))
            tree = replace(tree, sheets={**tree.sheets, stem: draw(sheets())})
    return tree


@st.composite
def _of_a_page(draw: st.DrawFn, tree: Tree) -> Tree:
    """Draw what is done to one page."""
    stem = draw(st.sampled_from(sorted(tree.sheets)))
    goal = draw(st.sampled_from(STEMS))
    kept, one = dict(tree.sheets), tree.sheets[stem]
    form = draw(
        st.sampled_from(("edit", "edit", "edit", "remove", "move", "swap", "turn", "label"))
    )
    if form == "edit":
        kept[stem] = replace(one, story=draw(edits(one.story)))
    elif form == "turn":
        kept[stem] = replace(one, suffix=".md" if one.suffix == ".rst" else ".rst")
    elif form == "label":
        kept[stem] = replace(one, label=draw(st.sampled_from(("", "anchor-one", "anchor-two"))))
    elif form == "swap" and goal in kept:
        kept[stem], kept[goal] = kept[goal], kept[stem]
    elif form in {"remove", "move"}:
        del kept[stem]
        if form == "move":
            kept[goal] = one
    return replace(tree, sheets=kept)


@st.composite
def lines(draw: st.DrawFn, *, most: int = 5) -> list[Tree]:
    """Draw the trees of a line of commits."""
    stems = draw(st.lists(st.sampled_from(STEMS), min_size=1, max_size=4, unique=True))
    trees = [Tree({stem: draw(sheets()) for stem in sorted(stems)})]
    for _ in range(draw(st.integers(1, most - 1))):
        trees.append(draw(steps(trees[-1])))
    return trees


@st.composite
def webs(draw: st.DrawFn) -> list[Moment]:
    """Draw commits that go on from any before them, some from several, some from none."""
    found = [Moment(draw(lines(most=2))[0], ())]
    for number in range(1, draw(st.integers(2, 7))):
        many = st.lists(st.integers(0, number - 1), max_size=3, unique=True)
        parents = tuple(draw(many))
        before = found[parents[0]].tree if parents else draw(st.sampled_from(found)).tree
        found.append(Moment(draw(steps(before)), parents))
    return found


def imported(folder: Path, moments: Sequence[Moment]) -> list[str]:
    """Write commits into a new repository with one process; the last is the tip of main.

    Args:
        folder: Where the repository goes.
        moments: The commits, parents first.

    Returns:
        Their ids.
    """
    run(folder, "init", "-q", "-b", "main", "--bare", str(folder))
    stream = b"".join(_told(number, one) for number, one in enumerate(moments))
    marks = folder / "marks"
    run(folder, "fast-import", "--quiet", f"--export-marks={marks}", data=stream)
    named = dict(line.split() for line in marks.read_text().splitlines())
    ids = [named[f":{number + 1}"] for number in range(len(moments))]
    run(folder, "update-ref", "refs/heads/main", ids[-1])
    return ids


def run(folder: Path, *words: str, data: bytes = b"") -> None:
    """Run git where something is to be written."""
    place = folder if folder.exists() else folder.parent
    subprocess.run(["git", *words], cwd=place, env=CLEAN, input=data, check=True)


def _told(number: int, moment: Moment) -> bytes:
    stamp = f"Ada <ada@example.com> {1_600_000_000 + 60 * number} +0000"
    head = [f"commit refs/heads/c{number}", f"mark :{number + 1}", f"committer {stamp}", "data 0"]
    # Each commit has a branch of its own, or one without parents would go on from the branch's tip.
    words = ("from", "merge", "merge")
    head += [f"{word} :{one + 1}" for word, one in zip(words, moment.parents, strict=False)]
    parts = ["\n".join([*head, "deleteall"]).encode()]
    for path, text in moment.tree.files.items():
        data = text.encode()
        parts.append(b"M 100644 inline %b\ndata %d\n%b" % (path.encode(), len(data), data))
    return b"\n".join(parts) + b"\n"


def in_a_line(trees: Sequence[Tree]) -> list[Moment]:
    """Make each tree a commit after the one before it."""
    return [Moment(one, (number - 1,) if number else ()) for number, one in enumerate(trees)]
