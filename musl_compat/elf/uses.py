"""Which instructions reach given words of memory, such as entries of a global offset table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from musl_compat._core import ffi, lib
from musl_compat.elf.layout import layout

_USE = layout("mc_use", "QIHH")


class UseKind(IntEnum):
    """What an instruction does with the word: ``OTHER`` too for what may be a load and is not surely one."""

    LOAD = 0
    ADD = 1
    OTHER = 2


class Use(NamedTuple):
    """An instruction at address ``at`` that reaches ``word``, with register ``reg`` by its number."""

    at: int
    word: int
    reg: int
    kind: UseKind


def uses(machine: int, code: Iterable[tuple[int, bytes]], words: Sequence[int]) -> list[Use]:
    """The instructions in parts of code, (address, bytes), that reach one of the 8-byte words at these
    addresses; for the e_machine of x86_64 and aarch64, empty for others.
    """
    wanted = sorted(words)
    c_words = ffi.new("uint64_t[]", wanted)
    found: list[Use] = []
    for address, raw in code:
        given = (machine, ffi.from_buffer(raw), len(raw), address, c_words, len(wanted))
        count = lib.mc_uses(*given, ffi.NULL, 0)
        rows = ffi.new("mc_use[]", count)
        lib.mc_uses(*given, rows, count)
        table = bytes(ffi.buffer(rows)) if count else b""
        found += [Use(at, wanted[i], reg, UseKind(kind)) for at, i, reg, kind in _USE.iter_unpack(table)]
    return found
