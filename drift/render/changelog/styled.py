"""Spans -> words in the styles of a terminal; marks stand in for colour where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from drift.explain.sentence import Role, Span
from drift.render.changelog.bundle import Value
from drift.render.changelog.targets import shortened_target
from drift.render.changelog.view import View
from drift.render.visible import visible

_STYLES: MappingProxyType[Role, str] = MappingProxyType(
    {"plain": "", "old": "red", "new": "green", "name": "bold"}
)


def words(spans: tuple[Span, ...], *, whole: bool = True) -> Iterator[tuple[str, str]]:
    """Shorten long targets, unless two of them would then look the same.

    Args:
        spans: What is said.
        whole: Whether targets stay whole.

    Yields:
        Each text and its style.
    """
    texts = [
        span.text if whole or not span.literal else shortened_target(span.text) for span in spans
    ]
    if len(set(texts)) < len({span.text for span in spans}):
        texts = [span.text for span in spans]
    for text, span in zip(texts, spans, strict=True):
        yield visible(text), _STYLES[span.role]


def marked(spans: tuple[Span, ...], *, color: bool) -> Iterator[tuple[str, str]]:
    """Mark replaced words in the midst of others; alone on their line, the line's own mark says it.

    Args:
        spans: What is said.
        color: Whether there is colour.

    Yields:
        Each text and its style.
    """
    alone = len(spans) == 1
    for span in spans:
        text = visible(span.text)
        if color or alone:
            yield text, "strike red" if span.role == "old" and not alone else _STYLES[span.role]
        elif span.role == "old":
            yield f"[-{text}-]", ""
        else:
            yield f"{{+{text}+}}" if span.role == "new" else text, ""


def said(value: Value, view: View) -> Iterator[tuple[str, str]]:
    """Give what a row says.

    Args:
        value: It, and the sign that it stands behind.
        view: How it is shown.

    Returns:
        Each text and its style.
    """
    if value.mark == "~":
        return marked(value.spans, color=view.color)
    return words(value.spans, whole=False)
