from __future__ import annotations

import pytest

from drift.changes.base import Change, LinkFacts, LinkSides, Location
from drift.explain.images import is_image
from drift.explain.sentence import sentence

AT = Location("a.md", ("A",), None, (1, 1))


def _change(kind: str, old: LinkFacts | None, new: LinkFacts | None) -> Change:
    return Change(
        kind=kind,
        old=AT,
        new=AT,
        before=old.target if old else None,
        after=new.target if new else None,
        link=LinkSides(old, new),
        significance="links",
    )


def _image(target: str, label: str = "The yard") -> LinkFacts:
    return LinkFacts(label, target, "image")


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("link.added", None, _image("b.png"), "new image “The yard”: b.png"),
        ("link.removed", _image("a.png", ""), None, "removed image: a.png"),
        (
            "link.retargeted",
            _image("a.png"),
            _image("b.png"),
            "image “The yard” now b.png, was a.png",
        ),
        ("link.broken", None, _image("b.png"), "new image “The yard” is missing: b.png"),
        (
            "link.added",
            None,
            LinkFacts("The yard", "b.png", "inline"),
            "new link “The yard” to b.png",
        ),
    ],
)
def test_an_image_is_called_one(
    kind: str, old: LinkFacts | None, new: LinkFacts | None, said: str
) -> None:
    change = _change(kind, old, new)
    assert "".join(span.text for span in sentence(change)) == said
    assert is_image(change) is (said.count("image") > 0)


def test_an_image_that_became_a_link_is_none() -> None:
    link = LinkFacts("The yard", "b.png", "inline")
    assert not is_image(_change("link.retargeted", _image("a.png"), link))
