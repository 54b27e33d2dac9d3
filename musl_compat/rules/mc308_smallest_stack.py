"""MC308: a stack as large as the smallest that musl allows."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import CALLS, Context, Finding, Fix, rule
from musl_compat.types import Confidence, Severity

_SC_THREAD_STACK_MIN = 75
"""bits/confname.h of glibc; musl has the same number."""
_SYSCONFS = ("sysconf", "__sysconf")
_SETTERS = {"pthread_attr_setstacksize": 1, "pthread_attr_setstack": 2}


@rule(
    "MC308",
    "smallest-stack",
    topic="good to know",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    since="0.1.0",
    when=CALLS,
    calls=tuple(_SETTERS),
    evidence=(
        "measured for this project: sysconf(_SC_THREAD_STACK_MIN) is 2,048 on musl, 16,384 or more on glibc",
    ),
    fires_on="corpus:smallest_stack",
    silent_on=("corpus:thread_big_frame_sized", "corpus:smallest_stack_asked"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A function that asks sysconf for _SC_THREAD_STACK_MIN (as the macro PTHREAD_STACK_MIN does with newer
    headers of glibc) and gives a thread a stack size that it computed.

    ## Why it breaks on musl
    The answer is 2,048 bytes, where glibc says 16,384 or more. A stack of that size, or of a few times it, is
    too small for what fits into glibc's: printf alone takes 6 KiB of it.

    ## How to fix
    Take the larger of the answer and a size that the thread needs.

    ## Evidence
    The call of sysconf, and that which sets the size. The size itself is not known: most programs take the
    larger of two, or only check what they were given, and these are found too.
    """
    if not ctx.refers_to(*_SETTERS):
        return
    asked = [
        call
        for name in _SYSCONFS
        for call in ctx.calls(name).sites
        if call.integer(0) == _SC_THREAD_STACK_MIN
    ]
    if not asked:
        return
    callers = {call.caller: call for call in asked}
    for name, size in _SETTERS.items():
        for call in ctx.calls(name).sites:
            if call.caller in callers and call.integer(size) is None:
                yield Finding(
                    "computes a stack size from sysconf(_SC_THREAD_STACK_MIN), which is 2,048 bytes on musl",
                    symbols=[name],
                    evidence=[f"sysconf(75) {callers[call.caller].place}", f"{name} {call.place}"],
                    fix=Fix("Take the larger of the answer and the size that the thread needs."),
                )
