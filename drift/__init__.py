"""Two revisions of a docs tree -> what changed between them, for their readers."""
