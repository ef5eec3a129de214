"""Matching -> changes, one kind a module."""

from __future__ import annotations

from drift.changes.detect import detect, kinds

__all__ = ["detect", "kinds"]
