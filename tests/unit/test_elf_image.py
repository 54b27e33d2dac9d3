"""What an image says of a file that is all right."""

from __future__ import annotations

import pytest

from musl_compat._core import lib
from musl_compat.elf import ElfImage, Limits
from musl_compat.errors import ElfError
from tests.support import recipes, samples
from tests.support.elfwriter import BASE, PT_GNU_STACK, PT_LOAD, Elf, Rel, Sym
from tests.support.twoways import scan

KEEP = Limits(keep_relocs=True)
CLASSES = ["SYMBOLIC", "GLOB_DAT", "JUMP_SLOT", "RELATIVE"]


def cls(name: str) -> int:
    return int(getattr(lib, f"MC_RC_{name}"))


@pytest.mark.parametrize("hash", ["gnu", "sysv", "both", "none"])
@pytest.mark.parametrize("arch", sorted(samples.TYPES))
def test_every_machine_is_read_alike(arch: str, hash: str) -> None:
    machine, bits, big, _ = samples.TYPES[arch]
    image = scan(samples.full(arch, hash).build().data, KEEP)
    assert (image.machine, image.elf_class, image.byteorder) == (machine, bits, "big" if big else "little")
    assert image.interpreter == "/lib/ld.so.1"
    assert image.needed == ["libc.so.6", "libm.so.6"]
    assert (image.soname, image.rpath, image.runpath) == ("libfull.so.1", "/opt/lib", "$ORIGIN/../lib")
    assert [s.name for s in image.symbols()] == ["", *(s.name for s in samples.SYMBOLS)]
    assert [(v.file, v.name, v.other) for v in image.verneed] == [
        ("libc.so.6", "GLIBC_2.2.5", 2),
        ("libc.so.6", "GLIBC_2.34", 5),
        ("libm.so.6", "GLIBC_2.29", 6),
    ]
    assert [(v.name, v.ndx) for v in image.verdef] == [("libfull.so.1", 1), ("FULL_1", 3), ("FULL_0", 4)]
    assert (image.tls, image.stack_memsz) == ((0, 64, 16), 0x100000)
    assert image.build_id == bytes(range(20))
    assert image.flags & lib.MC_F_GO
    assert image.flags & lib.MC_F_RELR
    assert image.c.relr_count == 2


@pytest.mark.parametrize(
    "arch",
    sorted(
        set(samples.TYPES) - {"unknown", "riscv64", "loongarch64", "mips", "mipsel", "mips64", "mips64el"}
    ),
)
def test_relocations_have_the_class_that_the_psabi_says(arch: str) -> None:
    image = scan(samples.full(arch).build().data, KEEP)
    by_type = {row.type: row.cls for row in image.reltypes}
    assert [by_type[t] for t in samples.TYPES[arch][3]] == [cls(name) for name in CLASSES]
    assert image.odd_relocs == []


@pytest.mark.parametrize("arch", ["mips", "mipsel", "mips64", "mips64el"])
def test_the_global_got_of_mips_counts_as_jump_slots(arch: str) -> None:
    image = scan(samples.full(arch).build().data, KEEP)
    used = [s.used for s in image.symbols()]
    slot, symbolic = 1 << cls("JUMP_SLOT"), 1 << cls("SYMBOLIC")
    # DT_MIPS_GOTSYM is 3: symbols 3 to 5 are in the GOT
    assert used == [0, slot, symbolic, slot, slot | symbolic, slot]
    assert [r.symbol for r in image.relocs if r.table == lib.MC_T_MIPS_GOT] == [3, 4, 5]


def test_an_unknown_machine_gives_facts_with_unknown_classes() -> None:
    image = scan(samples.full("unknown").build().data)
    assert image.flags & lib.MC_F_UNKNOWN_MACHINE
    assert {row.cls for row in image.reltypes} == {cls("UNKNOWN")}
    assert {(r.type, r.symbol) for r in image.odd_relocs} == {(4, 0), (1, 4), (3, 1), (2, 2), (3, 3)}


