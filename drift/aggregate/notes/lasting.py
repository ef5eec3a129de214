"""Notes of periods that are long past -> the same, with links that lead somewhere today."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import msgspec

from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.handbook import Handbook
from drift.aggregate.notes.notes import Period


def alive(period: Period, latest: Handbook, forge: Forge) -> Period:
    """Let places whose page is at its address no more lead to the file as it was.

    Args:
        period: Some period of the handbook's history.
        latest: The newest revision that is known.
        forge: Where files can be seen.

    Returns:
        The period; where there is no forge, such a place leads nowhere.
    """

    def seen(value: object) -> object:
        match value:
            case {"title": str(title), "path": str(path), "url": str(url)} if url:
                is_file = bool(forge.url) and url.startswith(f"{forge.url}/")
                if is_file or latest.holds(unquote(urlsplit(url).path)):
                    return value
                file = forge.file(period.new.commit, path)
                return {"title": title, "path": path, "url": file}
            case dict():
                return {name: seen(item) for name, item in value.items()}
            case list() | tuple():
                return [seen(item) for item in value]
            case _:
                return value

    return msgspec.convert(seen(msgspec.to_builtins(period)), Period)
