"""Machine code that the edits of IFUNC and of thread-local storage add to an object: one module for each
architecture, named as musl names it.

A module has ``RUNS_DT_INIT`` (does musl run DT_INIT there? else only DT_INIT_ARRAY: the entry then takes the
place of its first function), ``RELATIVE`` and ``IRELATIVE`` (relocation types of the psABI) and
``trampoline(at, slot)``: the code at address ``at`` that jumps to the address held at ``slot``. Of
thread-local storage: ``TPOFF`` and ``TLSDESC`` (relocation types), ``detour(use, to)``, the bytes that take
the place of an instruction that loads the offset of a variable from the thread pointer, and
``tls_load(at, descriptor, use)``, the ``TLS_LOAD_SIZE`` bytes to where they lead: they ask the TLS descriptor
for that offset, change no other register, and lead back. The entry of IFUNC,
which the loader runs, is assembled from ``ARCH.S`` into ``ARCH.hex`` by
``python -m musl_compat.devtools.machine``. Behind
it stands the table that it works on, 64-bit words all:

=====  ==================================================================================
word   holds
=====  ==================================================================================
0      the address of the table itself, from which the load address follows
1      the address of the object's own DT_INIT or first constructor, 0 for none
2, 3   address and size of the pages that are read-only after relocation, 0 for none
4      how many pairs follow
5...   pairs: the address of a word, the address of the resolver that gives its value
=====  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from musl_compat.elf.uses import Use

FOLDER = Path(__file__).parent


class Machine(Protocol):
    """A module of this package."""

    RUNS_DT_INIT: bool
    RELATIVE: int
    IRELATIVE: int
    TRAMPOLINE_SIZE: int
    TPOFF: int
    TLSDESC: int
    TLS_LOAD_SIZE: int

    def trampoline(self, at: int, slot: int) -> bytes:
        """The code at address ``at`` that jumps to where the word at ``slot`` points."""
        ...

    def detour(self, use: Use, to: int) -> bytes:
        """The jump to ``to`` in the place of an instruction. Raises ElfError when it is too far."""
        ...

    def tls_load(self, at: int, descriptor: int, use: Use) -> bytes:
        """The code at ``at`` that does what the instruction did, and goes on behind it."""
        ...


class Resolution(NamedTuple):
    """What the entry does: ``pairs`` of (address of a word, address of its resolver)."""

    own_init: int
    protected: tuple[int, int]
    pairs: Sequence[tuple[int, int]]


def machine(arch: str) -> Machine | None:
    """The module of an architecture, None when there is none."""
    if arch not in architectures():
        return None
    module: Machine = import_module(f"{__name__}.{arch}")
    return module


@lru_cache(maxsize=1)
def architectures() -> tuple[str, ...]:
    """The architectures that have a module, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.S")))


@lru_cache(maxsize=8)
def _entry(arch: str) -> bytes:
    return bytes.fromhex((FOLDER / f"{arch}.hex").read_text(encoding="ascii"))


def entry_size(arch: str, pairs: int) -> int:
    """Bytes of the entry and its table."""
    return len(_entry(arch)) + 8 * (5 + 2 * pairs)


def entry(arch: str, at: int, todo: Resolution) -> bytes:
    """The entry and its table, for address ``at`` (a multiple of 16). All architectures here are
    little-endian.
    """
    code = _entry(arch)
    words = [at + len(code), todo.own_init, *todo.protected, len(todo.pairs)]
    words += [word for pair in todo.pairs for word in pair]
    return code + b"".join(word.to_bytes(8, "little") for word in words)
