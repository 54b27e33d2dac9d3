"""MC306: a thread that may reach too deep a function through a pointer."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules import _threads
from musl_compat.rules.model import STARTS_THREADS, Context, Finding, Fix, rule
from musl_compat.types import Confidence, Severity


@rule(
    "MC306",
    "thread-pointer-calls",
    topic="good to know",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    since="0.1.0",
    when=STARTS_THREADS,
    evidence=(
        "measured for this project: the programs of corpus/stacks on musl 1.2.2, 1.2.3, 1.2.5 and 1.2.6",
    ),
    fires_on="corpus:thread_table",
    silent_on=(
        "corpus:thread_big_frame",
        "corpus:thread_callback",
        "corpus:thread_recursion",
        "corpus:hello",
    ),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A thread that calls through pointers (tables, virtual functions, hooks) in an object that holds the
    address of a function which would not fit on the thread's stack.

    ## Why it breaks on musl
    Where the pointer leads is decided at run time. If it leads there, the 128 KiB that musl gives to a thread
    are exceeded where glibc's 8 MiB, mostly, are not.

    ## How to fix
    If the thread can call it, give the thread more stack: link the program with `-Wl,-z,stack-size=N`, or use
    `pthread_attr_setstacksize`.

    ## Evidence
    The thread's start, and the deepest path from a function whose address is held in data or formed in code.
    That this thread calls it is not known.
    """
    from musl_compat.stack import ThreadVerdict, depth_of, words

    found = [thread for thread in ctx.threads() if thread.verdict is ThreadVerdict.POINTERS]
    if not found:
        return
    worst = max(found, key=lambda thread: depth_of(thread.path))
    name = words.entry(_threads.report_of(ctx), worst)
    yield Finding(
        f"the thread that runs {name} calls through pointers; {worst.path[0].name}, whose address is held, "
        f"needs {depth_of(worst.path):,} bytes of the {worst.size:,} that it gets{_threads.and_more(found)}",
        evidence=_threads.evidence(ctx, found),
        fix=Fix("If the thread can call it, give the thread a larger stack."),
    )
