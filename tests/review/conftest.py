"""Two small trees -> what one policy tells of them, as one line a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from drift.aggregate.terms.term import Expected
from drift.pipeline import changelog
from drift.review import policies
from drift.review.base import Redirecting, Reviewed
from drift.site.tree_site import TreeSite
from tests.conftest import Memory, both

Files = Mapping[str, str]
Tell = Callable[..., list[str]]
Redirects = Callable[[tuple[TreeSite, TreeSite]], Redirecting]


def reviewed(
    old: Files,
    new: Files,
    *,
    retired: tuple[Expected, ...] = (),
    redirects: Redirects | None = None,
) -> Reviewed:
    sites = both(old, new)
    return Reviewed(
        changelog=changelog((Memory(old), Memory(new)), sites),
        old=sites[0],
        new=sites[1],
        retired=retired,
        redirecting=redirects(sites) if redirects else None,
    )


@pytest.fixture
def tell() -> Tell:
    """Ask one policy."""

    def asked(
        name: str,
        old: Files,
        new: Files,
        *,
        retired: tuple[Expected, ...] = (),
        redirects: Redirects | None = None,
    ) -> list[str]:
        given = reviewed(old, new, retired=retired, redirects=redirects)
        found = policies()[name].check(given)
        return [
            f"{one.at.path}:{one.at.lines[0] if one.at.lines else '-'} {one.message}"
            for one in found
        ]

    return asked
