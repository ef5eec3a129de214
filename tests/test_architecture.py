"""Guards of what the code promises about itself: layers, sizes, names, a test and a manual for each variant."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import drift
from drift.changes.kind import Kind
from drift.discovery import Named, discover
from drift.explain.proposal import RuleKind
from drift.explain.sentence import _SENTENCES
from drift.parse.base import Parser
from drift.render.base import Renderer
from drift.render.log.base import LogRenderer
from drift.render.redirects.base import RedirectFormat
from drift.render.trace.base import TraceRenderer
from drift.review.base import Policy

ROOT = Path(__file__).parents[1]
MOST_LINES = 250
MOST_LINES_OF_TESTS = 400
MOST_LINES_OF_A_FUNCTION = 40
FOLDERS: tuple[tuple[str, type[Named]], ...] = (
    ("drift.changes", Kind),
    ("drift.explain", RuleKind),
    ("drift.parse", Parser),
    ("drift.render.changelog", Renderer),
    ("drift.render.findings", Renderer),
    ("drift.render.log", LogRenderer),
    ("drift.render.notes", Renderer),
    ("drift.render.redirect_check", Renderer),
    ("drift.render.redirects", RedirectFormat),
    ("drift.render.terms", Renderer),
    ("drift.render.trace", TraceRenderer),
    ("drift.render.tree", Renderer),
    ("drift.review", Policy),
)
"""Every folder of variants and what it holds."""


class Variant(msgspec.Struct, frozen=True):
    """One variant and the file that it stands in."""

    name: str
    module: str

    @property
    def path(self) -> Path:
        return ROOT / Path(*self.module.split(".")).with_suffix(".py")


def _variants() -> Iterator[Variant]:
    for package, kind in FOLDERS:
        for name in discover(package, kind):
            yield Variant(name, f"{package}.{name.replace('.', '_').replace('-', '_')}")


VARIANTS = tuple(_variants())


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def test_imports_go_down_only() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize(
    ("folder", "most"), [("drift", MOST_LINES), ("tests", MOST_LINES_OF_TESTS)]
)
def test_files_are_small(folder: str, most: int) -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(folder)}
    assert {str(path): size for path, size in sizes.items() if size > most} == {}


def test_functions_are_small() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources("drift")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and _length(node) > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def _length(node: ast.FunctionDef) -> int:
    """Lines from the first statement after the docstring, since what is documented well is not long for it."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_nothing_that_modules_hold_can_be_written_to() -> None:
    """What `str.maketrans` makes, which has numbers for keys, is a dictionary and nothing else."""
    names = [one.name for one in pkgutil.walk_packages(drift.__path__, "drift.")]
    assert [
        f"{module}.{name}"
        for module in names
        if module != "drift.__main__"
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, (dict, list, set)) and not name.startswith("__")
        if not (isinstance(value, dict) and all(isinstance(key, int) for key in value))
    ] == []


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.module)
def test_a_variant_is_called_as_its_module_and_has_a_manual(variant: Variant) -> None:
    assert variant.path.is_file()
    assert (importlib.import_module(variant.module).__doc__ or "").strip()


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.module)
def test_a_variant_has_a_test_of_its_name(variant: Variant) -> None:
    inside = variant.path.relative_to(ROOT / "drift")
    assert (ROOT / "tests" / inside.with_name(f"test_{inside.name}")).is_file()


def test_a_kind_has_a_mirror_or_says_why_not() -> None:
    kinds = discover("drift.changes", Kind)
    assert [
        name
        for name, kind in kinds.items()
        if bool(kind.mirror) == bool(kind.waiver) or kind.mirror not in {"", *kinds}
    ] == []


def test_a_mirror_mirrors_back() -> None:
    kinds = discover("drift.changes", Kind)
    assert {
        name: kind.mirror
        for name, kind in kinds.items()
        if kind.mirror and kinds[kind.mirror].mirror != name
    } == {}


def test_a_kind_has_words_of_its_own() -> None:
    names = {*discover("drift.changes", Kind), *discover("drift.explain", RuleKind)}
    worded = {key.rstrip("+-=*^#") for key in _SENTENCES}
    assert names - worded == set()
