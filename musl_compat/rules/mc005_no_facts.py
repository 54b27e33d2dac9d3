"""MC005: the target's symbols are not known on this architecture."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import NO_FACTS, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC005",
    "no-facts",
    topic="could not analyse",
    severity=Severity.WARNING,
    since="0.1.0",
    when=NO_FACTS,
    certain=NO_FACTS,
    evidence=("musl_compat/kb/data/targets.tsv",),
    fires_on="corpus:hello machine=243 target=alpine:3.3",
    silent_on="corpus:hello",
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    An object of an architecture on which it is not known what the target exports.

    ## Why it breaks on musl
    It may or may not: its libc symbols were not judged. Everything else was.

    ## How to fix
    Give the target's own libc.so with `--libc FILE`, or name another target (`muslcheck targets` lists the
    architectures).

    ## Evidence
    The architecture, in musl's name for it.
    """
    yield Finding(
        f"what {ctx.target.name} exports on {ctx.arch} is not known, so libc's symbols were not judged",
        evidence=[f"known on: {', '.join(ctx.target.archs) or 'none'}"],
        fix=Fix("Give the libc.so of the target with --libc FILE."),
    )
