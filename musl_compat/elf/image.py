"""``ElfImage``: a view of the block that the native core gives for one file.

Nothing is decoded before it is asked for, and the core's work is done without the GIL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from threading import local
from typing import TYPE_CHECKING, Any

from musl_compat._core import ffi, lib
from musl_compat.elf.failure import elf_error
from musl_compat.elf.layout import layout
from musl_compat.errors import ElfError

if TYPE_CHECKING:
    from musl_compat.elf.rows import (
        OddReloc,
        Relocation,
        RelocType,
        Symbol,
        Tls,
        VersionDefinition,
        VersionNeed,
    )

_BATCH = 1024
"""Symbols that are decoded with one call into the core."""

_SYM = layout("mc_sym", "QQIIHHBBBB")
_NEED = layout("mc_verneed", "IIIHH")
_DEF = layout("mc_verdef", "IIHH")
_TYPE = layout("mc_reltype", "IIQQ")
_ODD = layout("mc_odd", "IIQ")
_RELOC = layout("mc_reloc", "QqIIII")


class Limits:
    """How much one scan may take, and what else it keeps. Sizes are in bytes.

    ``as_machine`` classifies relocations as a loader of that ``e_machine`` would;
    ``keep_relocs`` keeps each of them as a row.
    """

    __slots__ = ("c",)

    def __init__(
        self,
        *,
        block_bytes: int | None = None,
        phnum: int | None = None,
        symbols: int | None = None,
        needed: int | None = None,
        odd_relocs: int | None = None,
        reloc_bytes: int | None = None,
        as_machine: int = 0,
        keep_relocs: bool = False,
    ) -> None:
        self.c: Any = ffi.new("mc_limits *")
        lib.mc_limits_default(self.c)
        given = {
            "block_bytes": block_bytes,
            "phnum": phnum,
            "symbols": symbols,
            "needed": needed,
            "odd_relocs": odd_relocs,
            "reloc_bytes": reloc_bytes,
        }
        for name, value in given.items():
            if value is not None:
                setattr(self.c, name, value)
        self.c.as_machine = as_machine
        self.c.keep_relocs = keep_relocs


class _Thread(local):
    """What each thread keeps between scans: the core's scratch memory and a place for its error."""

    def __init__(self) -> None:
        self.scratch: Any = ffi.gc(lib.mc_scratch_new(), lib.mc_scratch_free)
        if self.scratch == ffi.NULL:
            raise MemoryError
        self.err: Any = ffi.new("mc_err *")
        self.row: Any = ffi.new("mc_sym *")


_thread = _Thread()
_DEFAULT = Limits()


