"""MC110: DT_RELR on a musl that does not know it."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import Context, Finding, Fix, rule
from musl_compat.types import Applicability, Severity


@rule(
    "MC110",
    "relr-ignored",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=lib.MC_F_RELR,
    evidence=(
        "musl: WHATSNEW of 1.2.4",
        "observed: SIGSEGV before 1.2.4",
    ),
    fires_on="corpus:relr target=musl:1.2.3",
    silent_on=("corpus:relr target=musl:1.2.5", "corpus:hello target=musl:1.2.3"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    Relative relocations packed in DT_RELR, on a target before 1.2.4.

    ## Why it breaks on musl
    A loader that does not know the tag passes over it without a word, and the pointers keep their link-time
    values: the program crashes in its first constructor. glibc guards against that with the version
    GLIBC_ABI_DT_RELR, which musl never reads.

    ## How to fix
    `muslcheck fix` unpacks them. Or take musl 1.2.4 or later, or relink with `-Wl,-z,nopack-relative-relocs`.

    ## Evidence
    The object with DT_RELR, and how many words it holds.
    """
    if ctx.traits.relr:
        return
    for path, image in ctx.objects(lib.MC_F_RELR):
        where = "" if path == ctx.path else f"{path}: "
        yield Finding(
            f"{where}DT_RELR is ignored by {ctx.target.name}: it crashes with unrelocated pointers",
            evidence=[f"{path}: DT_RELR, {image.c.relr_count} words"],
            fix=Fix(
                "Take musl 1.2.4 or later, or relink with -Wl,-z,nopack-relative-relocs.",
                Applicability.SAFE if path == ctx.path else Applicability.MANUAL,
            ),
        )
