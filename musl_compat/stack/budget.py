"""How large a thread's stack is on musl, by version and by what the start-up objects ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

KIB = 1024
STACK_MIN = 2048
"""PTHREAD_STACK_MIN: pthread_attr_setstacksize answers EINVAL below it."""

_LARGER = (1, 1, 21)
"""musl 1.1.21 raised the default from 80 KiB to 128 KiB (guard from 4 to 8 KiB) and reads PT_GNU_STACK
(release notes of 1.1.21; 1.2.2 to 1.2.6 measured for this project)."""
LARGEST = 8 * KIB * KIB
"""The largest default that PT_GNU_STACK can ask for (measured for this project: 16 MiB gave 8 MiB)."""


class Budget(NamedTuple):
    """Bytes that a thread may use. ``guard``: bytes below that fault. ``source``: who asked for it.

    ``known``: False when the program sets the default to a size that the code does not tell: at least this.
    """

    size: int
    guard: int
    source: str
    known: bool = True


def thread_budget(
    musl_version: tuple[int, ...] | None,
    stack_memsz: Iterable[tuple[str, int]],
    requests: Iterable[int | None] = (),
) -> Budget:
    """The default stack of a thread.

    ``stack_memsz``: path and p_memsz of PT_GNU_STACK of every object that the start loads (the program, its
    closure, preloaded libraries; what dlopen loads does not count). ``requests``: sizes that the program
    gives to pthread_setattr_default_np, None for one that is not known. An unknown version is taken as new.
    """
    if musl_version is not None and musl_version < _LARGER:
        return Budget(80 * KIB, 4 * KIB, "musl's default")
    size, source = 128 * KIB, "musl's default"
    for path, asked in stack_memsz:
        if min(asked, LARGEST) > size:
            size, source = min(asked, LARGEST), f"PT_GNU_STACK of {path}"
    known = True
    for request in requests:
        if request is None:
            known = False
        elif min(request, LARGEST) > size:
            size, source = min(request, LARGEST), "pthread_setattr_default_np"
    return Budget(size, 8 * KIB, source, known)
