"""Threads and their stacks: who starts a thread, with which size, and how deep its stack gets.

``analyse(objects, target)`` is the question; ``musl_compat.elf.code`` and ``mc_graph.h`` give the facts.
"""

from __future__ import annotations

from musl_compat.stack.analysis import Object, StackReport, ThreadReport, ThreadVerdict, analyse, depth_of
from musl_compat.stack.budget import Budget, thread_budget
from musl_compat.stack.need import carrier, linker_flag, needed_stack
from musl_compat.stack.threads import ThreadStart, thread_starts

__all__ = [
    "Budget",
    "Object",
    "StackReport",
    "ThreadReport",
    "ThreadStart",
    "ThreadVerdict",
    "analyse",
    "carrier",
    "depth_of",
    "linker_flag",
    "needed_stack",
    "thread_budget",
    "thread_starts",
]