def test_relocations_can_be_judged_as_another_machine_would() -> None:
    image = scan(samples.full("aarch64").build().data, Limits(as_machine=62))
    assert {row.cls for row in image.reltypes} == {cls("UNKNOWN")}


@pytest.mark.parametrize(
    ("arch", "type", "name"),
    [
        ("x86_64", 37, "IRELATIVE"),
        ("x86_64", 10, "OTHER"),
        ("x32", 1, "OTHER"),
        ("x86_64", 36, "TLSDESC"),
        ("x86_64", 200, "UNKNOWN"),
        ("x86_64", 5000, "UNKNOWN"),
        ("x86_64", 18, "TPOFF"),
        ("i386", 37, "TPOFF"),
        ("i386", 12, "UNKNOWN"),
        ("aarch64", 1031, "TLSDESC"),
        ("aarch64", 256, "NONE"),
        ("aarch64", 258, "OTHER"),
        ("riscv64", 12, "TLSDESC"),
        ("riscv64", 1, "OTHER"),
        ("loongarch64", 12, "IRELATIVE"),
        ("ppc64le", 43, "OTHER"),
        ("s390x", 61, "IRELATIVE"),
        ("mips64el", 3, "OTHER"),
        ("sparc64", 79, "TPOFF"),
    ],
)
def test_a_relocation_number_has_its_class(arch: str, type: int, name: str) -> None:
    elf = samples.full(arch)
    elf.jmprel = [Rel(0x10520, type, 1)]
    image = scan(elf.build().data)
    by_type = {row.type: row.cls for row in image.reltypes}
    assert by_type.get(type, cls("NONE")) == cls(name)
    odd = name in ("TLSDESC", "IRELATIVE", "OTHER", "UNKNOWN")
    assert [(r.type, r.symbol, r.offset) for r in image.odd_relocs] == ([(type, 1, 0x10520)] if odd else [])


def test_only_symbols_of_relocations_are_used() -> None:
    image = scan(samples.full().build().data)
    assert [s.name for s in image.symbols() if s.used] == ["puts", "environ", "optional", "mine"]


def test_references_are_the_undefined_symbols_that_a_relocation_uses() -> None:
    rows = [Rel(0x10500, 6, 1), Rel(0x10508, 7, 3), Rel(0x10510, 6, 70)]
    symbols = [
        Sym("a"),
        Sym("unused"),
        Sym("own", value=0x10500, shndx=1),
        *(Sym(f"s{i}") for i in range(80)),
    ]
    image = scan(Elf(symbols=symbols, rela=rows).build().data)
    assert [(index, symbol.name) for index, symbol in image.references()] == [(1, "a"), (70, "s66")]


def test_runs_of_relative_relocations_are_counted_each() -> None:
    rows = [Rel(0x10500 + 8 * i, 8, 0, i) for i in range(5000)] + [Rel(0, 6, 1)] + [Rel(8, 8)] * 3
    image = scan(Elf(symbols=[Sym("x")], rela=rows).build().data, KEEP)
    assert {row.type: (row.total, row.with_symbol) for row in image.reltypes} == {8: (5003, 0), 6: (1, 1)}
    assert [(r.offset, r.addend) for r in image.relocs[:5000]] == [(r.offset, r.addend) for r in rows[:5000]]
    assert image.c.relocs == 5004


def test_a_pair_of_type_and_symbol_is_listed_once() -> None:
    rows = [Rel(0x10500 + 8 * i, 10, 1 + i % 300) for i in range(3000)]
    image = scan(Elf(symbols=[Sym(f"s{i}") for i in range(300)], rela=rows).build().data)
    assert [(r.symbol, r.offset) for r in image.odd_relocs] == [(1 + i, 0x10500 + 8 * i) for i in range(300)]


def test_versions_of_symbols() -> None:
    image = scan(samples.full().build().data)
    versions = {s.name: (*image.version_of(s), s.hidden) for s in image.symbols()}
    assert versions == {
        "": (None, None, False),
        "puts": ("GLIBC_2.2.5", "libc.so.6", False),
        "environ": ("GLIBC_2.2.5", "libc.so.6", False),
        "optional": (None, None, False),
        "mine": ("FULL_1", None, False),
        "old": ("FULL_0", None, True),
    }


