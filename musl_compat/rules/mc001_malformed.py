"""MC001: a table of the file cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import UNREADABLE, Context, Finding, rule
from musl_compat.types import Severity


@rule(
    "MC001",
    "malformed",
    topic="could not analyse",
    severity=Severity.WARNING,
    since="0.1.0",
    when=UNREADABLE,
    certain=UNREADABLE,
    evidence=("gABI: chapters 4 and 5",),
    fires_on="corpus:hello cut=100",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A file with the ELF magic whose headers or dynamic tables cannot be read: cut short, or holding values
    that the gABI does not allow.

    ## Why it breaks on musl
    Nobody knows: what cannot be read was not judged. A loader may refuse the file, crash, or get by without
    the table.

    ## How to fix
    Compare the file with its origin (a broken download, a stripped or packed binary). The message names the
    table and the byte offset.

    ## Evidence
    The table and the offset, in bytes from the start of the file.
    """
    error = ctx.error
    if error is not None and error.status in ("truncated", "malformed"):
        yield Finding(f"cannot be read: {error}", evidence=[f"{error.table} at offset {error.offset:#x}"])
