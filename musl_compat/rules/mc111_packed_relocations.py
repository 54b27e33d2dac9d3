"""MC111: relocation formats that musl never reads."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC111",
    "packed-relocations",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=lib.MC_F_ANDROID_REL | lib.MC_F_CREL,
    evidence=("musl: ldso/dynlink.c, reloc_all (DT_REL, DT_RELA, DT_JMPREL, DT_RELR only)",),
    fires_on="corpus:relr retag=36:0x6fffe000",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    Relocations in Android's packed format (DT_ANDROID_REL, DT_ANDROID_RELA, DT_ANDROID_RELR) or in the CREL
    format (DT_CREL).

    ## Why it breaks on musl
    musl does not know these tags and passes over them without a word. What they would relocate keeps its
    link-time value, and the program crashes.

    ## How to fix
    Relink without `--pack-dyn-relocs=android` or `-z crel`.

    ## Evidence
    The object that has such a table.
    """
    for path, image in ctx.objects(lib.MC_F_ANDROID_REL | lib.MC_F_CREL):
        form = "CREL" if image.flags & lib.MC_F_CREL else "Android's packed"
        where = "" if path == ctx.path else f"{path}: "
        yield Finding(
            f"{where}relocations in {form} format are ignored by musl: it crashes with unrelocated pointers",
            evidence=[f"{path}: {form} relocations"],
            fix=Fix("Relink without packed relocations (no --pack-dyn-relocs=android, no -z crel)."),
        )
