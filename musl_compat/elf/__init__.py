"""ELF images: what the native core read of one file, and names for the numbers in it.

``ElfImage`` is imported from here; the names of machines and relocations, which most callers never
need, are in ``musl_compat.elf.names``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from musl_compat.elf.image import ElfImage, Limits, scan_fds

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


def __getattr__(name: str) -> Any:
    """The types of rows, imported when one is named."""
    if name in __all__:
        from musl_compat.elf import rows

        return getattr(rows, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
