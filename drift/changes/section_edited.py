"""`section.edited`: a section's own blocks changed.

What it tells: the blocks added, removed, edited and moved, the words that differ, and the facts among them. `nature` is
the strongest that holds of `facts`, `rewrite`, `wording`, `typo` and `formatting`. What links and placeholders tell by
themselves is left to them.
Why it matters: this is where the meaning of a handbook changes.
Example: "must be filed within 30 days" -> "should be filed within 14 days".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import UNSET

from drift.changes.base import BlockChange, BlockOp, Change, Fact, Hunk, Nature
from drift.changes.block_edit import BlockEdit, SectionEdit, is_renamed_frame
from drift.changes.code_facts import code_facts
from drift.changes.code_lines import code_hunks
from drift.changes.comparison import Comparison
from drift.changes.details import block_name
from drift.changes.facts import facts
from drift.changes.hunks import CONTEXT, hunks
from drift.changes.kind import Kind
from drift.changes.nature import lives_on, nature, significance
from drift.changes.table_facts import table_facts
from drift.trees.page import Block

LIVES_ON = 0.5
"""The part of the old words that must live on in their order, or the section is a rewrite."""


TELLING = 3
"""Signs of a figure by which it is known in another block; a `2` stands everywhere."""


def _detect(comparison: Comparison) -> Iterable[Change]:
    for edit in comparison.edits:
        blocks = [block for block in edit.blocks if not block.told]
        if blocks:
            yield _change(comparison, edit, blocks)


def _change(comparison: Comparison, edit: SectionEdit, blocks: list[BlockEdit]) -> Change:
    matching = comparison.matching
    before = [block.text for block in matching.old.nodes[edit.old].section.blocks]
    after = [block.text for block in matching.new.nodes[edit.new].section.blocks]
    changed = tuple(
        fact for block in blocks for fact in _facts(block) if not _lives_on(fact, blocks)
    )
    own = matching.new.nodes[edit.new].section.blocks
    told = tuple(_block(block, own) for block in blocks)
    found = [hunk for block in told for hunk in block.hunks]
    of: Nature = nature(blocks, changed, found)
    paired = matching.sections.holds(edit.old, edit.new)
    # What went elsewhere whole was not rewritten.
    stayed = any(not block.moved for block in blocks)
    if paired and stayed and of == "wording" and lives_on(before, after) < LIVES_ON:
        of = "rewrite"
    pair = matching.sections.by_new.get(edit.new) if paired else None
    return Change(
        kind="section.edited",
        old=comparison.old_at(edit.old),
        new=comparison.new_at(edit.new),
        before="\n\n".join(text for text in before if text),
        after="\n\n".join(text for text in after if text),
        nature=of,
        blocks=told,
        facts=changed,
        significance=significance(of, blocks),
        confidence=pair.confidence if pair else 0.9,
    )


def _facts(edit: BlockEdit) -> tuple[Fact, ...]:
    if edit.old is None or edit.new is None:
        return ()
    kinds = {edit.old.kind, edit.new.kind}
    if edit.new.container[-1:] == ("meta",):
        return ()
    if kinds == {"directive"} and not any(map(str.isalpha, edit.old.text + edit.new.text)):
        # Columns of a grid, or the depth of a table of contents: nobody reads them.
        return ()
    compare = code_facts if kinds == {"code"} else table_facts if kinds == {"table"} else facts
    return compare(edit.old.text, edit.new.text)


def _lives_on(fact: Fact, blocks: Iterable[BlockEdit]) -> bool:
    """Tell of a figure without a counterpart whether a block that came, or went, has it."""
    figure = fact.after or fact.before or ""
    if (fact.before and fact.after) or len(figure) < TELLING or not any(map(str.isdigit, figure)):
        return False
    lone = (edit.old if fact.after else edit.new for edit in blocks if not (edit.old and edit.new))
    return any(
        re.search(rf"(?<![\w.]){re.escape(figure)}(?![\w])", block.text) for block in lone if block
    )


def _block(edit: BlockEdit, own: Sequence[Block]) -> BlockChange:
    block: Block | None = edit.new or edit.old
    old = edit.old.text if edit.old else None
    new = edit.new.text if edit.new else None
    return BlockChange(
        op=_operation(edit),
        kind=block.kind if block else "",
        before=old,
        after=new,
        lines=block.lines if block else None,
        hunks=_hunks(edit, own),
        name=block_name(block) if block else UNSET,
    )


def _hunks(edit: BlockEdit, own: Sequence[Block]) -> tuple[Hunk, ...]:
    if edit.old is None or edit.new is None:
        return ()
    if not is_renamed_frame(edit.old, edit.new):
        compare = code_hunks if edit.old.kind == edit.new.kind == "code" else hunks
        return compare(edit.old.text, edit.new.text)
    # A reader sees the name as a title, and knows the box by the words in it.
    texts = (other.text for block, other in pairwise(own) if block is edit.new)
    said = (edit.new.text or next(texts, "")).split()
    return (Hunk(edit.old.name, edit.new.name, ("", " ".join(said[:CONTEXT]))),)


def _operation(edit: BlockEdit) -> BlockOp:
    if edit.moved:
        return "moved"
    if edit.old is None:
        return "added"
    return "removed" if edit.new is None else "edited"


SECTION_EDITED = Kind("section.edited", _detect, mirror="section.edited")
