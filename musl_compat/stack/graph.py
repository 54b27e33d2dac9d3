"""The call graph over several objects: how deep the stack gets below a function, and by which path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntFlag
from typing import Any, NamedTuple

from musl_compat._core import ffi, lib
from musl_compat.elf.code import IMPORT, NO_FUNC, Code

_UNKNOWN = 0xFFFFFFFFFFFFFFFF
_BOUND = 1 << 63


class Down(IntFlag):
    """What can be met on the way down from a function; AROUND: see ``Node``."""

    DYNAMIC = 1
    NOFRAME = 2
    IMPORT = 4
    INDIRECT = 8
    RECURSION = 16
    AROUND = 32


class Node(NamedTuple):
    """A function in the graph. ``depth`` and ``turn`` in bytes; ``turn`` is 0 outside of cycles.

    ``row`` is the reference by which the deepest path goes on; ``around`` that of a cycle's member to the
    cycle's deepest way out, which is the deepest path where AROUND is set.
    """

    depth: int
    turn: int
    row: int
    flags: Down
    component: int
    around: int


class Step(NamedTuple):
    """One frame of a path: ``frame`` in bytes; ``tail``: the next call replaces it."""

    object: int
    function: int | None
    name: str
    frame: int
    tail: bool


class Graph:
    """The functions of several objects, in link map order. ``bound`` gives what is known of a name outside
    of them: bytes of stack, or None.
    """

    __slots__ = ("_base", "_links", "_nodes", "_objects", "codes")

    def __init__(self, codes: Sequence[Code], bound: Callable[[str], int | None]) -> None:
        self.codes = codes
        self._base = [0]
        for code in codes:
            self._base.append(self._base[-1] + len(code))
        self._links = [self._link(code, bound) for code in codes]
        self._objects = ffi.new("mc_graph_object[]", len(codes) or 1)
        for i, code in enumerate(codes):
            self._objects[i].code = code.c
            self._objects[i].links = self._links[i]
        self._nodes: Any = None

    def _link(self, code: Code, bound: Callable[[str], int | None]) -> Any:
        links = ffi.new("uint64_t[]", [_UNKNOWN] * (code.image.sym_count or 1))
        for index, symbol in enumerate(code.image.symbols()):
            if symbol.shndx == 0 and symbol.name and symbol.used:
                links[index] = self._resolve(symbol.name, bound)
        return links

    def _resolve(self, name: str, bound: Callable[[str], int | None]) -> int:
        for i, code in enumerate(self.codes):
            index = code.image.find(name)
            if not index:
                continue
            symbol = code.image.symbol(index)
            function = code.function_at(symbol.value) if symbol.shndx else None
            if function is not None and function.addr == symbol.value:
                return i << 32 | function.number
        size = bound(name)
        return _UNKNOWN if size is None else _BOUND | size

    def solve(
        self,
        roots: Iterable[tuple[int, int]] = (),
        *,
        takes: bool = False,
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Finds the depth below every function. ``roots``: (object, function), searched first.

        ``takes``: a function that takes another's address is held to call it, but for the rows of ``apart``
        (object, row of ``Code.refs``). Raises MemoryError.
        """
        first = [obj << 32 | func for obj, func in roots]
        left = sorted({obj << 32 | row for obj, row in apart})
        nodes = ffi.new("mc_node[]", self._base[-1] or 1)
        status = lib.mc_graph_solve(
            self._objects,
            len(self.codes),
            ffi.new("uint64_t[]", first or [0]),
            len(first),
            takes,
            ffi.new("uint64_t[]", left or [0]),
            len(left),
            nodes,
        )
        if status != lib.MC_OK:
            raise MemoryError
        self._nodes = nodes

    def node(self, obj: int, function: int) -> Node:
        """What ``solve`` found for a function."""
        n = self._nodes[self._base[obj] + function]
        return Node(n.depth, n.turn, n.next, Down(n.flags), n.scc, n.around)

    def deepest_taken(self, apart: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """The deepest function whose address code or data holds, (object, function), but for ``apart``."""
        left = sorted({obj << 32 | func for obj, func in apart})
        key = lib.mc_graph_deepest_taken(
            self._objects, len(self.codes), self._nodes, ffi.new("uint64_t[]", left or [0]), len(left)
        )
        return None if key == _UNKNOWN else (key >> 32, key & NO_FUNC)

    def path(self, obj: int, function: int) -> list[Step]:
        """The path whose frames add up to the function's depth."""
        out: list[Step] = []
        n = ffi.new("uint32_t *")
        component, around = None, False  # the cycle that was entered, and by which of its two paths
        while True:
            node = self.node(obj, function)
            if node.component != component:
                component, around = node.component, bool(node.flags & Down.AROUND)
            row = node.around if around else node.row
            code = self.codes[obj]
            calls = lib.mc_code_calls(code.c, n)
            tail = row != NO_FUNC and calls[row].kind == 1
            f = code.function(function)
            out.append(Step(obj, function, f.name or f"{f.addr:#x}", f.frame, tail))
            if row == NO_FUNC:
                return out
            target = calls[row].target
            if not target & IMPORT:
                function = target
                continue
            link = self._links[obj][target & ~IMPORT]
            if link & _BOUND:
                name = code.image.symbol(target & ~IMPORT).name
                out.append(Step(obj, None, name, link & ~_BOUND, False))
                return out
            obj, function = link >> 32, link & 0xFFFFFFFF