@pytest.mark.parametrize("hash", ["gnu", "sysv", "both"])
@pytest.mark.parametrize("arch", ["x86_64", "i386", "ppc", "s390x"])
def test_a_hidden_version_is_found_by_no_loader(arch: str, hash: str) -> None:
    image = scan(samples.full(arch, hash).build().data)
    assert image.symbol(image.find("mine")).name == "mine"
    assert image.find("old") == 0
    assert [image.symbol(i).name for i in image.find_all("old")] == ["old"]
    assert image.find("no-such-name") == 0


def test_the_last_of_two_entries_wins_but_the_first_gnu_hash() -> None:
    elf = samples.full()
    elf.extra = [(5, 0), (0x6FFFFEF5, 1)]
    with pytest.raises(ValueError, match="DT_STRTAB"):
        scan(elf.build().data)
    elf.extra = [(0x6FFFFEF5, 1), (0x6FFFFFF0, 1)]
    assert scan(elf.build().data).find("mine") == 4


@pytest.mark.parametrize(
    ("tag", "value", "flag"),
    [
        (22, 0, "TEXTREL_TAG"),
        (30, 4, "TEXTREL_FLAG"),
        (30, 8, "BIND_NOW"),
        (0x6FFFFFFB, 1, "BIND_NOW"),
        (24, 0, "BIND_NOW"),
        (30, 16, "STATIC_TLS"),
        (0x6FFFFFFB, 0x08000000, "PIE"),
        (12, 0x10000, "INIT"),
        (25, 0x10000, "INIT_ARRAY"),
        (32, 0x10000, "PREINIT_ARRAY"),
        (16, 0, "SYMBOLIC"),
        (0x7FFFFFFF, 0, "FILTER"),
        (0x6000000F, 0, "ANDROID_REL"),
        (0x6FFFE000, 0, "ANDROID_REL"),
        (0x40000026, 0, "CREL"),
    ],
)
def test_an_entry_sets_its_flag_and_no_other(tag: int, value: int, flag: str) -> None:
    plain = Elf(symbols=[Sym("x")])
    before = scan(plain.build().data).flags
    plain.extra = [(tag, value)]
    assert scan(plain.build().data).flags ^ before == getattr(lib, f"MC_F_{flag}")


def test_symbols_past_the_hash_table_are_counted_when_a_relocation_uses_them() -> None:
    elf = Elf(symbols=[Sym("a"), Sym("b"), Sym("c")], rela=[Rel(0x10500, 6, 2)], hash="gnu")
    # the GNU hash is empty, and DT_STRTAB is not the next table: only relocation and guess tell
    names = [s.name for s in scan(elf.build().data).symbols()]
    assert names[:4] == ["", "a", "b", "c"]


def test_static_files_and_other_types_are_fine_images() -> None:
    assert scan(Elf(type=2, dynamic=False).build().data).sym_count == 0
    for type in (1, 4):
        image = scan(Elf(type=type).build().data)
        assert (image.type, image.sym_count, image.flags & lib.MC_F_DYNAMIC) == (type, 0, 0)


def test_an_executable_stack_is_seen() -> None:
    for flags in (6, 7):
        image = scan(Elf(stack=(flags, 0)).build().data)
        assert bool(image.flags & lib.MC_F_EXECSTACK) == (flags == 7)
        assert image.flags & lib.MC_F_GNU_STACK


def test_the_last_gnu_stack_decides() -> None:
    rows = [(PT_GNU_STACK, flags, 0, 0, 0, 0, 16) for flags in (7, 6)]
    assert not scan(Elf(segments=rows).build().data).flags & lib.MC_F_EXECSTACK
    assert scan(Elf(segments=rows[::-1]).build().data).flags & lib.MC_F_EXECSTACK


