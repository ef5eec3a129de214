"""The rules of markdown-it -> for each sign that a line or a piece of it begins with, the few that can apply.

By itself it asks every rule about every line, and most are about a sign that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import RuleFuncTv, Ruler
from markdown_it.rules_block import StateBlock, lheading
from markdown_it.rules_inline import StateInline

BLOCKS = MappingProxyType(
    {
        "template_tags": "{",
        "inclusions": "<-{",
        "divs": ":",
        "colon_fence": ":",
        "fence": "`~",
        "myst_target": "(",
        "myst_line_comment": "%",
        "blockquote": ">",
        "hr": "*-_",
        "list": "*-+0123456789",
        "footnote_def": "[",
        "reference": "[",
        "nested_components": "<",
        "components": "<",
        "html_block": "<",
        "heading": "#",
        "panels": "!?=",
        "modules": "ei",
    }
)
"""What the lines begin with that a rule is about. One that is not named here is asked about every line."""

INLINES = MappingProxyType(
    {
        "newline": "\n",
        "escape": "\\",
        "myst_role": "{",
        "backticks": "`",
        "strikethrough": "~",
        "emphasis": "*_",
        "templated_link": "[",
        "template_tag": "{",
        "link": "[",
        "span": "[",
        "image": "!",
        "footnote_ref": "[",
        "autolink": "<",
        "html_inline": "<",
        "entity": "&",
        "attr": "{",
        "attributes": "{",
        "gfm_autolink_www": "w",
        "gfm_autolink_protocol": ":",
        "name_of_address": "@",
        "gfm_autolink_email": "@",
    }
)
"""The same for what stands in a line."""

PROTOCOLS = ("http", "https", "mailto", "xmpp")
LONGEST_PROTOCOL = max(map(len, PROTOCOLS))

SIGNS = tuple(map(chr, range(128)))
"""Those that a rule can be about."""

OTHERS = "—"
"""Stands for all others."""

FAR = 100
"""Lines among which an underline is looked for first; behind them markdown-it's own rule is quicker, as it ends with the text."""


class Sorted(Ruler[RuleFuncTv]):
    """The rules of another, those of a chain as one that asks only what can apply."""

    def __init__(
        self, asked: Ruler[RuleFuncTv], join: Callable[[Mapping[str, RuleFuncTv]], RuleFuncTv]
    ) -> None:
        """Take the rules, to which none is added later.

        Args:
            asked: All of them.
            join: Makes one rule of several, which are given in their order by name.
        """
        super().__init__()
        self._asked = asked
        self._join = join
        self._joined: dict[str, list[RuleFuncTv]] = {}

    def getRules(self, chainName: str = "") -> list[RuleFuncTv]:  # noqa: N802, N803 - markdown-it's names
        """Give the one rule of a chain.

        Args:
            chainName: The chain; that of all rules by default.

        Returns:
            The rule alone.
        """
        if chainName not in self._joined:
            chain = self._asked.getRules(chainName)
            rules = {name: rule for name, rule in _named(self._asked).items() if rule in chain}
            self._joined[chainName] = [self._join(rules)]
        return self._joined[chainName]

    def get_active_rules(self) -> list[str]:
        """Name all rules that are asked."""
        return self._asked.get_active_rules()


def sort_rules(md: MarkdownIt) -> None:
    """Let a reader ask those rules alone that what is before it can follow; it reads the same.

    Args:
        md: The reader, with all its rules.
    """
    lines, inlines = md.block.ruler, md.inline.ruler
    lines.at("lheading", underlined)
    protocol = "gfm_autolink_protocol"
    inlines.at(protocol, _behind_protocol(_named(inlines)[protocol]))
    # Plain text ends where a sign begins that can be more, and it is asked about the others alone.
    plain = "".join(sign for sign in SIGNS if not md.inline.terminator_re.match(sign))
    about = {**INLINES, "text": plain + OTHERS}
    md.block.ruler = Sorted(lines, lambda rules: _of_lines(_sorted(rules, BLOCKS)))
    md.inline.ruler = Sorted(inlines, lambda rules: _of_inlines(_sorted(rules, about)))


def _named(ruler: Ruler[RuleFuncTv]) -> dict[str, RuleFuncTv]:
    return dict(zip(ruler.get_active_rules(), ruler.getRules(), strict=True))


def _behind_protocol(scan: RuleFuncInlineType) -> RuleFuncInlineType:
    """Let the plugin look for a URL at those colons alone that one can have; it goes through all the text before each."""

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        before = state.src[max(0, state.pos - LONGEST_PROTOCOL) : state.pos]
        return before.endswith(PROTOCOLS) and scan(state, silent)

    return rule


def underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a heading that is underlined, and look for the line before asking what might end the text above it."""
    if state.is_code_block(start):
        return False
    for number in range(start + 1, end):
        if number - start > FAR:
            return lheading(state, start, end, silent)
        first, last = state.bMarks[number] + state.tShift[number], state.eMarks[number]
        if first >= last:
            break
        if state.src[first] in "-=" and not state.src[first:last].strip("-= \t"):
            return lheading(state, start, end, silent)
    state.parentType = "paragraph"
    return False


def _sorted(
    rules: Mapping[str, RuleFuncTv], about: Mapping[str, str]
) -> dict[str, tuple[RuleFuncTv, ...]]:
    """Give the rules for each sign, and those for all others."""
    return {
        sign: tuple(rule for name, rule in rules.items() if sign in about.get(name, sign))
        for sign in (*SIGNS, OTHERS)
    }


def _of_lines(rules: Mapping[str, tuple[RuleFuncBlockType, ...]]) -> RuleFuncBlockType:
    others = rules[OTHERS]

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        first = state.bMarks[start] + state.tShift[start]
        for asked in rules.get(state.src[first : first + 1], others):
            if asked(state, start, end, silent):
                return True
        return False

    return rule


def _of_inlines(rules: Mapping[str, tuple[RuleFuncInlineType, ...]]) -> RuleFuncInlineType:
    others = rules[OTHERS]

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        for asked in rules.get(state.src[state.pos], others):  # noqa: SIM110 - a generator would cost as much again
            if asked(state, silent):
                return True
        return False

    return rule
