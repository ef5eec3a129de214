"""The life of a page or section, or who wrote each block of it -> bytes, one format a module."""

from __future__ import annotations

from drift.discovery import Variants
from drift.render.trace.base import TraceRenderer

renderers: Variants[TraceRenderer] = Variants("drift.render.trace", TraceRenderer)
"""The formats of a life, by name."""
