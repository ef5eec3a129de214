"""A package's folder -> the variants that its modules define."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """What can be discovered: anything with a name of its own."""

    @property
    def name(self) -> str:
        """The name that users write."""
        ...


Variant = TypeVar("Variant", bound=Named)


def discover(package: str, variant: type[Variant]) -> dict[str, Variant]:
    """Import every module of a package and collect its top-level variants.

    Args:
        package: The dotted name of the package whose folder is searched.
        variant: The type whose instances are wanted.

    Returns:
        The instances by name, in the order of their names.

    Raises:
        ValueError: Two different instances have the same name.
    """
    found: dict[str, Variant] = {}
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, variant) and found.setdefault(thing.name, thing) is not thing:
                raise ValueError(f"two variants of {package} are called {thing.name!r}")
    return dict(sorted(found.items()))


def find(package: str, variant: type[Variant], name: str) -> Variant | None:
    """Import the one variant of a name, which its module is called after.

    Args:
        package: The dotted name of the package whose folder is searched.
        variant: The type whose instances are wanted.
        name: Whose; any text.

    Returns:
        The instance, or None where there is none of that name.
    """
    module = name.replace(".", "_").replace("-", "_")
    names = (
        found.name for found in pkgutil.iter_modules(importlib.import_module(package).__path__)
    )
    if module not in names:
        return None
    things = vars(importlib.import_module(f"{package}.{module}")).values()
    return next((one for one in things if isinstance(one, variant) and one.name == name), None)


class Variants(Generic[Variant]):
    """The variants of one folder, which are imported when somebody asks for them."""

    def __init__(self, package: str, variant: type[Variant]) -> None:
        """Import nothing yet.

        Args:
            package: The dotted name of the package whose folder is searched.
            variant: The type whose instances are wanted.
        """
        self._package = package
        self._variant = variant

    def __call__(self) -> Mapping[str, Variant]:
        """Give all by name, in the order of their names."""
        return self._all

    def named(self, name: str) -> Variant | None:
        """Import the one of a name alone, or give None where there is none."""
        return find(self._package, self._variant, name)

    @cached_property
    def _all(self) -> Mapping[str, Variant]:
        return MappingProxyType(discover(self._package, self._variant))
