"""MC107: the only definition is an IFUNC."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.loader.binding import TYPE_NOT_ACCEPTED
from musl_compat.rules._missing import asked_for
from musl_compat.rules.model import MISSING_LIBC, MISSING_OTHER, Context, Finding, Fix, counted, rule
from musl_compat.types import Severity


@rule(
    "MC107",
    "ifunc-only",
    topic="missing symbols",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_LIBC | MISSING_OTHER,
    certain=MISSING_LIBC | MISSING_OTHER,
    evidence=("musl: ldso/dynlink.c, OK_TYPES", "observed: symbol not found"),
    fires_on=("corpus:ifunc_user closure",),
    silent_on=("corpus:hello", "corpus:gnu_unique closure"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A reference whose only definition has a type that musl's loader does not take as one: STT_GNU_IFUNC, a
    function that chooses its implementation when it is bound.

    ## Why it breaks on musl
    musl has no IFUNC. Its symbol search passes over such definitions, so the name is not found. GCC's
    libatomic.so.1 defines its 16-byte operations so.

    ## How to fix
    Rebuild the defining library without IFUNC (libatomic: for a musl target), or supply plain functions of
    these names.

    ## Evidence
    The symbol, and the object that asks for it.
    """
    refused = [m for m in ctx.bound.missing if m.reason == TYPE_NOT_ACCEPTED and m.kind != "host"]
    if refused:
        yield Finding(
            f"{counted(len(refused), 'symbol')} defined only as IFUNC, which musl does not have",
            title=f"defined only as IFUNC, {len(refused)}",
            symbols=sorted({m.name for m in refused}),
            evidence=[asked_for(m, ctx.path) for m in refused],
            fix=Fix(
                "Take the defining library from a build for musl, or supply plain functions of these names."
            ),
        )
