"""MC002: a limit was reached."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import UNREADABLE, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC002",
    "limit-reached",
    topic="could not analyse",
    severity=Severity.WARNING,
    since="0.1.0",
    when=UNREADABLE,
    certain=UNREADABLE,
    evidence=("csrc/mc_image.h: mc_limits",),
    fires_on="corpus:hello limit=symbols=1",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A file that asks for more memory than the limits allow. They stand so that a hostile file cannot take
    the machine down.

    ## Why it breaks on musl
    Nobody knows: the file was not judged.

    ## How to fix
    If the file is what it should be, raise the limit that the message names: `--limit symbols=8M`.

    ## Evidence
    The table that reached a limit, and what it asked for.
    """
    error = ctx.error
    if error is not None and error.status in ("limit", "no-memory"):
        yield Finding(
            f"asks for more than the limits allow: {error}",
            evidence=[f"{error.table}: {error.offset} asked for"],
            fix=Fix(
                "If the file is what it should be, raise the limit where --limit has a name for it"
                " (muslcheck check --help)."
            ),
        )