class ElfImage:
    """What a loader would read of one ELF file: its headers, PT_DYNAMIC and the tables that this names.

    ``c`` is the ``mc_image`` for other parts of the core. Text that is not UTF-8 is decoded with
    surrogateescape.
    """

    __slots__ = ("__weakref__", "_needed", "c")

    def __init__(self, image: Any) -> None:
        self.c = ffi.gc(image, lib.mc_image_free, image.total)
        self._needed: list[str] | None = None

    @classmethod
    def from_fd(cls, fd: int, limits: Limits | None = None) -> ElfImage:
        """Reads an open regular file with pread, wherever its position is. Raises ``ElfError``."""
        thread = _thread
        image = lib.mc_scan_fd(fd, (limits or _DEFAULT).c, thread.scratch, thread.err)
        if image == ffi.NULL:
            raise elf_error(thread.err)
        return cls(image)

    @classmethod
    def from_bytes(cls, data: bytes | bytearray | memoryview, limits: Limits | None = None) -> ElfImage:
        """Reads a file that is in memory; ``data`` is not needed afterwards. Raises ``ElfError``."""
        thread = _thread
        buf = ffi.from_buffer(data)
        image = lib.mc_scan_buffer(buf, len(buf), (limits or _DEFAULT).c, thread.scratch, thread.err)
        if image == ffi.NULL:
            raise elf_error(thread.err)
        return cls(image)

    # -- the header ------------------------------------------------------------------------------

    @property
    def machine(self) -> int:
        """e_machine; ``names.machine_name`` gives its name."""
        return self.c.machine  # type: ignore[no-any-return]

    @property
    def type(self) -> int:
        """e_type: 2 for ET_EXEC, 3 for ET_DYN. Other types have no tables."""
        return self.c.type  # type: ignore[no-any-return]

    @property
    def elf_class(self) -> int:
        """32 or 64."""
        return self.c.elf_class  # type: ignore[no-any-return]

    @property
    def byteorder(self) -> str:
        """``little`` or ``big``."""
        return "big" if self.c.data == 2 else "little"

    @property
    def osabi(self) -> int:
        """EI_OSABI."""
        return self.c.osabi  # type: ignore[no-any-return]

    @property
    def e_flags(self) -> int:
        """e_flags, whose meaning is the machine's."""
        return self.c.e_flags  # type: ignore[no-any-return]

    @property
    def entry(self) -> int:
        """e_entry."""
        return self.c.entry  # type: ignore[no-any-return]

    @property
    def flags(self) -> int:
        """Facts about the object: the bits ``MC_F_*``."""
        return self.c.flags  # type: ignore[no-any-return]

    @property
    def file_size(self) -> int:
        """Bytes of the file."""
        return self.c.file_size  # type: ignore[no-any-return]

    # -- segments --------------------------------------------------------------------------------

    @property
    def interpreter(self) -> str | None:
        """The path in PT_INTERP."""
        c = self.c
        if not c.interp_off:
            return None
        return self._bytes(c.interp_off, c.interp_len).decode("utf-8", "surrogateescape")

    @property
    def tls(self) -> Tls | None:
        """PT_TLS."""
        from musl_compat.elf.rows import Tls

        c = self.c
        return Tls(c.tls_filesz, c.tls_memsz, c.tls_align) if c.flags & lib.MC_F_TLS else None

    @property
    def stack_memsz(self) -> int:
        """p_memsz of PT_GNU_STACK: the stack size that the object asks for, 0 for none."""
        return self.c.stack_memsz  # type: ignore[no-any-return]

    @property
    def build_id(self) -> bytes | None:
        """The GNU build id."""
        c = self.c
        return self._bytes(c.build_id_off, c.build_id_len) if c.build_id_off else None

    # -- PT_DYNAMIC ------------------------------------------------------------------------------

    @property
    def needed(self) -> list[str]:
        """DT_NEEDED, in order. Made once, for everybody: not to be changed."""
        if self._needed is None:
            rows = ffi.cast("uint32_t *", self._at(self.c.needed_off))
            self._needed = [self._text(offset) for offset in rows[0 : self.c.needed_n]]
        return self._needed

    @property
    def soname(self) -> str | None:
        """DT_SONAME."""
        return self._text(self.c.soname) if self.c.soname else None

    @property
    def rpath(self) -> str | None:
        """DT_RPATH."""
        return self._text(self.c.rpath) if self.c.rpath else None

    @property
    def runpath(self) -> str | None:
        """DT_RUNPATH."""
        return self._text(self.c.runpath) if self.c.runpath else None

    @property
    def verneed(self) -> list[VersionNeed]:
        """DT_VERNEED, one row for each version of each file."""
        from musl_compat.elf.rows import VersionNeed

        text = self._text
        rows = self._rows(_NEED, self.c.verneed_off, self.c.verneed_n)
        return [VersionNeed(text(file), text(name), *rest) for file, name, *rest in rows]

    @property
    def verdef(self) -> list[VersionDefinition]:
        """DT_VERDEF."""
        from musl_compat.elf.rows import VersionDefinition

        rows = self._rows(_DEF, self.c.verdef_off, self.c.verdef_n)
        return [VersionDefinition(self._text(name), digest, flags, ndx) for name, digest, flags, ndx in rows]

    # -- relocations -----------------------------------------------------------------------------

    @property
    def reltypes(self) -> list[RelocType]:
        """The relocation types that occur, NONE left out."""
        from musl_compat.elf.rows import RelocType

        return [RelocType(*row) for row in self._rows(_TYPE, self.c.reltype_off, self.c.reltype_n)]

    @property
    def odd_relocs(self) -> list[OddReloc]:
        """The relocations that not every loader knows, one for each type and symbol."""
        from musl_compat.elf.rows import OddReloc

        return [OddReloc(*row) for row in self._rows(_ODD, self.c.odd_off, self.c.odd_n)]

    @property
    def relocs(self) -> list[Relocation]:
        """Every relocation in the order of a loader's work; empty without ``Limits.keep_relocs``."""
        from musl_compat.elf.rows import Relocation

        return [Relocation(*row) for row in self._rows(_RELOC, self.c.reloc_off, self.c.reloc_n)]

    # -- symbols ---------------------------------------------------------------------------------

    @property
    def sym_count(self) -> int:
        """Dynamic symbols, the null symbol included."""
        return self.c.sym_n  # type: ignore[no-any-return]

    def symbols(self) -> Iterator[Symbol]:
        """The dynamic symbols, in the order of the table; the first is the null symbol."""
        count = self.c.sym_n
        rows, strings = ffi.new("mc_sym[]", min(_BATCH, count)), self._strings()
        for first in range(0, count, _BATCH):
            yield from self._decoded(rows, lib.mc_image_syms(self.c, first, _BATCH, rows), strings)

    def references(self) -> list[tuple[int, Symbol]]:
        """(index, symbol) of the undefined symbols that a relocation uses."""
        count = lib.mc_image_refs(self.c, ffi.NULL, 0)
        out = ffi.new("uint32_t[]", count)
        lib.mc_image_refs(self.c, out, count)
        return [(index, self.symbol(index)) for index in out]

    def symbol(self, index: int) -> Symbol:
        """One symbol. Raises ``IndexError``."""
        from musl_compat.elf.rows import Symbol

        row = _thread.row
        if not 0 <= index < self.c.sym_n:
            raise IndexError(index)
        lib.mc_image_syms(self.c, index, 1, row)
        s = row[0]
        return Symbol(
            self._text(s.name),
            s.value,
            s.size,
            s.bind,
            s.type,
            s.visibility,
            s.shndx,
            s.version,
            s.hidden != 0,
            s.used,
        )

    def find(self, name: str) -> int:
        """The index of the symbol that the hash tables give for this name as a loader asks them, 0 for none.

        Definitions with the hidden version bit are passed over; type and binding are not judged.
        """
        return lib.mc_image_find(self.c, name.encode("utf-8", "surrogateescape"))  # type: ignore[no-any-return]

    def find_all(self, name: str) -> list[int]:
        """The indices of all symbols of this name, hidden and undefined ones too."""
        out = ffi.new("uint32_t[]", 64)
        n = lib.mc_image_find_all(self.c, name.encode("utf-8", "surrogateescape"), out, 64)
        return list(out[0:n])

    def version_of(self, symbol: Symbol) -> tuple[str | None, str | None]:
        """The version of a symbol of this image and, for a reference, the library that it is wanted of."""
        if symbol.version < 2:
            return None, None
        if symbol.shndx == 0:
            for need in self.verneed:
                if need.other & 0x7FFF == symbol.version:
                    return need.name, need.file
        for row in self.verdef:
            if row.ndx & 0x7FFF == symbol.version:
                return row.name, None
        return None, None

    def _strings(self) -> bytes:
        return self._bytes(self.c.str_off, self.c.str_len)

    def _decoded(self, rows: Any, n: int, strings: bytes) -> Iterator[Symbol]:
        from musl_compat.elf.rows import Symbol

        size, find = len(strings), strings.find
        for value, length, name, used, shndx, version, bind, kind, vis, hidden in _SYM.iter_unpack(
            ffi.buffer(rows, n * _SYM.size)
        ):
            # a search in one copy of the strings costs a third of a call into the core for each name
            end = find(b"\0", name) if name < size else name
            text = strings[name : end if end >= 0 else size].decode("utf-8", "surrogateescape")
            yield Symbol(text, value, length, bind, kind, vis, shndx, version, hidden != 0, used)

    # -- the block -------------------------------------------------------------------------------

    def _at(self, off: int) -> Any:
        return ffi.cast("char *", self.c) + off

    def _bytes(self, off: int, n: int) -> bytes:
        return bytes(ffi.buffer(self._at(off), n))

    def _text(self, off: int) -> str:
        raw: bytes = ffi.string(lib.mc_image_str(self.c, off))
        return raw.decode("utf-8", "surrogateescape")

    def _rows(self, row: Struct, off: int, n: int) -> Iterator[tuple[Any, ...]]:
        return row.iter_unpack(self._bytes(off, n * row.size))


def scan_fds(fds: Sequence[int] | Iterable[int], limits: Limits | None = None) -> list[ElfImage | ElfError]:
    """Reads many open files with one call into the core: for each an image, or the error that says why."""
    numbers = list(fds)
    n = len(numbers)
    out, errs = ffi.new("mc_image *[]", n), ffi.new("mc_err[]", n)
    lib.mc_scan_fds(numbers, n, (limits or _DEFAULT).c, _thread.scratch, out, errs)
    return [ElfImage(out[i]) if out[i] != ffi.NULL else elf_error(errs[i]) for i in range(n)]
