"""MC116: a file that musl takes for a second libc."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import LIBRARY, Context, Finding, rule
from musl_compat.types import Severity


@rule(
    "MC116",
    "second-libc",
    topic="good to know",
    severity=Severity.NOTE,
    since="0.1.0",
    when=LIBRARY,
    evidence=(
        "musl: ldso/dynlink.c, load_library (since 1.1.17)",
        "observed: the library's own symbols are not found",
    ),
    fires_on="corpus:second_libc",
    silent_on=("corpus:gnu_hash", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A library that defines both `stdin` and `__libc_start_main`.

    ## Why it breaks on musl
    musl's loader takes such a file for a second libc, unmaps it and uses itself instead, without a word.
    Nothing else that the file defines is there. For a real libc that is as it should be.

    ## How to fix
    If this is no libc, hide one of the two names (a version script with `local:`).

    ## Evidence
    The two definitions.
    """
    from musl_compat.loader.linkmap import GUARD, defines

    if ctx.traits.second_libc_guard and all(defines(ctx.image, name) for name in GUARD):
        yield Finding(
            "defines stdin and __libc_start_main: musl's loader uses itself in place of this file",
            evidence=[f"defines {name}" for name in GUARD],
        )
