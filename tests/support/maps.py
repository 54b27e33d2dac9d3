"""Link maps of written ELF files, and a slow loader that binds them by the letter of ``find_sym``."""

from __future__ import annotations

import errno
import os
from typing import Any, NamedTuple

from musl_compat.elf import ElfImage
from musl_compat.kb import targets
from musl_compat.loader import binding
from musl_compat.loader.fs import Located
from musl_compat.loader.linkmap import LinkMap
from tests.support.elfwriter import Elf, Rel, Sym


class Kind(NamedTuple):
    """A class, byte order and machine, and its relocation numbers."""

    arch: str
    bits: int
    big: bool
    machine: int
    absolute: int
    glob_dat: int
    jump_slot: int
    copy: int


KINDS = (
    Kind("x86_64", 64, False, 62, 1, 6, 7, 5),
    Kind("i386", 32, False, 3, 1, 6, 7, 5),
    Kind("powerpc64", 64, True, 21, 38, 20, 21, 19),
    Kind("powerpc", 32, True, 20, 1, 20, 21, 19),
)


class Object(NamedTuple):
    """A file to write: symbols, and (relocation number, symbol index) pairs."""

    symbols: tuple[Sym, ...] = ()
    uses: tuple[tuple[int, int], ...] = ()
    hash: str = "gnu"
    versym: bool = True
    needed: tuple[str, ...] = ()

    def data(self, kind: Kind) -> bytes:
        """Written."""
        return (
            Elf(
                bits=kind.bits,
                big=kind.big,
                machine=kind.machine,
                symbols=self.symbols,
                rela=[Rel(0x10000, number, index) for number, index in self.uses],
                hash=self.hash,
                versym=self.versym,
                needed=self.needed,
            )
            .build()
            .data
        )

    def image(self, kind: Kind) -> ElfImage:
        """Written and scanned."""
        return ElfImage.from_bytes(self.data(kind))


class Files:
    """A file system that holds ``/lib/NAME`` for each name."""

    presumes = False

    def __init__(self, images: dict[str, ElfImage]) -> None:
        self._images = {f"/lib/{name}": image for name, image in images.items()}

    def locate(self, path: str, given: bool) -> Located:
        """See ``Filesystem``."""
        if path not in self._images:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return Located(path, path)

    def image(self, found: Located, machine: int) -> ElfImage:
        """See ``Filesystem``."""
        return self._images[found.path]

    def is_given(self, directory: str) -> bool:
        """See ``Filesystem``."""
        return True

    def system_path(self, target: Any, arch: str, loader_name: str) -> str:
        """See ``Filesystem``."""
        return "/lib"

    def in_system_path(self, name: str, found: Located, main: ElfImage) -> bool:
        """See ``Filesystem``."""
        return True


def target_for(arch: str, like: str = "musl:1.2.5") -> targets.Target:
    """A musl that has the exports of x86_64 on another architecture too."""
    base = targets.get(like)
    planes = {arch: (base.exports("x86_64"), base.fallback("x86_64"), "planted")}
    return targets.Target(like, like, base.musl_version, planes, certainty="measured", source=base.source)


def close(main: Object, libraries: dict[str, Object], kind: Kind = KINDS[0]) -> binding.Bindings:
    """The bindings of a program at ``/bin/main`` and what it needs."""
    target = target_for(kind.arch)
    files = Files({name: one.image(kind) for name, one in libraries.items()})
    link_map = LinkMap.build("/bin/main", main.image(kind), files, target, arch=kind.arch)
    return binding.closure(link_map)


def candidate(obj: Object, name: str) -> Sym | None:
    """The first entry of the name's chain that is not hidden: in DT_GNU_HASH the written order from the first
    definition on, in DT_HASH the reverse of it."""
    symbols = obj.symbols
    if obj.hash == "gnu":
        first = next((i for i, s in enumerate(symbols) if s.shndx), len(symbols))
        chain = symbols[first:]
    else:
        chain = symbols[::-1]
    for s in chain:
        if s.name == name and not (obj.versym and s.version & 0x8000):
            return s
    return None


def accepted(s: Sym, need_def: bool) -> bool:
    """``find_sym``'s conditions on a candidate."""
    if not s.shndx and (need_def or s.type == 6):
        return False
    if not s.value and s.type != 6:
        return False
    return s.type in (0, 1, 2, 5, 6) and s.bind in (1, 2, 10)


def slow_missing(
    chain: list[tuple[str, Object]], kind: Kind, libc: set[str] | None, mapped: set[str]
) -> set[tuple[str, str]]:
    """What a loader would report, by the letter: (object, symbol). ``libc`` None: not in the map."""
    out = set()
    for path, obj in chain:
        for number, index in obj.uses:
            s = obj.symbols[index - 1]
            if s.bind == 0:
                continue
            searched = chain[1:] if number == kind.copy else chain
            found = libc is not None and s.name in libc
            for _, other in searched:
                c = candidate(other, s.name)
                found = found or (c is not None and accepted(c, number == kind.jump_slot))
            if not found and s.name not in mapped and (s.shndx or s.bind != 2):
                out.add((path, s.name))
    return out
