"""A small ELF writer for tests: any class, byte order and machine, with just the tables that are asked for.

One PT_LOAD maps the file at ``BASE``, so that an address is never by chance a file offset. ``Built.at`` says
where each part is in the file, which is what a recipe ("set the symbol index of row 2 to 9999") needs.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

BASE = 0x10000
PT_LOAD, PT_DYNAMIC, PT_INTERP, PT_NOTE, PT_PHDR, PT_TLS = 1, 2, 3, 4, 6, 7
PT_GNU_STACK = 0x6474E551
SHORT_TAGS = {"NEEDED": 1, "SONAME": 14, "RPATH": 15, "RUNPATH": 29}


@dataclass(frozen=True)
class Sym:
    """A dynamic symbol. ``shndx`` 0 is undefined; ``version`` is the raw DT_VERSYM entry."""

    name: str
    value: int = 0
    size: int = 0
    bind: int = 1
    type: int = 2
    other: int = 0
    shndx: int = 0
    version: int = 1


@dataclass(frozen=True)
class Rel:
    """A relocation; ``sym`` is an index."""

    offset: int
    type: int
    sym: int = 0
    addend: int = 0


@dataclass
class Built:
    """The bytes, and the file offset of each part: ``ehdr phdr dynamic strtab symtab hash gnu_hash ...``."""

    data: bytes
    at: dict[str, int]
    names: dict[str, int]
    dyn: dict[int, int] = field(default_factory=dict)


@dataclass
class Elf:
    """What to write."""

    bits: int = 64
    big: bool = False
    machine: int = 62
    type: int = 3
    e_flags: int = 0
    interp: str | None = None
    needed: Sequence[str] = ()
    soname: str | None = None
    rpath: str | None = None
    runpath: str | None = None
    symbols: Sequence[Sym] = ()
    rel: Sequence[Rel] = ()
    rela: Sequence[Rel] = ()
    jmprel: Sequence[Rel] = ()
    relr: Sequence[int] = ()
    hash: str = "gnu"
    versym: bool = False
    verneed: Sequence[tuple[str, Sequence[tuple[str, int]]]] = ()
    verdef: Sequence[tuple[str, int]] = ()
    dynamic: bool = True
    extra: Sequence[tuple[int, int]] = ()
    tls: tuple[int, int, int] | None = None
    stack: tuple[int, int] | None = None
    notes: Sequence[tuple[bytes, int, bytes]] = ()
    # type, flags, offset, vaddr, filesz, memsz, align of segments after the others
    segments: Sequence[tuple[int, int, int, int, int, int, int]] = ()

    def pack(self, codes: str, *values: int) -> bytes:
        """Like struct.pack in this file's byte order; ``W`` is a word of its class."""
        return struct.pack(
            (">" if self.big else "<") + codes.replace("W", "Q" if self.bits == 64 else "I"), *values
        )

    def build(self) -> Built:
        """Write it."""
        return _Writer(self).build()


def gnu_hash(name: str) -> int:
    """The hash of DT_GNU_HASH."""
    h = 5381
    for c in name.encode():
        h = (h * 33 + c) & 0xFFFFFFFF
    return h


def elf_hash(name: str) -> int:
    """The gABI's hash, used by DT_HASH and by version records."""
    h = 0
    for c in name.encode():
        h = (h << 4) + c
        h = (h ^ (h & 0xF0000000) >> 24) & 0x0FFFFFFF
    return h


