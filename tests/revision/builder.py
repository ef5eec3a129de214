"""Repositories put together object by object, so that every commit can be exactly what a story needs."""

from __future__ import annotations

import os
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from drift.revision.base import blob_id

CLEAN = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "LC_ALL": "C",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
}


class Link(msgspec.Struct, frozen=True):
    target: str


class Submodule(msgspec.Struct, frozen=True):
    commit: str = "1" * 40


class Script(msgspec.Struct, frozen=True):
    text: str


Files = Mapping[str | bytes, str | bytes | Link | Submodule | Script]


class Builder:
    """Writes objects with git's plumbing; each commit is a minute younger than the one before it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main", "--bare")
        self._made = 0
        self._listed = 0

    def git(self, *words: str, data: bytes = b"", **env: str) -> bytes:
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**CLEAN, **env},
            input=data,
            capture_output=True,
            check=True,
        )
        return done.stdout

    def told(self, *words: str) -> str:
        return self.git(*words).decode("ascii").strip()

    def tree(self, files: Files) -> str:
        rows = b""
        for path, held in files.items():
            mode, name = self._stored(held)
            raw = path if isinstance(path, bytes) else path.encode()
            rows += b"%s %s\t%s\0" % (mode.encode(), name.encode(), raw)
        self._listed += 1
        index = f"index-{self._listed}"
        self.git("update-index", "-z", "--index-info", data=rows, GIT_INDEX_FILE=index)
        return self.git("write-tree", "--missing-ok", GIT_INDEX_FILE=index).decode("ascii").strip()

    def commit(
        self,
        files: Files,
        *parents: str,
        message: str | bytes = "a change\n",
        author: bytes = b"Ada",
        when: bytes = b"",
        encoding: bytes = b"",
    ) -> str:
        """Write a commit and make it the tip of main."""
        self._made += 1
        time = when or b"%d +0000" % (1_600_000_000 + 60 * self._made)
        lines = [
            b"tree " + self.tree(files).encode(),
            *(b"parent " + parent.encode() for parent in parents),
            b"author " + author + b" <ada@example.com> " + time,
            b"committer " + author + b" <ada@example.com> " + time,
            *([b"encoding " + encoding] if encoding else []),
            b"",
            message.encode() if isinstance(message, str) else message,
        ]
        made = self.git(
            "hash-object", "-t", "commit", "-w", "--stdin", "--literally", data=b"\n".join(lines)
        )
        name = made.decode("ascii").strip()
        self.git("update-ref", "refs/heads/main", name)
        return name

    def _stored(self, held: str | bytes | Link | Submodule | Script) -> tuple[str, str]:
        match held:
            case Submodule(commit):
                return "160000", commit
            case Link(text):
                mode = "120000"
            case Script(text):
                mode = "100755"
            case str() | bytes() as text:
                mode = "100644"
        data = text if isinstance(text, bytes) else text.encode()
        name = blob_id(data)
        place = self.folder / "objects" / name[:2] / name[2:]
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(zlib.compress(b"blob %d\0%b" % (len(data), data), 1))
        return mode, name
