"""``Code``: what the native core read in one file's machine code: functions, frames, references, arguments.

Nothing here knows a libc. Sizes and addresses are in bytes; addresses are those of the file (no load bias).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Any, NamedTuple

from musl_compat._core import ffi, lib
from musl_compat.elf.failure import elf_error
from musl_compat.elf.image import ElfImage, Limits
from musl_compat.elf.layout import layout

_FUNC = layout("mc_func", "QIIIIII")
_CALL = layout("mc_call", "QII")
_ARG = layout("mc_arg", "QII")
_PTR = layout("mc_ptr", "QQII")
_TEXT = 4096
"""Longest string that is read from a file, in bytes."""

NO_FUNC = 0xFFFFFFFF
IMPORT = 0x80000000
"""Set in ``Ref.target``: the rest is the index of a dynamic symbol that the object does not define."""

FDE, SYMBOL, EXPORT, ENTRY, INIT, FOUND, SIZED = (1 << bit for bit in range(7))
LEA, POINTED, DYNAMIC, PROBED, SWEPT, NOFRAME, INDIRECT, STUB = (1 << bit for bit in range(7, 15))
"""The bits of ``Function.flags``: ``MC_FN_*`` of mc_code.h."""


class RefKind(IntEnum):
    """What a reference in code does with its target."""

    CALL = 0
    TAIL = 1
    TAKES = 2


class ArgKind(IntEnum):
    """What is known of an argument register at a call."""

    UNKNOWN = 0
    CONST = 1
    ADDR = 2
    SYMBOL = 3
    STACK = 4
    LOADED = 5


class Function(NamedTuple):
    """A function. ``frame`` is its largest stack depth in bytes, the pushed return address included."""

    number: int
    addr: int
    size: int
    frame: int
    flags: int
    name: str


class Ref(NamedTuple):
    """A call, tail jump or taken address: ``target`` is a function's index or ``IMPORT | symbol``."""

    row: int
    at: int
    target: int
    kind: RefKind


class Pointer(NamedTuple):
    """A word of data that the loader fills: ``value`` is an address, or the addend of ``symbol`` if not 0."""

    slot: int
    value: int
    symbol: int
    cls: int


class Arg(NamedTuple):
    """An argument: ``value`` is an integer, an address, a symbol index or an offset from ``base``."""

    kind: ArgKind
    value: int
    base: int


class Site(NamedTuple):
    """One call of an imported function. ``args`` are the first six integer arguments."""

    function: Function | None
    address: int
    kind: RefKind
    args: tuple[Arg, ...]


_UNKNOWN = (Arg(ArgKind.UNKNOWN, 0, 0),) * 6


class CodeLimits:
    """How much reading one file's code may take: bytes held, and rows of each table."""

    __slots__ = ("c",)

    def __init__(
        self,
        *,
        bytes: int | None = None,
        functions: int | None = None,
        calls: int | None = None,
        pointers: int | None = None,
    ) -> None:
        self.c: Any = ffi.new("mc_code_limits *")
        lib.mc_code_limits_default(self.c)
        given = {"bytes": bytes, "functions": functions, "calls": calls, "pointers": pointers}
        for name, value in given.items():
            if value is not None:
                setattr(self.c, name, value)


