"""A range of history -> what its readers want to know of it, by part of the handbook: the steps to release notes."""
