"""MC301: a thread whose calls are deeper than its stack."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules import _threads
from musl_compat.rules.model import LIBRARY, STARTS_THREADS, Context, Finding, rule
from musl_compat.types import Severity


@rule(
    "MC301",
    "thread-stack-exceeded",
    topic="silent traps",
    severity=Severity.ERROR,
    since="0.1.0",
    when=STARTS_THREADS,
    evidence=(
        "measured for this project: thread stacks of musl 1.2.2, 1.2.3, 1.2.5 and 1.2.6",
        "musl: WHATSNEW of 1.1.21",
    ),
    fires_on="corpus:thread_big_frame",
    silent_on=(
        "corpus:thread_big_frame_sized",
        "corpus:thread_big_frame_linked",
        "corpus:thread_callback",
        "corpus:thread_recursion",
        "corpus:hello",
    ),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A thread of a program whose function leads, by direct calls alone, to a stack that is deeper than the one
    that the thread gets.

    ## Why it breaks on musl
    musl gives a thread 128 KiB where glibc gives it the soft limit of `ulimit -s`, mostly 8 MiB. Only
    PT_GNU_STACK of an object that is loaded at start-up, or an attribute, makes it larger; `ulimit -s` does
    not. The first call of the path that goes over the end of the stack is a segmentation fault.

    ## How to fix
    Link the program with `-Wl,-z,stack-size=N`, give the thread an attribute with
    `pthread_attr_setstacksize`, or keep large buffers off the stack.

    ## Evidence
    The call that starts the thread, and the deepest path with the bytes of each frame, from the machine code.
    The path is there; whether the program's input ever leads down all of it is not known.
    """
    from musl_compat.stack import ThreadVerdict

    if ctx.has(LIBRARY):
        return
    deep = [
        (thread.depth, thread)
        for thread in ctx.threads()
        if thread.verdict is ThreadVerdict.OVERFLOWS and thread.depth is not None
    ]
    if deep:
        yield _threads.too_deep(ctx, deep, ": it crashes")
