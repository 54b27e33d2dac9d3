"""MC101: PT_INTERP names another libc's loader."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import FOREIGN_INTERP, Context, Finding, Fix, rule
from musl_compat.types import Applicability, Severity


@rule(
    "MC101",
    "foreign-interpreter",
    topic="interpreter",
    severity=Severity.ERROR,
    since="0.1.0",
    when=FOREIGN_INTERP,
    certain=FOREIGN_INTERP,
    evidence=("gABI: chapter 5, Program Interpreter", "execve(2): ENOENT"),
    fires_on="corpus:hello",
    silent_on=("corpus:musl_program", "corpus:hello_static", "corpus:hidden_version"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A program whose PT_INTERP is not the path of the target's loader.

    ## Why it breaks on musl
    The kernel, not libc, looks for the interpreter. When the path does not exist, execve fails with ENOENT,
    and the shell says "not found" of a file that is there. musl never gets to run.

    ## How to fix
    `muslcheck fix` writes a copy with musl's loader as the interpreter. Else start the program through the
    loader (`/lib/ld-musl-x86_64.so.1 ./program`; then /proc/self/exe is the loader), or rebuild. What else
    is listed stays to do.

    ## Evidence
    The path in PT_INTERP.
    """
    interpreter = ctx.image.interpreter or ""
    wanted = ctx.target.interpreter(ctx.arch or "")
    yield Finding(
        f"{interpreter} is another libc's loader; that of {ctx.target.name} is {wanted}",
        evidence=[f"PT_INTERP is {interpreter}"],
        fix=Fix(
            f"Set the interpreter to {wanted}, or start the program through it.",
            Applicability.SAFE,
        ),
    )
