"""What a project may set once for all who run drift in it, with the words that editors and `drift init` say of each key.

The keys are the flags. What is no key stays a word of the command line on purpose: a configuration comes with the
repository, perhaps with a pull request from a fork. It must not say where output or the cache go, name a template (a
program that reads what it is given), or a baseline (what to leave out, and any file of the machine).
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from drift.changes.base import Significance
from drift.explain.base import Scope
from drift.review.decisions import Ruled, Severity, Waiver
from drift.trees.site import Dialect, Stated

Renaming = Annotated[
    str,
    Meta(
        pattern=r"^\s*[^\s=][^=]*=\s*\S",
        examples=["campaign=batch change"],
        description="OLD=NEW",
    ),
]
ADDRESS = r"^https?://[^\s/?#]+(/[^\s?#]*)?$"
"""A URL that pages can stand under."""

Address = Annotated[str, Meta(title="an address on the web", pattern=ADDRESS)]
Pathspec = Annotated[str, Meta(title="pathspec", min_length=1)]
Exempt = Annotated[str, Meta(title="pathspec or #heading", min_length=1)]
Likelihood = Annotated[float, Meta(ge=0, le=1)]


class DeclaredTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One term that is to be another, with rules of its own."""

    before: Annotated[str, Meta(pattern=r"\S", description="The old term.")]
    after: Annotated[str, Meta(pattern=r"\S", description="The new term.")]
    scope: Annotated[
        tuple[Scope, ...], Meta(description="Where it is to be the new one; everywhere by default.")
    ] = ()
    allow: Annotated[
        tuple[Exempt, ...],
        Meta(description="Pages (pathspecs) or sections (#Heading) that may say the old one."),
    ] = ()


class LogRules(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """Defaults of drift log."""

    all_commits: Annotated[
        bool, Meta(description="Tell every commit; else what was merged is one entry.")
    ] = False


class NotesRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Defaults of drift notes."""

    format: Annotated[
        Annotated[str, Meta(title="format of notes")] | None,
        Meta(description="Output format; markdown by default.", examples=["markdown"]),
    ] = None
    feed: Annotated[
        Address | None,
        Meta(
            description="Where the feed of --format atom is published, which is to name itself.",
            examples=["https://handbook.example.com/news.atom"],
        ),
    ] = None


class RedirectRules(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """Defaults of drift redirects."""

    format: Annotated[
        Annotated[str, Meta(title="format of redirects")] | None,
        Meta(description="Format of the map; text by default.", examples=["netlify"]),
    ] = None
    min_confidence: Annotated[
        Likelihood | None,
        Meta(description="Below it a place is unresolved, with the best guess.", examples=[0.5]),
    ] = None
    all_published: Annotated[
        bool, Meta(description="Also the places that came and went within the range.")
    ] = False


class Terms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Which terms are to be others, and where the old ones may stay."""

    expect: Annotated[
        tuple[Renaming | DeclaredTerm, ...],
        Meta(
            description="Renamings that drift terms and drift review hold the pages against.",
            examples=[["campaign=batch change"]],
        ),
    ] = ()
    scope: Annotated[
        tuple[Scope, ...],
        Meta(
            description="Where terms are to be the new ones; everywhere by default.",
            examples=[["prose", "heading"]],
        ),
    ] = ()
    allow: Annotated[
        tuple[Exempt, ...],
        Meta(
            description="Pages (pathspecs) or sections (#Heading) that may say the old terms.",
            examples=[["archive/", "#History"]],
        ),
    ] = ()
    min_confidence: Annotated[
        Likelihood | None,
        Meta(description="Tell only renamings that are at least so likely.", examples=[0.5]),
    ] = None
    all_commits: Annotated[
        bool, Meta(description="Look at every commit; else at what was merged as one.")
    ] = False


class ReviewRules(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """What a review is to make of its findings."""

    fail_on: Annotated[
        Severity | None,
        Meta(description="Fail on findings that are at least so grave.", examples=["error"]),
    ] = None
    redirects: Annotated[
        str,
        Meta(
            description="The site's redirect map, from the root of the repository; else it is looked for.",
            examples=["_redirects"],
        ),
    ] = ""
    severities: Annotated[
        tuple[Ruled, ...],
        Meta(
            description="How grave findings are, by policy and path; a later one goes before an earlier one.",
            examples=[[{"policy": "skipped-level", "severity": "off", "paths": ["archive/"]}]],
        ),
    ] = ()
    waivers: Annotated[
        tuple[Waiver, ...],
        Meta(
            description="Findings that need not be mended before a day.",
            examples=[
                [
                    {
                        "policy": "page-removed",
                        "paths": ["guides/old/"],
                        "reason": "The new guides follow.",
                        "until": "2030-12-31",
                    }
                ]
            ],
        ),
    ] = ()


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What a project sets once for all commands; an option on the command line goes before it."""

    path: Annotated[
        tuple[Pathspec, ...],
        Meta(
            description="Tell only what is there: pathspecs from the root of the repository.",
            examples=[["docs/"]],
        ),
    ] = ()
    kind: Annotated[
        tuple[Annotated[str, Meta(title="kind")], ...],
        Meta(description="Tell only these kinds of change.", examples=[["link.*", "page.moved"]]),
    ] = ()
    significance: Annotated[
        tuple[Significance, ...],
        Meta(description="Tell only what is so significant.", examples=[["content", "structure"]]),
    ] = ()
    context: Annotated[
        Annotated[int, Meta(ge=0)] | None,
        Meta(description="Words around a difference.", examples=[3]),
    ] = None
    dialect: Annotated[
        Annotated[Dialect, Meta(title="dialect")] | None,
        Meta(
            description="How the site's generator makes anchors; found from the tree by default.",
            examples=["github"],
        ),
    ] = None
    base_url: Annotated[
        Address | None,
        Meta(
            description="Where the site is published; found from the tree by default.",
            examples=["https://handbook.example.com/"],
        ),
    ] = None
    cache_size: Annotated[
        Annotated[int, Meta(ge=1, le=1_000_000)] | None,
        Meta(
            description="Megabytes that the cache may take; your own cache folder, at least 1000.",
            examples=[1000],
        ),
    ] = None
    log: Annotated[LogRules, Meta(description="Defaults of drift log.")] = LogRules()
    notes: Annotated[NotesRules, Meta(description="Defaults of drift notes.")] = NotesRules()
    redirects: Annotated[RedirectRules, Meta(description="Defaults of drift redirects.")] = (
        RedirectRules()
    )
    terms: Annotated[Terms, Meta(description="Terms that are to be others.")] = Terms()
    review: Annotated[ReviewRules, Meta(description="What a review makes of its findings.")] = (
        ReviewRules()
    )

    @property
    def stated(self) -> Stated:
        """What it says of the site itself."""
        return Stated(self.dialect, self.base_url or "")
