"""MC109: the object offers symbols that musl's loader cannot bind to."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import LIBRARY, Context, Finding, Fix, counted, rule
from musl_compat.types import Severity


@rule(
    "MC109",
    "ifunc-definition",
    topic="silent traps",
    severity=Severity.WARNING,
    since="0.1.0",
    when=lib.MC_F_IFUNC_DEF,
    evidence=("musl: ldso/dynlink.c, OK_TYPES",),
    fires_on="corpus:ifunc_export",
    silent_on=("corpus:hello", "corpus:gnu_hash"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A library that defines symbols of type STT_GNU_IFUNC for others to use.

    ## Why it breaks on musl
    musl's loader does not take an IFUNC as a definition, so everything that needs one of these names fails
    to start (MC107 there). The library itself may load.

    ## How to fix
    Rebuild the library without IFUNC, or take it from a build for musl.

    ## Evidence
    The names that are defined so.
    """
    names = sorted(s.name for s in ctx.image.symbols() if s.type == STT_GNU_IFUNC and s.shndx and s.name)
    if names and ctx.has(LIBRARY):
        yield Finding(
            f"defines {counted(len(names), 'symbol')} as IFUNC: nothing can bind to them on musl",
            title=f"IFUNC definitions, invisible to others, {len(names)}",
            symbols=names,
            evidence=names,
            fix=Fix("Rebuild the library without IFUNC, or take it from a build for musl."),
        )


STT_GNU_IFUNC = 10
