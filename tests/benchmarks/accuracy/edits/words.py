"""Edits of words inside one block: each of one nature."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.outline import Chunk, Node
from tests.benchmarks.accuracy.world import Apply, World, plain_words

_NUMBER = re.compile(r"(?<=[a-z] )\d{1,3}(?= [a-z])")
_MODAL = {"must": "should", "should": "must", "may": "must", "can": "must", "will": "may"}
_MODALS = re.compile(r"(?<=[a-z] )(must|should|may|can|will)(?= (?!not)[a-z]+ )")
_BEING = re.compile(r"(?<=[a-z] )(is|are|should|must|will|does|do)(?= (?!not\b)[a-z]{3,} )")
_MONTHS = ("January", "March", "April", "June", "August", "October", "December")
_FACTS = (
    ("Answers arrive within {} working days.", ("2", "5", "9", "14", "21")),
    ("The agreement runs until 14 {} 2031.", _MONTHS),
    ("Each team may spend ${} a quarter on it.", ("300", "450", "1,200", "2,500")),
    ("Keep the records for {} months.", ("6", "18", "24", "36")),
    ("Guests {} sign the visitors' book.", ("must", "should", "may")),
    ("A copy {} sent to the treasurer.", ("is", "is not")),
)


def _splice(chunk: Chunk, span: tuple[int, int], text: str) -> None:
    chunk.source = chunk.source[: span[0]] + text + chunk.source[span[1] :]


def _on_chunk(
    world: World, rng: random.Random, make: Callable[[Node, Chunk], Apply | None], *, least: int = 6
) -> Apply | None:
    for _, node, chunk in world.chunks(rng, ("paragraph", "list", "table")):
        if len(plain_words(chunk.source)) < least or not world.free(
            ("chunk", chunk), ("body", node)
        ):
            continue
        apply = make(node, chunk)
        if apply is not None:
            if world.take_chunk(node, chunk):
                return apply
            return None
    return None


def typo(world: World, rng: random.Random) -> Apply | None:
    """Mistype a word that the tree spells right elsewhere."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        spans = [
            span for span in prose.safe_words(chunk.source, least=6) if _known(world, chunk, span)
        ]
        if not spans:
            return None
        span = rng.choice(spans)
        wrong = prose.mistype(chunk.source[slice(*span)], rng)
        if wrong in world.text or not world.word(chunk.source[slice(*span)]):
            return None

        def apply() -> None:
            _splice(chunk, span, wrong)
            world.touch(node, "typo")

        return apply

    return _on_chunk(world, rng, make)


def _known(world: World, chunk: Chunk, span: tuple[int, int]) -> bool:
    return world.text.count(f" {chunk.source[slice(*span)]} ") >= 3


def substitute(world: World, rng: random.Random) -> Apply | None:
    """Put another word in the place of one or two."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        spans = prose.safe_words(chunk.source)
        if len(spans) < 4:
            return None
        chosen = sorted(rng.sample(spans, rng.randint(1, 2)), reverse=True)
        olds = [chunk.source[slice(*span)] for span in chosen]
        news = rng.sample(prose.NOUNS + prose.ADJECTIVES, len(chosen))
        if not world.fresh(*olds, *news):
            return None

        def apply() -> None:
            for span, new in zip(chosen, news, strict=True):
                _splice(chunk, span, new)
            world.touch(node, "wording")

        return apply

    return _on_chunk(world, rng, make, least=10)


def insert(world: World, rng: random.Random) -> Apply | None:
    """Put in a word, or take one out."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        spans = prose.safe_words(chunk.source)
        if len(spans) < 4:
            return None
        span = rng.choice(spans)
        old = chunk.source[slice(*span)]
        new = rng.choice(prose.ADJECTIVES)
        if not world.word(new) or not world.word(old):
            return None
        longer = f"{new} {old}"

        def apply() -> None:
            _splice(chunk, span, longer)
            world.touch(node, "wording")

        return apply

    return _on_chunk(world, rng, make, least=10)


