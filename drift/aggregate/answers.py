"""A question about a history, and what works it out -> the answer, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import TypeVar

import msgspec

from drift.cache.store import Cache

Answer = TypeVar("Answer")


def kept(
    cache: Cache,
    facts: Sequence[object],
    decoder: msgspec.msgpack.Decoder[Answer],
    find: Callable[[], tuple[Answer, bool]],
) -> Answer:
    """Look an answer up, or work it out and keep it.

    Args:
        cache: What earlier runs found out.
        facts: All that the answer hangs on but for the version of the code, the name of the question first.
        decoder: Reads an answer as it is kept.
        find: Works it out, and tells whether it would be the same tomorrow: nothing was missing that may come back.

    Returns:
        The answer.

    Raises:
        RevisionError: The history cannot be read.
    """
    key = blake2b(repr(facts).encode("utf-8", "surrogateescape"), digest_size=16).digest()
    known = cache.get_many("answer", (key,)).get(key)
    if known is not None:
        try:
            return decoder.decode(known)
        except msgspec.DecodeError:
            # Whatever it is, it can be found out again.
            pass
    answer, lasting = find()
    if lasting:
        cache.put_many("answer", {key: msgspec.msgpack.encode(answer)})
    return answer
