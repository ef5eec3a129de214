"""Directives that lead somewhere or show an image -> the links that their arguments and options make."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from drift.parse.prose import Prose, Written, grid
from drift.trees.page import Link, LinkKind


class Leading(msgspec.Struct, frozen=True):
    """How a directive says where it leads."""

    option: str = ""
    # The one that holds the target; without it that is the argument, and the body is the label.
    label: str = ""
    # The option that holds the label, where it has one.
    type: str = ""
    # The option that says what the target is.
    roles: Mapping[str, str] = MappingProxyType({})
    # What types mean; all others are URLs.
    default: str = "url"


_ROLES = MappingProxyType({"any": "any", "ref": "ref", "doc": "doc"})
_CARD = Leading(option="link", label="link-alt", type="link-type", roles=_ROLES)

LEADING: MappingProxyType[str, Leading] = MappingProxyType(
    {
        "card": _CARD,
        "grid-item-card": _CARD,
        "button-link": Leading(),
        "button-ref": Leading(type="ref-type", roles=_ROLES, default="any"),
        "link-button": Leading(label="text", type="type", roles=MappingProxyType({"ref": "any"})),
    }
)
"""The cards and buttons of sphinx-design, and the button of sphinx-panels, which came before it."""

_IMAGES = ("img-top", "img-bottom", "img-background")


def lead(
    name: str, argument: str, options: Mapping[str, str], *, shown: Written, line: int
) -> tuple[Written, dict[str, str]]:
    """Write what a reader sees of a directive that leads somewhere.

    Args:
        name: The directive's, one of `LEADING`.
        argument: As written.
        options: As written.
        shown: The title of a card, or the content of a button.
        line: Where the directive begins.

    Returns:
        Text, markup and links; and the options that are none of them.
    """
    how, rest = LEADING[name], dict(options)
    target = rest.pop(how.option, "") if how.option else argument
    more = Prose()
    if target:
        role = how.roles.get(rest.pop(how.type, how.default), "")
        kind: LinkKind = "role" if role else "inline"
        target = (" " if role else "").join(target.split())
        label = rest.pop(how.label, "")
        if not shown[0]:
            # That is what is read out to those who do not see the link.
            shown, label = (label or target, label or target, shown[2]), ""
        if label:
            more.link(kind, label, target, line, role=role)
        else:
            shown = _inside(shown, Link(kind, shown[0], target, line, role=role))
    _images(more, rest, line)
    return _joined(shown, more.finish()), rest


def write_image(prose: Prose, file: str, options: Mapping[str, str], line: int) -> dict[str, str]:
    """Write an image, in the link that it is, if it is one.

    Args:
        prose: Where it is written.
        file: The image's.
        options: Of the directive.
        line: Where it begins.

    Returns:
        The options that are none of them.
    """
    rest = dict(options)
    outer, alt = rest.pop("target", ""), rest.pop("alt", "")
    if outer:
        prose.begin_link("inline", outer, line)
    prose.link("image", alt, "".join(file.split()), line)
    if outer:
        prose.end_link()
    return rest


def _images(prose: Prose, options: dict[str, str], line: int) -> None:
    """Write the images of a card, and take their options away."""
    files = [options.pop(key) for key in _IMAGES if options.get(key)]
    alt = options.pop("img-alt", "") if files else ""
    for file in files:
        prose.text(" ")
        prose.link("image", alt, "".join(file.split()), line)


def _inside(shown: Written, link: Link) -> Written:
    """Make all that is shown the label of a link."""
    text, markup, links = shown
    if not text:
        return text, markup, (*links, link)
    return text, f"[{markup}]", (*links, msgspec.structs.replace(link, span=(0, len(text))))


def _joined(shown: Written, more: Written) -> Written:
    if shown[0] and more[0]:
        return grid([[shown], [more]])
    return shown[0] or more[0], shown[1] or more[1], (*shown[2], *more[2])
