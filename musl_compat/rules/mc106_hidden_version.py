"""MC106: the only definition is a hidden version."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.loader.binding import ONLY_HIDDEN
from musl_compat.rules._missing import asked_for
from musl_compat.rules.model import MISSING_LIBC, MISSING_OTHER, Context, Finding, Fix, counted, rule
from musl_compat.types import Severity


@rule(
    "MC106",
    "hidden-version",
    topic="missing symbols",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_LIBC | MISSING_OTHER,
    certain=MISSING_LIBC | MISSING_OTHER,
    evidence=(
        "musl: ldso/dynlink.c, find_sym2 and the 0x8000 bit of DT_VERSYM",
        "observed: symbol not found",
    ),
    fires_on=("corpus:hidden_version", "corpus:hidden_version closure", "corpus:hidden_libgcc"),
    silent_on=("corpus:hello", "corpus:versioned_old"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A reference whose only definition is a non-default version (`foo@V1`), in this object or in a library of
    the closure.

    ## Why it breaks on musl
    musl compares no versions: it only passes over definitions that carry the hidden bit. What exists as a
    hidden version alone is invisible, even to the object that defines it. The best known victim is GCC's
    libgcc_s.so.1, which refers to its own `__cpu_model@GCC_4.8.0`. Objects that were linked with gcc 4.8 may
    want that of it too, which is known without a look at the library.

    ## How to fix
    Supply the plain name in another library (a shim), or relink the library with a default version
    (`foo@@V1`).

    ## Evidence
    The symbol with its version, and the object that asks for it.
    """
    hidden = [m for m in ctx.bound.missing if m.reason == ONLY_HIDDEN and m.kind != "host"]
    if hidden:
        yield Finding(
            f"{counted(len(hidden), 'symbol')} defined only as hidden versions, which musl does not see",
            title=f"defined only as hidden versions, {len(hidden)}",
            symbols=sorted({m.name for m in hidden}),
            evidence=[asked_for(m, ctx.path) for m in hidden],
            fix=Fix(
                "Supply the plain names in a library of their own, or relink with default versions "
                "(name@@VERSION)."
            ),
        )
