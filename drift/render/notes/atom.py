"""Notes -> an Atom feed, an entry a period: for readers who only want to know what is new."""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from drift.render.base import Renderer
from drift.render.notes.base import NotesView
from drift.render.notes.html import body
from drift.render.notes.words import told
from drift.render.visible import visible

_ATOM = "http://www.w3.org/2005/Atom"

_NEVER = "1970-01-01T00:00:00+00:00"
"""When what has no date was last changed: a feed must say something."""

_FOREIGN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, in whatever form it is written."""


def render(view: NotesView) -> str:
    """Write notes as an Atom feed (RFC 4287).

    Args:
        view: The notes and how they are to be shown.

    Returns:
        The feed. The id of an entry hangs on the name and the begin of its period alone, so that a reader who has seen
        it is shown it again only where it changed, wherever the handbook is published by then.
    """
    notes = view.notes
    dates = [period.new.date or _NEVER for period in notes.periods]
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", _id(notes.repository or notes.site))
    _add(feed, "title", "What changed")
    _add(feed, "updated", dates[0] if dates else _NEVER)
    _add(ET.SubElement(feed, "author"), "name", notes.site or notes.repository or "drift")
    if view.feed:
        ET.SubElement(feed, "link", rel="self", href=view.feed)
    if notes.site:
        ET.SubElement(feed, "link", href=notes.site)
    for period, date in zip(notes.periods, dates, strict=True):
        words = told(period, whole=view.whole)
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", _id(f"{period.name} {period.old.commit}"))
        _add(entry, "title", visible(words.title))
        _add(entry, "updated", date)
        if period.url:
            ET.SubElement(entry, "link", href=period.url)
        _add(entry, "content", body(words)).set("type", "html")
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _id(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, visible(name))}"


def _add(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = _FOREIGN.sub("\ufffd", text)
    return element


ATOM = Renderer("atom", render)
