"""MC006: a library of the closure could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import INCOMPLETE, Context, Finding, rule
from musl_compat.types import Severity


@rule(
    "MC006",
    "closure-incomplete",
    topic="could not analyse",
    severity=Severity.WARNING,
    since="0.1.0",
    when=INCOMPLETE,
    certain=INCOMPLETE,
    evidence=("musl: ldso/dynlink.c, map_library",),
    fires_on="corpus:runpath_origin closure retag-library=5:0x6ffffdf8",
    silent_on="corpus:runpath_origin closure",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: a library that the loader would map and that cannot be analysed (malformed, or above a
    limit).

    ## Why it breaks on musl
    Nobody knows: the symbols that it would give were not seen, and its own references were not judged.

    ## How to fix
    Check that library by itself: the message then names its table and offset.

    ## Evidence
    The library's path, who needs it, and what is wrong with it.
    """
    link_map = ctx.bound.link_map
    assert link_map is not None
    for one in link_map.unreadable:
        yield Finding(
            f"{one.path}, needed by {one.needed_by}, cannot be read: {one.error}", evidence=[one.path]
        )
