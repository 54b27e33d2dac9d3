"""``Editor``: changes of one ELF file, planned one by one and laid out once.

What fits is written where it stands: a name of the same or a smaller size, a dynamic section with room for
its entries, relocation types, sizes of segments. The rest goes into at most two new segments at the end of
the file (one for data, one for code), whose program headers take the places of headers that no loader of
musl reads: PT_NULL, PT_GNU_PROPERTY, PT_NOTE. Nothing that is in the file moves, so every address in it
stays true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from struct import Struct
from struct import error as StructError
from typing import NamedTuple

from musl_compat.errors import ElfError

PT_NULL, PT_LOAD, PT_DYNAMIC, PT_INTERP, PT_NOTE = 0, 1, 2, 3, 4
PT_GNU_STACK, PT_GNU_RELRO, PT_GNU_PROPERTY = 0x6474E551, 0x6474E552, 0x6474E553
PF_X, PF_W, PF_R = 1, 2, 4
DT_NULL, DT_NEEDED, DT_STRTAB, DT_SYMTAB, DT_STRSZ, DT_INIT = 0, 1, 5, 6, 10, 12
DT_PLTRELSZ, DT_RELA, DT_RELASZ, DT_REL, DT_RELSZ, DT_PLTREL, DT_JMPREL = 2, 7, 8, 17, 18, 20, 23
DT_SONAME, DT_RPATH, DT_RUNPATH, DT_RELAENT, DT_RELENT = 14, 15, 29, 9, 19
DT_RELRSZ, DT_RELR, DT_RELRENT, DT_INIT_ARRAY, DT_INIT_ARRAYSZ = 35, 36, 37, 25, 27
DT_RELACOUNT, DT_RELCOUNT = 0x6FFFFFF9, 0x6FFFFFFA
SHT_NOBITS = 8

SHF_ALLOC = 2

# A header is given up for a new segment: one that means nothing, the property note, which the kernel reads
# for hardening that musl does not use, or a segment with no other notes than these: glibc's ABI tag, the
# linker's version, the properties, the probes of SystemTap, package metadata. The build ID only after them.
# Other notes may be read by the program itself, as Node's single executables and crashpad do.
_BUILD_IDS = {(b"GNU", 3), (b"Go", 4)}
_UNREAD_NOTES = {(b"GNU", 1), (b"GNU", 4), (b"GNU", 5), (b"stapsdt", 3), (b"FDO", 0xCAFE1A7E)}
_PAGE_MIN, _PAGE_MAX = 0x1000, 0x10000
_SPARE_DYNAMIC = 4
_PN_XNUM = 0xFFFF
_EM_MIPS = 8
# MIPS ABI supplement: the distance from this entry itself to a word that the loader writes to.
DT_MIPS_RLD_MAP_REL = 0x70000035


class NoRoom(ElfError):
    """The file has no program header to spare for a segment that has to be added."""


class Segment:
    """One program header; the fields are the gABI's without their prefix."""

    __slots__ = ("align", "filesz", "flags", "memsz", "offset", "paddr", "type", "vaddr")

    def __init__(
        self,
        type: int,
        flags: int,
        offset: int,
        vaddr: int,
        paddr: int,
        filesz: int,
        memsz: int,
        align: int,
    ) -> None:
        self.type = type
        self.flags = flags
        self.offset = offset
        self.vaddr = vaddr
        self.paddr = paddr
        self.filesz = filesz
        self.memsz = memsz
        self.align = align


class Blob:
    """Bytes that go into a new segment. ``build`` makes them when all addresses are known."""

    __slots__ = ("address", "align", "build", "code", "constant", "size")

    def __init__(self, size: int, build: Callable[[], bytes], code: bool, constant: bool, align: int) -> None:
        self.size = size
        self.build = build
        self.code = code
        self.constant = constant
        self.align = align
        self.address = 0
        """The address of the first byte; known while ``build`` runs."""


class SymbolEntry(NamedTuple):
    """A row of the dynamic symbol table as it stands in the file."""

    name: int
    info: int
    other: int
    shndx: int
    value: int
    size: int


