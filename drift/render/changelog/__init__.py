"""Changelog -> text, one format a module; the formats share the reading order and the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drift.discovery import Variants
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.changelog.view import View

renderers: Variants[Renderer[View]] = Variants("drift.render.changelog", Renderer)
"""The formats of a changelog, by name."""
