"""MC108: a relocation type that the loader refuses."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import UNSUPPORTED_RELOC, Context, Finding, Fix, counted, rule
from musl_compat.types import Applicability, Severity


@rule(
    "MC108",
    "unsupported-relocation",
    topic="refused by the loader",
    severity=Severity.ERROR,
    since="0.1.0",
    when=UNSUPPORTED_RELOC,
    certain=UNSUPPORTED_RELOC,
    evidence=("musl: ldso/dynlink.c, do_relocs; arch/*/reloc.h", "observed: unsupported relocation type"),
    fires_on="corpus:irelative",
    silent_on=("corpus:hello", "corpus:tlsdesc", "corpus:hello_static_pie"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A dynamic relocation of a type that musl's loader does not process on this architecture. Nearly always
    it is IRELATIVE, the relocation of an IFUNC.

    ## Why it breaks on musl
    The loader prints "unsupported relocation type" and the start fails. No version of musl knows IRELATIVE.

    ## How to fix
    `muslcheck fix` lets the object run its resolvers itself. Or rebuild without IFUNC (no
    `__attribute__((ifunc))`, no `target_clones`). Types other than IRELATIVE come from code that was not
    compiled for where it ends up: rebuild with -fPIC.

    ## Evidence
    The type's number and psABI name, how many entries, and in which object.
    """
    for one in ctx.bound.unsupported:
        where = "" if one.requested_by == ctx.path else f" in {one.requested_by}"
        is_ifunc = "IRELATIVE" in one.name
        yield Finding(
            f"{counted(one.total, 'relocation')} of type {one.type} ({one.name}){where}" + _IFUNC * is_ifunc,
            evidence=[f"{one.requested_by}: {one.name} ({one.type}), {counted(one.total, 'time')}"],
            fix=_NO_IFUNC if is_ifunc else _PIC,
        )


_IFUNC = ": IFUNC, which musl does not have"
_NO_IFUNC = Fix("Rebuild without IFUNC (no ifunc attribute, no target_clones).", Applicability.SAFE)
_PIC = Fix("Rebuild as position-independent code (-fPIC).")
