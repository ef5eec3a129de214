"""What a redirect is: a place that readers could link to and is gone, and where its content lives now."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

RedirectKind = Literal["page", "section"]


class Spot(msgspec.Struct, frozen=True, order=True):
    """A place in the tree that a URL can name."""

    path: str | None
    # Null where nobody knows.
    anchor: str | None = None
    # Null for the page as a whole.


class Redirect(msgspec.Struct, frozen=True, kw_only=True):
    """One place that is gone."""

    kind: RedirectKind
    old: Spot
    new: Spot
    # Alive at the end of the range; its path is null where the content went nowhere that is known well enough.
    confidence: float
    commits: tuple[str, ...] = ()
    # Those that moved it, oldest first.
    guess: Spot | UnsetType = UNSET
    # Where nothing is known well enough, the place that is likeliest.

    @property
    def resolved(self) -> bool:
        """Whether it says where the content lives now."""
        return self.new.path is not None
