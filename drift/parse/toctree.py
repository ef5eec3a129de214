"""The lines of a toctree -> its block."""

from __future__ import annotations

from collections.abc import Iterable

from drift.parse.prose import straight
from drift.parse.vocabulary import arguments, titled
from drift.trees.page import Block, Lines, Link


def toctree(
    entries: Iterable[tuple[str, int]],
    options: dict[str, str],
    *,
    lines: Lines,
    container: tuple[str, ...] = (),
) -> Block:
    """Make the block of a toctree.

    An entry with a title is a line of the text, and its link's label is the title. One without is a
    line too, but its label is empty: the reader sees the title of the page.

    Args:
        entries: Each line of the body and its number in the file.
        options: The directive's options.
        lines: Where the directive stands.
        container: What it stands in.

    Returns:
        A block of kind `directive`.
    """
    caption = straight(" ".join(options.get("caption", "").split()))
    texts = [caption] if caption else []
    length = len(caption) + 1 if caption else 0
    links: list[Link] = []
    for entry, line in entries:
        if not entry.strip():
            continue
        title, target = titled(entry.strip())
        # Also where the title says what the target says: the title of the page may be another.
        named = target != " ".join(entry.split())
        text = straight(" ".join(title.split())) if named else target
        label, span = (text, (length, length + len(text))) if named else ("", None)
        links.append(Link("nav", label, target, line, span=span, role="toctree"))
        texts.append(text)
        length += len(text) + 1
    return Block(
        kind="directive",
        text="\n".join(texts),
        lines=lines,
        name="toctree",
        arguments=arguments("", {key: options[key] for key in options if key != "caption"}),
        container=container,
        links=tuple(links),
        markup="\n".join(texts),
    )