class Code:
    """The functions of one ELF file and how they refer to each other.

    ``image`` is the image, scanned with its relocations kept. ``c`` is the ``mc_code`` for other parts of
    the core.
    """

    __slots__ = ("__weakref__", "_buffer", "_functions", "c", "image")

    def __init__(self, code: Any, image: ElfImage, buffer: Any) -> None:
        self.c = ffi.gc(code, lib.mc_code_free)
        self.image = image
        self._buffer = buffer
        self._functions: list[Function | None] | None = None

    @classmethod
    def from_fd(cls, fd: int, limits: CodeLimits | None = None) -> Code:
        """Reads the code of an open regular file with pread. Raises ``ElfError``."""
        image = ElfImage.from_fd(fd, Limits(keep_relocs=True))
        err = ffi.new("mc_err *")
        code = lib.mc_code_scan_fd(fd, image.c, limits.c if limits else ffi.NULL, err)
        if code == ffi.NULL:
            raise elf_error(err)
        return cls(code, image, None)

    @classmethod
    def from_bytes(cls, data: bytes | bytearray | memoryview, limits: CodeLimits | None = None) -> Code:
        """Reads the code of a file in memory, which is kept as long as the result. Raises ``ElfError``."""
        image = ElfImage.from_bytes(data, Limits(keep_relocs=True))
        err = ffi.new("mc_err *")
        buffer = ffi.from_buffer(data)
        code = lib.mc_code_scan_buffer(buffer, len(buffer), image.c, limits.c if limits else ffi.NULL, err)
        if code == ffi.NULL:
            raise elf_error(err)
        return cls(code, image, buffer)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def has_frames(self) -> bool:
        """Whether frames of this machine are known here at all."""
        return bool(lib.mc_code_has(self.c) & lib.MC_HAS_FRAMES)

    @property
    def has_calls(self) -> bool:
        """Whether calls and arguments of this machine are known here."""
        return bool(lib.mc_code_has(self.c) & lib.MC_HAS_CALLS)

    @property
    def code_bytes(self) -> int:
        """Executable bytes of the file."""
        return lib.mc_code_bytes(self.c)  # type: ignore[no-any-return]

    def __len__(self) -> int:
        n = ffi.new("uint32_t *")
        lib.mc_code_funcs(self.c, n)
        return n[0]  # type: ignore[no-any-return]

    def function(self, index: int) -> Function:
        """One function. Raises ``IndexError``."""
        n = ffi.new("uint32_t *")
        rows = lib.mc_code_funcs(self.c, n)
        if not 0 <= index < n[0]:
            raise IndexError(index)
        f = rows[index]
        return Function(index, f.addr, f.size, f.frame, f.flags, self.name(index))

    def functions(self) -> Iterator[Function]:
        """Every function, by address."""
        n = ffi.new("uint32_t *")
        rows = lib.mc_code_funcs(self.c, n)
        table = bytes(ffi.buffer(rows, n[0] * _FUNC.size)) if n[0] else b""
        for index, (addr, size, frame, flags, *_) in enumerate(_FUNC.iter_unpack(table)):
            yield Function(index, addr, size, frame, flags, self.name(index))

    def name(self, index: int) -> str:
        """A function's name, empty when no symbol gives it one."""
        raw: bytes = ffi.string(lib.mc_code_name(self.c, index))
        return raw.decode("utf-8", "surrogateescape")

    def function_at(self, address: int) -> Function | None:
        """The function that holds an address."""
        index = lib.mc_code_func_at(self.c, address)
        return None if index == NO_FUNC else self.function(index)

    def refs(self, index: int | None = None) -> Iterator[Ref]:
        """What the code of one function (or of all) refers to, by address."""
        n = ffi.new("uint32_t *")
        rows = lib.mc_code_calls(self.c, n)
        first, count = 0, n[0]
        if index is not None:
            f = lib.mc_code_funcs(self.c, n)[index]
            first, count = f.call_first, f.call_n
        table = bytes(ffi.buffer(rows + first, count * _CALL.size)) if count else b""
        for row, (at, target, kind) in enumerate(_CALL.iter_unpack(table), first):
            yield Ref(row, at, target, RefKind(kind))

    def pointers(self) -> Iterator[Pointer]:
        """The words of data that the loader fills with addresses, by address."""
        n = ffi.new("uint32_t *")
        rows = lib.mc_code_pointers(self.c, n)
        table = bytes(ffi.buffer(rows, n[0] * _PTR.size)) if n[0] else b""
        return (Pointer(*row) for row in _PTR.iter_unpack(table))

    # -- memory ----------------------------------------------------------------------------------

    def read(self, address: int, size: int) -> bytes:
        """Up to ``size`` bytes that the file holds for an address; relocations are not applied."""
        out = ffi.new("char[]", size or 1)
        return bytes(ffi.buffer(out, lib.mc_code_read(self.c, address, out, size)))

    def text(self, address: int) -> bytes | None:
        """The NUL-terminated string at an address that the program cannot write, without the NUL."""
        prot = lib.mc_code_prot(self.c, address)
        if not prot or prot & 2:
            return None
        raw, nul, _ = self.read(address, _TEXT).partition(b"\0")
        return raw if nul else None

    def address(self, arg: Arg) -> int | None:
        """The address of this object that an argument is.

        An integer is one only where code is linked to a fixed place (ET_EXEC).
        """
        fixed = arg.kind is ArgKind.CONST and self.image.type == 2 and arg.value
        return arg.value if fixed or arg.kind is ArgKind.ADDR else None

    def string(self, arg: Arg) -> bytes | None:
        """The constant string that an argument points to."""
        address = self.address(arg)
        return None if address is None else self.text(address)

    def slot(self, address: int) -> Pointer | None:
        """What the loader writes to the word at an address."""
        row = lib.mc_code_slot(self.c, address)
        if row == NO_FUNC:
            return None
        n = ffi.new("uint32_t *")
        p = lib.mc_code_pointers(self.c, n)[row]
        return Pointer(p.slot, p.value, p.sym, p.cls)

    def pointing(self, address: int) -> list[Pointer]:
        """The words of data that hold an address of this object."""
        n = ffi.new("uint32_t *")
        table = lib.mc_code_pointers(self.c, n)
        return [
            Pointer(table[row].slot, table[row].value, table[row].sym, table[row].cls)
            for row in _all(lib.mc_code_pointing, "uint32_t[]", self.c, address)
        ]

    def find(self, data: bytes) -> list[int]:
        """The addresses at which the file's segments hold these bytes."""
        return _all(lib.mc_code_find, "uint64_t[]", self.c, data, len(data))

    # -- calls -----------------------------------------------------------------------------------

    def imports(self, name: str) -> list[int]:
        """What a name stands for in ``Ref.target``: ``IMPORT | symbol``, or a function."""
        out: list[int] = []
        for index in self.image.find_all(name):
            symbol = self.image.symbol(index)
            if symbol.shndx == 0:
                out.append(IMPORT | index)
            else:
                f = self.function_at(symbol.value)
                out += [f.number] if f is not None and f.addr == symbol.value else []
        return out

    def callers(self, index: int) -> list[Ref]:
        """The references to a function of this object."""
        n = ffi.new("uint32_t *")
        table = lib.mc_code_calls(self.c, n)
        return [
            Ref(row, table[row].at, index, RefKind(table[row].kind))
            for row in _all(lib.mc_code_refs, "uint32_t[]", self.c, index)
        ]

    def calls(self, name: str) -> list[Site]:
        """Each call of (and tail jump to) a dynamic symbol, with the arguments that are known there."""
        rows: list[int] = []
        for target in self.imports(name):
            rows += _all(lib.mc_code_refs, "uint32_t[]", self.c, target)
        return self.sites(rows)

    def sites(self, rows: Iterable[int]) -> list[Site]:
        """The calls and tail jumps among rows of ``refs``, with their arguments."""
        n = ffi.new("uint32_t *")
        table = lib.mc_code_calls(self.c, n)
        rows = sorted(row for row in set(rows) if table[row].kind != RefKind.TAKES)
        args = self._args(rows)
        out = []
        for k, row in enumerate(rows):
            caller = lib.mc_code_caller(self.c, row)
            function = None if caller == NO_FUNC else self.function(caller)
            out.append(Site(function, table[row].at, RefKind(table[row].kind), args[k]))
        return out

    def _args(self, rows: list[int]) -> list[tuple[Arg, ...]]:
        if not lib.mc_code_has(self.c) & lib.MC_HAS_ARGS:
            return [_UNKNOWN] * len(rows)
        width = lib.MC_ARGS
        out = ffi.new("mc_arg[]", max(1, len(rows) * width))
        lib.mc_code_args(self.c, ffi.new("uint32_t[]", rows), len(rows), out)
        flat = [
            Arg(ArgKind(kind), value, base)
            for value, kind, base in _ARG.iter_unpack(ffi.buffer(out, len(rows) * width * _ARG.size))
        ]
        return [tuple(flat[k * width : (k + 1) * width]) for k in range(len(rows))]


def _all(ask: Any, array: str, *question: Any) -> list[int]:
    """Everything that a question of mc_code.h has as its answer, however many there are."""
    cap = 64
    while True:
        out = ffi.new(array, cap)
        n = ask(*question, out, cap)
        if n <= cap:
            return list(out[0:n])
        cap = n
