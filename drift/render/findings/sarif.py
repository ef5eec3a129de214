"""A review -> SARIF 2.1.0, the policies as its rules, for code scanning."""

from __future__ import annotations

from importlib.metadata import version
from urllib.parse import quote

from drift.render.base import Renderer
from drift.render.encode import Json, encode
from drift.render.findings.view import FindingsView
from drift.render.findings.words import clipped, file, message, section
from drift.review import policies
from drift.review.base import Finding, Policy, Waived

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_SIGNS = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})
# Of links and of placeholders in the text of a message.


def render(view: FindingsView) -> str:
    """Write a review as SARIF.

    Args:
        view: The review.

    Returns:
        One run; what is waived is a suppressed result.
    """
    rules = list(policies().values())
    places = {policy.name: place for place, policy in enumerate(rules)}
    found = (*view.review.findings, *view.review.waived)
    driver: dict[str, Json] = {
        "name": "drift",
        "version": version("handbook-drift"),
        "rules": [_rule(policy) for policy in rules],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places[one.policy]) for one in found],
    }
    document: dict[str, Json] = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return encode(document)


def _rule(policy: Policy) -> dict[str, Json]:
    return {
        "id": policy.name,
        "shortDescription": {"text": policy.summary},
        "fullDescription": {"text": policy.manual},
        "help": {"text": policy.manual},
        "defaultConfiguration": {"level": policy.severity},
    }


def _result(one: Finding, place: int) -> dict[str, Json]:
    # Code scanning wants a line; what is about a whole page is shown at its top.
    first, last = one.lines or (1, 1)
    physical: dict[str, Json] = {
        "artifactLocation": {"uri": quote(file(one), safe="/")},
        "region": {"startLine": first, "endLine": last},
    }
    location: dict[str, Json] = {"physicalLocation": physical}
    if one.section:
        location["logicalLocations"] = [{"fullyQualifiedName": section(one)}]
    result: dict[str, Json] = {
        "ruleId": one.policy,
        "ruleIndex": place,
        "level": one.severity,
        "message": {"text": message(one).translate(_SIGNS)},
        "locations": [location],
        "partialFingerprints": {"drift/v1": one.fingerprint},
    }
    if isinstance(one, Waived):
        result["suppressions"] = [{"kind": "external", "justification": clipped(one.reason)}]
    return result


SARIF = Renderer("sarif", render)
