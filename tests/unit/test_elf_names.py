"""Names agree with the C library's elf.h, and classes in the core agree with names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from musl_compat._core import lib
from musl_compat.elf import ElfImage, names
from tests.support.elfwriter import Elf, Rel

ELF_H = Path("/usr/include/elf.h")
DEFINE = re.compile(r"^#define\s+(R_[A-Z0-9]+_\w+)\s+(0x[0-9a-fA-F]+|\d+)\b", re.M)
MACHINES = sorted(
    (getattr(names, m), bits)
    for m in dir(names)
    if m.startswith("EM_")
    for bits in (32, 64)
    if names.reloc_names(getattr(names, m), bits)
)


def test_relocation_numbers_are_those_of_elf_h() -> None:
    theirs = {name: int(number, 0) for name, number in DEFINE.findall(ELF_H.read_text(encoding="utf-8"))}
    compared = 0
    for machine, bits in MACHINES:
        for number, name in names.reloc_names(machine, bits).items():
            if name in theirs:
                assert theirs[name] == number, name
                compared += 1
    assert compared > 600


WORDS = {
    "COPY": {"COPY"},
    "GLOB_DAT": {"GLOB_DAT"},
    "JUMP_SLOT": {"JUMP_SLOT", "JMP_SLOT"},
    "RELATIVE": {"RELATIVE"},
    "IRELATIVE": {"IRELATIVE", "JMP_IREL"},
    "TLSDESC": {"TLSDESC", "TLS_DESC", "TLS_DESC32", "TLS_DESC64"},
    "NONE": {"NONE"},
}
# types whose psABI has a name of its own for the class, or a type of that name that no loader takes
EXCEPT = {
    "R_MIPS_GLOB_DAT",
    "R_LARCH_TLS_DESC32",
    "R_LARCH_TLS_DESC64",
    "R_PPC64_JMP_IREL",
    "R_MICROBLAZE_REL",
}
EXCEPT |= {"R_PARISC_IPLT", "R_IA64_IPLTMSB", "R_IA64_IPLTLSB", "R_IA64_REL64MSB", "R_IA64_REL64LSB"}


def classes(machine: int, bits: int, types: list[int]) -> dict[int, int]:
    """The class that the core gives to each type."""
    rows = [Rel(0x10500, t) for t in types]
    image = ElfImage.from_bytes(Elf(bits=bits, machine=machine, rela=rows).build().data)
    found = {row.type: row.cls for row in image.reltypes}
    return {t: found.get(t, lib.MC_RC_NONE) for t in types}


@pytest.mark.parametrize(("machine", "bits"), MACHINES)
def test_a_class_is_what_the_name_of_the_type_says(machine: int, bits: int) -> None:
    known = names.reloc_names(machine, bits)
    usable = {t: n for t, n in known.items() if bits == 64 or t < 256}
    for number, cls in classes(machine, bits, sorted(usable)).items():
        short = (
            usable[number].split("_", 3)[-1] if "P32" in usable[number] else usable[number].split("_", 2)[2]
        )
        if machine == names.EM_X86_64:
            short = usable[number].removeprefix("R_X86_64_")
        for name, words in WORDS.items():
            if short in words and usable[number] not in EXCEPT:
                assert cls == getattr(lib, f"MC_RC_{name}"), usable[number]
            elif cls == getattr(lib, f"MC_RC_{name}"):
                assert short in words or usable[number] in EXCEPT, usable[number]


@pytest.mark.parametrize(("machine", "bits"), MACHINES)
def test_a_type_with_a_name_is_known_to_the_core(machine: int, bits: int) -> None:
    known = {t: n for t, n in names.reloc_names(machine, bits).items() if bits == 64 or t < 256}
    unknown = [
        known[t] for t, cls in classes(machine, bits, sorted(known)).items() if cls == lib.MC_RC_UNKNOWN
    ]
    assert unknown == []


def test_composed_types_of_mips_are_spelled_out() -> None:
    assert names.reloc_name(names.EM_MIPS, 0x1203) == "R_MIPS_REL32/R_MIPS_64"


def test_what_has_no_name_is_a_number() -> None:
    assert names.reloc_name(names.EM_X86_64, 9999) == "type 9999"
    assert names.reloc_name(0x1234, 1) == "type 1"
    assert names.machine_name(0x1234) == "machine 4660"


@pytest.mark.parametrize(
    ("arch", "elf"),
    [
        ("x86_64", Elf()),
        ("x32", Elf(bits=32)),
        ("i386", Elf(machine=3, bits=32)),
        (None, Elf(machine=3)),
        ("aarch64", Elf(machine=183)),
        ("aarch64_be", Elf(machine=183, big=True)),
        ("armhf", Elf(machine=40, bits=32, e_flags=0x5000400)),
        ("arm", Elf(machine=40, bits=32, e_flags=0x5000200)),
        ("armhf", Elf(machine=40, bits=32, e_flags=0x5000000, interp="/lib/ld-linux-armhf.so.3")),
        ("arm", Elf(machine=40, bits=32, e_flags=0x5000000, interp="/lib/ld-linux.so.3")),
        ("riscv64", Elf(machine=243, e_flags=5)),
        ("riscv64-sf", Elf(machine=243, e_flags=1)),
        ("riscv32-sp", Elf(machine=243, bits=32, e_flags=2)),
        (None, Elf(machine=243, e_flags=6)),
        ("powerpc64le", Elf(machine=21, e_flags=2)),
        ("powerpc64", Elf(machine=21, big=True, e_flags=2)),
        (None, Elf(machine=21, big=True, e_flags=1)),
        ("powerpc", Elf(machine=20, bits=32, big=True)),
        ("s390x", Elf(machine=22, big=True)),
        (None, Elf(machine=22, bits=32, big=True)),
        ("loongarch64", Elf(machine=258, e_flags=0x43)),
        ("loongarch64-sf", Elf(machine=258, e_flags=0x41)),
        ("mips", Elf(machine=8, bits=32, big=True, e_flags=0x1000)),
        ("mipsel", Elf(machine=8, bits=32)),
        ("mips64el", Elf(machine=8)),
        ("mipsn32el", Elf(machine=8, bits=32, e_flags=0x20)),
        ("mips64r6el", Elf(machine=8, e_flags=0xA0000000)),
        ("m68k", Elf(machine=4, bits=32, big=True)),
        ("sh", Elf(machine=42, bits=32)),
        ("microblazeel", Elf(machine=189, bits=32)),
        ("or1k", Elf(machine=92, bits=32, big=True)),
        (None, Elf(machine=50)),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_arch_is_what_musl_calls_it(arch: str | None, elf: Elf) -> None:
    assert names.arch_of(ElfImage.from_bytes(elf.build().data)) == arch
