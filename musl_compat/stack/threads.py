"""Who starts threads: call sites of thread-making functions, what they start, and with which stack size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from musl_compat.elf.code import Arg, ArgKind, Code, RefKind, Site
from musl_compat.elf.runtime import Runtime, runtimes

DEFAULT, SIZED, UNKNOWN = "default", "sized", "unknown"
"""The values of ``ThreadStart.stack``."""

_MAX_WRAPPER_SITES = 4096


class Maker(NamedTuple):
    """A function that starts a thread. Argument numbers count from 0; ``attr`` is None when it takes none."""

    name: str
    entry: int
    attr: int | None
    stack: str
    size: int | None = None


MAKERS = (
    Maker("pthread_create", 2, 1, DEFAULT),
    Maker("thrd_create", 1, None, DEFAULT),
    # GLib sets a size only for the old g_thread_create_full (glib/gthread-posix.c).
    Maker("g_thread_new", 1, None, DEFAULT),
    Maker("g_thread_try_new", 1, None, DEFAULT),
    Maker("g_thread_create_full", 0, None, UNKNOWN),
    Maker("g_thread_pool_new", 0, None, DEFAULT),
    Maker("g_thread_pool_new_full", 0, None, DEFAULT),
    Maker("g_task_run_in_thread", 1, None, DEFAULT),
    Maker("g_task_run_in_thread_sync", 1, None, DEFAULT),
    # SDL sets a size only for SDL_CreateThreadWithStackSize (src/thread/pthread/SDL_systhread.c).
    Maker("SDL_CreateThread", 0, None, DEFAULT),
    # libgomp gives its threads a size only when OMP_STACKSIZE is set (libgomp/team.c).
    Maker("GOMP_parallel", 0, None, DEFAULT),
    # libuv gives every thread RLIMIT_STACK, and 2 MiB where that has no limit (src/unix/thread.c,
    # uv__thread_stack_size): the same as on glibc.
    Maker("uv_thread_create", 1, None, SIZED, 2 << 20),
)
_SETTERS = {"pthread_attr_setstacksize": 1, "pthread_attr_setstack": 2}
"""Functions that give an attribute a stack, and which argument its size is."""
_STD_THREAD = (
    "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE",
    "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvPvE",
)
# The Itanium C++ ABI's names of std::thread's state classes, as they are in their typeinfo.
_STATE_NAME = b"NSt6thread11_State_impl"
RUST_STACK = 2 * 1024 * 1024
"""What Rust's standard library gives its threads (library/std/src/thread/mod.rs, min_stack)."""


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
    rust = Runtime.RUST in runtimes(code)
    for maker in MAKERS:
        for site in code.calls(maker.name):
            out += _of_site(code, maker, site, rust)
    out += _std_threads(code)
    for base in BASES:
        out += _derived(code, base)
    # a library's own maker calls pthread_create, and both lead to the same place
    return list({(start.site, start.entry): start for start in reversed(out)}.values())[::-1]


def default_requests(code: Code) -> list[int | None]:
    """The sizes that the object makes the default of all threads (pthread_setattr_default_np), None for one
    that the code does not tell.
    """
    if not code.has_calls:
        return []
    return [_stack_of(code, s, s.args[0], False)[1] for s in code.calls("pthread_setattr_default_np")]


def _function(code: Code, arg: Arg) -> int | None:
    """The function of this object that an argument is the address of, directly or by an exported name."""
    address = code.address(arg)
    if arg.kind == ArgKind.SYMBOL:
        symbol = code.image.symbol(arg.value)
        address = symbol.value if symbol.shndx else None
    found = None if address is None else code.function_at(address)
    return found.number if found is not None and found.addr == address else None


def _of_site(code: Code, maker: Maker, site: Site, rust: bool) -> Iterator[ThreadStart]:
    if site.function is None:
        return
    stack, size = maker.stack, maker.size
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
    setters = [(s, s.args[size]) for name, size in _SETTERS.items() for s in code.calls(name)]
    if not setters:
        return DEFAULT, None
    here = [(s, size) for s, size in setters if s.function is not None and s.function == site.function]
    if attr.kind in (ArgKind.STACK, ArgKind.ADDR):
        same = [size for s, size in here if s.args[0] == attr]
        sizes = {size.value if size.kind == ArgKind.CONST else None for size in same}
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


class Base(NamedTuple):
    """A class of C++ whose objects are threads: a virtual function of its descendants is what they run.

    ``info``: the symbol of its typeinfo; ``run``: that function's number in the vtable, from 0.
    """

    name: str
    info: str
    start: str
    run: int


BASES = (
    # Qt 5 and 6: QObject's ten virtual functions, the destructors included, then run and the rest of QThread.
    Base("QThread", "_ZTI7QThread", "_ZN7QThread5startENS_8PriorityE", 12),
    # Boost.Thread: two destructors, then run (boost/thread/detail/thread.hpp).
    Base(
        "boost::thread",
        "_ZTIN5boost6detail16thread_data_baseE",
        "_ZN5boost6thread21start_thread_noexceptEv",
        2,
    ),
)


def _derived(code: Code, base: Base) -> Iterator[ThreadStart]:
    """The classes of this object that descend from a thread class, by their typeinfo and their vtables.

    A typeinfo holds the address of the one of its base two words behind its start (Itanium C++ ABI,
    2.9.5, __si_class_type_info); a word of a vtable holds the address of its class's typeinfo.
    """
    size = 8 if code.image.elf_class == 64 else 4
    wanted = {index for index in code.image.find_all(base.info) if index}
    if not wanted:
        return
    pointers = list(code.pointers())
    own = {code.image.symbol(index).value for index in wanted if code.image.symbol(index).shndx}
    infos: set[int] = set()
    found = {p.slot - 2 * size for p in pointers if p.symbol in wanted or (not p.symbol and p.value in own)}
    while found - infos:
        infos |= found
        found = {p.slot - 2 * size for p in pointers if not p.symbol and p.value in infos}
    site = next(iter(code.calls(base.start)), None)
    caller = site.function.number if site and site.function else None
    for table in (p.slot for p in pointers if not p.symbol and p.value in infos):
        run = code.slot(table + (1 + base.run) * size)
        function = code.function_at(run.value) if run and not run.symbol else None
        if function is not None and run is not None and function.addr == run.value:
            where = site.address if site else table
            yield ThreadStart(base.name, where, caller, function.number, DEFAULT, None)


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