class _Retyping(NamedTuple):
    """Relocations of type ``old`` get type ``new``, and the address that ``move`` gives from theirs."""

    old: int
    new: int
    move: Callable[[int], int] | None


class _Layout(NamedTuple):
    """Where things are in headers and rows of one class and byte order."""

    word: Struct
    dyn: Struct
    phdr: Struct
    phdr_fields: tuple[str, ...]
    sym: Struct
    sym_fields: tuple[str, ...]
    phoff: int
    counts: int
    shdr: Struct
    shdr_fields: tuple[str, ...]


_PHDR64 = ("type", "flags", "offset", "vaddr", "paddr", "filesz", "memsz", "align")
_PHDR32 = ("type", "offset", "vaddr", "paddr", "filesz", "memsz", "flags", "align")
_SYM64 = ("name", "info", "other", "shndx", "value", "size")
_SYM32 = ("name", "value", "size", "info", "other", "shndx")
_SHDR = ("name", "type", "flags", "addr", "offset", "size", "link", "info", "addralign", "entsize")


def _layout(elf_class: int, order: int) -> _Layout:
    """gABI chapters 4 and 5: the ELF-32 and ELF-64 forms of the structures."""
    e = "<>"[order - 1]
    if elf_class == 2:
        return _Layout(
            Struct(e + "Q"),
            Struct(e + "qQ"),
            Struct(e + "IIQQQQQQ"),
            _PHDR64,
            Struct(e + "IBBHQQ"),
            _SYM64,
            32,
            54,
            Struct(e + "IIQQQQIIQQ"),
            _SHDR,
        )
    return _Layout(
        Struct(e + "I"),
        Struct(e + "iI"),
        Struct(e + "IIIIIIII"),
        _PHDR32,
        Struct(e + "IIIBBH"),
        _SYM32,
        28,
        42,
        Struct(e + "IIIIIIIIII"),
        _SHDR,
    )


