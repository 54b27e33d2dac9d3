"""MC117: libc is not in the closure."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import MISSING_HOST, MISSING_LIBC, Context, Finding, Fix, rule
from musl_compat.types import Applicability, Severity


@rule(
    "MC117",
    "no-libc",
    topic="missing symbols",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_LIBC,
    evidence=(
        "musl: ldso/dynlink.c, load_library (libc joins when it is named)",
        "observed: every libc symbol not found",
    ),
    fires_on="corpus:no_reserved_needed closure",
    silent_on=("corpus:hello closure", "corpus:no_reserved_needed"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: no object of the link map names libc in DT_NEEDED (by any of the names that musl takes
    for itself), and symbols of libc are wanted.

    ## Why it breaks on musl
    The loader is libc, but it searches its own symbols only when some object asks for libc by name. Without
    that, every libc symbol is not found.

    ## How to fix
    Add libc to DT_NEEDED (`patchelf --add-needed libc.so`), or link with it.

    ## Evidence
    The DT_NEEDED names of the object.
    """
    link_map = ctx.bound.link_map
    # A plug-in finds libc in the program that loads it.
    if link_map is not None and not link_map.has_libc and not ctx.has(MISSING_HOST):
        needed = ", ".join(ctx.image.needed) or "nothing"
        yield Finding(
            "no object of the closure names libc in DT_NEEDED, so none of libc's symbols is found",
            evidence=[f"DT_NEEDED: {needed}"],
            fix=Fix("Add libc.so to DT_NEEDED.", Applicability.SAFE),
        )
