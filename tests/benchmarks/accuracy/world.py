"""A docs tree that edits are laid on: who may touch what, and what is expected in the end."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet, plain, write
from tests.benchmarks.accuracy.reading import read
from tests.benchmarks.accuracy.truth import Expected

Apply = Callable[[], None]
Edit = Callable[["World", random.Random], Apply | None]

DEFINES = re.compile(r"^\s*\[[^\]]+\]:|^\.\. [_|\[]|^\s*\(.*\)=\s*$|<a (?:id|name)=", re.MULTILINE)
"""What other places may refer to by name."""
_ASIDE = re.compile(
    r"\b(?:TBD|TBA|TODO|FIXME|XXX|WIP)\b|coming soon|work[ -]in[ -]progress|to be \w+ed\b",
    re.IGNORECASE,
)
"""What may be a placeholder: a chunk that holds one is left alone, since striking it would resolve it."""
_OUTSIDE = re.compile(r"\[[^\]]*\]\(https?://[^)]*\)|`[^`<]*<https?://[^>]*>`__?")


@dataclass
class World:
    """A tree while it is being edited."""

    sheets: list[Sheet]
    files: dict[str, str]
    focus: list[Sheet]
    # The pages that edits choose their targets on.
    donors: list[str] = field(default_factory=list)
    # Paragraphs of other pages, to be added.
    truth: list[Expected] = field(default_factory=list)
    touches: dict[Node, list[str]] = field(default_factory=dict)
    taken: set[tuple[str, int]] = field(default_factory=set)
    spent: set[str] = field(default_factory=set)
    # Words and headings that no other edit may bring in or take out.
    fragments: frozenset[str] = frozenset()
    text: str = ""
    rough: bool = False
    # Whether a section may be moved, renamed and rewritten all at once.

    def expect(self, expected: Expected) -> None:
        """Write down what an edit calls for."""
        self.truth.append(expected)

    def touch(self, node: Node, nature: str) -> None:
        """Write down that a section's own blocks were edited."""
        self.touches.setdefault(node, []).append(nature)

    def free(self, *claims: tuple[str, object]) -> bool:
        """Tell whether none of these was claimed."""
        return not any((aspect, id(thing)) in self.taken for aspect, thing in claims)

    def take(self, *claims: tuple[str, object]) -> bool:
        """Claim all of these, or none when one is taken.

        Args:
            claims: An aspect (heading, place, body, weight, chunk, goal) and the thing that has it.

        Returns:
            Whether they were free.
        """
        claims = tuple(claim for claim in claims if claim[0] != "weight" or not self.rough)
        if not self.free(*claims):
            return False
        self.taken.update((aspect, id(thing)) for aspect, thing in claims)
        return True

    def take_chunk(self, node: Node, chunk: Chunk) -> bool:
        """Claim one chunk of a section whose body as a whole is free."""
        room = 99 if self.rough else len(words_of(node)) // 12 + 1
        if not self.free(("body", node)) or len(self.touches.get(node, ())) >= room:
            return False
        load = sum(("chunk", id(other)) in self.taken for other in node.chunks)
        return load < room and self.take(("chunk", chunk))

    def take_body(self, node: Node) -> bool:
        """Claim all of a section's own content."""
        return self.take(
            ("body", node), ("weight", node), *(("chunk", chunk) for chunk in node.chunks)
        )

    def take_whole(self, node: Node) -> bool:
        """Claim a section with everything in and below it."""
        return self.take_wholes([node])

    def take_wholes(self, nodes: Iterable[Node]) -> bool:
        """Claim several sections with everything in and below them."""
        claims: list[tuple[str, object]] = []
        for each in (below for node in nodes for below in node.walk()):
            claims += [(aspect, each) for aspect in ("heading", "place", "body", "weight", "goal")]
            claims += [("chunk", chunk) for chunk in each.chunks]
        return self.take(*claims)

    def word(self, text: str) -> bool:
        """Claim a word or heading, so that no two edits make a pattern by accident."""
        if text.casefold() in self.spent:
            return False
        self.spent.add(text.casefold())
        return True

    def fresh(self, *texts: str) -> bool:
        """Claim several words, or none when one is spent."""
        folded = {text.casefold() for text in texts}
        if folded & self.spent:
            return False
        self.spent |= folded
        return True

    def homes(self, rng: random.Random) -> list[tuple[Sheet, Node]]:
        """List the sections of the focus in random order, those with a page of their own path only."""
        found = [
            (sheet, node) for sheet in self.focus for node in sheet.nodes() if alone(sheet, node)
        ]
        rng.shuffle(found)
        return found

    def chunks(self, rng: random.Random, kinds: Iterable[str]) -> list[tuple[Sheet, Node, Chunk]]:
        """List the chunks of some kinds on the focus in random order."""
        wanted = frozenset(kinds)
        found = [
            (sheet, node, chunk)
            for sheet in self.focus
            for node in sheet.root.walk()
            if node is sheet.root or alone(sheet, node)
            for chunk in node.chunks
            if chunk.kind in wanted and not _ASIDE.search(chunk.source)
        ]
        rng.shuffle(found)
        return found

    def quiet(self, node: Node) -> bool:
        """Tell whether nothing in the tree seems to point at a section's heading or into it."""
        source = "".join(write_node(each) for each in node.walk())
        if DEFINES.search(source) or any(each.suffix or each.lead for each in node.walk()):
            return False
        return not any(self.pointed(each.title) for each in node.walk())

    def pointed(self, title: str) -> bool:
        """Tell whether a link seems to name a heading."""
        text = plain(title).casefold()
        slug = re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", text))
        tight = {slug, re.sub(r"-+", "-", slug), slug.replace("_", "-")}
        return bool(tight & self.fragments) or f"`{text}`_" in self.text or f"[{text}]" in self.text


