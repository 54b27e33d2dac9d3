"""MC113: a position-independent program without PT_PHDR."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import EXECUTABLE, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC113",
    "pie-without-pt-phdr",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=EXECUTABLE,
    evidence=("musl: ldso/dynlink.c, __dls3 (base from PT_PHDR)", "observed: SIGSEGV"),
    fires_on="corpus:no_pt_phdr",
    silent_on=("corpus:hello", "corpus:hello_no_pie"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A program of type ET_DYN with an interpreter and no PT_PHDR program header.

    ## Why it breaks on musl
    The loader learns from PT_PHDR how far the kernel moved the program. Without one it takes it as not
    moved and crashes on the first relocation. Started through the loader as a command, the program works.

    ## How to fix
    Relink with a linker that writes PT_PHDR (all common ones do); tools that rewrite ELF files can lose it.

    ## Evidence
    The types of program header that are there.
    """
    image = ctx.image
    if image.flags & (lib.MC_F_INTERP | lib.MC_F_PT_PHDR) == lib.MC_F_INTERP and image.type == ET_DYN:
        yield Finding(
            "a position-independent program without PT_PHDR: started by the kernel, the loader "
            "cannot tell where it is",
            evidence=["no PT_PHDR among the program headers"],
            fix=Fix("Relink it, or start it through the loader."),
        )


ET_DYN = 3
