"""The reader of CommonMark with every flavour that handbooks use."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.myst_blocks.index import line_comment, target
from mdit_py_plugins.myst_role import myst_role_plugin

from drift.parse.commonmark.beginnings import sort_rules
from drift.parse.commonmark.block_rules import BLOCK_RULES, raw_html
from drift.parse.commonmark.core_rules import bound_effort, strip_attributes
from drift.parse.commonmark.inclusions import inclusions
from drift.parse.commonmark.inline_rules import (
    attributes,
    name_of_address,
    template_tag,
    templated_link,
)
from drift.parse.commonmark.labels import Helpers
from drift.parse.nesting import MAX_DEPTH

MAX_NESTING = 2 * MAX_DEPTH
"""In markdown-it's levels, of which a list and its item are two; beyond it markdown-it drops text."""

_INTERRUPTED = ("paragraph", "reference", "blockquote", "list", "footnote_def")
# What a block of ours may end, without an empty line between.


class _Reader(MarkdownIt):
    """markdown-it with link targets as they are written, and all of them kept."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Keep the target."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        """Keep the label of an autolink."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        """Take any target: nothing is rendered here, so none is dangerous."""
        del url
        return True


@cache
def engine(*, myst: bool) -> MarkdownIt:
    """Give the reader; making one takes longer than reading most pages.

    Args:
        myst: Whether a line that begins with `%` is a comment.

    Returns:
        A reader that keeps nothing between pages.
    """
    options = {"maxNesting": MAX_NESTING, "store_labels": True, "tasklists": True, "alerts": True}
    md = _Reader("commonmark", options).enable(["table", "strikethrough"])
    # markdown-it's own is the module, of which three functions are asked.
    md.helpers = Helpers()  # type: ignore[assignment]
    # Notes in the text (`^[so]`) stay text: few generators make footnotes of them.
    md.use(footnote_plugin, inline=False).use(deflist_plugin).use(colon_fence_plugin)
    # Definitions stay where they are written.
    md.core.ruler.disable("footnote_tail")
    md.core.ruler.before("inline", "attributes", strip_attributes)
    md.core.ruler.before("inline", "bound_effort", bound_effort)
    md.use(myst_role_plugin).use(attrs_plugin, spans=True)
    usual = md.inline.terminator_re.pattern
    md.use(gfm_autolink_plugin)
    md.inline.ruler.before("gfm_autolink_email", "name_of_address", name_of_address)
    # The plugin makes every "w" the end of a text, which costs more than all autolinks together.
    md.inline.terminator_re = re.compile(rf"{usual}|w(?=ww\.)")
    interrupts: RuleOptionsType = {"alt": [*_INTERRUPTED]}
    for before, name, rule in BLOCK_RULES:
        md.block.ruler.before(before, name, rule, interrupts)
    md.block.ruler.before("html_block", "inclusions", inclusions, interrupts)
    md.block.ruler.at("html_block", raw_html, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.before("blockquote", "myst_target", target, interrupts)
    if myst:
        md.block.ruler.before("blockquote", "myst_line_comment", line_comment, interrupts)
    md.inline.ruler.before("link", "templated_link", templated_link)
    md.inline.ruler.before("link", "template_tag", template_tag)
    md.inline.ruler.after("attr", "attributes", attributes)
    sort_rules(md)
    return md
