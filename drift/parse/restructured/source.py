"""reStructuredText source -> docutils' document, untransformed, in silence and within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import Reporter

from drift.parse.nesting import Unbearable
from drift.parse.restructured.engine import Machine
from drift.parse.restructured.machine import states_of_page
from drift.parse.restructured.roles import Inliner

MAX_LINES = 20_000
"""docutils copies the rest of the page for every list that it meets; beyond this the time is no reader's."""

MANY_COLONS = 100
"""In a line; of fewer, docutils' pattern for fields makes short work."""

MAX_EFFORT = 20_000_000
"""Pairs of colons in such lines that the pattern may try: about a second."""


class Document(nodes.document):
    """A document that keeps every name as it is written, and the roles that are raw ones at its end.

    docutils tells of names that are given twice, in the midst of the page, and takes them away from what has them;
    what a list item is would then depend on a link elsewhere. Which of them a reference means is the business of
    `References`, and ids that of the tree.
    """

    raw_roles: frozenset[str] = frozenset()

    def note_explicit_target(
        self, target: nodes.Element, msgnode: nodes.Element | None = None
    ) -> None:
        """Let a name be given twice."""

    def note_implicit_target(
        self, target: nodes.Element, msgnode: nodes.Element | None = None
    ) -> None:
        """Let a name be given twice."""

    def note_substitution_def(
        self,
        subdef: nodes.substitution_definition,
        def_name: str,
        msgnode: nodes.Element | None = None,
    ) -> None:
        """Let a substitution be defined twice; the last one counts."""
        del msgnode
        self.substitution_defs[nodes.whitespace_normalize_name(def_name)] = subdef

    def set_id(
        self,
        node: nodes.Element,
        msgnode: nodes.Element | None = None,
        suggested_prefix: str = "",
    ) -> str:
        """Give no id."""
        del node, msgnode, suggested_prefix
        return ""


@cache
def _settings() -> Values:
    """Give docutils' own settings with everything off that reads, writes, or runs something."""
    settings = get_default_settings(Parser)
    vars(settings).update(
        {
            "file_insertion_enabled": False,
            "raw_enabled": False,
            "_disable_config": True,
            "smart_quotes": False,
            "report_level": Reporter.SEVERE_LEVEL + 1,
            "halt_level": Reporter.SEVERE_LEVEL + 1,
            "warning_stream": False,
        }
    )
    return settings


def read(source: str, *, raw_roles: Iterable[str] = ()) -> Document:
    """Read a page, or a part of it.

    Args:
        source: The text.
        raw_roles: Roles that were defined as raw ones before it.

    Returns:
        docutils' document, before any of its transforms, headings flat in it.

    Raises:
        Unbearable: The page has more lines, or more inline markup, than can be read in good time.
    """
    lines = [prepared(line) for line in source.removeprefix("\ufeff").split("\n")]
    check(lines)
    quiet = Reporter("", report_level=5, halt_level=5, stream=False)
    inliner = Inliner(raw_roles)
    document = Document(_settings(), quiet, source="")
    machine = Machine(state_classes=states_of_page(), initial_state="Body")
    machine.run(lines, document, inliner=inliner)
    machine.unlink()
    document.raw_roles = frozenset(inliner.raw_roles)
    return document


def check(lines: Sequence[str]) -> None:
    """Refuse a page that cannot be read in good time.

    Args:
        lines: The page's.

    Raises:
        Unbearable: They are too many, or too crowded.
    """
    if len(lines) > MAX_LINES:
        raise Unbearable(f"{len(lines):,} lines, more than {MAX_LINES:,}")
    crowded = (line.count(":") for line in lines if line.lstrip(" -*+.0123456789").startswith(":"))
    if sum(colons * colons for colons in crowded if colons > MANY_COLONS) > MAX_EFFORT:
        raise Unbearable("lines of colons, each of which may end a field's name")


def prepared(line: str) -> str:
    """Prepare a line as docutils does, but for the marks at which only it would begin a new one.

    Args:
        line: The line without its end.

    Returns:
        The line without tabs, control characters and spaces at its end.
    """
    if not line.isprintable():
        line = re.sub(r"[\v\f\r]", " ", line).replace("\x00", "\ufffd").expandtabs(8)
    return line.rstrip()
