"""MC103: symbols of glibc that the target's libc does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from musl_compat import kb
from musl_compat.rules._missing import OWN_RULE, asked_for
from musl_compat.rules.model import MISSING_LIBC, Context, Finding, Fix, counted, rule
from musl_compat.types import Applicability, Severity

if TYPE_CHECKING:
    from musl_compat.loader.binding import MissingSymbol


@rule(
    "MC103",
    "missing-symbol",
    topic="missing symbols",
    severity=Severity.ERROR,
    since="0.1.0",
    when=MISSING_LIBC,
    certain=MISSING_LIBC,
    evidence=("musl: ldso/dynlink.c, do_relocs", "observed: symbol not found"),
    fires_on=("corpus:fortify", "corpus:lfs64_fcntl", "corpus:c23_names", "corpus:dlvsym_user"),
    silent_on=("corpus:hello", "corpus:lfs64", "corpus:weak_undefined", "corpus:unused_undefined"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    Strong references, used by a relocation, to symbols of glibc that the target's libc does not define. There
    is one finding for each cause: fortified calls, large-file names, glibc's own extensions, and so on.

    ## Why it breaks on musl
    musl's loader binds every symbol of every object before anything runs, whether it is ever called or not.
    For each that it does not find it prints "symbol not found", and then exits with status 127. glibc binds
    functions when they are called, so such a program may have run for years without the missing call.

    ## How to fix
    `muslcheck fix` writes a copy of the file with a library (shim) that has nearly all of these names. Else
    each cause has its own way, which the finding names: another compiler flag, a library that supplies the
    functions, a newer musl.

    ## Evidence
    Each symbol with the version that is asked for.
    """
    groups: dict[str, list[MissingSymbol]] = {}
    for missing in ctx.bound.missing:
        if missing.kind == "libc" and missing.reason not in OWN_RULE:
            groups.setdefault(_group(missing), []).append(missing)
    for group_id in sorted(groups, key=lambda g: (-len(groups[g]), g)):
        group, rows = kb.group(group_id), {m.name: m.row for m in groups[group_id]}
        yield Finding(
            f"{counted(len(rows), 'symbol')} of libc not in {ctx.target.name}: {group.title}",
            title=f"{group.title}, {len(rows)}",
            symbols=sorted(rows),
            evidence=[asked_for(m, ctx.path) for m in groups[group_id]],
            note=_supplied(rows, ctx),
            fix=_fix(group.fix, rows),
        )


def _group(missing: MissingSymbol) -> str:
    return (
        kb.group_of_row(missing.row) if missing.row >= 0 else kb.group_of_name(missing.name, missing.version)
    )


def _fix(others: str, rows: dict[str, int]) -> Fix:
    """What to do about these names: all of them can be had by a fix of the binary, or not."""
    if all(row >= 0 and kb.supplies_row("shim", row) for row in rows.values()):
        return Fix(others, Applicability.SAFE)
    return Fix(others)


def _supplied(rows: dict[str, int], ctx: Context) -> str:
    """Who supplies these names (with their table rows) on the target, and how many of them."""
    counts: dict[str, int] = {}
    for name, row in rows.items():
        known = kb.suppliers_of_row(row, ctx.target) if row >= 0 else kb.suppliers(name, ctx.target)
        for supplier in known:
            counts[supplier.title] = counts.get(supplier.title, 0) + 1
    if not counts:
        return f"no library is known that supplies {'them' if len(rows) > 1 else 'it'}"
    parts = [
        title if n == len(rows) else f"{title} ({n} of {len(rows)})"
        for title, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "supplied by " + ", ".join(parts)
