"""The compiled table, opened once, and its directory."""

from __future__ import annotations

import os
from functools import lru_cache
from io import RawIOBase
from typing import Any

from musl_compat._core import ffi, lib
from musl_compat.errors import MuslcheckError

_PART = 1 << 18
"""Bytes of a file that are looked at with one call into the core."""
PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "table.bin")

_WHY = {
    lib.MC_TABLE_SHORT: "it is cut short",
    lib.MC_TABLE_MAGIC: "it is not a lookup table",
    lib.MC_TABLE_STALE: "it was compiled for another version of the core",
    lib.MC_TABLE_LAYOUT: "its sections do not fit its size",
    lib.MC_TABLE_CHECKSUM: "its bytes changed after it was written",
    lib.MC_TABLE_CONTENT: "its rows do not lead back to their names",
}


class TableError(MuslcheckError):
    """The compiled table cannot be used; says why and how to make it anew."""


class Table:
    """A perfect hash from names to rows, with planes (a bit a row) and columns (a byte a row).

    ``c`` is the cffi pointer to the ``mc_table`` that the core's functions take.
    """

    __slots__ = ("_bytes", "_meta", "c")

    def __init__(self, data: bytes, origin: str = "table") -> None:
        """Checks the bytes in full; raises TableError."""
        self._bytes = ffi.from_buffer("uint8_t[]", data)
        self.c = ffi.new("mc_table *")
        status = lib.mc_table_open(self._bytes, len(data), self.c)
        if status != lib.MC_TABLE_OK:
            raise TableError(f"{origin}: {_WHY[status]}; run python -m musl_compat.kb.compile")
        self._meta: str = bytes(ffi.buffer(self.c.meta, self.c.meta_len)).decode()

    def __len__(self) -> int:
        return int(self.c.row_n)

    def find(self, name: str) -> int:
        """The row of a name, -1 when the table does not hold it."""
        row = int(lib.mc_table_find(self.c, name.encode("utf-8", "surrogateescape")))
        return -1 if row == lib.MC_NO_ROW else row

    def name(self, row: int) -> str:
        """The name of a row, empty when there is no such row."""
        text: bytes = ffi.string(lib.mc_table_name(self.c, row))
        return text.decode("utf-8", "surrogateescape")

    def plane(self, number: int) -> Any:
        """The cffi pointer to a plane, ``plane_bytes`` long. The table must outlive it."""
        plane = lib.mc_table_plane(self.c, number)
        if plane == ffi.NULL:
            raise IndexError(f"no plane {number}, there are {self.c.plane_n}")
        return plane

    def named_plane(self, name: str) -> Any:
        """``known`` (names of a libc) or ``owners`` (file names of glibc's libraries)."""
        return self.plane(int(self.lines("P", name)[0][2]))

    def column(self, number: int, row: int) -> int:
        """The byte of a column at a row."""
        return int(lib.mc_table_column(self.c, number, row))

    def names_in(self, file: RawIOBase) -> set[str]:
        """The names of the table that stand in a file as strings, from where it is to its end: identifiers of
        4 to 64 characters between two zeros. Raises OSError.
        """
        plane = ffi.new("uint8_t[]", int(self.c.plane_bytes))
        buffer, held = bytearray(_PART), 0
        view, c_buffer = memoryview(buffer), ffi.from_buffer(buffer)
        while count := file.readinto(view[held:]):
            held += count
            lib.mc_table_strings(self.c, c_buffer, held, plane)
            # What may be the beginning of a name that goes on in the next part.
            keep = min(held, lib.MC_STRING_MAX + 1)
            view[:keep] = view[held - keep : held].tobytes()
            held = keep
        return {self.name(row) for row in self.rows_in(plane)}

    def rows_in(self, plane: Any) -> list[int]:
        """The rows whose bit a plane holds."""
        bits = bytes(ffi.buffer(plane, self.c.plane_bytes))
        return [8 * i + k for i, byte in enumerate(bits) if byte for k in range(8) if byte >> k & 1]

    @property
    def stamp(self) -> str:
        """A digest of the text that the table was compiled from, and of the compiler."""
        return self.lines("S")[0][1]

    def lines(self, kind: str, name: str | None = None) -> list[list[str]]:
        """The directory's lines of a kind (and name), split into cells."""
        start = f"\n{kind}\t" if name is None else f"\n{kind}\t{name}\t"
        out, at = [], self._meta.find(start)
        while at >= 0:
            end = self._meta.index("\n", at + 1)
            out.append(self._meta[at + 1 : end].split("\t"))
            at = self._meta.find(start, end)
        return out


@lru_cache(maxsize=1)
def table() -> Table:
    """The table that was compiled with this package; opened once."""
    try:
        with open(PATH, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise TableError(
            f"{PATH}: there is no compiled table; run python -m musl_compat.kb.compile"
        ) from None
    return Table(data, PATH)
