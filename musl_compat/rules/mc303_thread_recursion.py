"""MC303: recursion or alloca on a thread."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules import _threads
from musl_compat.rules.model import STARTS_THREADS, Context, Finding, Fix, rule
from musl_compat.types import Confidence, Severity


@rule(
    "MC303",
    "thread-recursion",
    topic="good to know",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    since="0.1.0",
    when=STARTS_THREADS,
    evidence=("measured for this project: 38 programs, 11 of which overflow",),
    fires_on=("corpus:thread_recursion", "corpus:thread_alloca"),
    silent_on=("corpus:thread_big_frame_sized", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A thread that reaches a function which calls itself, directly or around a circle, or one whose frame has
    no bound that the code shows (alloca, an array of variable length).

    ## Why it breaks on musl
    How deep it goes depends on the input. What fits into the 8 MiB that glibc mostly gives to a thread may
    not fit into musl's 128 KiB, and then it is a segmentation fault.

    ## How to fix
    If the input can be deep, give the thread more stack: link the program with `-Wl,-z,stack-size=N`, or use
    `pthread_attr_setstacksize`.

    ## Evidence
    The most bytes that one turn of the recursion takes, and for how many of these turns there is room.
    """
    from musl_compat.stack import ThreadVerdict, words

    kinds = (ThreadVerdict.RECURSES, ThreadVerdict.UNBOUNDED)
    found = [thread for thread in ctx.threads() if thread.verdict in kinds]
    if not found:
        return
    found.sort(key=lambda thread: -thread.turn)
    worst = found[0]
    if worst.turn:
        what = f"recursion: at most {worst.turn:,} bytes a turn, room for at least {worst.turns:,} turns"
    elif worst.verdict is ThreadVerdict.RECURSES:
        what = "recursion"
    else:
        what = "a frame whose size depends on data (alloca)"
    name = words.entry(_threads.report_of(ctx), worst)
    yield Finding(
        f"the thread that runs {name} reaches {what} in {worst.size:,} bytes of stack"
        f"{_threads.and_more(found)}",
        evidence=_threads.evidence(ctx, found),
        fix=Fix("If its input can be deep, give the thread a larger stack."),
    )
