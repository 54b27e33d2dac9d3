"""How large a default stack an object's threads need, and how it is asked for.

musl gives the default to every thread that asks for no size. From 1.1.21 on, p_memsz of PT_GNU_STACK asks for
a larger one, in the program or in any library that the start loads.
"""

from __future__ import annotations

from musl_compat.stack.analysis import StackReport, ThreadReport, ThreadVerdict
from musl_compat.stack.budget import LARGEST
from musl_compat.stack.graph import Down
from musl_compat.stack.threads import DEFAULT

SMALLEST = 256 << 10
"""The least that is asked for, in bytes: twice musl's default."""


def sized_for(depth: int) -> int | None:
    """The default to ask for when a path of ``depth`` bytes is known: a quarter more, rounded up to a power
    of two. None: musl gives no default that large.
    """
    size = max(SMALLEST, 1 << (depth + depth // 4).bit_length())
    if size <= LARGEST:
        return size
    return LARGEST if depth < LARGEST else None


def needed_stack(report: StackReport) -> int | None:
    """Bytes to write into p_memsz so that the report's threads get what they need, at most 8 MiB.

    A thread whose depth the code does not tell (recursion, alloca, an entry that is not known) gets what
    glibc mostly gives, 8 MiB: pages that are not touched take no memory. Threads with a size of their own do
    not count. None when no thread needs more than the report's budget.
    """
    sizes = [_need(thread) for thread in report.threads if thread.start.stack == DEFAULT]
    size = max(sizes, default=0)
    return size if size > report.budget.size else None


def _need(thread: ThreadReport) -> int:
    """Bytes that this thread needs; 0 when the default does."""
    if thread.verdict is ThreadVerdict.FITS:
        return 0
    if thread.verdict not in _MEASURED or thread.unseen & (Down.RECURSION | Down.DYNAMIC):
        return LARGEST
    return sized_for(max(thread.depth or 0, thread.callbacks or 0)) or LARGEST


_MEASURED = (ThreadVerdict.OVERFLOWS, ThreadVerdict.MAY_OVERFLOW)


def linker_flag(size: int) -> str:
    """What gives a program, or a library that its start loads, this default when it is linked."""
    return f"-Wl,-z,stack-size={size}"


def carrier(size: int) -> str:
    """How a program gets it whose file is not to be changed."""
    return (
        f"a library that is linked with {linker_flag(size)} and that the start loads (LD_PRELOAD, or "
        "DT_NEEDED of any object) raises the default of the whole process, on musl 1.1.21 and later"
    )
