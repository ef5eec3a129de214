"""Inline source -> docutils nodes, with every role kept as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from types import SimpleNamespace

from docutils import nodes
from docutils.nodes import unescape
from docutils.parsers.rst import states
from docutils.statemachine import StateMachine

from drift.parse.nesting import Unbearable

MAX_EFFORT = 3_000_000_000
"""Characters that the search for the ends of inline markup may look at; real pages need a thousandth of it."""


LONG = 1000
"""Characters of a run that may be a name; docutils tries it anew from each of its parts."""

_RUN = re.compile(r"[\w.+:-]+")

_CODE_LABEL = re.compile(r"(?<!`)`((?:[^`<>]*``[^`]+``)+[^`<>]*)(\s<[^<>`]+>`__?)")
"""A link with code in its label, as pandoc and many people write it; docutils reads no link in it."""


class Role(nodes.Inline, nodes.TextElement):
    """Interpreted text: its role, lower case and empty for the default one, and its text as written."""


class Inliner(states.Inliner):
    """docutils' reader of inline markup without its table of roles."""

    def __init__(self, raw_roles: Iterable[str] = ()) -> None:
        """Begin a page, or a part of it before which some roles were defined as raw ones."""
        super().__init__()
        self.machines: list[StateMachine[list[str]]] = []
        # Nested machines to be used again; docutils keeps them for all pages and with them the last page read.
        self.raw_roles = {"raw", *raw_roles}
        self._effort = 0

    def init_customizations(self, settings: object) -> None:
        """Take the patterns, which are the same for all pages, from the first use."""
        del settings
        model = _model()
        self.start_string_prefix = model.start_string_prefix
        self.end_string_suffix = model.end_string_suffix
        self.parts = model.parts
        self.patterns = model.patterns
        self.implicit_dispatch.append((self.patterns.uri, self.standalone_uri))  # type: ignore[arg-type]  # the stubs' mistake

    def parse(
        self, text: str, lineno: int, memo: SimpleNamespace, parent: nodes.Element
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Read one text; see `MAX_EFFORT`."""
        starts = text.count("*") + text.count("`") + text.count("|") + text.count("_")
        self._effort += len(text) * starts
        if len(text) > LONG:
            runs = (len(run) for run in _RUN.findall(text))
            self._effort += sum(length * length for length in runs if length > LONG) * 20
        if self._effort > MAX_EFFORT:
            raise Unbearable("too much inline markup in one paragraph")
        if "``" in text and ">`_" in text:
            text = _CODE_LABEL.sub(_plain_label, text)
        return super().parse(text, lineno, memo, parent)

    def interpreted(
        self, rawsource: str, text: str, role: str, lineno: int
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Keep the role's name and text."""
        del lineno
        node = Role(rawsource, unescape(text), role=(role or "").lower())
        node["raw"] = node["role"] in self.raw_roles
        return [node], []

    def implicit_inline(self, text: str, lineno: int) -> list[nodes.Node]:  # type: ignore[override]  # the stubs' mistake
        """Find bare URLs; docutils calls itself for the text on both sides of each."""
        found: list[nodes.Node] = []
        start = 0
        for match in self.patterns.uri.finditer(text) if ":" in text or "@" in text else ():
            url: list[nodes.Node]
            try:
                url = self.standalone_uri(match, lineno)  # type: ignore[assignment]  # the stubs' mistake
            except states.MarkupMismatch:
                continue
            before = text[start : match.start()]
            found += [nodes.Text(before), *url] if before else url
            start = match.end()
        rest = text[start:]
        return [*found, nodes.Text(rest)] if rest else found

    def problematic(
        self, text: str, rawsource: str, message: nodes.system_message
    ) -> nodes.problematic:
        """Keep what could not be read as the text that it is."""
        del message
        return nodes.problematic(rawsource, text)


def _plain_label(match: re.Match[str]) -> str:
    return f"`{match.group(1).replace('``', '')}{match.group(2)}"


@cache
def _model() -> states.Inliner:
    model = states.Inliner()
    model.init_customizations(SimpleNamespace(pep_references=False, rfc_references=False))
    return model
