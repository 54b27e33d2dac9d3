"""MC118: the search for a library ends at a file of another class."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.loader.search import EXEC_FORMAT_ERROR
from musl_compat.rules.model import MISSING_LIBRARY, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC118",
    "wrong-class-file",
    topic="missing libraries",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_LIBRARY,
    certain=MISSING_LIBRARY,
    evidence=("musl: ldso/dynlink.c, path_open and map_library", "observed: Exec format error"),
    fires_on="corpus:runpath_origin closure garbage-library",
    silent_on=("corpus:runpath_origin closure", "corpus:needs_ld_linux"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: the first file of a library's name that the search meets cannot be mapped: it is of
    the other word size or byte order, or no ELF library at all.

    ## Why it breaks on musl
    musl takes the first file that it can open. It does not look whether the file fits, and does not go on
    to the next directory as glibc does: the start fails with "Exec format error".

    ## How to fix
    Take the directory out of the search path, or put the right one before it.

    ## Evidence
    The name, and the object that needs it.
    """
    for missing in ctx.bound.missing_libraries:
        if missing.reason == EXEC_FORMAT_ERROR:
            yield Finding(
                f"the first {missing.name} on the search path cannot be mapped (another class, or "
                "no ELF library)",
                symbols=[missing.name],
                evidence=[f"needed by {missing.needed_by}: {missing.reason}"],
                fix=Fix(f"Put the directory of the right {missing.name} first on the search path."),
            )
