"""The files of a revision -> Site: its dialect, its navigation, and what its links point to."""
