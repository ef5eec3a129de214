"""reStructuredText source -> docutils nodes, without sections, registries, files or error paths.

docutils' own machine looks directives and roles up in global tables, nests sections while it reads, and replaces
what it cannot read by messages. This one keeps every directive and role as it is written, leaves headings flat in
the document (their nesting is the tree's business), and reads no other file.
"""

from __future__ import annotations

import re
from functools import cache

from docutils import nodes, statemachine
from docutils.frontend import Values, get_default_settings
from docutils.parsers.rst import Parser, states
from docutils.utils import Reporter, column_width

from drift.parse.base import Unbearable
from drift.parse.restructured.directives import LITERAL, TRANSPARENT, Directive, dissect, rows
from drift.parse.restructured.roles import Inliner

MAX_LINES = 50_000
"""docutils copies the rest of the page for every list that it meets; beyond this the time is no reader's."""

SHORTEST = 4
"""Characters from which on docutils takes a line of punctuation for markup; shorter ones may be text."""

_DIRECTIVE = states.Body.explicit.constructs[-1][1]

Transition = tuple[list[str], str | None, list[str]]


class _State(states.RSTState):
    """Any of docutils' states, with flat headings and directives without a registry."""

    def __init__(self, state_machine: states.RSTStateMachine, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - docutils' signature
        super().__init__(state_machine, debug)
        self.nested_sm_kwargs = {"state_classes": _states(), "initial_state": "Body"}

    def runtime_init(self) -> None:
        super().runtime_init()
        self.nested_sm_cache = self.inliner.machines

    def section(  # noqa: PLR0913 - docutils' signature
        self,
        title: str,
        source: str,
        style: str | tuple[str, str],
        lineno: int,
        messages: list[nodes.system_message],
    ) -> None:
        """Add a heading, or a paragraph where none can be, to the current node."""
        del source, messages  # The latter are about lines that are too short, which hurt nobody.
        children, _ = self.inline_text(title, lineno)
        if self.state_machine.match_titles:
            styles = self.memo.title_styles
            if style not in styles:
                styles.append(style)
            node = nodes.title(title, "", *children, level=styles.index(style) + 1)
        else:
            node = nodes.paragraph(title, "", *children)
        _, node.line = self.state_machine.get_source_and_line(lineno)
        node["overlined"] = isinstance(style, tuple)
        self.parent += node


class _Block(_State, states.Body):
    """A state in which a directive may begin."""

    def explicit_construct(self, match: re.Match[str]) -> tuple[list[nodes.Node], bool]:
        """Read a directive without looking it up, everything else as docutils does."""
        directive = _DIRECTIVE.match(match.string)
        return self.directive(directive) if directive else super().explicit_construct(match)

    def directive(
        self, match: re.Match[str], **option_presets: str
    ) -> tuple[list[nodes.Node], bool]:
        """Keep a directive: name, argument, options, and its body as nodes or as text."""
        machine = self.state_machine
        _, line = machine.get_source_and_line()
        lines, _, _, blank_finish = machine.get_first_known_indented(match.end(), strip_top=0)
        written, body = dissect(match.group(1).lower(), lines)
        written.line, written.last_line = line, _last(lines, line)
        if option_presets:
            return self._substitute(written, option_presets["alt"]), blank_finish
        written.shown, _ = self.inline_text(written.argument, machine.abs_line_number())
        if written.name == "role":
            self._define_role(written.argument)
        if written.name == "csv-table":
            self._read_csv(written, body)
        elif body and written.name not in LITERAL:
            body.disconnect()
            matching = written.name in TRANSPARENT and machine.match_titles
            self.nested_parse(body, body.offset(0), written, match_titles=matching)
        return [written], blank_finish or machine.is_next_line_blank()

    def _read_csv(self, written: Directive, body: statemachine.StringList) -> None:
        """Make a table of the values in a directive's body and header."""
        table = nodes.table("", last=written.last_line)
        table.line = written.line
        header = written.options.get("header", "")
        lines = ([header] if header else []) + list(body)
        for values in rows(lines, written.options):
            row = nodes.row()
            for value in values:
                entry = nodes.entry()
                text = statemachine.StringList(value.split("\n"), source="")
                self.nested_parse(text, written.line, entry)
                row += entry
            table += row
        written += table

    def _define_role(self, argument: str) -> None:
        name, _, base = argument.partition("(")
        if base.rstrip(" )") in self.inliner.raw_roles:
            self.inliner.raw_roles.add(name.strip().lower())

    def _substitute(self, written: Directive, name: str) -> list[nodes.Node]:
        """Give what a substitution stands for, as inline nodes."""
        if written.name == "image":
            uri = "".join(written.argument.split())
            image = nodes.image("", uri=uri, alt=written.options.get("alt", name))
            image["target"] = written.options.get("target", "")
            return [image]
        text = f"{written.argument}\n{written.text}".strip()
        if written.name == "unicode":
            return [nodes.Text(_characters(text))]
        return self.inline_text(text, written.line)[0] if written.name == "replace" else []


class _Body(_Block):
    """The state between blocks."""

    def line(self, match: re.Match[str], context: list[str], next_state: str) -> Transition:
        """Take a line of punctuation for a heading or a transition wherever it stands."""
        if len(match.string.strip()) >= SHORTEST:
            return [match.string], "Line", []
        return super().line(match, context, next_state)


class _Text(_State, states.Text):
    """The second line of a text."""

    def underline(self, match: re.Match[str], context: list[str], next_state: str) -> Transition:
        """Read a heading that stands where none can be as a paragraph."""
        if self.state_machine.match_titles:
            return super().underline(match, context, next_state)
        title, underline = context[0].rstrip(), match.string.rstrip()
        if len(underline) < min(SHORTEST, column_width(title)):
            raise statemachine.TransitionCorrection("text")
        self.section(title, "", underline[0], self.state_machine.abs_line_number() - 1, [])
        context.clear()
        return [], next_state, []


@cache
def _states() -> tuple[type[states.RSTState], ...]:
    """Give docutils' states, each with ours in front; they find each other by their names."""
    return tuple(type(known.__name__, (_ours(known), known), {}) for known in states.state_classes)


def _ours(known: type[states.RSTState]) -> type[_State]:
    exact: dict[type[states.RSTState], type[_State]] = {states.Body: _Body, states.Text: _Text}
    return exact.get(known, _Block if issubclass(known, states.Body) else _State)


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


def read(source: str) -> nodes.document:
    """Read a page.

    Args:
        source: The text.

    Returns:
        docutils' document, before any of its transforms, headings flat in it.

    Raises:
        Unbearable: The page has more lines, or more inline markup, than can be read in good time.
    """
    lines = [_line(line) for line in source.removeprefix("\ufeff").split("\n")]
    if len(lines) > MAX_LINES:
        raise Unbearable(f"{len(lines):,} lines, more than {MAX_LINES:,}")
    quiet = Reporter("", report_level=5, halt_level=5, stream=False)
    document = nodes.document(_settings(), quiet, source="")
    machine = states.RSTStateMachine(state_classes=_states(), initial_state="Body")
    machine.run(lines, document, inliner=Inliner())
    machine.unlink()
    return document


def _line(line: str) -> str:
    """Prepare a line as docutils does, but for the marks at which only it would begin a new one."""
    if not line.isprintable():
        line = re.sub(r"[\v\f\r]", " ", line).replace("\x00", "\ufffd").expandtabs(8)
    return line.rstrip()


def _last(lines: statemachine.StringList, first: int) -> int:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines.offset(filled[-1]) + 1 if filled else first


def _characters(text: str) -> str:
    """Read the codes of a `unicode` directive."""
    code = re.compile(r"(?:0x|x|\\x|U\+|u|\\u|&#x)([0-9a-fA-F]+);?$")
    words = text.partition(" .. ")[0].split()
    found = ((word, code.match(word)) for word in words)
    return "".join(_character(match.group(1)) if match else word for word, match in found)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else f"U+{code}"  # noqa: PLR2004 - Unicode's last
