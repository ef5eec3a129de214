"""A review -> text, one format a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drift.discovery import Variants
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.findings.view import FindingsView

renderers: Variants[Renderer[FindingsView]] = Variants("drift.render.findings", Renderer)
"""The formats of a review, by name."""
