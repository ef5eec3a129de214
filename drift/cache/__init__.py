"""Digests of what was computed before -> its bytes, or nothing: one SQLite file, disposable and trusted for nothing."""
