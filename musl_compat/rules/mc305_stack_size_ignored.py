"""MC305: a stack size that counts only at start-up."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import LIBRARY, Context, Finding, Fix, rule
from musl_compat.types import Severity

_DEFAULT = 128 << 10


@rule(
    "MC305",
    "stack-size-of-library",
    topic="good to know",
    severity=Severity.NOTE,
    since="0.1.0",
    when=lib.MC_F_GNU_STACK,
    evidence=("measured for this project: p_memsz of the program, of DT_NEEDED and of dlopen'ed libraries",),
    fires_on="corpus:stack_size_library",
    silent_on=("corpus:stack_size", "corpus:rpath_origin", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A library that asks for thread stacks above musl's default in PT_GNU_STACK.

    ## Why it breaks on musl
    musl heeds the size in objects that are loaded at start-up, the largest wins, up to 8 MiB. A library that
    dlopen loads asks in vain: a plug-in cannot give itself larger stacks.

    ## How to fix
    Where it is loaded by dlopen, link the program with `-Wl,-z,stack-size=N`, or preload the library
    (LD_PRELOAD).

    ## Evidence
    The size in PT_GNU_STACK.
    """
    asked = ctx.image.stack_memsz
    if ctx.has(LIBRARY) and asked > _DEFAULT:
        yield Finding(
            f"asks for thread stacks of {asked:,} bytes, which musl heeds only when it is loaded at start-up",
            evidence=[f"PT_GNU_STACK: p_memsz {asked:#x}"],
            fix=Fix("If it is loaded by dlopen, ask for the stack size in the program."),
        )
