"""Commits and what is told of them -> a stream of bytes, one format a module."""

from __future__ import annotations

from drift.discovery import Variants
from drift.render.log.base import LogRenderer

renderers: Variants[LogRenderer] = Variants("drift.render.log", LogRenderer)
"""The formats of a log, by name."""
