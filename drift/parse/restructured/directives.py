"""A directive's lines -> its name, argument, options and body, for any directive known or not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence

from docutils import nodes
from docutils.statemachine import StringList

LITERAL = frozenset(
    (
        *("code", "code-block", "sourcecode", "highlight", "prompt", "parsed-literal"),
        *("literalinclude", "include", "raw", "math", "graphviz", "digraph", "graph"),
        *("mermaid", "uml", "plantuml", "inheritance-diagram", "jupyter-execute"),
        *("command-output", "program-output", "csv-table", "toctree", "index"),
        *("testcode", "doctest", "testoutput", "testsetup", "testcleanup", "productionlist"),
        *("image", "role", "default-role", "currentmodule", "tabularcolumns", "contents"),
        *("sectnum", "date", "unicode", "replace", "ipython", "asciinema", "autolink-meta"),
    )
)
"""Directives whose body is no reStructuredText."""

FILES = frozenset(("image", "figure", "include", "literalinclude"))
"""Directives that are nothing without their argument, the name of a file."""

BODY_FIRST = frozenset(
    (
        *("attention", "caution", "danger", "error", "hint", "important", "note", "tip"),
        *("warning", "seealso", "todo", "epigraph", "highlights", "pull-quote", "compound"),
        *("parsed-literal", "line-block", "replace", "header", "footer", "glossary", "hlist"),
        *("math", "toctree", "tab-set", "tabs"),
    )
)
"""Directives without an argument: what stands in their first line is their body."""

TRANSPARENT = frozenset(
    ("only", "ifconfig", "container", "compound", "rst-class", "class", "tabs", "tab-set")
)
"""Directives in which headings are headings of the page."""

_OPTION = re.compile(r":(?![: ])((?:[^:\\]|\\.|:(?!(?:[ `]|$)))*)(?<! ):(?: +|$)")


class Directive(nodes.General, nodes.Element):
    """A directive as it is written; its children are its body where that is reStructuredText."""

    def __init__(
        self, name: str, argument: str, options: dict[str, str], body: Iterable[str]
    ) -> None:
        """Keep the parts; `line` is set by the machine."""
        super().__init__()
        self.name = name
        self.argument = argument
        self.options = options
        self.text = "\n".join(body)
        self.first_line = 1
        self.text_line = 0
        self.last_line = 0
        self.shown: list[nodes.Node] = []
        # The argument as inline nodes.


def dissect(name: str, lines: StringList) -> tuple[Directive, StringList]:
    """Cut the lines of a directive into argument, options and body.

    Args:
        name: The directive's name.
        lines: Its lines, the first of them without the marker, unindented.

    Returns:
        The directive and its body's lines.
    """
    head = next((i for i, line in enumerate(lines[1:], 1) if not line.strip()), len(lines))
    if name == "meta":
        head = 0  # What looks like options is what it is about.
    marked = (i for i in range(head) if _OPTION.match(lines[i]))
    start = next(marked, head)
    end = _options_end(lines, start, head)
    has_argument = name not in BODY_FIRST and start > 0
    argument_end = _argument_end(name, lines, start) if has_argument else 0
    body = lines[argument_end:start] + lines[end:]
    while body and not body[0].strip():
        body.trim_start()
    while body and not body[-1].strip():
        body.trim_end()
    argument = " ".join("\n".join(lines[:argument_end]).split())
    made = Directive(name, argument, _options(lines[start:end]), list(body))
    made.text_line = body.offset(0) + 1 if body else 0
    return made, body


def _argument_end(name: str, lines: StringList, start: int) -> int:
    """An argument is the first line; of what has no body of prose, all lines before the options."""
    if not lines[0].strip():
        # The name of a file may stand in the next line, as long as that is not blank.
        return start if name in FILES and start > 1 else 0
    return start if name in LITERAL else 1


def _options_end(lines: StringList, start: int, head: int) -> int:
    """Options end with the first line that is neither one nor the continuation of one."""
    end = start
    while end < head and (_OPTION.match(lines[end]) or lines[end].startswith(" ")):
        end += 1
    return end


def _options(lines: StringList) -> dict[str, str]:
    options: dict[str, str] = {}
    key = ""
    for line in lines:
        match = _OPTION.match(line)
        if match:
            key = match.group(1).strip()
            options[key] = line[match.end() :].strip()
        else:
            options[key] = f"{options[key]} {line.strip()}".strip()
    return options


def rows(lines: Sequence[str], options: Mapping[str, str]) -> list[tuple[int, list[str]]]:
    """Read comma-separated values as docutils does; what are none come back as one value a line.

    Args:
        lines: The lines.
        options: The directive's, of which `delim`, `quote` and `escape` matter.

    Returns:
        The number of each row's last line, from 1, and its values.
    """
    delimiter = {"tab": "\t", "space": " "}.get(options.get("delim", ""), options.get("delim", ","))
    try:
        found = csv.reader(
            [f"{line}\n" for line in lines],
            delimiter=delimiter,
            quotechar=options.get("quote", '"'),
            escapechar=options.get("escape"),
            doublequote="escape" not in options,
            skipinitialspace=True,
            strict=True,
        )
        return [(found.line_num, row) for row in found if row]
    except (csv.Error, TypeError, ValueError):
        return [(number, [line]) for number, line in enumerate(lines, 1) if line]
