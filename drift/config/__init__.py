"""`drift.toml`, or `[tool.drift]` in `pyproject.toml` -> a frozen configuration, and what editors must know of it."""

from __future__ import annotations

from drift.config.load import load
from drift.config.settings import (
    Config,
    DeclaredTerm,
    LogRules,
    NotesRules,
    RedirectRules,
    ReviewRules,
    Terms,
)

__all__ = [
    "Config",
    "DeclaredTerm",
    "LogRules",
    "NotesRules",
    "RedirectRules",
    "ReviewRules",
    "Terms",
    "load",
]
