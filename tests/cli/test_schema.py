from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from drift.cli.known import kind_names, rule_names

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


def test_the_schema_is_one_and_knows_all_kinds(drift: Drift) -> None:
    schema = json.loads(drift("schema").out)
    Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["Change"]["properties"]["kind"]["enum"] == sorted(kind_names())
    assert schema["$defs"]["Rule"]["properties"]["kind"]["enum"] == sorted(rule_names())
