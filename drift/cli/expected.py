"""`--expect`, `--allow`, `--scope` and `[terms]` of the configuration -> the renamings that users declare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

from drift.cli.choices import choose_many
from drift.config import DeclaredTerm, Terms
from drift.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from drift.aggregate.terms.term import Expected
    from drift.explain.base import Scope


def expected(
    words: Sequence[str], settings: Terms, *, allow: Sequence[str], scopes: Sequence[str]
) -> tuple[Expected, ...]:
    """Read what is declared; what stands on the command line alone counts, where there is any.

    Args:
        words: `V2MOM=VPMOM`, as given on the command line.
        settings: The configuration.
        allow: Where the old forms may stay, beside what the configuration says.
        scopes: Where the renamings are to hold; where none are given, those of the configuration.

    Returns:
        The renamings in their order.

    Raises:
        UsageError: A word is no renaming, or no scope.
        ConfigError: Nor is one of the configuration.
    """
    chosen = _scopes(scopes) or frozenset(settings.scope)
    places = (*settings.allow, *allow)
    if words:
        return tuple(_declared(*_pair(word, option=True), chosen, places) for word in words)
    return tuple(_configured(one, chosen, places) for one in settings.expect)


def _configured(
    one: str | DeclaredTerm, scopes: frozenset[Scope], allow: tuple[str, ...]
) -> Expected:
    if isinstance(one, str):
        return _declared(*_pair(one, option=False), scopes, allow)
    if not one.before.strip() or not one.after.strip():
        raise _complaint(f"{one.before}={one.after}", option=False)
    own = frozenset(one.scope) or scopes
    return _declared(one.before.strip(), one.after.strip(), own, (*allow, *one.allow))


def _declared(
    before: str, after: str, scopes: frozenset[Scope], allow: tuple[str, ...]
) -> Expected:
    from drift.aggregate.terms.term import Expected

    return Expected(before, after, scopes, allow)


def _pair(word: str, *, option: bool) -> tuple[str, str]:
    before, _, after = (part.strip() for part in word.partition("="))
    if not before or not after or before == after:
        raise _complaint(word, option=option)
    return before, after


def _complaint(word: str, *, option: bool) -> UsageError | ConfigError:
    kind = UsageError if option else ConfigError
    return kind(
        f"{word!r} names no old and new term",
        where="--expect" if option else "[terms] expect",
        remedy="write OLD=NEW",
    )


def _scopes(words: Iterable[str]) -> frozenset[Scope]:
    from drift.explain.base import Scope

    known: tuple[Scope, ...] = get_args(Scope)
    meant = choose_many(words, known, option="--scope")
    return frozenset(scope for scope in known if scope in meant)
