"""A damaged file gives an error with the table and the offset, the same from a buffer and a descriptor."""

from __future__ import annotations

import pytest

from musl_compat.elf import Limits
from musl_compat.errors import ElfError
from tests.support import recipes, samples
from tests.support.elfwriter import Built, Elf, Rel, Sym
from tests.support.twoways import scan

FULL = samples.full(hash="both").build()

CASES = """
set EI_MAG0 to 0                          | not-elf   | ELF header      | 0
cut to 0                                  | not-elf   | ELF header      | 0
cut to 3                                  | not-elf   | ELF header      | 0
cut to 10                                 | truncated | ELF header      | 0
cut to 63                                 | truncated | ELF header      | 0
set EI_CLASS to 3                         | malformed | ELF header      | EI_CLASS
set EI_DATA to 0                          | malformed | ELF header      | EI_DATA
set e_phentsize to 55                     | malformed | ELF header      | e_phentsize
set e_phnum to 0xffff                     | limit     | program headers | 0xffff
set e_phoff to 0x7fffffff                 | truncated | program headers | 0x7fffffff
set e_phoff to 0xffffffffffffffff         | truncated | program headers | 0xffffffffffffffff
cut to end - 1                            | truncated | program headers | phdr 0
set phdr 0 p_filesz to 0xfffffff          | malformed | program headers | phdr 0
set phdr 0 p_memsz to 0xffffffffffffffff  | malformed | program headers | phdr 0
set phdr 0 p_offset to 0xffffffffffffff00 | truncated | program headers | phdr 0
set phdr 1 p_filesz to 1                  | malformed | PT_INTERP       | phdr 1
set phdr 1 p_filesz to 0x1001             | malformed | PT_INTERP       | phdr 1
set phdr 1 p_filesz to 5                  | malformed | PT_INTERP       | interp
set phdr 1 p_offset to end                | truncated | PT_INTERP       | end
set phdr 2 p_vaddr to 0                   | malformed | program headers | phdr 2
set phdr 0 p_filesz to 0x200              | malformed | program headers | phdr 2
set entry DT_NULL to 0x77                 | truncated | PT_DYNAMIC      | dynamic
set DT_STRTAB to 1                        | malformed | DT_STRTAB       | entry DT_STRTAB
set DT_SYMTAB to 1                        | malformed | DT_SYMTAB       | entry DT_SYMTAB
set DT_HASH to 1                          | malformed | DT_HASH         | entry DT_HASH
set DT_GNU_HASH to 1                      | malformed | DT_GNU_HASH     | entry DT_GNU_HASH
set DT_VERSYM to 1                        | malformed | DT_VERSYM       | entry DT_VERSYM
set DT_VERNEED to 1                       | malformed | DT_VERNEED      | entry DT_VERNEED
set DT_VERDEF to 1                        | malformed | DT_VERDEF       | entry DT_VERDEF
set DT_RELA to 1                          | malformed | DT_RELA         | entry DT_RELA
set DT_JMPREL to 1                        | malformed | DT_JMPREL       | entry DT_JMPREL
set DT_RELR to 1                          | malformed | DT_RELR         | entry DT_RELR
set DT_STRSZ to 0x100000                  | truncated | DT_STRTAB       | strtab
set entry DT_STRSZ to 0x77                | malformed | DT_STRTAB       | entry DT_STRTAB
set DT_NEEDED to 0x100000                 | malformed | PT_DYNAMIC      | entry DT_NEEDED
set DT_SONAME to 0x100000                 | malformed | PT_DYNAMIC      | entry DT_SONAME
set DT_RPATH to 0xffffffffffffffff        | malformed | PT_DYNAMIC      | entry DT_RPATH
set DT_RUNPATH to 0x100000                | malformed | PT_DYNAMIC      | entry DT_RUNPATH
set DT_SYMTAB to address of end - 16      | malformed | DT_JMPREL       | jmprel
set DT_VERSYM to address of end - 4       | truncated | DT_VERSYM       | end - 4
set DT_HASH to address of end - 4         | truncated | DT_HASH         | end - 4
set DT_GNU_HASH to address of end - 4     | truncated | DT_GNU_HASH     | end - 4
set DT_VERNEED to address of end - 4      | truncated | DT_VERNEED      | end - 4
set DT_VERDEF to address of end - 4       | truncated | DT_VERDEF       | end - 4
set DT_RELASZ to 71                       | malformed | DT_RELA         | entry DT_RELASZ
set DT_RELASZ to 0x240000                 | truncated | DT_RELA         | rela
set DT_PLTRELSZ to 25                     | malformed | DT_JMPREL       | entry DT_PLTRELSZ
set DT_RELRSZ to 12                       | malformed | DT_RELR         | entry DT_RELRSZ
set DT_RELRSZ to 0x80000                  | truncated | DT_RELR         | relr
set rela row 2 r_sym to 0x999999          | malformed | DT_RELA         | rela row 2
set jmprel row 1 r_sym to 0x999999        | malformed | DT_JMPREL       | jmprel row 1
set symtab row 1 st_name to 0x100000      | malformed | DT_SYMTAB       | symtab row 1
set hash +0 to 0x100000                   | truncated | DT_HASH         | hash
set hash +4 to 0xffffffff                 | truncated | DT_HASH         | hash
set gnu_hash +0 to 0xffffffff             | truncated | DT_GNU_HASH     | gnu_hash
set gnu_hash +8 to 0                      | malformed | DT_GNU_HASH     | gnu_hash +8
set gnu_hash +8 to 0xffffffff             | truncated | DT_GNU_HASH     | gnu_hash
set gnu_hash +24 to 1                     | malformed | DT_GNU_HASH     | gnu_hash +24
set gnu_hash +24 to 0x100000              | truncated | DT_GNU_HASH     | gnu_hash
set verneed +0 to 0x20002                 | malformed | DT_VERNEED      | verneed
set verneed +4 to 0x100000                | malformed | DT_VERNEED      | verneed
set verneed +8 to 0x100000                | truncated | DT_VERNEED      | verneed
set verneed +12 to 15                     | malformed | DT_VERNEED      | verneed
set verneed +24 to 0x100000               | malformed | DT_VERNEED      | verneed +16
set verneed +28 to 8                      | malformed | DT_VERNEED      | verneed +16
set verdef +0 to 0x10002                  | malformed | DT_VERDEF       | verdef
set verdef +4 to 1                        | malformed | DT_VERDEF       | verdef
set verdef +12 to 0x100000                | truncated | DT_VERDEF       | verdef
set verdef +16 to 19                      | malformed | DT_VERDEF       | verdef
set verdef +20 to 0x100000                | malformed | DT_VERDEF       | verdef +20
""".strip().splitlines()


