"""MC120: functions that musl never calls."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import EXECUTABLE, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC120",
    "preinit-array",
    topic="silent traps",
    severity=Severity.WARNING,
    since="0.1.0",
    when=lib.MC_F_PREINIT_ARRAY,
    evidence=(
        "musl: ldso/dynlink.c and src/env/__libc_start_main.c (DT_PREINIT_ARRAY is never read)",
        "observed: not run",
    ),
    fires_on="corpus:preinit_array",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A program with DT_PREINIT_ARRAY: functions to be called before any library's constructors. Sanitizer and
    profiler runtimes use it.

    ## Why it breaks on musl
    musl never reads the tag. The functions are not called, without a word.

    ## How to fix
    Use constructors (`__attribute__((constructor))`) where the order does not matter; rebuild without the
    sanitizer otherwise.

    ## Evidence
    The tag in PT_DYNAMIC.
    """
    if ctx.has(EXECUTABLE):
        yield Finding(
            "has functions in DT_PREINIT_ARRAY: musl never calls them",
            evidence=["DT_PREINIT_ARRAY in PT_DYNAMIC"],
            fix=Fix(
                "Rebuild with constructors in place of .preinit_array (or without the sanitizer "
                "that uses it)."
            ),
        )
