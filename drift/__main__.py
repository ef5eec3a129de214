"""`python -m drift`."""

from __future__ import annotations

from drift.cli.app import main

main()