def test_a_later_segment_is_mapped_over_an_earlier_one() -> None:
    """The string table is at an address that two segments have: the second one is what a loader sees."""
    elf = Elf(soname="libfirst.so", segments=[(PT_LOAD, 4, 0, 0x900000, 1, 1, 1)])
    built = elf.build()
    strings = b"\0libother.so\0"
    elf.segments = [(PT_LOAD, 4, len(built.data), BASE + built.at["strtab"], len(strings), len(strings), 1)]
    assert scan(elf.build().data + strings).soname == "libother.so"


CUTS = {
    "gnu_hash": 30,
    "hash": 20,
    "versym": 6,
    "verneed": 6,
    "verdef": 24,
    "rela": 30,
    "jmprel": 6,
    "relr": 8,
    "strtab": 6,
}


@pytest.mark.parametrize("table", sorted(CUTS))
def test_a_table_may_not_go_on_where_its_segment_ends(table: str) -> None:
    """The file has all bytes of the table, but the segment maps only the first of them."""
    elf = samples.full(hash="both")
    elf.segments = [(PT_LOAD, 4, 0, 0x900000, 1, 1, 1)]
    built = elf.build()
    rest = min(at for at in built.at.values() if at > built.at[table])
    size = len(built.data) - rest
    elf.segments = [(PT_LOAD, 4, rest, BASE + rest, size, size, 1)]
    end = built.at[table] + CUTS[table]
    recipe = f"set phdr 0 p_filesz to {end}; set phdr 0 p_memsz to {end}"
    with pytest.raises(ElfError, match=f"truncated: DT_{table.upper()} at offset {built.at[table]:#x}"):
        scan(recipes.apply(elf.build(), recipe))


def test_a_relocation_can_use_a_symbol_that_the_hash_does_not_count() -> None:
    """The chain of the hash is made to end one symbol early; a relocation names the one after it."""
    built = samples.full().build()
    early = "set gnu_hash +28 to 1"
    assert scan(recipes.apply(built, early)).sym_count == 5
    image = scan(recipes.apply(built, f"{early}; set rela row 2 r_sym to 5"))
    assert [s.name for s in image.symbols() if s.used][-1] == "old"


def test_an_ifunc_definition_is_seen() -> None:
    for shndx, there in ((1, True), (0, False)):
        image = scan(Elf(symbols=[Sym("f", type=10, shndx=shndx, value=BASE)]).build().data)
        assert bool(image.flags & lib.MC_F_IFUNC_DEF) == there


def test_names_that_are_not_utf8_come_back_as_they_were() -> None:
    data = (
        Elf(symbols=[Sym("caf\u00e9", shndx=1, value=BASE)])
        .build()
        .data.replace("\u00e9".encode(), b"\xff\xfe")
    )
    image = scan(data)
    assert image.symbol(1).name == "caf\udcff\udcfe"
    assert image.find_all("caf\udcff\udcfe") == [1]


def test_asking_for_a_symbol_that_is_not_there_is_an_index_error() -> None:
    image = ElfImage.from_bytes(samples.full().build().data)
    for i in (-1, image.sym_count):
        with pytest.raises(IndexError):
            image.symbol(i)


def test_a_file_without_bytes_to_load_is_hollow_and_its_other_headers_are_not_followed() -> None:
    built = Elf(symbols=[Sym("f", shndx=1, value=BASE)]).build()
    data = bytearray(built.data)
    assert not scan(bytes(data)).flags & lib.MC_F_HOLLOW
    data[built.at["phdr"] + 4] |= 1  # PF_X: now its code would be loaded
    assert not scan(bytes(data)).flags & lib.MC_F_HOLLOW
    data[built.at["phdr"] + 32 : built.at["phdr"] + 40] = bytes(8)  # p_filesz of the PT_LOAD
    hollow = scan(bytes(data))
    assert hollow.flags & lib.MC_F_HOLLOW
    assert not hollow.flags & lib.MC_F_DYNAMIC


def test_a_program_without_segments_is_hollow() -> None:
    data = bytearray(Elf().build().data)
    data[56:58] = bytes(2)  # e_phnum
    assert scan(bytes(data)).flags & lib.MC_F_HOLLOW
