"""MC122: a weak reference to nothing that the loader reads through."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules._missing import asked_for
from musl_compat.rules.model import NULL_READ, Context, Finding, Fix, counted, rule
from musl_compat.types import Severity


@rule(
    "MC122",
    "null-read",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=NULL_READ,
    certain=NULL_READ,
    evidence=("musl: ldso/dynlink.c, do_relocs (REL_COPY, REL_DTPMOD, REL_TPOFF)", "observed: SIGSEGV"),
    fires_on="corpus:weak_tls closure",
    silent_on=("corpus:weak_undefined closure", "corpus:weak_tls", "corpus:initial_exec_tls closure"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: a weak reference that no object satisfies, by a relocation for thread-local storage or a
    copy relocation.

    ## Why it breaks on musl
    A weak reference to nothing is 0, which is fine where an address is stored. For these relocations musl's
    loader needs what is behind the address, looks without asking, and crashes.

    ## How to fix
    Supply the library that defines the symbol, or rebuild without the weak reference.

    ## Evidence
    Each symbol, and the object that refers to it.
    """
    missing = ctx.bound.null_reads
    yield Finding(
        f"{counted(len(missing), 'weak symbol')} not found that the loader reads: it crashes",
        title=f"weak, not found, and read by the loader, which crashes, {len(missing)}",
        symbols=sorted({m.name for m in missing}),
        evidence=[asked_for(m, ctx.path) for m in missing],
        fix=Fix("Supply the library that defines the symbol, or rebuild without the weak reference."),
    )
