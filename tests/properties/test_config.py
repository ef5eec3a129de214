"""Whatever a configuration holds: drift and its schema agree on it, and what is refused is one line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from drift.config import load
from drift.config.schema import schema
from drift.errors import ConfigError
from tests.config.cases import GOOD

Place = tuple[str | int, ...]

VALUES: tuple[object, ...] = (
    *(0, 1, -1, 10**9, 0.5, 7.25, True, "", " ", "x", "a=b", "error", "off", "prose", "html"),
    *("link.broken", "broken-link", "link.*", "mkdocs", "content", "2030-01-01", "docs/"),
    *([], ["a=b"], ["prose", 3], [[]], [{}], {}, {"x": 1}, {"before": "a", "after": "b"}),
    {"policy": "broken-link", "severity": "off"},
)
KEYS = ("kind", "context", "review", "fail-on", "format", "policy", "reason", "before", "x y", "ü")
DATA = tuple(tomllib.loads(text) for text in GOOD)


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=FormatChecker())


def places(data: object, place: Place = ()) -> Iterator[Place]:
    yield place
    children = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in children:
        yield from places(value, (*place, key))


def replaced(data: object, place: Place, value: object) -> object:
    if not place:
        return value
    if isinstance(data, list):
        return [
            replaced(one, place[1:], value) if at == place[0] else one
            for at, one in enumerate(data)
        ]
    assert isinstance(data, dict)
    return {**data, place[0]: replaced(data.get(place[0]), place[1:], value)}


def spelled(data: object) -> object:
    """Write days as text, as JSON does and TOML may."""
    if isinstance(data, dict):
        return {key: spelled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [spelled(value) for value in data]
    return data if isinstance(data, str | int | float) else str(data)


@st.composite
def configurations(draw: st.DrawFn) -> dict[str, object]:
    data: object = spelled(draw(st.sampled_from(DATA)))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.sampled_from(list(places(data))))
        if draw(st.booleans()) or not place:
            place = (*place, draw(st.sampled_from(KEYS)))
        inside: object = data
        for step in place[:-1]:
            inside = inside[step] if isinstance(inside, dict | list) else None  # type: ignore[index]
        if isinstance(place[-1], int) or isinstance(inside, dict):
            data = replaced(data, place, draw(st.sampled_from(VALUES)))
    assert isinstance(data, dict)
    return data


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(configurations())
def test_drift_and_its_schema_agree(tmp_path: Path, data: dict[str, object]) -> None:
    file = tmp_path / "drift.toml"
    file.write_text(tomli_w.dumps(data), encoding="utf-8")
    problem = ""
    try:
        for table in ("review", "notes", "redirects"):
            load(tmp_path, using=table)
    except ConfigError as error:
        problem = str(error)
    assert validator().is_valid(data) is (not problem)
    assert "\n" not in problem
    assert not problem or problem.startswith(f"{file}: ")
