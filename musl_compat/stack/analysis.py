"""Every thread that the objects start, against the stack that it gets on a target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from musl_compat.elf.code import Code, RefKind
from musl_compat.elf.image import ElfImage
from musl_compat.stack import libc
from musl_compat.stack.budget import Budget, thread_budget
from musl_compat.stack.graph import Down, Graph, Node, Step
from musl_compat.stack.threads import DEFAULT, SIZED, ThreadStart, default_requests, thread_starts


class ThreadVerdict(Enum):
    """What is known of one thread's stack.

    FITS says that the known paths fit; ``ThreadReport.unseen`` says what they leave out. POINTERS: they fit,
    but the thread calls through pointers, and a function whose address is held somewhere does not fit.
    """

    OVERFLOWS = "overflows"
    MAY_OVERFLOW = "may overflow"
    RECURSES = "recurses"
    UNBOUNDED = "unbounded"
    POINTERS = "pointers"
    UNKNOWN = "unknown"
    FITS = "fits"


class Object(NamedTuple):
    """An object of the link map: its path and its code."""

    path: str
    code: Code


class ThreadReport(NamedTuple):
    """One thread start. ``depth`` by direct calls, ``callbacks`` with the callbacks taken on the way too.

    ``size``: bytes of stack that it gets, None when that is not known. ``path``: the deepest, for POINTERS
    that of the function that it may call. ``turn``: bytes that one turn of a
    recursion takes at most, and ``turns`` how many of these the stack has room for.
    """

    object: int
    start: ThreadStart
    verdict: ThreadVerdict
    size: int | None
    depth: int | None
    callbacks: int | None
    path: list[Step]
    turn: int
    turns: int
    unseen: Down


class StackReport(NamedTuple):
    """The budget of threads that ask for no size, and every thread start."""

    objects: Sequence[Object]
    budget: Budget
    threads: list[ThreadReport]


def analyse(
    objects: Sequence[Object],
    musl_version: tuple[int, ...] | None,
    started: Iterable[tuple[str, ElfImage]] = (),
) -> StackReport:
    """Judges every thread that these objects start.

    ``objects``: in link map order, the program first, libc left out. Only threads that ask for no size,
    or for a known one, are measured against it. ``started``: more images that the start loads, whose code
    is not looked at: they may ask for larger stacks.
    """
    codes = [o.code for o in objects]
    images = [*((o.path, o.code.image) for o in objects), *started]
    asked = [(path, image.stack_memsz) for path, image in images]
    requests = [size for code in codes for size in default_requests(code)]
    budget = thread_budget(musl_version, asked, requests)
    starts = [(i, start) for i, code in enumerate(codes) for start in thread_starts(code)]
    if not starts:
        return StackReport(objects, budget, [])
    graph = Graph(codes, libc.bounds(codes[0].image.machine, musl_version).get)
    roots = [(i, s.entry) for i, s in starts if s.entry is not None]
    graph.solve(roots)
    direct = [None if s.entry is None else graph.node(i, s.entry) for i, s in starts]
    paths = [[] if s.entry is None else graph.path(i, s.entry) for i, s in starts]
    turns = [_turn(graph, path) for path in paths]
    pointed = _pointed(graph, codes, roots)
    graph.solve(roots, takes=True, apart=_apart(codes, starts))
    reports = []
    for k, (i, start) in enumerate(starts):
        wide = None if start.entry is None else graph.node(i, start.entry)
        path = paths[k]
        size = _size(start, budget)
        verdict = _verdict(size, direct[k], wide, pointed)
        if verdict is ThreadVerdict.MAY_OVERFLOW and start.entry is not None:
            path = graph.path(i, start.entry)
        elif verdict is ThreadVerdict.POINTERS:
            path = pointed
        reports.append(_report(i, start, verdict, size, direct[k], wide, path, turns[k]))
    return StackReport(objects, budget, reports)


def _pointed(graph: Graph, codes: Sequence[Code], roots: Sequence[tuple[int, int]]) -> list[Step]:
    """The path of the deepest function that a pointer may lead to, the threads' own entries left out."""
    deepest = graph.deepest_taken([*roots, *_mains(codes)])
    return [] if deepest is None else graph.path(*deepest)


def _size(start: ThreadStart, budget: Budget) -> int | None:
    if start.stack == DEFAULT:
        return budget.size if budget.known else None
    return start.size if start.stack == SIZED else None


def _verdict(
    size: int | None, direct: Node | None, wide: Node | None, pointed: Sequence[Step]
) -> ThreadVerdict:
    if size is None or direct is None or wide is None:
        return ThreadVerdict.UNKNOWN
    if direct.depth > size:
        return ThreadVerdict.OVERFLOWS
    if wide.depth > size:
        return ThreadVerdict.MAY_OVERFLOW
    if direct.flags & Down.RECURSION:
        return ThreadVerdict.RECURSES
    if direct.flags & Down.DYNAMIC:
        return ThreadVerdict.UNBOUNDED
    # the pointer may be called where the thread is deepest
    if direct.flags & Down.INDIRECT and direct.depth + depth_of(pointed) > size:
        return ThreadVerdict.POINTERS
    return ThreadVerdict.FITS


def _report(
    obj: int,
    start: ThreadStart,
    verdict: ThreadVerdict,
    size: int | None,
    direct: Node | None,
    wide: Node | None,
    path: list[Step],
    turn: int,
) -> ThreadReport:
    depth = direct.depth if direct else None
    room = (size or 0) - (depth or 0)
    turns = room // turn if turn and room > 0 else 0
    unseen = direct.flags if direct else Down(0)
    wide_depth = wide.depth if wide else None
    return ThreadReport(obj, start, verdict, size, depth, wide_depth, path, turn, turns, unseen)


def _turn(graph: Graph, path: list[Step]) -> int:
    """The largest turn of a recursion that the path goes through."""
    return max((graph.node(s.object, s.function).turn for s in path if s.function is not None), default=0)


def depth_of(path: Iterable[Step]) -> int:
    """Bytes of a path: its frames but for those that a tail jump replaces."""
    return sum(step.frame for step in path if not step.tail)


def _mains(codes: Sequence[Code]) -> set[tuple[int, int]]:
    """What the entry points of the objects refer to: main runs on the stack that the kernel gives."""
    out = set()
    for i, code in enumerate(codes):
        start = code.function_at(code.image.entry) if code.image.entry else None
        if start is not None:
            out |= {(i, ref.target) for ref in code.refs(start.number)}
    return out


def _apart(codes: Sequence[Code], starts: Iterable[tuple[int, ThreadStart]]) -> list[tuple[int, int]]:
    """The references that take a thread's entry, or main: these run on another stack."""
    apart = {(i, s.entry) for i, s in starts if s.entry is not None} | _mains(codes)
    return [
        (i, ref.row) for i, entry in apart for ref in codes[i].callers(entry) if ref.kind is RefKind.TAKES
    ]
