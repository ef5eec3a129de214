from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drift.config import Config, DeclaredTerm, ReviewRules, Terms, load
from drift.errors import ConfigError
from drift.review.decisions import Ruled, Waiver


@pytest.mark.parametrize(
    ("files", "config"),
    [
        ({}, Config()),
        ({"drift.toml": 'kind = ["link.*"]\ncontext = 5'}, Config(kind=("link.*",), context=5)),
        ({"drift.toml": "cache-size = 50"}, Config(cache_size=50)),
        (
            {
                "drift.toml": '[terms]\nexpect = ["a=b", {before = "c", after = "d"}]\nallow = ["e/"]'
            },
            Config(terms=Terms(expect=("a=b", DeclaredTerm(before="c", after="d")), allow=("e/",))),
        ),
        (
            {
                "drift.toml": '[review]\nfail-on = "note"\nredirects = "_redirects"\n'
                '[[review.severities]]\npolicy = "page-*"\nseverity = "off"\npaths = ["a/"]\n'
                '[[review.waivers]]\nfingerprint = "f1"\nreason = "r"\nuntil = 2030-01-01'
            },
            Config(
                review=ReviewRules(
                    fail_on="note",
                    redirects="_redirects",
                    severities=(Ruled(policy="page-*", severity="off", paths=("a/",)),),
                    waivers=(Waiver(fingerprint="f1", reason="r", until=date(2030, 1, 1)),),
                )
            ),
        ),
        ({"pyproject.toml": "[tool.other]\nx = 1"}, Config()),
        ({"pyproject.toml": "[tool.drift]\ncontext = 1"}, Config(context=1)),
        (
            {"drift.toml": "context = 2", "pyproject.toml": "[tool.drift]\ncontext = 1"},
            Config(context=2),
        ),
    ],
)
def test_where_a_configuration_is_found(
    tmp_path: Path, files: dict[str, str], config: Config
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert load(tmp_path) == config


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("context = ", "is no valid TOML"),
        (
            "colour = 1",
            "unknown field `colour` (known keys: kind, significance, context, dialect, cache-size, terms, review)",
        ),
        ("cache-size = 0", "Expected `int` >= 1 - at `$.cache-size`"),
        (
            '[[review.waivers]]\nreason = "r"\nuntil = 2030-01-01',
            "a waiver needs a fingerprint, a policy or paths - at `$.review.waivers[0]`",
        ),
        (
            '[[review.waivers]]\npolicy = "*"\nreason = "r"\nuntil = "soon"',
            "Invalid RFC3339 encoded date - at `$.review.waivers[0].until`",
        ),
        (
            '[[review.waivers]]\npolicy = "*"\nreason = ""\nuntil = 2030-01-01',
            "Expected `str` of length >= 1 - at `$.review.waivers[0].reason`",
        ),
        (
            '[[review.severities]]\nseverity = "fatal"',
            "Invalid enum value 'fatal' - at `$.review.severities[0].severity`",
        ),
        ('cache = "here"', "unknown field `cache`"),
        ("context = -1", "Expected `int` >= 0 - at `$.context`"),
        ('dialect = "wiki"', "unknown dialect 'wiki' (one of: "),
        (f"a = {'[' * 100_000}", "is nested too deeply"),
        ('context = "many"', "Expected `int | null`, got `str` - at `$.context`"),
    ],
)
def test_what_means_nothing_is_told(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load(tmp_path, path)
    assert problem in str(error.value)
    assert str(error.value).startswith(str(path))


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load(tmp_path, tmp_path / "none.toml")
