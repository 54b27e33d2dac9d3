"""MC307: a default stack size that musl does not give."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.rules.model import CALLS, Context, Finding, Fix, rule
from musl_compat.types import Severity

_LARGEST = 8 << 20


@rule(
    "MC307",
    "default-stack-capped",
    topic="silent traps",
    severity=Severity.WARNING,
    since="0.1.0",
    when=CALLS,
    calls=("pthread_setattr_default_np",),
    evidence=("measured for this project: pthread_setattr_default_np on musl 1.2.2, 1.2.3, 1.2.5 and 1.2.6",),
    fires_on="corpus:default_stack_64m",
    silent_on=("corpus:default_stack_4m", "corpus:thread_big_frame_sized"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    An attribute with a stack of more than 8 MiB that pthread_setattr_default_np makes the default.

    ## Why it breaks on musl
    The call succeeds and gives 8 MiB, the most that musl makes a default. A thread that goes deeper crashes.
    (Sizes below the present default are ignored too, which leaves the threads with more than they asked for.)

    ## How to fix
    Give the size to each thread that needs it: pthread_attr_setstacksize has no such limit.

    ## Evidence
    The calls and the size.
    """
    defaults = ctx.calls("pthread_setattr_default_np").sites
    if not defaults:
        return
    sizes = ctx.calls("pthread_attr_setstacksize").sites
    for call in defaults:
        same = [
            one for one in sizes if _same(one.address_of(0), call.address_of(0)) and one.caller == call.caller
        ]
        asked = [(one.integer(1) or 0, one) for one in same]
        size, setter = max(asked, key=lambda pair: pair[0], default=(0, None))
        if setter is not None and size > _LARGEST:
            yield Finding(
                f"makes {size:,} bytes the default stack of threads, of which musl gives {_LARGEST:,}",
                symbols=["pthread_setattr_default_np"],
                evidence=[
                    f"pthread_attr_setstacksize {setter.place}: {size:#x}",
                    f"pthread_setattr_default_np {call.place}",
                ],
                fix=Fix("Give the size to each thread by its own attribute."),
            )


def _same(one: object, other: object) -> bool:
    """Are both known, and the same object?"""
    return one is not None and one == other
