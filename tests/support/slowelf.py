"""A slow reader of ELF files, written from the gABI and not from the core, to compare the core with.

It takes a whole file, maps addresses through PT_LOAD the way a loader does, and
reads every table through addresses one field at a time. ``None`` stands for "cannot be read".
"""

from __future__ import annotations

from typing import Any


class Unreadable(Exception):
    """An address or offset that the file does not have."""


class SlowElf:
    """One file."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != b"\x7fELF" or len(data) < 16 or data[4] not in (1, 2) or data[5] not in (1, 2):
            raise Unreadable
        self.data = data
        self.word = 8 if data[4] == 2 else 4
        self.order: Any = "little" if data[5] == 1 else "big"
        self.type = self.number(16, 2)
        self.machine = self.number(18, 2)
        self.phdrs = [self.phdr(i) for i in range(self.number(56 if self.word == 8 else 44, 2))]
        self.loads = [p for p in self.phdrs if p["type"] == 1]
        self.dynamic = self.entries()

    def number(self, off: int, size: int) -> int:
        """A number at a file offset."""
        if off < 0 or off + size > len(self.data):
            raise Unreadable
        return int.from_bytes(self.data[off : off + size], self.order)

    def phdr(self, i: int) -> dict[str, int]:
        """A program header."""
        w = self.word
        row = self.number(32 if w == 8 else 28, w) + i * (56 if w == 8 else 32)
        places = {"off": (8, 4), "vaddr": (16, 8), "filesz": (32, 16), "memsz": (40, 20)}
        out = {name: self.number(row + at[w == 4], w) for name, at in places.items()}
        return out | {"type": self.number(row, 4)}

    def at(self, vaddr: int, size: int) -> int:
        """A number at an address."""
        for p in reversed(self.loads):
            if p["vaddr"] <= vaddr < p["vaddr"] + p["memsz"]:
                if vaddr + size > p["vaddr"] + p["filesz"]:
                    raise Unreadable
                return self.number(p["off"] + vaddr - p["vaddr"], size)
        raise Unreadable

    def all_zero(self, vaddr: int, size: int) -> bool:
        """Do these addresses lie in the zero-filled part of a segment?"""
        return any(
            p["vaddr"] + p["filesz"] <= vaddr and vaddr + size <= p["vaddr"] + p["memsz"] for p in self.loads
        )

    def entries(self) -> list[tuple[int, int]]:
        """PT_DYNAMIC up to DT_NULL."""
        out: list[tuple[int, int]] = []
        start = next((p["vaddr"] for p in reversed(self.phdrs) if p["type"] == 2), None)
        while start is not None:
            row = start + len(out) * 2 * self.word
            # the zeros after the file's part of a segment end the table too
            if out and self.all_zero(row, self.word):
                break
            tag = self.at(row, self.word)
            if tag == 0:
                break
            out.append((tag, self.at(row + self.word, self.word)))
        return out

    def last(self, tag: int) -> int | None:
        """The value that counts of a tag."""
        return next((v for t, v in reversed(self.dynamic) if t == tag), None)

    def string(self, off: int) -> bytes:
        """A string of DT_STRTAB."""
        base, size = self.last(5), self.last(10)
        out = bytearray()
        while base is not None and size is not None and off < size:
            c = self.at(base + off, 1)
            if c == 0:
                return bytes(out)
            out.append(c)
            off += 1
        raise Unreadable

    def needed(self) -> list[bytes]:
        """DT_NEEDED."""
        return [self.string(v) for t, v in self.dynamic if t == 1]

    def relocs(self) -> list[tuple[int, int, int]]:
        """r_offset, type, symbol of each relocation but NONE, in musl's order of tables."""
        out = []
        w = self.word
        rela = 3 if self.last(20) == 7 else 2
        for table, size, words in ((23, 2, rela), (17, 18, 2), (7, 8, 3)):
            start, length = self.last(table), self.last(size) or 0
            if start is None or not length:
                continue
            if length % (words * w):
                raise Unreadable
            for row in range(start, start + length, words * w):
                info = self.at(row + w, w)
                sym, kind = (info >> 32, info & 0xFFFFFFFF) if w == 8 else (info >> 8, info & 0xFF)
                if w == 8 and self.machine == 8 and self.order == "little":
                    sym, kind = info & 0xFFFFFFFF, int.from_bytes((info >> 32).to_bytes(4, "big"), "little")
                if w == 8 and self.machine == 43:
                    kind &= 0xFF
                out.append((self.at(row, w), kind, sym))
        return out

    def symbol(self, i: int) -> tuple[bytes, int, int, int]:
        """Name, value, info, shndx of a dynamic symbol."""
        base = self.last(6)
        if base is None:
            raise Unreadable
        if self.word == 8:
            row = base + 24 * i
            name, info, shndx, value = (
                self.at(row, 4),
                self.at(row + 4, 1),
                self.at(row + 6, 2),
                self.at(row + 8, 8),
            )
        else:
            row = base + 16 * i
            name, value, info, shndx = (
                self.at(row, 4),
                self.at(row + 4, 4),
                self.at(row + 12, 1),
                self.at(row + 14, 2),
            )
        return self.string(name), value, info, shndx