class _Writer:
    def __init__(self, elf: Elf) -> None:
        self.elf = elf
        self.word = elf.bits // 8
        self.strings = bytearray(b"\0")
        self.names: dict[str, int] = {}
        self.parts: list[tuple[str, bytes]] = []

    def name(self, text: str) -> int:
        if text and text not in self.names:
            self.names[text] = len(self.strings)
            self.strings += text.encode() + b"\0"
        return self.names.get(text, 0)

    def symtab(self) -> bytes:
        out = bytearray(24 if self.elf.bits == 64 else 16)
        for s in self.elf.symbols:
            info = s.bind << 4 | s.type
            if self.elf.bits == 64:
                out += self.elf.pack("IBBHQQ", self.name(s.name), info, s.other, s.shndx, s.value, s.size)
            else:
                out += self.elf.pack("IIIBBH", self.name(s.name), s.value, s.size, info, s.other, s.shndx)
        return bytes(out)

    def gnu(self) -> bytes:
        """Symbols are hashed from the first defined one on; one bucket for each two."""
        symbols = self.elf.symbols
        first = next((i for i, s in enumerate(symbols, 1) if s.shndx), len(symbols) + 1)
        hashed = [gnu_hash(s.name) for s in symbols[first - 1 :]]
        n = 1  # one bucket keeps any order of symbols right
        bloom = (1 << self.elf.bits) - 1
        out = self.elf.pack("IIIIW", n, first, 1, 6, bloom) + self.elf.pack("I", first if hashed else 0)
        chain = [h & ~1 | (i == len(hashed) - 1) for i, h in enumerate(hashed)]
        return out + b"".join(self.elf.pack("I", c) for c in chain)

    def sysv(self) -> bytes:
        symbols = self.elf.symbols
        n, count = 3, len(symbols) + 1
        buckets, chain = [0] * n, [0] * count
        for i, s in enumerate(symbols, 1):
            slot = elf_hash(s.name) % n
            chain[i], buckets[slot] = buckets[slot], i
        wide = self.elf.bits == 64 and self.elf.machine in (22, 0x9026)
        return b"".join(self.elf.pack("Q" if wide else "I", v) for v in [n, count, *buckets, *chain])

    def relocs(self, rows: Sequence[Rel], rela: bool) -> bytes:
        out = b""
        for r in rows:
            if self.elf.bits == 32:
                info = r.sym << 8 | r.type
            elif self.elf.machine == 8 and not self.elf.big:
                info = r.sym | int.from_bytes(r.type.to_bytes(4, "big"), "little") << 32
            else:
                info = r.sym << 32 | r.type
            mask = (1 << self.elf.bits) - 1
            out += self.elf.pack("WW", r.offset, info) + (
                self.elf.pack("W", r.addend & mask) if rela else b""
            )
        return out

    def verneed(self) -> bytes:
        out = b""
        for f, (file, versions) in enumerate(self.elf.verneed):
            size = 16 + 16 * len(versions)
            last = f == len(self.elf.verneed) - 1
            out += self.elf.pack("HHIII", 1, len(versions), self.name(file), 16, 0 if last else size)
            for i, (version, ndx) in enumerate(versions):
                link = 0 if i == len(versions) - 1 else 16
                out += self.elf.pack("IHHII", elf_hash(version), 0, ndx, self.name(version), link)
        return out

    def verdef(self) -> bytes:
        out = b""
        for i, (version, ndx) in enumerate(self.elf.verdef):
            link = 0 if i == len(self.elf.verdef) - 1 else 28
            flags = 1 if ndx == 1 else 0
            out += self.elf.pack("HHHHIII", 1, flags, ndx, 1, elf_hash(version), 20, link)
            out += self.elf.pack("II", self.name(version), 0)
        return out

    def note_bytes(self) -> bytes:
        out = b""
        for owner, kind, desc in self.elf.notes:
            out += self.elf.pack("III", len(owner), len(desc), kind)
            out += owner + bytes(-len(owner) % 4) + desc + bytes(-len(desc) % 4)
        return out

    def tables(self) -> list[tuple[str, bytes]]:
        e = self.elf
        symtab = self.symtab()
        out = [("notes", self.note_bytes())]
        if "gnu" in e.hash or e.hash == "both":
            out.append(("gnu_hash", self.gnu()))
        if e.hash in ("sysv", "both"):
            out.append(("hash", self.sysv()))
        out.append(("symtab", symtab))
        if e.versym:
            out.append(("versym", b"".join(e.pack("H", v) for v in [0, *(s.version for s in e.symbols)])))
        out += [("verneed", self.verneed()), ("verdef", self.verdef())]
        out += [("rel", self.relocs(e.rel, False)), ("rela", self.relocs(e.rela, True))]
        out += [("jmprel", self.relocs(e.jmprel, True)), ("relr", b"".join(e.pack("W", w) for w in e.relr))]
        for text in (*e.needed, e.soname or "", e.rpath or "", e.runpath or ""):
            self.name(text)
        out.append(("strtab", bytes(self.strings)))
        return [(name, part) for name, part in out if part]

    def dynamic(self, at: dict[str, int], size: dict[str, int]) -> list[tuple[int, int]]:
        e = self.elf
        rows = [(1, self.name(n)) for n in e.needed]
        rows += [
            (SHORT_TAGS[tag], self.name(text))
            for tag, text in (("SONAME", e.soname), ("RPATH", e.rpath), ("RUNPATH", e.runpath))
            if text is not None
        ]
        rows += [(5, at["strtab"] + BASE), (10, size["strtab"]), (6, at["symtab"] + BASE)]
        addresses = {"hash": 4, "gnu_hash": 0x6FFFFEF5, "versym": 0x6FFFFFF0, "verneed": 0x6FFFFFFE}
        addresses |= {"verdef": 0x6FFFFFFC, "rel": 17, "rela": 7, "jmprel": 23, "relr": 36}
        rows += [(tag, at[name] + BASE) for name, tag in addresses.items() if name in at]
        sizes = {"rel": 18, "rela": 8, "jmprel": 2, "relr": 35}
        rows += [(tag, size[name]) for name, tag in sizes.items() if name in at]
        row_sizes = {
            "symtab": (11, 3 if e.bits == 64 else 4),
            "rel": (19, 2),
            "rela": (9, 3),
            "relr": (37, 1),
        }
        rows += [(tag, words * self.word) for name, (tag, words) in row_sizes.items() if name in at]
        if "jmprel" in at:
            rows.append((20, 7))
        rows += [(0x6FFFFFFF, len(e.verneed))] * bool(e.verneed) + [(0x6FFFFFFD, len(e.verdef))] * bool(
            e.verdef
        )
        return [*rows, *e.extra, (0, 0)]

    def segments(self, at: dict[str, int], size: dict[str, int], total: int) -> list[bytes]:
        e = self.elf
        rows = [(PT_LOAD, 6, 0, BASE, total, total, 0x1000)]
        if e.interp is not None:
            rows.append((PT_INTERP, 4, at["interp"], at["interp"] + BASE, size["interp"], size["interp"], 1))
        if e.dynamic:
            rows.append(
                (PT_DYNAMIC, 6, at["dynamic"], at["dynamic"] + BASE, size["dynamic"], size["dynamic"], 8)
            )
        if "notes" in at:
            rows.append((PT_NOTE, 4, at["notes"], at["notes"] + BASE, size["notes"], size["notes"], 4))
        if e.tls:
            rows.append((PT_TLS, 4, 0, BASE, e.tls[0], e.tls[1], e.tls[2]))
        if e.stack:
            rows.append((PT_GNU_STACK, e.stack[0], 0, 0, 0, e.stack[1], 16))
        rows += e.segments
        if e.bits == 64:
            return [e.pack("IIQQQQQQ", t, f, o, v, v, fs, ms, a) for t, f, o, v, fs, ms, a in rows]
        return [e.pack("IIIIIIII", t, o, v, v, fs, ms, f, a) for t, f, o, v, fs, ms, a in rows]

    def build(self) -> Built:
        e = self.elf
        ehsize, phsize = (64, 56) if e.bits == 64 else (52, 32)
        phnum = 1 + (e.interp is not None) + e.dynamic + bool(e.notes) + bool(e.tls) + bool(e.stack)
        phnum += len(e.segments)
        at, size = {"ehdr": 0, "phdr": ehsize}, {}
        end = ehsize + phnum * phsize
        parts = [("interp", (e.interp or "").encode() + b"\0")] if e.interp is not None else []
        parts += self.tables() if e.dynamic else [("notes", self.note_bytes())] * bool(e.notes)
        placed = bytearray()
        for name, part in parts:
            placed += bytes(-(end + len(placed)) % 8)
            at[name], size[name] = end + len(placed), len(part)
            placed += part
        dyn: dict[int, int] = {}
        if e.dynamic:
            placed += bytes(-(end + len(placed)) % 8)
            at["dynamic"] = end + len(placed)
            rows = self.dynamic(at, size)
            for i, (tag, _) in enumerate(rows):
                dyn.setdefault(tag, at["dynamic"] + i * 2 * self.word)
            table = b"".join(e.pack("WW", *row) for row in rows)
            size["dynamic"] = len(table)
            placed += table
        ident = bytes([0x7F, 0x45, 0x4C, 0x46, e.bits // 32, 2 if e.big else 1, 1]).ljust(16, b"\0")
        header = ident + e.pack(
            "HHIWWWIHHHHHH", e.type, e.machine, 1, 0, ehsize, 0, e.e_flags, ehsize, phsize, phnum, 0, 0, 0
        )
        data = header + b"".join(self.segments(at, size, end + len(placed))) + bytes(placed)
        return Built(data, at, dict(self.names), dyn)