def sentence_added(world: World, rng: random.Random) -> Apply | None:
    """Write one more sentence at the end of a paragraph."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        if chunk.kind != "paragraph" or not chunk.source.rstrip().endswith("."):
            return None
        text = prose.sentence(rng)

        def apply() -> None:
            chunk.source = f"{chunk.source.rstrip()} {text}\n"
            world.touch(node, "text")

        return apply

    return _on_chunk(world, rng, make, least=12)


def sentence_removed(world: World, rng: random.Random) -> Apply | None:
    """Strike a sentence of a paragraph that has several."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        text = prose.masked(chunk.source)
        found = list(
            re.finditer(r"(?<=[a-z]\. )[A-Z][a-z][^.\0\d\n]{25,140}\.(?= [A-Z]|\n*$)", text)
        )
        if chunk.kind != "paragraph" or not found:
            return None
        span = rng.choice(found).span()

        def apply() -> None:
            _splice(chunk, (span[0] - 1, span[1]), "")
            world.touch(node, "text")

        return apply

    return _on_chunk(world, rng, make, least=24)


def rewrite(world: World, rng: random.Random) -> Apply | None:
    """Write a paragraph anew."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        linked = "\0" in prose.masked(chunk.source)
        if chunk.kind != "paragraph" or linked or not world.take(("weight", node)):
            return None
        text = prose.paragraph(rng)

        def apply() -> None:
            chunk.source = text
            world.touch(node, "text")

        return apply

    return _on_chunk(world, rng, make, least=10)


def fact(world: World, rng: random.Random) -> Apply | None:
    """Change a number, modal verb or negation that is there, or one of a sentence set there for it."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        text = prose.masked(chunk.source)
        forms = [
            *(
                (found.span(), str(int(found[0]) + rng.randint(1, 40)))
                for found in _NUMBER.finditer(text)
            ),
            *((found.span(), _MODAL[found[0]]) for found in _MODALS.finditer(text)),
            *((found.span(), f"{found[0]} not") for found in _BEING.finditer(text)),
        ]
        if not forms or rng.random() < 0.3:
            return _planted(world, node, chunk, rng)
        span, new = rng.choice(forms)

        def apply() -> None:
            _splice(chunk, span, new)
            world.touch(node, "facts")

        return apply

    return _on_chunk(world, rng, make, least=8)


def _planted(world: World, node: Node, chunk: Chunk, rng: random.Random) -> Apply | None:
    if chunk.kind != "paragraph" or not chunk.source.rstrip().endswith("."):
        return None
    frame, values = rng.choice(_FACTS)
    before, after = rng.sample(values, 2)
    body = chunk.source.rstrip()
    chunk.source = f"{body} {frame.format(before)}\n"

    def apply() -> None:
        chunk.source = f"{body} {frame.format(after)}\n"
        world.touch(node, "facts")

    return apply


def formatting(world: World, rng: random.Random) -> Apply | None:
    """Set a word in bold, italics or code."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        spans = prose.safe_words(chunk.source)
        if not spans:
            return None
        span = rng.choice(spans)
        sign = rng.choice(("**", "*"))
        word = f"{sign}{chunk.source[slice(*span)]}{sign}"

        def apply() -> None:
            _splice(chunk, span, word)
            world.touch(node, "formatting")

        return apply

    return _on_chunk(world, rng, make)


def reflow(world: World, rng: random.Random) -> Apply | None:
    """Wrap a paragraph otherwise: nothing that a reader could see."""

    def make(node: Node, chunk: Chunk) -> Apply | None:
        text = chunk.source
        odd = re.search(r"  \n|\\\n|\n[ \t]|\n\W|\n\d", text)
        if chunk.kind != "paragraph" or odd:
            return None
        words = text.split()
        cut = rng.randint(4, max(5, len(words) - 2))
        if cut >= len(words) or not words[cut][0].isalpha():
            return None

        def apply() -> None:
            chunk.source = " ".join(words[:cut]) + "\n" + " ".join(words[cut:]) + "\n"
            world.touch(node, "reflow")

        return apply

    return _on_chunk(world, rng, make, least=12)


EDITS = {
    "typo": typo,
    "substitute": substitute,
    "insert": insert,
    "sentence.add": sentence_added,
    "sentence.remove": sentence_removed,
    "rewrite": rewrite,
    "fact": fact,
    "formatting": formatting,
    "reflow": reflow,
}
