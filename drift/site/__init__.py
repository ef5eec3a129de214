"""The files of a revision -> its site: pages, dialect, navigation, and what each link points to."""
