"""MC105: symbols of the program that loads the object."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat import kb
from musl_compat.rules.model import MISSING_HOST, Context, Finding, counted, rule
from musl_compat.types import Severity


@rule(
    "MC105",
    "host-symbol",
    topic="good to know",
    severity=Severity.NOTE,
    since="0.1.0",
    when=MISSING_HOST,
    evidence=("musl: ldso/dynlink.c, dlopen",),
    fires_on="corpus:python_module closure",
    silent_on=("corpus:hello closure", "corpus:python_module"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    With `--closure`: symbols that the program which loads the object supplies, such as those of Python or
    Node.

    ## Why it breaks on musl
    It does not, in that program. Loaded by itself (`ld-musl --list`), the object misses them.

    ## How to fix
    Nothing to do, as long as the host program is built for musl too.

    ## Evidence
    The symbols, and whose they are by their names.
    """
    hosts: dict[str, set[str]] = {}
    for missing in ctx.bound.missing:
        if missing.kind == "host":
            hosts.setdefault(kb.host_of(missing.name) or "host", set()).add(missing.name)
    for host, names in sorted(hosts.items()):
        yield Finding(
            f"{counted(len(names), 'symbol')} that {host} has to supply when it loads this",
            title=f"symbols that {host} supplies, {len(names)}",
            symbols=sorted(names),
            evidence=sorted(names),
        )