def refusal(built: Built, recipe: str, limits: Limits | None = None) -> ElfError:
    with pytest.raises(ElfError) as caught:
        scan(recipes.apply(built, recipe), limits)
    return caught.value


def offset(built: Built, place: str) -> int:
    return recipes.value(built, place) if place.startswith("end") else recipes.offset(built, place)


@pytest.mark.parametrize("case", CASES, ids=[c.split("|")[0].strip() for c in CASES])
def test_damage_is_named_with_table_and_offset(case: str) -> None:
    recipe, status, table, place = (word.strip() for word in case.split("|"))
    error = refusal(FULL, recipe)
    assert (error.status, error.table, error.offset) == (status, table, offset(FULL, place))


def test_the_undamaged_file_is_fine() -> None:
    assert scan(FULL.data).sym_count == len(samples.SYMBOLS) + 1


def test_the_row_is_named() -> None:
    assert refusal(FULL, "set rela row 2 r_sym to 0x999999").index == 2
    assert refusal(FULL, "set symtab row 1 st_name to 0x100000").index == 1
    assert refusal(FULL, "set phdr 0 p_filesz to 0xfffffff").index == 0


@pytest.mark.parametrize(
    ("recipe", "text"),
    [
        ("set EI_MAG0 to 0", "not an ELF file"),
        ("set e_phnum to 0xffff", "limit: program headers wants 65535, which is more than allowed"),
        ("set EI_CLASS to 3", "malformed: ELF header at offset 0x4"),
        ("set gnu_hash +24 to 1", f"malformed: DT_GNU_HASH at offset {FULL.at['gnu_hash'] + 24:#x}, row 0"),
    ],
)
def test_the_message_says_what_and_where(recipe: str, text: str) -> None:
    assert str(refusal(FULL, recipe)) == text


