"""ELF images: what the native core read of one file, and names for the numbers in it.

``ElfImage`` is imported from here; the names of machines and relocations, which most callers never
need, are in ``musl_compat.elf.names``.
"""

from __future__ import annotations

from musl_compat.elf.image import (
    ElfImage,
    Limits,
    OddReloc,
    Relocation,
    RelocType,
    Symbol,
    Tls,
    VersionDefinition,
    VersionNeed,
    scan_fds,
)

__all__ = [
    "ElfImage",
    "Limits",
    "OddReloc",
    "RelocType",
    "Relocation",
    "Symbol",
    "Tls",
    "VersionDefinition",
    "VersionNeed",
    "scan_fds",
]
