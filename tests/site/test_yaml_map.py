from __future__ import annotations

import pytest

from drift.site.yaml_map import MapEntry, YamlMap, yaml_map


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "m:\n  a: b\n  'c d': e # f\n",
            YamlMap((MapEntry(2, "a", "b"), MapEntry(3, "c d", "e")), (), 3, 2, flow=False),
        ),
        ("m: {a: b}\n", YamlMap((MapEntry(1, "a", "b"),), (), 1, 8, flow=True)),
        ("m: {}\n", YamlMap((), (), 1, 4, flow=True)),
        ("m:\n", YamlMap((), (), 1, 2, flow=False)),
        ("m:\n  a: [b]\n", YamlMap((), (2,), 2, 2, flow=False)),
        ("m:\n  a: b\n\n\nn: 1\n", YamlMap((MapEntry(2, "a", "b"),), (), 2, 2, flow=False)),
        ("m:\n  a: |\n    b\nn: 1\n", YamlMap((MapEntry(2, "a", "b\n"),), (), 3, 2, flow=False)),
        (
            "m:\n  a: |\n    b\n\nn: 1\n",
            YamlMap((MapEntry(2, "a", "b\n"),), (), 4, 2, flow=False),
        ),
        ("m:\n  [a]: b\n  a:\n    - b\n", YamlMap((), (2, 3), 4, 2, flow=False)),
        ("m: ~\n", YamlMap((), (), 1, 2, flow=False)),
        ("x: 1\n", None),
        ("m: text\n", None),
        ("m: [a\n", None),
    ],
)
def test_a_mapping_and_where_another_entry_would_stand(text: str, wanted: YamlMap | None) -> None:
    assert yaml_map(text, "m") == wanted


def test_the_way_leads_through_lists() -> None:
    text = "p:\n  - one\n  - two:\n      m:\n        a: b\n"
    found = yaml_map(text, "p", "two", "m")
    assert found is not None
    assert (found.line, found.column) == (5, 8)