class Editor:
    """The planned changes of one file, made in the bytes that are given; ``finish`` completes them.

    Every method raises ElfError for a file whose tables are not where its headers say.
    """

    def __init__(self, data: bytearray) -> None:
        if len(data) < 52 or data[:4] != b"\x7fELF" or not (0 < data[4] < 3 and 0 < data[5] < 3):
            raise _bad("not an ELF file", "ELF header", 0)
        self._data = data
        self._f = _layout(data[4], data[5])
        self._old_strings: bytes | None = None
        self._strings: dict[bytes, int] = {}
        self._new_strings = bytearray()
        self._blobs: list[Blob] = []
        self._dynamic_values: dict[int, Callable[[], int]] = {}
        self._retyped: list[_Retyping] = []
        self._retyped_tables: list[tuple[int, int, int, _Retyping]] = []  # file offset, bytes, bytes of a row
        self._writes: list[tuple[int, bytes]] = []  # file offsets and bytes, made by finish
        self._moved: list[tuple[int, Blob]] = []  # old address and new place of what has a section header
        self._interp: tuple[Segment, Blob] | None = None
        self._resized: tuple[int, int] | None = None
        self._new_dynamic: Blob | None = None
        self._symbols: tuple[int, int] | None = None  # file offsets: start of the symbol table, its last end
        self._prepared = False
        self.gave_up: list[str] = []
        """Program headers that a new segment took the place of, by name; known after ``finish``."""
        self._read_headers()
        self._dynamic_room = 0  # bytes for the dynamic section where it stands
        self._dyn = self._read_dynamic()
        self._written = list(self._dyn)

    # -- what the file says ------------------------------------------------------------------------

    def _unpack(self, form: Struct, at: int, what: str) -> tuple[int, ...]:
        try:
            return form.unpack_from(self._data, at)
        except (StructError, OverflowError) as error:
            raise _bad(f"{what} reaches past the end of the file", what, at) from error

    def _half(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 2], "big" if self._data[5] == 2 else "little")

    def _read_headers(self) -> None:
        f = self._f
        (self._phoff,) = self._unpack(f.word, f.phoff, "the ELF header")
        (self._shoff,) = self._unpack(f.word, f.phoff + f.word.size, "the ELF header")
        size, count, self._shentsize, self._shnum = (self._half(f.counts + 2 * i) for i in range(4))
        if count == _PN_XNUM:
            raise _bad("the number of program headers is in a section header", "program headers", 0)
        if count and size != f.phdr.size:
            raise _bad(f"program headers of {size} bytes, not {f.phdr.size}", "program headers", self._phoff)
        self.segments: list[Segment] = []
        for i in range(count):
            row = self._unpack(f.phdr, self._phoff + i * size, "the program header table")
            self.segments.append(Segment(**dict(zip(f.phdr_fields, row, strict=True))))

    def segment(self, type: int) -> Segment | None:
        """The first program header of a type."""
        return next((s for s in self.segments if s.type == type), None)

    def _read_dynamic(self) -> list[tuple[int, int]]:
        found = self.segment(PT_DYNAMIC)
        if found is None:
            return []
        self._dynamic_room = min(found.filesz, max(len(self._data) - found.offset, 0))
        rows = []
        for at in range(found.offset, found.offset + found.filesz - self._f.dyn.size + 1, self._f.dyn.size):
            tag, value = self._unpack(self._f.dyn, at, "PT_DYNAMIC")
            if tag == DT_NULL:
                break
            rows.append((tag, value))
        return rows

    def tag(self, tag: int) -> int | None:
        """The value of the last dynamic entry with a tag, as planned so far: loaders take that one."""
        return next((value for t, value in reversed(self._dyn) if t == tag), None)

    def offset_of(self, address: int, size: int, what: str) -> int:
        """Where ``size`` bytes at an address are in the file. Raises ElfError when no segment has them."""
        return self._extent_of(address, size, what)[0]

    def _extent_of(self, address: int, size: int, what: str) -> tuple[int, int]:
        """The same, and where the bytes of their segment end in the file."""
        for s in self.segments:
            if s.type == PT_LOAD and s.vaddr <= address and address + size <= s.vaddr + s.filesz:
                offset = s.offset + address - s.vaddr
                if offset + size <= len(self._data):
                    return offset, min(s.offset + s.filesz, len(self._data))
        raise _bad(f"{what} at address {address:#x} is in no segment's bytes of the file", what, address)

    def read(self, address: int, size: int, what: str) -> bytes:
        """Bytes of the file by their address."""
        at = self.offset_of(address, size, what)
        return bytes(self._data[at : at + size])

    @property
    def word_size(self) -> int:
        """Bytes of an address."""
        return self._f.word.size

    @property
    def overlay(self) -> int:
        """Bytes after everything that the headers speak of: data that a program may look for at its own end.
        Zeros do not count."""
        end = self._phoff + len(self.segments) * self._f.phdr.size
        end = max([end, *(s.offset + s.filesz for s in self.segments)])
        if self._shoff and self._shnum:
            end = max(end, self._shoff + self._shnum * self._shentsize)
            end = max([end, *(at + size for at, size in self._section_ends())])
        rest = bytes(self._data[end:]).strip(b"\0")
        return len(self._data) - end if rest else 0

    def _sections(self) -> list[tuple[int, dict[str, int]]]:
        """(file offset of the row, fields); empty where the table is damaged: no loader reads it."""
        f = self._f
        if not self._shoff or self._shentsize != f.shdr.size:
            return []
        if self._shoff + self._shnum * self._shentsize > len(self._data):
            return []
        rows = []
        for i in range(self._shnum):
            at = self._shoff + i * self._shentsize
            rows.append((at, dict(zip(f.shdr_fields, f.shdr.unpack_from(self._data, at), strict=True))))
        return rows

    def _section_ends(self) -> list[tuple[int, int]]:
        return [(s["offset"], s["size"]) for _, s in self._sections() if s["type"] not in (0, SHT_NOBITS)]

    # -- strings of the dynamic section -------------------------------------------------------------

    def text(self, offset: int) -> bytes:
        """A string of the dynamic string table, a planned one too."""
        old = self._given_strings()
        table, at = (old, offset) if offset < len(old) else (self._new_strings, offset - len(old))
        end = table.find(b"\0", at)
        if at >= len(table) or end < 0:
            raise _bad(f"string {offset} is not in the table of {len(old)} bytes", "DT_STRTAB", offset)
        return bytes(table[at:end])

    def _given_strings(self) -> bytes:
        """The table as it is in the file."""
        if self._old_strings is None:
            given = dict(self._written)
            address, size = given.get(DT_STRTAB), given.get(DT_STRSZ)
            if address is None or size is None:
                raise _bad("there is no dynamic string table", "PT_DYNAMIC", 0)
            self._old_strings = self.read(address, size, "DT_STRTAB")
        return self._old_strings

    def string(self, text: str) -> int:
        """The offset of a string in the dynamic string table, added when the table does not hold it."""
        wanted = text.encode("utf-8", "surrogateescape")
        if wanted not in self._strings:
            at = self._given_strings().find(wanted + b"\0")
            self._strings[wanted] = self._added_string(wanted) if at < 0 else at
        return self._strings[wanted]

    def _added_string(self, text: bytes) -> int:
        at = len(self._given_strings()) + len(self._new_strings)
        self._new_strings += text + b"\0"
        return at

    # -- changes -------------------------------------------------------------------------------------

    @property
    def interpreter(self) -> str | None:
        """The path in PT_INTERP."""
        found = self.segment(PT_INTERP)
        if found is None:
            return None
        raw = bytes(self._data[found.offset : found.offset + found.filesz])
        return raw.split(b"\0")[0].decode("utf-8", "surrogateescape")

    def set_interpreter(self, path: str) -> None:
        """Another loader; the file has to name one already."""
        found = self.segment(PT_INTERP)
        if found is None:
            raise _bad("there is no PT_INTERP to change", "PT_INTERP", 0)
        raw = path.encode() + b"\0"
        if len(raw) <= found.filesz and found.offset + found.filesz <= len(self._data):
            self._writes.append((found.offset, raw.ljust(found.filesz, b"\0")))
            self._resized = (found.vaddr, len(raw))
            found.filesz = found.memsz = len(raw)
            return
        blob = self.add(len(raw), lambda: raw, constant=True)
        self._interp = (found, blob)
        self._moved.append((found.vaddr, blob))

    @property
    def needed(self) -> list[str]:
        """DT_NEEDED, in order, as planned."""
        return [self.text(v).decode("utf-8", "surrogateescape") for t, v in self._dyn if t == DT_NEEDED]

    def set_needed(self, names: list[str]) -> None:
        """Other DT_NEEDED entries, in this order; the other entries keep theirs."""
        rows = [(DT_NEEDED, self.string(name)) for name in names]
        first = next((i for i, (t, _) in enumerate(self._dyn) if t == DT_NEEDED), 0)
        before = [row for row in self._dyn[:first] if row[0] != DT_NEEDED]
        self._dyn = before + rows + [row for row in self._dyn[first:] if row[0] != DT_NEEDED]

    @property
    def runpath(self) -> str | None:
        """DT_RUNPATH, or DT_RPATH where there is none: musl reads them alike."""
        found = self.tag(DT_RUNPATH)
        found = self.tag(DT_RPATH) if found is None else found
        return None if found is None else self.text(found).decode("utf-8", "surrogateescape")

    def set_runpath(self, path: str) -> None:
        """Another search path, in the entry that is there or in a new DT_RUNPATH."""
        tag = DT_RPATH if self.tag(DT_RUNPATH) is None and self.tag(DT_RPATH) is not None else DT_RUNPATH
        self.set_tag(tag, self.string(path))

    def set_tag(self, tag: int, value: int) -> None:
        """Change the dynamic entry of a tag, the last one as ``tag`` does, or add one."""
        for i in reversed(range(len(self._dyn))):
            if self._dyn[i][0] == tag:
                self._dyn[i] = (tag, value)
                return
        self._dyn.append((tag, value))

    def retag(self, old: int, new: int) -> None:
        """Another tag for the dynamic entries of one tag; their values stay."""
        self._dyn = [(new if tag == old else tag, value) for tag, value in self._dyn]

    def set_tag_later(self, tag: int, value: Callable[[], int]) -> None:
        """The same, for an address of a new segment: ``value`` is called when addresses are known."""
        self.set_tag(tag, 0)
        self._dynamic_values[tag] = value

    def symbol(self, index: int) -> SymbolEntry:
        """A row of the dynamic symbol table as it was given."""
        row = self._f.sym.unpack_from(self._data, self._symbol_offset(index))
        return SymbolEntry(**dict(zip(self._f.sym_fields, row, strict=True)))

    def set_symbol(self, index: int, entry: SymbolEntry) -> None:
        """Write a row of the dynamic symbol table."""
        row = (getattr(entry, name) for name in self._f.sym_fields)
        self._writes.append((self._symbol_offset(index), self._f.sym.pack(*row)))

    def _symbol_offset(self, index: int) -> int:
        if self._symbols is None:
            table = self.tag(DT_SYMTAB)
            if table is None:
                raise _bad("there is no dynamic symbol table", "PT_DYNAMIC", 0)
            self._symbols = self._extent_of(table, self._f.sym.size, "DT_SYMTAB")
        start, end = self._symbols
        at = start + index * self._f.sym.size
        if at + self._f.sym.size > end:
            raise _bad(f"symbol {index} is in no segment's bytes of the file", "DT_SYMTAB", at)
        return at

    def rename_symbol(self, index: int, name: str) -> None:
        """Another name for a symbol that is not looked up by it: a reference."""
        raw = name.encode("utf-8", "surrogateescape")
        if raw not in self._strings:
            # Not looked for in the table: a new name is hardly there, and tables have megabytes.
            self._strings[raw] = self._added_string(raw)
        self.set_symbol(index, self.symbol(index)._replace(name=self._strings[raw]))

    def retype_relocations(self, old: int, new: int, move: Callable[[int], int] | None = None) -> None:
        """Another type for the relocations of one type, in DT_RELA, DT_REL and DT_JMPREL. ``move`` gives the
        address that each fills from the one that it has filled; it is called when addresses are known.
        """
        change = _Retyping(old, new, move)
        tables = (
            (DT_RELA, DT_RELASZ, True),
            (DT_REL, DT_RELSZ, False),
            (DT_JMPREL, DT_PLTRELSZ, self.tag(DT_PLTREL) == DT_RELA),
        )
        given = dict(self._written)
        for start, size, has_addends in tables:
            # As they were given: a table that moves has no address yet, and ``_retyped`` tells it.
            first, total = given.get(start), given.get(size)
            if first is None or not total:
                continue
            row = (3 if has_addends else 2) * self.word_size
            base = self.offset_of(first, total, "a relocation table")
            self._retyped_tables.append((base, total, row, change))
        self._retyped.append(change)

    def _retyped_rows(
        self, rows: bytes | bytearray, size: int, change: _Retyping
    ) -> Iterator[tuple[int, bytes]]:
        """(offset, r_offset and r_info) of every row of a relocation table that changes."""
        word = self.word_size
        mask = 0xFFFFFFFF if word == 8 else 0xFF
        for at in range(0, len(rows) - size + 1, size):
            (info,) = self._f.word.unpack_from(rows, at + word)
            if info & mask == change.old:
                (filled,) = self._f.word.unpack_from(rows, at)
                filled = change.move(filled) if change.move else filled
                yield at, self._f.word.pack(filled) + self._f.word.pack(info & ~mask | change.new)

    def _retype(self) -> None:
        """The changed rows of relocation tables where they stand."""
        for base, total, row, change in self._retyped_tables:
            rows = self._data[base : base + total]
            self._writes += [(base + at, raw) for at, raw in self._retyped_rows(rows, row, change)]

    def patch(self, address: int, raw: bytes) -> None:
        """Other bytes at an address, as many as there were."""
        self._writes.append((self.offset_of(address, len(raw), "code"), raw))

    def unpack_relr(self, relative: int) -> int:
        """Ordinary relative relocations, of this type of the psABI, in the place of DT_RELR; how many.

        The table that they join goes to a new segment.
        """
        addends = self.tag(DT_REL) is None
        table, size, count = (
            (DT_RELA, DT_RELASZ, DT_RELACOUNT) if addends else (DT_REL, DT_RELSZ, DT_RELCOUNT)
        )
        words = self._relr_words()
        row = Struct(self._f.word.format[0] + self._f.word.format[1:] * (3 if addends else 2))
        old_size = self.tag(size) or 0
        old = self.tag(table) or 0

        def build() -> bytes:
            rows = [
                row.pack(at, relative, value) if addends else row.pack(at, relative) for at, value in words
            ]
            rest = bytearray(self.read(old, old_size, "a relocation table")) if old_size else bytearray()
            for change in self._retyped:
                for at, raw in list(self._retyped_rows(rest, row.size, change)):
                    rest[at : at + len(raw)] = raw
            return b"".join(rows) + rest

        blob = self.add(len(words) * row.size + old_size, build)
        self._dyn = [(tag, value) for tag, value in self._dyn if tag not in (DT_RELR, DT_RELRSZ, DT_RELRENT)]
        self.set_tag_later(table, lambda: blob.address)
        self.set_tag(size, blob.size)
        self.set_tag(DT_RELAENT if addends else DT_RELENT, row.size)
        self.set_tag(count, len(words) + (self.tag(count) or 0))
        if old_size:
            self._moved.append((old, blob))
        return len(words)

    def _relr_words(self) -> list[tuple[int, int]]:
        """(address, word there) of each word that DT_RELR relocates (gABI, "Relative Relocation Table")."""
        start, total, word = self.tag(DT_RELR), self.tag(DT_RELRSZ), self.word_size
        if start is None or not total:
            return []
        found: list[tuple[int, int]] = []
        where = 0
        for (entry,) in self._f.word.iter_unpack(self.read(start, total // word * word, "DT_RELR")):
            if entry & 1 == 0:
                if entry < where:
                    raise _bad("the addresses of DT_RELR do not ascend", "DT_RELR", start)
                found.append((entry, self._word_at(entry)))
                where = entry + word
                continue
            for bit in range(1, 8 * word):
                if entry >> bit & 1:
                    at = where + (bit - 1) * word
                    found.append((at, self._word_at(at)))
            where += (8 * word - 1) * word
        return found

    def _word_at(self, address: int) -> int:
        value: int = self._f.word.unpack(self.read(address, self.word_size, "a word that DT_RELR names"))[0]
        return value

    def set_address(self, at: int, value: int) -> None:
        """Another address in a word that holds one: in the addend of the DT_RELA relocation that fills it, or
        in the word itself where there is none.
        """
        first, total = self.tag(DT_RELA), self.tag(DT_RELASZ)
        word = self.word_size
        if first is not None and total:
            base = self.offset_of(first, total, "a relocation table")
            for row in range(base, base + total - 3 * word + 1, 3 * word):
                if self._f.word.unpack_from(self._data, row)[0] == at:
                    self._writes.append((row + 2 * word, self._f.word.pack(value)))
                    return
        self._writes.append((self.offset_of(at, word, "a word"), self._f.word.pack(value)))

    def set_stack_size(self, size: int) -> None:
        """p_memsz of PT_GNU_STACK, in bytes; a file without that header gives up another for it."""
        found = self.segment(PT_GNU_STACK)
        if found is None:
            found = self._take_spare()
            self._init(found, PT_GNU_STACK, PF_R | PF_W, 0, 0, 0, 16)
        found.memsz = size

    def add(
        self,
        size: int,
        build: Callable[[], bytes],
        *,
        code: bool = False,
        constant: bool = False,
        align: int = 16,
    ) -> Blob:
        """Plan ``size`` bytes of a new segment; ``build`` gives them once every address is known. Data that
        are ``constant`` are never written at run time.
        """
        blob = Blob(size, build, code, constant or code, align)
        self._blobs.append(blob)
        return blob

    # -- the new file ----------------------------------------------------------------------------------

    def prepare(self) -> bool:
        """Settle what ``finish`` will do, with nothing written yet; whether the file will grow. Raises NoRoom
        when a segment has to be added and no program header can be had.
        """
        if not self._prepared:
            self._prepared = True
            self._plan_strings()
            self._plan_dynamic()
            self._plan_segments()
        return bool(self._blobs)

    def _plan_segments(self) -> None:
        """One segment for data and one for code; where there is one header for both, data that are never
        written go with the code.
        """
        spare = len(self._spares())
        wanted = len({blob.code for blob in self._blobs})
        if wanted > spare == 1 and all(blob.constant for blob in self._blobs):
            for blob in self._blobs:
                blob.code = True
        elif wanted > spare:
            raise self._no_room()

    def finish(self) -> bytearray:
        """The new file: the bytes that were given, changed. Raises NoRoom as ``prepare`` does."""
        self.prepare()
        placed = []
        for code, flags in ((False, PF_R | PF_W), (True, PF_R | PF_X)):
            blobs = [blob for blob in self._blobs if blob.code is code]
            if blobs:
                placed.append((self._place(blobs, flags), blobs))
        for segment, blobs in placed:
            for blob in blobs:
                raw = blob.build()
                assert len(raw) == blob.size
                self._writes.append((segment.offset + blob.address - segment.vaddr, raw))
        self._retype()
        for at, raw in self._writes:
            self._data[at : at + len(raw)] = raw
        self._finish_interpreter()
        self._write_dynamic()
        self._write_headers()
        return self._data

    def _plan_strings(self) -> None:
        if not self._new_strings:
            return
        whole = self._given_strings() + bytes(self._new_strings)
        old = self.tag(DT_STRTAB)
        assert old is not None
        blob = self.add(len(whole), lambda: whole, constant=True)
        self.set_tag(DT_STRSZ, len(whole))
        self.set_tag_later(DT_STRTAB, lambda: blob.address)
        self._moved.append((old, blob))

    def _plan_dynamic(self) -> None:
        """A blob for the dynamic section where its entries and the last DT_NULL do not fit in the old one."""
        found = self.segment(PT_DYNAMIC)
        if found is None or self._dyn == self._written:
            return
        if (len(self._dyn) + 1) * self._f.dyn.size <= self._dynamic_room:
            return
        size = (len(self._dyn) + 1 + _SPARE_DYNAMIC) * self._f.dyn.size
        blob = self._new_dynamic = self.add(size, lambda: self._dynamic_bytes(blob.address, size))
        self._moved.append((found.vaddr, blob))

    def _dynamic_bytes(self, address: int, size: int) -> bytes:
        """The dynamic section as it stands at an address."""
        out = bytearray()
        for tag, value in self._dyn:
            if tag in self._dynamic_values:
                value = self._dynamic_values[tag]()
            elif tag == DT_MIPS_RLD_MAP_REL and self._half(18) == _EM_MIPS:
                value = (value + self._entry_address(tag) - address - len(out)) % (1 << 8 * self.word_size)
            out += self._f.dyn.pack(tag, value)
        return bytes(out.ljust(size, b"\0"))

    def _entry_address(self, tag: int) -> int:
        """Where the last entry of a tag was given."""
        found = self.segment(PT_DYNAMIC)
        assert found is not None
        return found.vaddr + self._f.dyn.size * max(i for i, row in enumerate(self._written) if row[0] == tag)

    def _write_dynamic(self) -> None:
        found = self.segment(PT_DYNAMIC)
        if found is None or self._new_dynamic is not None:
            return
        if self._dyn == self._written and not self._dynamic_values:
            return
        used = max(len(self._written), len(self._dyn)) + 1
        size = min(used * self._f.dyn.size, self._dynamic_room)
        self._data[found.offset : found.offset + size] = self._dynamic_bytes(found.vaddr, size)

    def _place(self, blobs: list[Blob], flags: int) -> Segment:
        """A new segment for some blobs, at the end of the file and above every address."""
        loads = [s for s in self.segments if s.type == PT_LOAD]
        if not loads:
            raise _bad("there is no PT_LOAD", "program headers", self._phoff)
        # A power of two, as the kernel takes no other for a page.
        page = min(max(_PAGE_MIN, *(1 << s.align.bit_length() >> 1 for s in loads)), _PAGE_MAX)
        end = max(s.vaddr + s.memsz for s in loads)
        offset = -(-len(self._data) // 16) * 16
        address = -(-end // page) * page + offset % page
        at = address
        for blob in blobs:
            at = -(-at // blob.align) * blob.align
            blob.address = at
            at += blob.size
        if at >> 8 * self.word_size:
            raise _bad("no addresses are left for a new segment", "program headers", self._phoff)
        segment = self._take_spare()
        self._init(segment, PT_LOAD, flags, offset, address, at - address, page)
        # gABI: loadable segments stand in the order of their addresses.
        self.segments.remove(segment)
        self.segments.insert(1 + self.segments.index(loads[-1]), segment)
        self._data += bytes(offset + segment.filesz - len(self._data))
        return segment

    def _take_spare(self) -> Segment:
        found = self._spares()
        if not found:
            raise self._no_room()
        spare, name = found[0]
        if name:
            self.gave_up.append(name)
        return spare

    def _spares(self) -> list[tuple[Segment, str]]:
        """The headers that can be given up, the least missed first, with what they are called."""
        null = [(s, "") for s in self.segments if s.type == PT_NULL]
        property = [(s, "PT_GNU_PROPERTY") for s in self.segments if s.type == PT_GNU_PROPERTY]
        notes = [(s, self._notes(s)) for s in self.segments if s.type == PT_NOTE]
        plain = [(s, "PT_NOTE") for s, kinds in notes if kinds <= _UNREAD_NOTES]
        build_id = [
            (s, "PT_NOTE (build ID)")
            for s, kinds in notes
            if kinds <= _UNREAD_NOTES | _BUILD_IDS and kinds & _BUILD_IDS
        ]
        return null + property + plain + build_id

    def _notes(self, segment: Segment) -> set[tuple[bytes, int]]:
        """(owner, type) of each note of a segment (gABI, "Note Section"); an odd one for what is damaged."""
        word = Struct(self._f.word.format[0] + "III")
        raw = bytes(self._data[segment.offset : segment.offset + segment.filesz])
        align = 8 if segment.align == 8 else 4
        kinds: set[tuple[bytes, int]] = set()
        at = 0
        while at + word.size <= len(raw):
            owner, size, kind = word.unpack_from(raw, at)
            start = at + word.size
            kinds.add((raw[start : start + owner].rstrip(b"\0"), kind))
            at = start + -(-owner // 4) * 4
            at += -(-size // align) * align
        return kinds if at >= len(raw) else {(b"", 0)}

    def _no_room(self) -> NoRoom:
        return NoRoom(
            "every program header is in use: none can be given up for a new segment",
            status="limit",
            table="program headers",
            offset=self._phoff,
        )

    @staticmethod
    def _init(s: Segment, type: int, flags: int, offset: int, address: int, size: int, align: int) -> None:
        s.type, s.flags, s.offset, s.align = type, flags, offset, align
        s.vaddr = s.paddr = address
        s.filesz = s.memsz = size

    def _finish_interpreter(self) -> None:
        if self._interp is None:
            return
        segment, blob = self._interp
        segment.offset = self.offset_of(blob.address, blob.size, "PT_INTERP")
        segment.vaddr = segment.paddr = blob.address
        segment.filesz = segment.memsz = blob.size

    def _write_headers(self) -> None:
        f = self._f
        if self._new_dynamic is not None:
            found = self.segment(PT_DYNAMIC)
            assert found is not None
            found.offset = self.offset_of(self._new_dynamic.address, 1, "PT_DYNAMIC")
            found.vaddr = found.paddr = self._new_dynamic.address
            found.filesz = found.memsz = self._new_dynamic.size
        for i, segment in enumerate(self.segments):
            row = (getattr(segment, name) for name in f.phdr_fields)
            f.phdr.pack_into(self._data, self._phoff + i * f.phdr.size, *row)
        for old, blob in self._moved:
            self._follow(old, blob.address, blob.size)
        if self._resized is not None:
            self._follow(self._resized[0], self._resized[0], self._resized[1])

    def _follow(self, old: int, address: int, size: int) -> None:
        """Let the section header of a table that moved follow it, for the tools that read those."""
        for at, fields in self._sections():
            allocated = fields["flags"] & SHF_ALLOC and fields["type"] != SHT_NOBITS
            if allocated and fields["addr"] == old and fields["size"]:
                fields["addr"] = address
                fields["offset"] = self.offset_of(address, size, "section header")
                fields["size"] = size
                self._f.shdr.pack_into(self._data, at, *fields.values())
                return


def _bad(message: str, table: str, offset: int) -> ElfError:
    return ElfError(message, status="malformed", table=table, offset=offset)
