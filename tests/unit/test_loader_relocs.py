"""The table of processed relocations against the core's classes: what is not listed one by one must be
processed."""

from __future__ import annotations

import pytest

from musl_compat._core import lib
from musl_compat.elf import ElfImage
from musl_compat.elf.names import arch_of
from musl_compat.loader import relocs
from tests.support.elfwriter import Elf, Rel

# Only these classes are listed relocation by relocation, so only they can be refused.
LISTED = {lib.MC_RC_TLSDESC, lib.MC_RC_IRELATIVE, lib.MC_RC_OTHER, lib.MC_RC_UNKNOWN}
# architecture: class, byte order, e_machine, e_flags
ARCHS = {
    "x86_64": (64, False, 62, 0),
    "x32": (32, False, 62, 0),
    "i386": (32, False, 3, 0),
    "aarch64": (64, False, 183, 0),
    "armhf": (32, False, 40, 0x5000400),
    "riscv64": (64, False, 243, 4),
    "riscv32": (32, False, 243, 4),
    "powerpc64le": (64, False, 21, 2),
    "powerpc64": (64, True, 21, 2),
    "powerpc": (32, True, 20, 0),
    "s390x": (64, True, 22, 0),
    "loongarch64": (64, False, 258, 3),
    "mips": (32, True, 8, 0x1000),
    "mips64": (64, True, 8, 0x60000000),
    "m68k": (32, True, 4, 0),
    "microblaze": (32, True, 189, 0),
    "or1k": (32, True, 92, 0),
    "sh": (32, False, 42, 0),
}
# R_MICROBLAZE_TLSTPREL32: musl has no name for it, and no linker writes it.
NEVER_WRITTEN = {("microblaze", 29)}
REL32_64 = 3 | 18 << 8


def classes(arch: str) -> dict[int, int]:
    """The core's class of every type number (64-bit: up to 1299, and the triple of MIPS)."""
    bits, big, machine, flags = ARCHS[arch]
    numbers = [*range(1, 256 if bits == 32 else 1300), *([REL32_64] if arch == "mips64" else [])]
    found: dict[int, int] = {}
    for first in range(0, len(numbers), 200):  # the core keeps so many different types of one file
        rel = [Rel(0x10000, number) for number in numbers[first : first + 200]]
        written = Elf(bits=bits, big=big, machine=machine, e_flags=flags, rel=rel).build()
        image = ElfImage.from_bytes(written.data)
        assert arch_of(image) == arch
        found |= {row.type: row.cls for row in image.reltypes}
    return found


@pytest.mark.parametrize("arch", ARCHS)
def test_a_type_that_is_never_refused_is_one_that_the_loader_processes(arch: str) -> None:
    accepted = relocs.accepted(arch, (1, 2, 6))
    assert accepted is not None
    slips = {
        (arch, number)
        for number, cls in classes(arch).items()
        if cls not in LISTED and number not in accepted
    }
    assert slips <= NEVER_WRITTEN


@pytest.mark.parametrize("arch", ARCHS)
def test_a_type_that_the_loader_processes_is_known_to_the_core(arch: str) -> None:
    accepted, cls = relocs.accepted(arch, (1, 2, 6)), classes(arch)
    assert accepted is not None
    assert not {n for n in accepted if cls[n] in (lib.MC_RC_UNKNOWN, lib.MC_RC_IRELATIVE)}
