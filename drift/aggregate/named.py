"""What a user calls a page or section -> its place at a revision."""

from __future__ import annotations

from posixpath import relpath

from rapidfuzz import process

from drift.aggregate.anchors import Anchors
from drift.aggregate.standpoint import Standpoint
from drift.errors import RevisionError
from drift.revision.git import Repository
from drift.site.paths import join
from drift.site.tree_site import TreeSite
from drift.trees.walk import walk


def find(site: TreeSite, repository: Repository, word: str, rev: str) -> Standpoint:
    """Find what a user means.

    Args:
        site: The revision.
        repository: Whose it is; paths count from where the user stands, else from its top.
        word: `PAGE`, or `PAGE#ANCHOR`, where a heading may stand for its anchor.
        rev: What the user calls the revision.

    Returns:
        The place.

    Raises:
        RevisionError: There is no such page or anchor; the nearest is named, or when the page was removed.
    """
    whole = any(one in site.pages for one in _paths(repository, word))
    written, _, anchor = (word, "", "") if whole else word.partition("#")
    path = next((one for one in _paths(repository, written) if one in site.pages), None)
    if path is None:
        raise _no_page(site, repository, written, rev)
    if not anchor:
        return Standpoint((path, ""))
    spots = Anchors(site).on(path)
    trails = [trail for trail, _ in walk(site.pages[path].root) if trail]
    keyed = dict(zip(spots.sections, trails, strict=True))
    headings = {trail[-1]: key for key, trail in reversed(keyed.items())}
    # Docutils folds the case of labels, and a reader has them from the source.
    names = {name.casefold(): key for key, name in spots.fragments.values()}
    known = {**headings, **{fragment: key for fragment, (key, _) in spots.fragments.items()}}
    key = known.get(anchor, names.get(anchor.casefold()))
    if key is None:
        near = process.extractOne(anchor, [*spots.fragments, *headings], score_cutoff=60)
        raise RevisionError(
            f"has no anchor and no heading '{anchor}' at {rev}",
            where=path,
            remedy=f"the nearest is '{near[0]}'" if near else "",
        )
    return Standpoint((path, key), keyed.get(key, ()))


def _paths(repository: Repository, written: str) -> list[str]:
    here = join(repository.prefix, written)
    return list(dict.fromkeys([*([here] if here else []), written]))


def _no_page(site: TreeSite, repository: Repository, written: str, rev: str) -> RevisionError:
    for path in _paths(repository, written) if written else ():
        if any(page.startswith(f"{path}/") for page in site.pages):
            # Of a folder, git would name a commit that removed a page in it.
            continue
        words = (
            "--format=%h",
            "-1",
            "--first-parent",
            "-m",
            "--diff-filter=D",
            "--end-of-options",
            rev,
            "--",
            relpath(path, repository.prefix or "."),
        )
        removed = repository.ask("log", *words)
        if removed:
            commit = removed.strip()
            return RevisionError(
                f"is no page at {rev}; {commit} removed or moved it",
                where=written,
                remedy=f"trace it with --at {commit}^",
            )
    near = process.extractOne(written, list(site.pages), score_cutoff=60)
    remedy = f"the nearest is '{near[0]}'" if near else "drift tree lists the pages"
    return RevisionError(f"is no page at {rev}", where=written or "PAGE", remedy=remedy)
