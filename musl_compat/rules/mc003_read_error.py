"""MC003: the file could not be read through."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import UNREADABLE, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC003",
    "read-error",
    topic="could not analyse",
    severity=Severity.WARNING,
    since="0.1.0",
    when=UNREADABLE,
    certain=UNREADABLE,
    evidence=("pread(2)",),
    fires_on="corpus:hello io-error",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A file that the system could not read to its end, or that got shorter while it was read.

    ## Why it breaks on musl
    Nobody knows: the file was not judged.

    ## How to fix
    Check it again when nothing writes to it; look at the disk if the error stays.

    ## Evidence
    The table that was being read, the offset, and the system's error.
    """
    error = ctx.error
    if error is not None and error.status in ("io", "changed"):
        yield Finding(
            f"could not be read to its end: {error}",
            evidence=[f"{error.table} at offset {error.offset:#x}"],
            fix=Fix("Check the file again when nothing writes to it."),
        )
