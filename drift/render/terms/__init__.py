"""Terms that were renamed -> text, one format a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drift.discovery import Variants
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.terms.view import TermsView

renderers: Variants[Renderer[TermsView]] = Variants("drift.render.terms", Renderer)
"""The formats of a list of terms, by name."""
