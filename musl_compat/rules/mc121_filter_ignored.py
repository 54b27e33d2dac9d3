"""MC121: a filter library whose filtee musl does not load."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat._core import lib
from musl_compat.rules.model import Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC121",
    "filter-ignored",
    topic="silent traps",
    severity=Severity.WARNING,
    since="0.1.0",
    when=lib.MC_F_FILTER,
    certain=lib.MC_F_FILTER,
    evidence=(
        "musl: ldso/dynlink.c (DT_FILTER and DT_AUXILIARY are never read)",
        "observed: the filter's own definition is used",
    ),
    fires_on="corpus:filter",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A library with DT_FILTER or DT_AUXILIARY: its symbols are meant to come from another library.

    ## Why it breaks on musl
    musl never reads these tags. What the library defines by itself is used, which in a filter is often an
    empty body.

    ## How to fix
    Link programs with the library that does the work, or relink this one with it as a plain DT_NEEDED.

    ## Evidence
    The tag in PT_DYNAMIC.
    """
    yield Finding(
        "is a filter (DT_FILTER or DT_AUXILIARY): musl uses its own definitions, not those of the "
        "library behind it",
        evidence=["DT_FILTER or DT_AUXILIARY in PT_DYNAMIC"],
        fix=Fix("Link with the library behind the filter."),
    )
