"""MC309: a program that asks how large the main thread's stack is."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import CALLS, Context, Finding, Fix, rule
from musl_compat.types import Confidence, Severity

_GETTERS = ("pthread_attr_getstack", "pthread_attr_getstacksize")


@rule(
    "MC309",
    "main-stack-asked",
    topic="good to know",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    since="0.1.0",
    when=CALLS,
    calls=("pthread_getattr_np",),
    evidence=("measured for this project: pthread_getattr_np on musl 1.2.2, 1.2.3, 1.2.5 and 1.2.6",),
    fires_on="corpus:main_stack",
    silent_on=("corpus:main_stack_limit", "corpus:thread_big_frame_sized"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A function that asks pthread_getattr_np for a thread's stack and takes its size, in an object that does
    not ask getrlimit.

    ## Why it breaks on musl
    For the main thread glibc answers with the limit of the stack, mostly 8 MiB; musl answers with the pages
    that are mapped at that moment, about 128 KiB, though the stack can grow. Garbage collectors and
    interpreters that compute a stack limit from it see a tiny one. For other threads the answers agree.

    ## How to fix
    Ask getrlimit(RLIMIT_STACK) for the main thread. The shim has an override of pthread_getattr_np that does.

    ## Evidence
    The calls. On which thread they run is not known.
    """
    asked = {call.caller: call for call in ctx.calls("pthread_getattr_np").sites}
    if not asked or ctx.refers_to("getrlimit", "getrlimit64"):
        return
    taken = [call for name in _GETTERS for call in ctx.calls(name).sites if call.caller in asked]
    if taken:
        yield Finding(
            "takes a stack's size from pthread_getattr_np, which does not tell the main thread's limit",
            symbols=["pthread_getattr_np"],
            evidence=[f"{call.name} {call.place}" for call in (*asked.values(), *taken)],
            fix=Fix("Ask getrlimit(RLIMIT_STACK) for the main thread."),
        )
