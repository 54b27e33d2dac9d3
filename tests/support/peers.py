"""What pyelftools says of a file, in the words of ``ElfImage``, so that the two can be compared.

pyelftools is asked for what it finds through segments; symbol versions it finds only through section
headers, so they are compared when the file has them, as are the symbols.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from elftools.elf.dynamic import DynamicSegment
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerDefSection, GNUVerNeedSection, GNUVerSymSection

from musl_compat._core import lib
from musl_compat.elf import ElfImage

BINDS = {"STB_LOCAL": 0, "STB_GLOBAL": 1, "STB_WEAK": 2, "STB_LOOS": 10}
TYPES = {"STT_NOTYPE": 0, "STT_OBJECT": 1, "STT_FUNC": 2, "STT_SECTION": 3, "STT_FILE": 4, "STT_COMMON": 5}
TYPES |= {"STT_TLS": 6, "STT_LOOS": 10}
SHNDX = {"SHN_UNDEF": 0, "SHN_ABS": 0xFFF1, "SHN_COMMON": 0xFFF2}
VISIBILITY = {"STV_DEFAULT": 0, "STV_INTERNAL": 1, "STV_HIDDEN": 2, "STV_PROTECTED": 3}
HIDDEN = 0x8000


def without_sections(data: bytes) -> bytes:
    """A copy of an ELF file that says it has no section headers."""
    out = bytearray(data)
    wide = out[4] == 2
    shoff, width, tail = (40, 8, 58) if wide else (32, 4, 46)
    out[shoff : shoff + width] = bytes(width)
    out[tail : tail + 6] = bytes(6)
    return bytes(out)


def _number(value: Any, names: dict[str, int]) -> int:
    return names[value] if isinstance(value, str) else int(value)


def _symbol(s: Any) -> tuple[Any, ...]:
    e = s.entry
    return (
        s.name.encode("utf-8", "surrogateescape") if isinstance(s.name, str) else s.name,
        e.st_value,
        e.st_size,
        _number(e.st_info.bind, BINDS),
        _number(e.st_info.type, TYPES),
        _number(e.st_shndx, SHNDX),
        _number(e.st_other.visibility, VISIBILITY),
    )


def _dynamic(elf: ELFFile) -> DynamicSegment | None:
    return next((s for s in elf.iter_segments() if isinstance(s, DynamicSegment)), None)


def _strings(segment: DynamicSegment, tag: str, field: str) -> list[str]:
    return [getattr(t, field) for t in segment.iter_tags(tag)]


def _relocs(segment: DynamicSegment) -> list[tuple[int, int, int, int]]:
    tables = segment.get_relocation_tables()
    out = []
    for name in ("JMPREL", "REL", "RELA"):
        for r in tables[name].iter_relocations() if name in tables else ():
            e = r.entry
            addend = e.r_addend if r.is_RELA() else 0
            kind = e.r_info_type
            if "r_type2" in e:  # 64-bit MIPS: three types in one relocation
                kind |= e.r_type2 << 8 | e.r_type3 << 16
            out.append((e.r_offset, addend, kind, e.r_info_sym))
    return [row for row in out if row[2] != 0]


def _versions(elf: ELFFile) -> dict[str, Any]:
    """needed, defined and versym as the sections have them."""
    out: dict[str, Any] = {}
    for section in elf.iter_sections():
        if isinstance(section, GNUVerNeedSection):
            out["verneed"] = [
                (need.name, aux.name, aux.entry.vna_hash, aux.entry.vna_flags, aux.entry.vna_other)
                for need, auxes in section.iter_versions()
                for aux in auxes
            ]
        elif isinstance(section, GNUVerDefSection):
            out["verdef"] = [
                (next(iter(auxes)).name, d.entry.vd_hash, d.entry.vd_flags, d.entry.vd_ndx)
                for d, auxes in section.iter_versions()
            ]
        elif isinstance(section, GNUVerSymSection):
            out["versym"] = [
                _number(s.entry.ndx, {"VER_NDX_LOCAL": 0, "VER_NDX_GLOBAL": 1})
                for s in section.iter_symbols()
            ]
    return out


def _interpreter(elf: ELFFile) -> str | None:
    return next((s.get_interp_name() for s in elf.iter_segments() if s.header.p_type == "PT_INTERP"), None)


def _symbol_table(elf: ELFFile, segment: DynamicSegment) -> Any:
    """The section when there is one: from an empty DT_GNU_HASH pyelftools takes that there are no symbols."""
    return next((s for s in elf.iter_sections() if s.header.sh_type == "SHT_DYNSYM"), segment)


def _facts(data: bytes) -> dict[str, Any]:
    elf = ELFFile(io.BytesIO(data))
    out: dict[str, Any] = {
        "elf_class": elf.elfclass,
        "byteorder": "little" if elf.little_endian else "big",
        "interpreter": _interpreter(elf),
    }
    segment = _dynamic(elf)
    if segment is None or elf.header.e_type not in ("ET_DYN", "ET_EXEC"):
        return out
    out["needed"] = _strings(segment, "DT_NEEDED", "needed")
    out["soname"] = (_strings(segment, "DT_SONAME", "soname") or [None])[-1]
    out["rpath"] = (_strings(segment, "DT_RPATH", "rpath") or [None])[-1]
    out["runpath"] = (_strings(segment, "DT_RUNPATH", "runpath") or [None])[-1]
    if any(segment.iter_tags("DT_SYMTAB")):
        out["symbols"] = [_symbol(s) for s in _symbol_table(elf, segment).iter_symbols()]
    out["relocs"] = _relocs(segment)
    return out | _versions(elf)


def _mine(image: ElfImage) -> dict[str, Callable[[], Any]]:
    return {
        "elf_class": lambda: image.elf_class,
        "byteorder": lambda: image.byteorder,
        "interpreter": lambda: image.interpreter,
        "needed": lambda: image.needed,
        "soname": lambda: image.soname,
        "rpath": lambda: image.rpath,
        "runpath": lambda: image.runpath,
        "symbols": lambda: [
            (
                s.name.encode("utf-8", "surrogateescape"),
                s.value,
                s.size,
                s.bind,
                s.type,
                s.shndx,
                s.visibility,
            )
            for s in image.symbols()
        ],
        "relocs": lambda: [r[:4] for r in image.relocs if r.table != lib.MC_T_MIPS_GOT],
        "verneed": lambda: [tuple(v) for v in image.verneed],
        "verdef": lambda: [tuple(v) for v in image.verdef],
        "versym": lambda: [s.version | HIDDEN * s.hidden for s in image.symbols()],
    }


def _first_difference(theirs: Any, ours: Any) -> str:
    if isinstance(theirs, list) and isinstance(ours, list):
        if len(theirs) != len(ours):
            return f"{len(theirs)} rows, here {len(ours)}"
        row = next(i for i, (a, b) in enumerate(zip(theirs, ours, strict=True)) if a != b)
        return f"row {row}: {theirs[row]!r}, here {ours[row]!r}"
    return f"{theirs!r}, here {ours!r}"


def differences(data: bytes, image: ElfImage, only: Iterable[str] = ()) -> list[str]:
    """Where pyelftools and ``image`` (scanned with ``keep_relocs``) disagree about a file; empty: nowhere."""
    mine = _mine(image)
    wanted = set(only)
    out = []
    for name, theirs in _facts(data).items():
        if wanted and name not in wanted:
            continue
        ours = mine[name]()
        if theirs != ours:
            out.append(f"{name}: pyelftools {_first_difference(theirs, ours)}")
    return out
