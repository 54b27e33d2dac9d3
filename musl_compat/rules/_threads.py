"""What the rules about thread stacks say in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from musl_compat.rules.model import Context, Finding, Fix, counted

if TYPE_CHECKING:
    from musl_compat.stack import StackReport, ThreadReport


def report_of(ctx: Context) -> StackReport:
    """The report; asked only when it has threads."""
    report = ctx.stacks()
    assert not isinstance(report, str)
    return report


def need(ctx: Context, thread: ThreadReport, depth: int) -> str:
    """``the thread that runs work needs 200,216 bytes of stack and gets 131,072``."""
    from musl_compat.stack import words

    name = words.entry(report_of(ctx), thread)
    return f"the thread that runs {name} needs {depth:,} bytes of stack and gets {thread.size:,}"


def evidence(ctx: Context, threads: Sequence[ThreadReport]) -> list[str]:
    """For each thread where it is started, the path with each frame, and who says how much stack there is."""
    from musl_compat.stack import words

    report, lines = report_of(ctx), []
    for thread in threads:
        source = report.budget.source if thread.start.size is None else "the attribute of the thread"
        lines += [
            f"{words.entry(report, thread)} is started by {words.place(report, thread)}",
            f"frames in bytes: {words.frames(thread)}",
            f"{thread.size:,} bytes by {source}",
        ]
    return lines


def too_deep(ctx: Context, deep: list[tuple[int, ThreadReport]], why: str) -> Finding:
    """One finding about threads that go, or may go, this deep: the deepest speaks for all."""
    deep.sort(key=lambda one: -one[0])
    depth, worst = deep[0]
    return Finding(
        f"{need(ctx, worst, depth)} on {ctx.target.name}{why}{and_more(deep)}",
        evidence=evidence(ctx, [thread for _, thread in deep]),
        fix=fix(worst, depth),
    )


def and_more(threads: Sequence[object]) -> str:
    """What a message says of all but the first."""
    return f"; {counted(len(threads) - 1, 'more thread')} likewise" if len(threads) > 1 else ""


def fix(thread: ThreadReport, depth: int) -> Fix:
    """How the thread gets as much."""
    from musl_compat.stack import words

    if thread.start.size is not None:
        return Fix("Raise the size that the program gives to pthread_attr_setstacksize.")
    text = words.fix(depth)
    return Fix(f"{text[0].upper()}{text[1:]}.")
