"""What a project writes into its configuration about findings: how grave they are, and which are waived until when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Severity = Literal["error", "warning", "note"]
"""How grave a finding is, the gravest first."""

PolicyName = Annotated[
    str, Meta(title="policy", description="A name that drift policies lists, or a pattern of some.")
]
Paths = Annotated[
    tuple[Annotated[str, Meta(title="pathspec", min_length=1)], ...],
    Meta(description="Pathspecs of pages; everywhere by default."),
]


class Ruled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How grave the findings of a policy are."""

    policy: PolicyName = "*"
    severity: Annotated[
        Severity | Literal["off"], Meta(description="How grave they are, or that none is told.")
    ]
    paths: Paths = ()


class Waiver(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Findings that need not be mended for a while."""

    fingerprint: Annotated[
        str, Meta(description="That of one finding, as drift review -v tells it.")
    ] = ""
    policy: Annotated[
        str, Meta(title="policy", description="Those of this policy, or pattern of some.")
    ] = ""
    paths: Paths = ()
    reason: Annotated[str, Meta(min_length=1, description="Why they may wait.")]
    until: Annotated[date, Meta(description="The last day on which they may.")]

    def __post_init__(self) -> None:
        """Refuse what would waive everything."""
        if not self.fingerprint and not self.policy and not self.paths:
            raise ValueError("a waiver needs a fingerprint, a policy or paths")
