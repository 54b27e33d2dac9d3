"""Who starts threads: call sites of thread-making functions, what they start, and with which stack size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from musl_compat.elf.code import Arg, ArgKind, Code, RefKind, Site

DEFAULT, SIZED, UNKNOWN = "default", "sized", "unknown"
"""The values of ``ThreadStart.stack``."""

_MAX_WRAPPER_SITES = 4096


class Maker(NamedTuple):
    """A function that starts a thread. Argument numbers count from 0; ``attr`` is None when it takes none."""

    name: str
    entry: int
    attr: int | None
    stack: str


MAKERS = (
    Maker("pthread_create", 2, 1, DEFAULT),
    Maker("thrd_create", 1, None, DEFAULT),
    # GLib sets a size only for g_thread_create_full, which is long gone (glib/gthread-posix.c).
    Maker("g_thread_new", 1, None, DEFAULT),
    Maker("g_thread_try_new", 1, None, DEFAULT),
    # libgomp gives its threads a size only when OMP_STACKSIZE is set (libgomp/team.c).
    Maker("GOMP_parallel", 0, None, DEFAULT),
    # libuv gives every thread RLIMIT_STACK, or 2 MiB (src/unix/thread.c, uv__thread_stack_size).
    Maker("uv_thread_create", 1, None, SIZED),
)
_SETTERS = ("pthread_attr_setstacksize", "pthread_attr_setstack")
_STD_THREAD = (
    "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE",
    "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvPvE",
)
# The Itanium C++ ABI's names of std::thread's state classes, as they are in their typeinfo.
_STATE_NAME = b"NSt6thread11_State_impl"
_RUST = b"RUST_MIN_STACK"
RUST_STACK = 2 * 1024 * 1024
"""What Rust's standard library gives its threads (library/std/src/sys/thread)."""


class ThreadStart(NamedTuple):
    """One place that starts a thread.

    ``entry``: the index of the function that the thread runs, None when it is not known. ``stack``:
    ``default``, ``sized`` or ``unknown``; ``size``: the bytes asked for, where they are known.
    """

    maker: str
    site: int
    caller: int | None
    entry: int | None
    stack: str
    size: int | None


def thread_starts(code: Code) -> list[ThreadStart]:
    """Every place in the object that starts a thread."""
    if not code.has_calls:
        return []
    out: list[ThreadStart] = []
    rust = bool(code.find(_RUST))
    for maker in MAKERS:
        for site in code.calls(maker.name):
            out += _of_site(code, maker, site, rust)
    out += _std_threads(code)
    # a library's own maker calls pthread_create, and both lead to the same place
    return list({(start.site, start.entry): start for start in reversed(out)}.values())[::-1]


def _function(code: Code, arg: Arg) -> int | None:
    """The function of this object that an argument is the address of."""
    address = code.address(arg)
    found = None if address is None else code.function_at(address)
    return found.number if found is not None and found.addr == address else None


def _of_site(code: Code, maker: Maker, site: Site, rust: bool) -> Iterator[ThreadStart]:
    if site.function is None:
        return
    stack, size = maker.stack, None
    if maker.attr is not None:
        stack, size = _stack_of(code, site, site.args[maker.attr], rust)
    caller = site.function.number
    entry = _function(code, site.args[maker.entry])
    if entry is not None:
        yield ThreadStart(maker.name, site.address, caller, entry, stack, size)
        return
    through = list(_through_wrapper(code, site, caller))
    for where, function, started in through:
        yield ThreadStart(maker.name, where, function, started, stack, size)
    if not through:
        yield ThreadStart(maker.name, site.address, caller, None, stack, size)


def _stack_of(code: Code, site: Site, attr: Arg, rust: bool) -> tuple[str, int | None]:
    """What the attribute argument of pthread_create says of the stack's size."""
    if attr.kind == ArgKind.CONST and attr.value == 0:
        return DEFAULT, None
    setters = [s for name in _SETTERS for s in code.calls(name)]
    if not setters:
        return DEFAULT, None
    here = [s for s in setters if s.function is not None and s.function == site.function]
    if attr.kind == ArgKind.STACK:
        same = [s for s in here if s.args[0] == attr]
        sizes = {s.args[1].value if s.args[1].kind == ArgKind.CONST else None for s in same}
        if len(sizes) == 1 and None not in sizes:
            return SIZED, sizes.pop()
        if not here and attr.kind == ArgKind.STACK:
            return (SIZED, RUST_STACK) if rust else (UNKNOWN, None)
    if here:
        return (SIZED, RUST_STACK) if rust else (SIZED, None)
    return UNKNOWN, None


def _through_wrapper(code: Code, site: Site, wrapper: int) -> Iterator[tuple[int, int, int]]:
    """A function that passes its own argument on to pthread_create: what its callers pass.

    Yields the caller's call address, the caller, and the function whose address it passes.
    """
    rows = [ref.row for ref in code.callers(wrapper)[:_MAX_WRAPPER_SITES] if ref.kind != RefKind.TAKES]
    for call in code.sites(rows):
        if call.function is None or call.function.number == wrapper:
            continue
        for arg in call.args:
            started = _function(code, arg)
            if started is not None:
                yield call.address, call.function.number, started


def _std_threads(code: Code) -> Iterator[ThreadStart]:
    """std::thread of libstdc++: each state class has a vtable whose third function is the thread's.

    The classes are found by their typeinfo: a word that points to the class's name is in the typeinfo object,
    and words that point to that object are in vtables.
    """
    size = 8 if code.image.elf_class == 64 else 4
    site = next((s for name in _STD_THREAD for s in code.calls(name)), None)
    caller = site.function.number if site and site.function else None
    found = code.find(_STATE_NAME)
    # libstdc++ marks the names of types that are local to one object with an asterisk
    names = {at - 1 if code.read(at - 1, 1) == b"*" else at for at in found}
    infos = {p.slot - size for p in code.pointers() if p.value in names} if names else set()
    tables = [p.slot for p in code.pointers() if p.value in infos] if infos else []
    for table in tables:
        run = code.slot(table + 3 * size)  # behind the typeinfo two destructors, then _M_run
        function = code.function_at(run.value) if run and not run.symbol else None
        if function is not None and run is not None and function.addr == run.value:
            where = site.address if site else table
            yield ThreadStart("std::thread", where, caller, function.number, DEFAULT, None)
    if site is not None and not tables:
        yield ThreadStart("std::thread", site.address, caller, None, DEFAULT, None)
