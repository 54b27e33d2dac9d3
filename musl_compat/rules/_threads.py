"""What the rules about thread stacks say in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musl_compat.rules.model import Context, Fix

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


def evidence(ctx: Context, thread: ThreadReport) -> list[str]:
    """Where the thread is started, the path with each frame, and who says how much stack there is."""
    from musl_compat.stack import words

    report = report_of(ctx)
    lines = [f"started by {words.place(report, thread)}", f"frames in bytes: {words.frames(thread)}"]
    source = report.budget.source if thread.start.size is None else "the attribute of the thread"
    return [*lines, f"{thread.size:,} bytes by {source}"]


def fix(thread: ThreadReport, depth: int) -> Fix:
    """How the thread gets as much."""
    from musl_compat.stack import words

    if thread.start.size is not None:
        return Fix("Raise the size that the program gives to pthread_attr_setstacksize.")
    text = words.fix(depth)
    return Fix(f"{text[0].upper()}{text[1:]}.")
