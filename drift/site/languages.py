"""The settings of a Hugo site -> the folder of the language that is published without its name."""

from __future__ import annotations

import re

from drift.site.settings import Settings

_DEFAULT = re.compile(
    r"""^defaultContentLanguage[ \t]*[:=][ \t]*['"]?([\w-]+)""", re.MULTILINE | re.IGNORECASE
)
_IN_FOLDER = re.compile(
    r"""^defaultContentLanguageInSubdir[ \t]*[:=][ \t]*['"]?true""", re.MULTILINE | re.IGNORECASE
)


def unnamed(settings: Settings) -> str:
    """Find the folder that no address names.

    Args:
        settings: Of a site with a folder a language.

    Returns:
        The folder below that of all documents, `/en/`; a slash where the configuration names no language.
    """
    text = "\n".join(settings.configs.values())
    default = _DEFAULT.search(text)
    return f"/{default[1]}/" if default and not _IN_FOLDER.search(text) else "/"
