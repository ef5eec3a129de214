"""Edits that run through a whole tree and make one rule, and edits of its navigation."""

from __future__ import annotations

import posixpath
import random
import re
from collections import Counter

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.edits.following import follow
from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import Apply, World, plainly, portable

_URL = re.compile(r"https?://[\w.-]+(?:/[\w.%+-]+)*/?")


def _everywhere(world: World) -> list[tuple[Node, Chunk]]:
    return [
        (node, chunk)
        for sheet in world.sheets
        for node in sheet.root.walk()
        for chunk in node.chunks
    ]


def _counts(world: World) -> Counter[str]:
    """Count on how many chunks of prose each longer word stands."""
    found: Counter[str] = Counter()
    for _, chunk in _everywhere(world):
        if chunk.kind != "other":
            found.update(
                {chunk.source[slice(*span)] for span in prose.safe_words(chunk.source, least=6)}
            )
    return found


def term(world: World, rng: random.Random) -> Apply | None:
    """Give a thing another name wherever prose and headings speak of it."""
    counts = _counts(world)
    words = [
        word
        for word, count in sorted(counts.items())
        if 3 <= count <= 40 and not word.endswith(("s", "ing", "ed", "ly"))
        if f"the {word} " in world.text and f" {word}s" in world.text
    ]
    rng.shuffle(words)
    for old in words:
        new = rng.choice(prose.NOUNS)
        consistent = counts[old] >= 0.6 * world.text.count(old)
        if new in world.text or not consistent or not world.word(old) or not world.word(new):
            continue
        pattern = re.compile(rf"\b({old}|{old.capitalize()})(s?)\b")
        spoken = [
            node for sheet in world.sheets for node in sheet.nodes() if pattern.search(node.title)
        ]
        named = [node for node in spoken if plainly(node.title) and world.take(("heading", node))]

        def swap(found: re.Match[str], new: str = new) -> str:
            return (new if found[1].islower() else new.capitalize()) + found[2]

        def apply(
            old: str = old,
            new: str = new,
            pattern: re.Pattern[str] = pattern,
            named: list[Node] = named,
        ) -> None:
            _replace(world, pattern, swap)
            for node in named:
                node.title, node.raw = pattern.sub(swap, node.title), ""
            world.expect(Expected("term.renamed", "term", before=old, after=new))

        return apply
    return None


def _replace(world: World, pattern: re.Pattern[str], swap: object) -> None:
    for _, chunk in _everywhere(world):
        if chunk.kind == "other":
            continue
        masked = prose.masked(chunk.source)
        for found in reversed(list(pattern.finditer(masked))):
            new = swap(found) if callable(swap) else str(swap)
            chunk.source = chunk.source[: found.start()] + str(new) + chunk.source[found.end() :]


