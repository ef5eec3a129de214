"""A life, or who wrote what there is -> JSON for programs."""

from __future__ import annotations

from drift.aggregate.blame import Blamed
from drift.aggregate.redirect import Spot
from drift.aggregate.trace import Moment
from drift.history.passage import Place
from drift.render.base import Renderer
from drift.render.encode import encode
from drift.render.trace.view import TraceView


def render(view: TraceView) -> str:
    """Write a list of moments, newest first, or of blocks in the order of the page.

    Args:
        view: What is to be written; the reader's wishes play no part.

    Returns:
        Indented JSON.
    """
    if view.blamed is not None:
        return encode(list(map(_block, view.blamed)))
    return encode(list(map(_moment, view.moments)))


def _moment(moment: Moment) -> dict[str, object]:
    return {
        "commit": moment.commit,
        "events": moment.events,
        "old": _spot(moment.old),
        "new": _spot(moment.new),
        "rules": moment.entry.rules,
        "changes": moment.entry.changes,
    }


def _block(block: Blamed) -> dict[str, object]:
    return {
        "lines": block.lines,
        "section": block.section,
        "kind": block.kind,
        "text": block.text,
        "commit": block.commit,
    }


def _spot(place: Place | None) -> Spot | None:
    return None if place is None else Spot(place[0], place[1] or None)


JSON = Renderer("json", render)
