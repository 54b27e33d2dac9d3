"""MC114: no table to look symbols up in."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import ANY_HASH, NO_HASH, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC114",
    "no-hash-table",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=NO_HASH,
    certain=NO_HASH,
    evidence=("musl: ldso/dynlink.c, find_sym2",),
    fires_on=(
        "corpus:gnu_hash retag=0x6ffffef5:0x6ffffdf8",
        "corpus:runpath_origin closure retag-library=0x6ffffef5:0x6ffffdf8",
    ),
    silent_on=("corpus:gnu_hash", "corpus:sysv_hash", "corpus:hello_static_pie"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A dynamic object, or one of its closure, with neither DT_GNU_HASH nor DT_HASH (or with a hash of a kind
    that musl does not read, such as DT_MIPS_XHASH).

    ## Why it breaks on musl
    The loader looks every symbol up in every object, and goes through a null pointer where there is no
    table: it crashes.

    ## How to fix
    Relink with `-Wl,--hash-style=gnu` or `both`.

    ## Evidence
    The absence of both tags in PT_DYNAMIC.
    """
    for path, image in ctx.loaded():
        if not image.flags & ANY_HASH:
            where = "" if path == ctx.path else f"{path}: "
            yield Finding(
                f"{where}neither DT_GNU_HASH nor DT_HASH: the loader crashes in its first symbol lookup",
                evidence=[f"{path}: PT_DYNAMIC has no DT_GNU_HASH and no DT_HASH"],
                fix=Fix("Relink with -Wl,--hash-style=both."),
            )
