"""Notes and a template of the user's own -> text; a template can read what it is given and nothing else."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import msgspec
from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drift.aggregate.notes.notes import Notes
from drift.errors import UsageError
from drift.render.encode import encode
from drift.render.escape_markdown import escape
from drift.render.notes.bounded import TooLongError, bounded
from drift.render.visible import visible

SHIPPED = Path(__file__).parent / "templates"
"""The templates that ship, to be used and to be copied from."""

LONGEST = 50_000_000
"""Characters that a template may write; ten years of a large handbook are one million."""

_MARKUP = frozenset({".html", ".htm", ".xhtml", ".xml", ".atom", ".svg"})
_OWN = frozenset({".j2", ".jinja", ".jinja2"})


def chosen(word: Path, place: Path) -> Path:
    """Find the template that a user means.

    Args:
        word: A file, or the name of a template that ships.
        place: Where the user stands.

    Returns:
        The file.

    Raises:
        UsageError: There is none.
    """
    file = place / word
    if file.is_file():
        return file
    names = sorted(path.name for path in SHIPPED.iterdir())
    if str(word) in names:
        return SHIPPED / word
    raise UsageError("no such file", where=str(word), remedy=f"these ship: {', '.join(names)}")


def render_template(notes: Notes, file: Path) -> str:
    """Fill a template with notes, under the names that their JSON has.

    Args:
        notes: The notes; what could steer a terminal or hide anything in them is shown as escapes.
        file: The template. What is written for HTML or XML by its name (`news.html`, `feed.xml.j2`) escapes what
            it prints; for Markdown there is the filter `markdown`.

    Returns:
        The text.

    Raises:
        UsageError: The template is wrong; the line is named.
    """
    environment = _Environment(
        loader=FileSystemLoader(file.parent),
        autoescape=_is_markup,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markdown"] = lambda text: escape(str(text))
    context = msgspec.json.decode(encode(notes), type=dict[str, object])
    shown = {name: _shown(value) for name, value in context.items()}
    try:
        with bounded():
            return _joined(environment.get_template(file.name).generate(shown))
    except TemplateSyntaxError as error:
        where = f"{error.filename or file}:{error.lineno}"
        raise UsageError(error.message or "is no template", where=where) from error
    except TemplateNotFound as error:
        raise UsageError(f"no such template: {error.name}", where=_where(error, file)) from error
    except (OSError, UnicodeError) as error:
        raise UsageError("cannot be read as text in UTF-8", where=str(file)) from error
    except Exception as error:
        # A template is a program: what it does wrong may be an error of any kind.
        raise UsageError(_said(error), where=_where(error, file)) from error


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox that works out no powers: one of them can take longer than any bound can end."""

    intercepted_binops = frozenset({"**"})

    def call_binop(
        self,
        context: Context,  # noqa: ARG002 - whatever it is about, as with the next ones
        operator: str,
        left: object,  # noqa: ARG002
        right: object,  # noqa: ARG002
    ) -> object:
        """Refuse what is intercepted."""
        raise SecurityError(f"{operator} is not allowed")


def _joined(parts: Iterator[str]) -> str:
    whole = StringIO()
    for part in parts:
        if whole.tell() + len(part) > LONGEST:
            raise SecurityError(f"writes more than {LONGEST:,} characters")
        whole.write(part)
    return whole.getvalue()


def _shown(value: object) -> object:
    match value:
        case str():
            return visible(value)
        case dict():
            return {name: _shown(item) for name, item in value.items()}
        case list():
            return [_shown(item) for item in value]
        case _:
            return value


def _is_markup(name: str | None) -> bool:
    path = Path(name or "")
    return (Path(path.stem) if path.suffix in _OWN else path).suffix.lower() in _MARKUP


def _said(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "asks for too much memory"
    if isinstance(error, TooLongError):
        return str(error)
    if isinstance(error, TemplateError) and error.message:
        return error.message
    return f"{type(error).__name__}: {error}"


def _where(error: Exception, file: Path) -> str:
    """Name the innermost line of a template that the error came from."""
    frames = traceback.extract_tb(error.__traceback__)
    folder = str(file.parent)
    lines = [f"{one.filename}:{one.lineno}" for one in frames if one.filename.startswith(folder)]
    return lines[-1] if lines else str(file)
