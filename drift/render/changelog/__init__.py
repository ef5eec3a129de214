"""Changelog -> text."""
