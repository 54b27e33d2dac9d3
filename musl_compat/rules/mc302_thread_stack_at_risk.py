"""MC302: a thread whose calls may be deeper than its stack."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules import _threads
from musl_compat.rules.model import LIBRARY, STARTS_THREADS, Context, Finding, rule
from musl_compat.types import Confidence, Severity


@rule(
    "MC302",
    "thread-stack-at-risk",
    topic="silent traps",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    since="0.1.0",
    when=STARTS_THREADS,
    evidence=(
        "measured for this project: thread stacks of musl 1.2.2, 1.2.3, 1.2.5 and 1.2.6",
        "musl: WHATSNEW of 1.1.21",
    ),
    fires_on=("corpus:thread_callback", "corpus:thread_big_frame_library"),
    silent_on=("corpus:thread_big_frame", "corpus:thread_big_frame_sized", "corpus:thread_recursion"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A thread whose stack is too small if the callbacks whose addresses are taken on its way are called on it;
    and a thread of a library that needs more than musl's default, which the program may have raised.

    ## Why it breaks on musl
    musl gives a thread 128 KiB where glibc gives it the soft limit of `ulimit -s`, mostly 8 MiB. For a
    library the program decides: PT_GNU_STACK of the objects that are loaded at start-up makes the default
    larger, that of what dlopen loads does not.

    ## How to fix
    Link the program with `-Wl,-z,stack-size=N`, give the thread an attribute with
    `pthread_attr_setstacksize`, or keep large buffers off the stack.

    ## Evidence
    The call that starts the thread, and the deepest path with the bytes of each frame, from the machine code.
    That a callback is called on the thread is taken from its address alone.
    """
    from musl_compat.stack import ThreadVerdict

    direct, callbacks = [], []
    for thread in ctx.threads():
        if thread.verdict is ThreadVerdict.MAY_OVERFLOW and thread.callbacks is not None:
            callbacks.append((thread.callbacks, thread))
        elif thread.verdict is ThreadVerdict.OVERFLOWS and thread.depth is not None and ctx.has(LIBRARY):
            direct.append((thread.depth, thread))
    if direct:
        yield _threads.too_deep(ctx, direct, ", unless the program asks for more")
    if callbacks:
        yield _threads.too_deep(ctx, callbacks, ", if it calls the callbacks that it refers to")
