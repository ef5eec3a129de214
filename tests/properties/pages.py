"""Strategies for pages: models of what a page says, and the source texts that say it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from hypothesis import strategies as st

_NOUNS = (
    "anchor basket candle drawer engine feather garden hammer island jacket kettle ladder mirror needle "
    "orchard pencil quarry rocket saddle tunnel valley window beacon meadow harbour lantern"
).split()
_VERBS = "carries follows gathers holds keeps lifts moves opens paints reaches shows turns watches".split()
_PLACES = (
    "before noon",
    "behind the mill",
    "on market days",
    "with great care",
    "under the bridge",
    "for the crew",
)

Shape = Literal["paragraph", "list"]


@dataclass(frozen=True)
class Text:
    """A paragraph or a list, with at most one link at its end."""

    shape: Shape
    lines: tuple[str, ...]
    link: tuple[str, str] | None = None


@dataclass(frozen=True)
class Part:
    """A section: heading, level from 1, and what stands in it."""

    title: str
    level: int
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Style:
    """How a page is written, which no reader sees."""

    bullet: str = "-"
    setext: bool = False
    reference: bool = False
    width: int = 0
    newline: str = "\n"
    trailing: str = ""


@dataclass(frozen=True)
class Story:
    """A page."""

    parts: tuple[Part, ...] = field(default=())


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw a sentence."""
    words = (
        draw(st.sampled_from(_NOUNS)),
        draw(st.sampled_from(_VERBS)),
        draw(st.sampled_from(_NOUNS)),
    )
    return f"The {words[0]} {words[1]} the {words[2]} {draw(st.sampled_from(_PLACES))}."


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Draw a paragraph or list."""
    shape: Shape = draw(st.sampled_from(("paragraph", "list")))
    lines = tuple(draw(st.lists(sentences(), min_size=1, max_size=4)))
    place = draw(st.none() | st.sampled_from(_NOUNS))
    link = None if place is None else (f"{place} notes", f"https://example.org/{place}")
    return Text(shape, lines, link)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Draw a page whose headings all differ, as do those of real pages but rarely."""
    titles = draw(st.lists(st.sampled_from(_NOUNS), min_size=1, max_size=7, unique=True))
    parts, level = [], 1
    for number, title in enumerate(titles):
        level = 1 if not number else draw(st.integers(2, min(level + 1, 4)))
        body = tuple(draw(st.lists(texts(), min_size=1, max_size=3)))
        parts.append(Part(f"About the {title}", level, body))
    return Story(tuple(parts))


@st.composite
def edited(draw: st.DrawFn) -> tuple[Story, Story]:
    """Draw a page and what became of it."""
    story = draw(stories())
    parts = list(story.parts)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(parts) - 1))
        form = draw(st.sampled_from(("rename", "rewrite", "add", "remove", "text")))
        if form == "rename":
            parts[at] = replace(parts[at], title=f"Notes on {draw(sentences())[4:-1]}")
        elif form == "rewrite":
            parts[at] = replace(parts[at], texts=(draw(texts()), *parts[at].texts[1:]))
        elif form == "text":
            parts[at] = replace(parts[at], texts=(*parts[at].texts, draw(texts())))
        elif form == "add":
            fresh = Part(
                f"New {draw(sentences())[4:-1]}", max(2, parts[at].level), (draw(texts()),)
            )
            parts.insert(at + 1, fresh)
        elif at and len(parts) > 2:
            del parts[at]
    return story, Story(tuple(parts))


styles = st.builds(
    Style,
    bullet=st.sampled_from("-*+"),
    setext=st.booleans(),
    reference=st.booleans(),
    width=st.sampled_from((0, 20, 40)),
    newline=st.sampled_from(("\n", "\r\n")),
    trailing=st.sampled_from(("", " ")),
)


def markdown(story: Story, style: Style = Style()) -> str:
    """Write a page as Markdown in some style."""
    lines: list[str] = []
    targets: list[str] = []
    for part in story.parts:
        lines += _heading(part, style)
        for text in part.texts:
            lines += [*_text(text, style, targets), ""]
    lines += targets
    return style.newline.join(
        line + (style.trailing if line and not targets else "") for line in lines
    )


def _heading(part: Part, style: Style) -> list[str]:
    if style.setext and part.level <= 2:
        return [part.title, ("=" if part.level == 1 else "-") * len(part.title), ""]
    return [f"{'#' * part.level} {part.title}", ""]


def _text(text: Text, style: Style, targets: list[str]) -> list[str]:
    lines = list(text.lines)
    if text.link:
        label, target = text.link
        mark = f"[{label}]({target})"
        if style.reference:
            mark = f"[{label}][r{len(targets)}]"
            targets.append(f"[r{len(targets)}]: {target}")
        lines.append(f"See {mark}.")
    if text.shape == "list":
        written: list[str] = []
        for line in lines:
            first, *rest = _wrapped(line, style.width)
            written += [f"{style.bullet} {first}", *(f"  {more}" for more in rest)]
        return written
    return _wrapped(" ".join(lines), style.width)


def _wrapped(text: str, width: int) -> list[str]:
    if not width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def restructured(story: Story) -> str:
    """Write a page as reStructuredText."""
    lines: list[str] = []
    for part in story.parts:
        lines += [part.title, "=-~^"[part.level - 1] * len(part.title), ""]
        for text in part.texts:
            body = list(text.lines)
            if text.link:
                body.append(f"See `{text.link[0]} <{text.link[1]}>`__.")
            lines += [*(f"- {line}" for line in body)] if text.shape == "list" else [" ".join(body)]
            lines.append("")
    return "\n".join(lines)
