"""What is wrong with a redirect map -> text, one format a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drift.discovery import Variants
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.redirect_check.view import CheckView

renderers: Variants[Renderer[CheckView]] = Variants("drift.render.redirect_check", Renderer)
"""The formats of what is wrong with a map, by name."""
