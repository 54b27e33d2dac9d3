"""MC104: a symbol that no library of the closure defines, and that is not libc's."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules._missing import OWN_RULE, asked_for
from musl_compat.rules.model import MISSING_OTHER, Context, Finding, Fix, counted, rule
from musl_compat.types import Severity


@rule(
    "MC104",
    "missing-library-symbol",
    topic="missing symbols",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_OTHER,
    certain=MISSING_OTHER,
    evidence=("musl: ldso/dynlink.c, do_relocs", "observed: symbol not found"),
    fires_on="corpus:used_undefined closure",
    silent_on=("corpus:unused_undefined closure", "corpus:runpath_origin closure"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: a strong reference, used by a relocation, to a symbol of a library other than libc
    that no object of the link map defines.

    ## Why it breaks on musl
    musl binds everything at start-up: one name that is not found, in the program or any library, stops the
    start. glibc may have bound lazily and never met the call, or found the library by its DT_SONAME, which
    musl never reads.

    ## How to fix
    Supply the version of the library that has the symbol. When a library is missing (MC102), mend that first.

    ## Evidence
    Each symbol, the version asked for, and the object that asks.
    """
    missing = [m for m in ctx.bound.missing if m.kind == "library" and m.reason not in OWN_RULE]
    if missing:
        yield Finding(
            f"{counted(len(missing), 'symbol')} of other libraries not found",
            title=f"of other libraries, {len(missing)}",
            symbols=sorted({m.name for m in missing}),
            evidence=[asked_for(m, ctx.path) for m in missing],
            fix=Fix(
                "Supply the libraries that define the missing symbols, in the versions that this "
                "was linked with."
            ),
        )
