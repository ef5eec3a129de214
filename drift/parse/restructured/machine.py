"""reStructuredText source -> docutils nodes, without sections, registries, files or error paths.

docutils' own machine looks directives and roles up in global tables, nests sections while it reads, and replaces
what it cannot read by messages. This one keeps every directive and role as it is written, leaves headings flat in
the document (their nesting is the tree's business), and reads no other file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from docutils import nodes, statemachine
from docutils.parsers.rst import states, tableparser
from docutils.utils import column_width

from drift.parse.nesting import Unbearable
from drift.parse.restructured.directives import LITERAL, TRANSPARENT, Directive, dissect, rows
from drift.parse.restructured.engine import Lean
from drift.parse.restructured.roles import Inliner
from drift.parse.vocabulary import CODE

MAX_TABLE = 20_000_000
"""Corners times columns of a table; large real ones have a twentieth of it."""

SHORTEST = 4
"""Characters from which on docutils takes a line of punctuation for markup; shorter ones may be text."""

_DIRECTIVE = states.Body.explicit.constructs[-1][1]

_GENERATED = re.compile(r"image\d*$")
"""The name that pandoc gives an image without alternative text."""

Transition = tuple[list[str], str | None, list[str]]


class _State(Lean):
    """Any of docutils' states, with flat headings and directives without a registry."""

    state_machine: states.NestedStateMachine
    inliner: Inliner

    def __init__(self, state_machine: states.RSTStateMachine, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - docutils' signature
        super().__init__(state_machine, debug)
        self.nested_sm_kwargs = {"state_classes": states_of_page(), "initial_state": "Body"}

    def runtime_init(self) -> None:
        super().runtime_init()
        self.nested_sm_cache = self.inliner.machines

    def section(
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
            node: nodes.TextElement = nodes.title(title, "", *children, style="".join(style))
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
        if directive:
            return self.directive(directive)
        found: tuple[list[nodes.Node], bool] = super().explicit_construct(match)  # type: ignore[no-untyped-call]  # docutils
        return found

    def directive(
        self, match: re.Match[str], **option_presets: str
    ) -> tuple[list[nodes.Node], bool]:
        """Keep a directive: name, argument, options, and its body as nodes or as text."""
        machine = self.state_machine
        _, line = machine.get_source_and_line()
        indented, _, _, blank_finish = machine.get_first_known_indented(
            match.end(), strip_top=False
        )
        lines = statemachine.StringList(indented)
        written, body = dissect(match.group(1).lower(), lines)
        written.line, written.first_line = line, line or 1
        written.last_line = _last(lines, written.first_line)
        if option_presets:
            return self._substitute(written, option_presets["alt"]), blank_finish
        shown = written.options.get("caption", "") if written.name in CODE else written.argument
        written.shown, _ = self.inline_text(shown, machine.abs_line_number())
        if written.name == "role":
            self._define_role(written.argument)
        if written.name == "csv-table":
            self._read_csv(written, body)
        elif body and written.name not in LITERAL:
            body.disconnect()
            matching = written.name in TRANSPARENT and self._may_hold_headings()
            self.nested_parse(body, body.offset(0), written, match_titles=matching)
        return [written], blank_finish or machine.is_next_line_blank()

    def _may_hold_headings(self) -> bool:
        """Tell whether this is the top of the page; a run of directives is read by a machine of its own."""
        machine = self.state_machine
        above = machine.parent_state_machine if isinstance(self, states.Explicit) else machine
        return above is not None and bool(above.match_titles)

    def table(
        self,
        isolate_function: Callable[[], tuple[statemachine.StringList, list[nodes.Node], bool]],
        parser_class: type[tableparser.TableParser],
    ) -> tuple[list[nodes.Node], bool]:
        """Read a table and take note of its lines."""
        first, last = 0, 0

        def isolate() -> tuple[statemachine.StringList, list[nodes.Node], bool]:
            nonlocal first, last
            found = isolate_function()
            if found[0]:
                _check_size(found[0])
                first, last = found[0].offset(0) + 1, found[0].offset(-1) + 1
            return found

        nodelist, blank_finish = super().table(isolate, parser_class)  # type: ignore[no-untyped-call]  # docutils
        for node in nodelist:
            if isinstance(node, nodes.Element) and first:
                node.line, node["line"], node["last"] = first, first, last
        return nodelist, blank_finish

    def malformed_table(
        self, block: statemachine.StringList, detail: str = "", offset: int = 0
    ) -> list[nodes.system_message]:
        """Say where the lines begin that are no table."""
        first = block.offset(0) + 1
        found: list[nodes.system_message] = super().malformed_table(block, detail, offset)
        for message in found:
            message["line"] = first
        return found

    def _read_csv(self, written: Directive, body: statemachine.StringList) -> None:
        """Make a table of the values in a directive's body and header."""
        table = nodes.table("", last=written.last_line)
        table.line = written.line
        header = written.options.get("header", "")
        lines = ([header] if header else []) + list(body)
        above = written.text_line - bool(header)
        for number, values in rows(lines, written.options):
            row = nodes.row()
            line = max(written.first_line, above + number - 1)
            for value in values:
                entry, texts = nodes.entry(), value.split("\n")
                entry.line = line
                text = statemachine.StringList(texts, items=[("", line - 1)] * len(texts))
                self.nested_parse(text, line - 1, entry)
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
            alt = written.options.get("alt", "" if _GENERATED.match(name) else name)
            image = nodes.image("", uri=uri, alt=alt)
            image["target"] = written.options.get("target", "")
            return [image]
        text = f"{written.argument}\n{written.text}".strip()
        if written.name == "unicode":
            return [nodes.Text(_characters(text))]
        return self.inline_text(text, written.first_line)[0] if written.name == "replace" else []


class _Body(_Block):
    """The state between blocks."""

    def line(self, match: re.Match[str], context: list[str], next_state: str) -> Transition:
        """Take a line of punctuation for a heading or a transition wherever it stands."""
        if len(match.string.strip()) >= SHORTEST:
            return [match.string], "Line", []
        read: Transition = super().line(match, context, next_state)  # type: ignore[no-untyped-call]  # docutils
        return read


class _Text(_State, states.Text):
    """The second line of a text."""

    def underline(self, match: re.Match[str], context: list[str], next_state: str) -> Transition:
        """Read a heading that stands where none can be as a paragraph."""
        if self.state_machine.match_titles:
            read: Transition = super().underline(match, context, next_state)  # type: ignore[no-untyped-call]  # docutils
            return read
        title, underline = context[0].rstrip(), match.string.rstrip()
        if len(underline) < min(SHORTEST, column_width(title)):
            raise statemachine.TransitionCorrection("text")
        self.section(title, "", underline[0], self.state_machine.abs_line_number() - 1, [])
        context.clear()
        return [], next_state, []


@cache
def states_of_page() -> tuple[type[states.RSTState], ...]:
    """Give docutils' states, each with ours in front; they find each other by their names."""
    return tuple(type(known.__name__, (_ours(known), known), {}) for known in states.state_classes)


def _ours(known: type[states.RSTState]) -> type[_State]:
    exact: dict[type[states.RSTState], type[_State]] = {states.Body: _Body, states.Text: _Text}
    return exact.get(known, _Block if issubclass(known, states.Body) else _State)


def _check_size(block: statemachine.StringList) -> None:
    """Refuse a table whose cells docutils would take minutes to trace."""
    corners = sum(line.count("+") for line in block)
    if corners * max(len(line) for line in block) > MAX_TABLE:
        raise Unbearable("a table too large to trace its cells")


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
