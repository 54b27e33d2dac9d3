"""A thread's report in words: where it starts, what runs, by which path, what would help."""

from __future__ import annotations

from musl_compat.stack import need
from musl_compat.stack.analysis import StackReport, ThreadReport


def place(report: StackReport, thread: ThreadReport) -> str:
    """``pthread_create at 0x1234 in main``, with the object when it is not the first."""
    code = report.objects[thread.object].code
    where = report.objects[thread.object].path if thread.object else ""
    caller = code.name(thread.start.caller) if thread.start.caller is not None else ""
    return " ".join(
        part
        for part in (
            thread.start.maker,
            f"at {thread.start.site:#x}",
            f"in {caller}" if caller else "",
            f"of {where}" if where else "",
        )
        if part
    )


def entry(report: StackReport, thread: ThreadReport) -> str:
    """The function that the thread runs."""
    if thread.start.entry is None:
        return "a function that is not known"
    f = report.objects[thread.object].code.function(thread.start.entry)
    return f.name or f"the function at {f.addr:#x}"


def frames(thread: ThreadReport) -> str:
    """The frames of the deepest path, ``run 24 > parse 200,040``, without those that a tail jump replaces."""
    return " > ".join(f"{step.name} {step.frame:,}" for step in thread.path if step.frame and not step.tail)


def size_in_bytes(n: int) -> str:
    """``131,072 bytes``."""
    return f"{n:,} bytes"


def fix(depth: int) -> str:
    """What gives threads of this depth enough stack."""
    size = need.sized_for(depth)
    if size is None:
        return "no default is that large on musl (8 MiB at most): give the thread a size of its own"
    return f"ask for a larger default in PT_GNU_STACK: link the program with {need.linker_flag(size)}"