def alone(sheet: Sheet, node: Node) -> bool:
    """Tell whether a heading is the only one of its words on its page, and plain enough to be rewritten."""
    same = [
        each
        for each in sheet.nodes()
        if plain(each.title).casefold() == plain(node.title).casefold()
    ]
    return len(same) == 1


def plainly(title: str) -> bool:
    """Tell whether a heading has no markup."""
    return bool(re.fullmatch(r"[\w ,.'’&()/?!:-]+", title)) and plain(title) == " ".join(
        title.split()
    )


def write_node(node: Node) -> str:
    """Write a section's own chunks, without its heading."""
    return "".join(chunk.source + chunk.gap for chunk in node.chunks)


def words_of(node: Node) -> list[str]:
    """List the words of a section's own chunks."""
    return plain_words(write_node(node))


def plain_words(source: str) -> list[str]:
    """List the words of a source text without its markup and link targets."""
    return re.findall(r"\w+", plain(source))


def weight(node: Node) -> int:
    """Count the words of a section with all below it."""
    return sum(len(words_of(each)) for each in node.walk())


def portable(node: Node) -> bool:
    """Tell whether a section's source means the same on any other page."""
    source = _OUTSIDE.sub("", "".join(write_node(each) for each in node.walk()))
    return not re.search(r"\[|\w_\b|`_|\||\{|<|:\w+:`|\.\. ", source)


def relevel(node: Node, level: int) -> None:
    """Give a section another level and shift all below it alike."""
    shift = level - node.level
    for each in node.walk():
        each.level += shift
        if shift:
            each.raw = ""


def deepest(node: Node) -> int:
    """Tell how many levels there are below a section."""
    return max((1 + deepest(child) for child in node.children), default=0)


def world(sources: dict[str, str], *, focus: Iterable[str], donors: list[str]) -> World:
    """Read a tree for editing.

    Args:
        sources: Text files by path.
        focus: The pages that edits choose their targets on.
        donors: Paragraphs of other pages.

    Returns:
        The tree.
    """
    pages = {
        path: read(path, text) for path, text in sources.items() if path.endswith((".md", ".rst"))
    }
    files = {path: text for path, text in sources.items() if path not in pages}
    text = "\n".join(sources.values())
    made = World(list(pages.values()), files, [pages[path] for path in focus], donors)
    made.fragments = frozenset(found.casefold() for found in re.findall(r"#([\w./-]+)", text))
    made.text = text.casefold()
    return made


def sources(tree: World) -> dict[str, str]:
    """Write a tree back as files."""
    return tree.files | {sheet.path: write(sheet) for sheet in tree.sheets}
