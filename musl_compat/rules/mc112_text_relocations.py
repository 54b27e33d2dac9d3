"""MC112: text relocations that musl cannot apply."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import EXECUTABLE, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC112",
    "text-relocations",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=lib.MC_F_TEXTREL_TAG | lib.MC_F_TEXTREL_FLAG,
    evidence=(
        "musl: ldso/dynlink.c, map_library (DT_TEXTREL) and kernel_mapped_dso",
        "observed: SIGSEGV in the loader",
    ),
    fires_on="corpus:textrel",
    silent_on=("corpus:textrel_library", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    Relocations into a segment that is not writable: in a program, or in a library that says so only by
    DF_TEXTREL in DT_FLAGS.

    ## Why it breaks on musl
    For what it maps itself, musl's loader makes the text writable when it sees the DT_TEXTREL tag; it does
    not look at DF_TEXTREL. A program is mapped by the kernel, so its text stays read-only either way, and
    the loader crashes while relocating it.

    ## How to fix
    Rebuild as position-independent code: -fPIE -pie for a program, -fPIC for a library; `-Wl,-z,text` makes
    the linker refuse what is left.

    ## Evidence
    The tag or flag, and whether the object is a program.
    """
    for path, image in ctx.objects(lib.MC_F_TEXTREL_TAG | lib.MC_F_TEXTREL_FLAG):
        is_program = path == ctx.path and ctx.has(EXECUTABLE)
        tagged = bool(image.flags & lib.MC_F_TEXTREL_TAG)
        if tagged and not is_program:
            continue
        where = "" if path == ctx.path else f"{path}: "
        why = (
            "the kernel maps a program read-only"
            if is_program
            else "DF_TEXTREL without DT_TEXTREL is not seen"
        )
        yield Finding(
            f"{where}text relocations: the loader crashes, for {why}",
            evidence=[f"{path}: {'DT_TEXTREL' if tagged else 'DF_TEXTREL in DT_FLAGS'}"],
            fix=Fix("Rebuild as position-independent code (-fPIE -pie, -fPIC)."),
        )
