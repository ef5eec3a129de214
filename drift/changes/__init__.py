"""Matching -> changes, one kind a module."""
