"""What a user calls a revision -> the paths and bytes of its files; nothing is checked out or written."""