def test_a_bad_name_of_an_unused_symbol_is_no_error() -> None:
    image = scan(recipes.apply(FULL, "set symtab row 5 st_name to 0x100000"))
    assert [s.name for s in image.symbols()][4:] == ["mine", ""]


def test_a_symbol_index_of_a_none_relocation_is_not_looked_at() -> None:
    image = scan(recipes.apply(FULL, "set rela row 2 r_sym to 0x999999; set rela row 2 r_type to 0"))
    assert sum(t.total for t in image.reltypes) == 5


def test_a_string_that_does_not_end_in_its_table_is_refused() -> None:
    """The last string loses its NUL to a string table that is one byte shorter."""
    size = len(FULL.data[FULL.at["strtab"] : FULL.at["dynamic"]].rstrip(b"\0")) + 1
    assert refusal(FULL, f"set DT_STRSZ to {size - 1}").table == "PT_DYNAMIC"
    assert scan(recipes.apply(FULL, f"set DT_STRSZ to {size}")).runpath == "$ORIGIN/../lib"


def test_a_symbol_table_shorter_than_its_hash_says_is_refused() -> None:
    built = Elf(symbols=[Sym("a"), Sym("b")], hash="sysv").build()
    error = refusal(built, "set DT_SYMTAB to address of end - 40")
    assert (error.status, error.table, error.offset) == ("truncated", "DT_SYMTAB", len(built.data) - 40)


def test_zeros_after_the_file_part_of_a_segment_end_the_dynamic_table() -> None:
    recipe = "set phdr 0 p_filesz to end - 16; cut to end - 16"
    assert scan(recipes.apply(FULL, recipe)).soname == "libfull.so.1"


def test_the_size_in_pt_dynamic_does_not_matter() -> None:
    assert scan(recipes.apply(FULL, "set phdr 2 p_filesz to 0")).soname == "libfull.so.1"
    assert scan(recipes.apply(FULL, "set phdr 2 p_filesz to 33")).soname == "libfull.so.1"


def test_a_mips_got_beyond_its_symbols_is_refused() -> None:
    built = samples.full("mips64el").build()
    error = refusal(built, "set DT_MIPS_GOTSYM to 7")
    assert (error.status, error.table, error.offset) == (
        "malformed",
        "MIPS GOT",
        recipes.offset(built, "entry DT_MIPS_GOTSYM"),
    )


@pytest.mark.parametrize(
    ("limits", "table", "asked"),
    [
        (Limits(phnum=3), "program headers", 6),
        (Limits(symbols=5), "DT_SYMTAB", 6),
        (Limits(needed=1), "PT_DYNAMIC", 2),
        (Limits(reloc_bytes=71), "DT_JMPREL", 72),
        (Limits(block_bytes=40), "ELF header", 64),
    ],
)
def test_each_limit_is_named_with_what_was_asked_for(limits: Limits, table: str, asked: int) -> None:
    with pytest.raises(ElfError) as caught:
        scan(FULL.data, limits)
    assert (caught.value.status, caught.value.table, caught.value.offset) == ("limit", table, asked)


@pytest.mark.parametrize("hash", ["gnu", "sysv"])
def test_either_hash_table_is_held_to_the_limit_of_symbols(hash: str) -> None:
    data = samples.full(hash=hash).build().data
    assert scan(data, Limits(symbols=6)).sym_count == 6
    with pytest.raises(ElfError, match="limit: DT_SYMTAB wants 6"):
        scan(data, Limits(symbols=5))


def test_a_count_of_segments_in_a_section_header_is_refused_with_any_limit() -> None:
    error = refusal(FULL, "set e_phnum to 0xffff", Limits(phnum=1 << 20))
    assert (error.status, error.table) == ("limit", "program headers")


def test_the_limit_of_odd_relocations_holds() -> None:
    rows = [Rel(0x10500 + 8 * i, 10, i + 1) for i in range(3)]  # R_X86_64_32
    data = Elf(symbols=[Sym(f"s{i}") for i in range(3)], rela=rows).build().data
    assert len(scan(data, Limits(odd_relocs=3)).odd_relocs) == 3
    with pytest.raises(ElfError, match="limit: DT_RELA wants 3"):
        scan(data, Limits(odd_relocs=2))


def test_the_image_itself_is_limited() -> None:
    with pytest.raises(ElfError, match="limit: file wants"):
        scan(FULL.data, Limits(block_bytes=len(FULL.data) // 2))
