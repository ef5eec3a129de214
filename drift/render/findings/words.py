"""A finding or a review -> the few words that all outputs for people say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drift.aggregate.notes.headings import is_template
from drift.render.findings.view import FindingsView
from drift.render.plural import plural
from drift.render.visible import visible
from drift.review.base import Finding
from drift.review.judged import SEVERITIES

LONGEST = 300
"""Characters of a message or a name: enough to know what it is about, and no heading can flood an output."""


def verdict(view: FindingsView) -> str:
    """Say in one line how a review ended.

    Args:
        view: The review.

    Returns:
        Whether the gate fails, and how many findings there are, were waived or told before.
    """
    counts = Counter(one.severity for one in view.review.findings)
    told = [plural(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    rest = [f"{len(view.review.waived):,} waived"] if view.review.waived else []
    rest += [f"{view.review.known:,} known before"] if view.review.known else []
    head = "Failed" if view.failed else "Passed"
    return f"{head}: {', '.join((*(told or ['nothing found']), *rest))}."


def message(finding: Finding) -> str:
    """Say what was found.

    Args:
        finding: The finding.

    Returns:
        One line; with the end of a waiver that holds no more.
    """
    text = clipped(finding.message)
    return f"{text} (waived until {finding.lapsed}, which is over)" if finding.lapsed else text


def idle(view: FindingsView) -> Iterator[str]:
    """Say which decisions are about nothing that was found.

    Args:
        view: The review.

    Yields:
        A line a waiver whose time is over, which may go; with all details also the others, which other ranges may need,
        and how much of the baseline is mended.
    """
    for one in view.review.idle:
        if view.verbose or one.over:
            what = one.fingerprint or " ".join((one.policy or "*", *one.paths))
            over = "over and " if one.over else ""
            yield f"waiver until {one.until}, {over}of nothing here: {clipped(what)}"
    if view.verbose and view.review.mended:
        yield f"{plural(view.review.mended, 'finding')} of the baseline mended"


def section(finding: Finding) -> str:
    """Name the section of a finding; empty for what stands before the first heading."""
    return clipped(" › ".join(part for part in finding.section if not is_template(part)))


def where(finding: Finding) -> str:
    """Name the page of a finding, and its line where one is known."""
    line = f":{finding.lines[0]}" if finding.lines else ""
    return f"{clipped(finding.path)}{line}"


def file(finding: Finding) -> str:
    """Give the path of a finding for a program, which has to find the file; nothing in it steers a terminal."""
    return finding.path if finding.path.isprintable() else visible(finding.path)


def clipped(text: str) -> str:
    """Shorten what no person would write.

    Args:
        text: Any text.

    Returns:
        One line that is safe to print.
    """
    shown = visible(text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
