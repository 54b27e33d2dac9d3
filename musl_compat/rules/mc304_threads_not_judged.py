"""MC304: threads that could not be judged."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import STARTS_THREADS, Context, Finding, counted, rule
from musl_compat.types import Severity


@rule(
    "MC304",
    "threads-not-judged",
    topic="good to know",
    severity=Severity.NOTE,
    since="0.1.0",
    when=STARTS_THREADS,
    evidence=("measured for this project: 508 of 596 thread starts recovered",),
    fires_on="corpus:thread_unresolved",
    silent_on=("corpus:thread_big_frame", "corpus:thread_big_frame_sized", "corpus:thread_recursion"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    Threads of which the machine code does not tell the function that they run, or the stack that the object
    asks for; and objects that start threads and whose code could not be read, or was too much to read.

    ## Why it breaks on musl
    Nobody knows that it does: the stacks of these threads were not compared with what musl gives. The verdict
    is that of everything else; it stays what it would be for a program without threads, as most programs
    that start threads fit into 128 KiB.

    ## How to fix
    Nothing has to be fixed. To be sure, run the program's threads on musl, or give them more stack: link the
    program with `-Wl,-z,stack-size=N`.

    ## Evidence
    The calls that start these threads, or why the code was not read.
    """
    from musl_compat.stack import ThreadVerdict, words

    report = ctx.stacks()
    if isinstance(report, str):
        yield Finding(
            f"it starts threads, but their stacks were not looked at: {report}",
            evidence=[f"{ctx.path}: {report}"],
        )
        return
    # a thread that asks for a size of its own and starts something unknown is no question of musl's default
    places = [
        words.place(report, thread)
        for thread in report.threads
        if thread.verdict is ThreadVerdict.UNKNOWN and thread.start.stack != "sized"
    ]
    if places:
        yield Finding(
            f"{counted(len(places), 'thread start')} of {len(report.threads)} not judged: what runs, or on "
            "which stack, is not known",
            evidence=places,
        )
