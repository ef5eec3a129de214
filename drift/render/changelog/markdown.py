"""A changelog -> Markdown for the comment of a pull request or for release notes; content cannot break out of it."""

from __future__ import annotations

from collections.abc import Iterator

from drift.explain.sentence import Span, mark, sentence
from drift.render.base import Renderer
from drift.render.changelog.bundle import Bundle, Value
from drift.render.changelog.digest import digest
from drift.render.changelog.facts import facts
from drift.render.changelog.groups import grouped
from drift.render.changelog.lists import listed
from drift.render.changelog.outline import AlikePart, Entry, Outline, PagePart, RulePart, outline
from drift.render.changelog.repeats import repeat
from drift.render.changelog.summary import (
    alike_followed,
    alike_pages,
    followed,
    leftovers,
    revision,
    rule_extent,
    rule_places,
    totals,
)
from drift.render.changelog.sweeps import sections, sweep
from drift.render.changelog.values import headline
from drift.render.changelog.view import View
from drift.render.changelog.wording import wording
from drift.render.escape_markdown import code, escape, strong
from drift.render.plural import plural


def render(view: View) -> str:
    """Write a changelog as GitHub Flavored Markdown.

    Args:
        view: The changelog and how it is to be shown; width and colour play no part.

    Returns:
        The text, all that came from the pages escaped.
    """
    changelog = view.changelog
    parts = outline(changelog, whole=view.verbose)
    title = f"## {escape(revision(changelog.old))} → {escape(revision(changelog.new))}"
    lines = [title, "", escape(totals(changelog, parts)), *body(parts, view)]
    return "\n".join(lines) + "\n"


def body(parts: Outline, view: View) -> list[str]:
    """Write the rules and changes of a changelog, without its heading.

    Args:
        parts: The changelog in reading order.
        view: The changelog and how it is to be shown.

    Returns:
        The lines, a blank one before each heading.
    """
    brief = digest(view.changelog, parts)
    lines = ["", escape(brief)] if brief else []
    rules, lists = listed(parts.rules, whole=view.verbose)
    repeats = map(repeat, parts.repeats)
    bundles = (*lists, *repeats, *([sweep(parts.sweep)] if parts.sweep else []))
    if rules or bundles:
        lines += ["", "### Throughout", ""]
        lines += [line for rule in rules for line in _rule(rule, view)]
        lines += [line for bundle in bundles for line in _bundle(bundle)]
    for pages in parts.alike:
        lines += ["", *_alike(pages)]
    for page in parts.pages:
        lines += ["", *_page(page, view)]
    return lines


def _rule(part: RulePart, view: View) -> Iterator[str]:
    yield f"- {_words(sentence(part.rule))} {escape(rule_extent(part))}"
    for text in rule_places(part, whole=view.verbose):
        yield f"  - {escape(text)}"
    for text in leftovers(part.rule, whole=view.verbose):
        yield f"  - ⚠ {escape(text)}"


def _alike(part: AlikePart) -> Iterator[str]:
    text = alike_followed(part)
    more = f" ({text})" if text else ""
    yield f"### {plural(len(part.paths), 'page')}: {_words(sentence(part.entry.change))}{more}"
    yield ""
    for path, words in alike_pages(part, whole=True):
        yield f"- {code(path)}" + (f": {escape(words)}" if words else "")


def _page(page: PagePart, view: View) -> Iterator[str]:
    was = f" (was {code(page.was)})" if page.was else ""
    yield f"### {code(page.path)}{was}"
    if page.sweep or page.lists:
        yield ""
    if page.sweep:
        yield from _bundle(sweep(page.sweep))
    for changes in page.lists:
        yield from _bundle(sections(changes))
    for place in page.places:
        yield ""
        if place.section:
            yield strong(" › ".join(place.section))
            yield ""
        for thing in grouped(place.entries, whole=view.verbose):
            yield from _bundle(thing) if isinstance(thing, Bundle) else _entry(thing, view)


def _bundle(bundle: Bundle) -> Iterator[str]:
    yield f"- {'⚠ ' if bundle.mark == '!' else ''}{_words(bundle.head)}"
    for row in bundle.rows:
        name = f"{strong(row.name)}: " if row.name else ""
        note = f" ({escape(row.note)})" if row.note else ""
        yield f"  - {name}{', '.join(map(_value, row.values))}{note}"


def _value(value: Value) -> str:
    if value.mark == "~":
        return _difference(value.spans)
    said = {"-": "was ", "+": "now "}.get(value.mark or "", "")
    return f"{said}{_words(value.spans)}"


def _entry(entry: Entry, view: View) -> Iterator[str]:
    change = entry.change
    line = f"- {'⚠ ' if mark(change) == '!' else ''}{_words(headline(change, whole=view.verbose))}"
    if spans := facts(change):
        line += f": {_words(spans)}"
    if text := followed(entry, whole=view.verbose):
        line += f" ({escape(text)})"
    yield line
    for difference in wording(change, view):
        yield f"  - {_difference(difference.spans)}"


def _words(spans: tuple[Span, ...]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    if span.literal:
        return code(span.text)
    return escape(span.text) if span.role == "plain" else strong(span.text)


def _difference(spans: tuple[Span, ...]) -> str:
    """Tags and no asterisks or tildes: those open and close nothing beside a blank or a sign."""
    parts: list[str] = []
    for span in spans:
        text = escape(span.text)
        tag = {"old": "del", "new": "ins"}.get(span.role, "")
        parts.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(parts)


MARKDOWN = Renderer("markdown", render)