def spelling(world: World, rng: random.Random) -> Apply | None:
    """Mend a word that was mistyped in one or several places."""
    counts = _counts(world)
    words = [word for word, count in sorted(counts.items()) if 3 <= count <= 30]
    rng.shuffle(words)
    for right in words:
        wrong = prose.mistype(right, rng)
        if wrong in world.text or not world.word(right):
            continue
        pattern = re.compile(rf"(?<![\w-]){right}(?![\w-])")
        places = [
            chunk
            for _, chunk in _everywhere(world)
            if chunk.kind != "other" and pattern.search(prose.masked(chunk.source))
        ]
        if not places:
            continue
        for chunk in rng.sample(places, rng.randint(1, max(1, len(places) // 2))):
            found = pattern.search(prose.masked(chunk.source))
            if found:
                chunk.source = chunk.source[: found.start()] + wrong + chunk.source[found.end() :]

        def apply(wrong: str = wrong, right: str = right) -> None:
            pattern = re.compile(rf"(?<![\w-]){wrong}(?![\w-])")
            _replace(world, pattern, right)
            world.expect(Expected("spelling.fixed", "spelling", before=wrong, after=right))

        return apply
    return None


def url_moved(world: World, rng: random.Random) -> Apply | None:
    """Point all links below an outside address to another one."""
    prefixes: Counter[str] = Counter()
    links = {url for _, chunk in _everywhere(world) for url in _URL.findall(chunk.source)}
    for url in links:
        parts = url.split("/")
        for depth in range(3, min(len(parts), 6)):
            prefixes["/".join(parts[:depth]) + "/"] += 1
    choices = sorted(prefix for prefix, count in prefixes.items() if 2 <= count <= 40)
    if not choices or not world.take(("urls", world)):
        return None
    old = rng.choice(choices)
    head, _, last = old.rstrip("/").rpartition("/")
    name = rng.choice(prose.NOUNS)
    new = (
        f"{head}/{name}/" if "//" in head[6:] or "." not in last else f"{head}/{name}.example.org/"
    )

    def apply() -> None:
        for node, chunk in _everywhere(world):
            moved = re.sub(rf"(?<![\w/]){re.escape(old)}", new, chunk.source)
            if moved != chunk.source:
                world.touch(node, "aside")
            chunk.source = moved
        world.expect(Expected("url.moved", "url", before=old, after=new))

    return apply


def folder_moved(world: World, rng: random.Random) -> Apply | None:
    """Give a folder another name, its links and those to it kept whole."""
    folders: Counter[str] = Counter(posixpath.dirname(sheet.path) for sheet in world.sheets)
    names = [name for name, count in folders.items() if name and count > 1]
    rng.shuffle(names)
    for old in names:
        new = posixpath.join(posixpath.dirname(old), rng.choice(prose.NOUNS))
        inside = [sheet for sheet in world.sheets if sheet.path.startswith(f"{old}/")]
        words = "\n".join([*world.files.values(), *map(_text, world.sheets)])
        mentions = len(
            re.findall(rf"(?<![\w-]){re.escape(posixpath.basename(old).casefold())}/", words)
        )
        links = len(
            re.findall(
                rf"\]\([\w./-]*?{re.escape(posixpath.basename(old).casefold())}/[\w./-]*\.md[)#]",
                words,
            )
        )
        sphinx = "toctree" in words or not all(sheet.path.endswith(".md") for sheet in inside)
        if mentions > links or (sphinx and not all(portable(sheet.root) for sheet in inside)):
            continue
        if world.take(*(("page", sheet) for sheet in inside)):
            return _moving_folder(world, old, new)
    return None


def _moving_folder(world: World, old: str, new: str) -> Apply:
    def apply() -> None:
        inside = [sheet for sheet in world.sheets if sheet.path.startswith(f"{old}/")]
        moves = {sheet.path: new + sheet.path.removeprefix(old) for sheet in inside}
        follow(world, moves, "folder")
        for sheet in inside:
            sheet.path = moves[sheet.path]
            world.expect(Expected("page.moved", "folder", (sheet,), (sheet,), values="paths"))
        world.expect(Expected("folder.moved", "folder", before=f"{old}/", after=f"{new}/"))

    return apply


def _text(sheet: Sheet) -> str:
    return "".join(chunk.source for node in sheet.root.walk() for chunk in node.chunks).casefold()


def shifted(world: World, rng: random.Random) -> Apply | None:
    """Put one more sign before all headings of a page, or before one and all below it."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        nodes = sheet.nodes()
        fits = len(nodes) > 2 and all(node.level < 6 for node in nodes)
        if sheet.format == "rst" or not fits or not world.take(("levels", sheet), ("page", sheet)):
            continue
        if not world.take(*((a, node) for node in nodes for a in ("place", "goal"))):
            return None

        def apply(nodes: list[Node] = nodes) -> None:
            top = nodes[0].level
            for node in nodes:
                node.level, node.raw = node.level + 1, ""
            world.expect(Expected("levels.shifted", "levels", before=top, after=top + 1))

        return apply
    return None


EDITS = {
    "term": term,
    "spelling": spelling,
    "url": url_moved,
    "folder": folder_moved,
    "levels": shifted,
}
