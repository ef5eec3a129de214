"""Changes -> the shortest true account of them: rules first, then what no rule explains."""

from __future__ import annotations

from drift.explain.explain import explain, rules

__all__ = ["explain", "rules"]
