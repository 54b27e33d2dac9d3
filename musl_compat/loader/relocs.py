"""Which relocation types musl's loader processes, by architecture and release. Everything else stops the
start.

The numbers are those of each psABI. Source: ``arch/*/reloc.h`` of musl; those of x86_64 also observed on real
loaders. ``R_*_NONE`` (0) is always passed over and not listed.
"""

from __future__ import annotations

from functools import lru_cache

from .traits import Version

_X86_64 = "1 2 5 6 7 8 16 17 18 36"
# x32 keeps 64-bit numbers for TLS; its loader has no TLSDESC.
_X32 = "2 5 6 7 8 10 16 17 18"
_I386 = "1 2 5 6 7 8 14 35 36 37 41"
_AARCH64 = "257 1024 1025 1026 1027 1028 1029 1030 1031"
_ARM = "2 13@1.1.21 17 18 19 20 21 22 23"
_RISCV64 = "2 3 4 5 7 9 11 12@1.2.5"
_RISCV32 = "1 3 4 5 6 8 10 12@1.2.5"
_PPC64 = "19 20 21 22 38 43@1.1.24 68 73 78"
_PPC = "1 19 20 21 22 24@1.1.24 68 73 78"
_S390X = "9 10 11 12 22 54 55 56"
_LOONGARCH64 = "2 3 4 5 7 9 11 14@1.2.6"
_MIPS = "3 38 39 47 126 127"
# The three types of one entry, the first in the low byte: R_MIPS_REL32 then R_MIPS_64 is 3 | 18 << 8.
_MIPS64 = "4611 40 41 48 126 127"
_M68K = "1 19 20 21 22 40 41 42"
_MICROBLAZE = "1 16 17 18 21 25 26"
_OR1K = "1 18 19 20 21 32 33 34"
_SH = "1 2 149 150 151 162 163 164 165"

_BY_FAMILY = {
    "x86_64": _X86_64,
    "x32": _X32,
    "i386": _I386,
    "aarch64": _AARCH64,
    "arm": _ARM,
    "riscv64": _RISCV64,
    "riscv32": _RISCV32,
    "powerpc64": _PPC64,
    "powerpc": _PPC,
    "s390x": _S390X,
    "loongarch64": _LOONGARCH64,
    "mips64": _MIPS64,
    "mipsn32": _MIPS,
    "mips": _MIPS,
    "m68k": _M68K,
    "microblaze": _MICROBLAZE,
    "or1k": _OR1K,
    "sh": _SH,
}


def family(arch: str) -> str | None:
    """The relocation family of one of musl's architecture names: ``armhf`` is ``arm``, ``mipsel-sf`` is
    ``mips``. None: unknown."""
    if arch in _BY_FAMILY:
        return arch
    fits = [name for name in _BY_FAMILY if arch.startswith(name)]
    return max(fits, key=len) if fits else None


@lru_cache(maxsize=64)
def accepted(arch: str, version: Version) -> frozenset[int] | None:
    """The types that the loader of a release processes on an architecture (musl's name); None when that is
    not known."""
    name = family(arch)
    if name is None:
        return None
    out = set()
    for word in _BY_FAMILY[name].split():
        number, _, since = word.partition("@")
        if not since or version >= tuple(int(part) for part in since.split(".")):
            out.add(int(number))
    return frozenset(out)
