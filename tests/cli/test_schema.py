from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.cli import exit_codes
from drift.cli.known import kind_names, rule_names
from drift.cli.schema import DOCUMENTS

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


def test_the_schema_is_one_and_knows_all_kinds(drift: Drift) -> None:
    schema = json.loads(drift("schema").out)
    Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["Change"]["properties"]["kind"]["enum"] == sorted(kind_names())
    assert schema["$defs"]["Rule"]["properties"]["kind"]["enum"] == sorted(rule_names())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_one(drift: Drift, name: str) -> None:
    Draft202012Validator.check_schema(json.loads(drift("schema", name).out))


def test_an_unknown_document_is_told(drift: Drift) -> None:
    ended = drift("schema", "redirect")
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err == "drift: DOCUMENT: 'redirect' is unknown (did you mean 'redirects'?)\n"
