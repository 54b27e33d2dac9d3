"""Which references bind, and what is said of those that do not, on written files."""

from __future__ import annotations

import pytest

from musl_compat import kb
from musl_compat._core import lib
from musl_compat.elf import ElfImage
from musl_compat.errors import ElfError
from musl_compat.kb import targets
from musl_compat.loader import binding
from musl_compat.loader.fs import MemberFs
from musl_compat.loader.linkmap import LinkMap
from tests.support.elfwriter import Elf, Rel, Sym
from tests.support.maps import Object, close

TARGET = targets.get("musl:1.2.5")
ABS, COPY, GLOB_DAT, JUMP_SLOT, DTPMOD, TPOFF, IRELATIVE = 1, 5, 6, 7, 16, 18, 37
FUNC, OBJECT, TLS, IFUNC = 2, 1, 6, 10
WEAK = 2
LIBC = ("libc.so.6",)


def undefined(name: str, **more: int) -> Sym:
    return Sym(name, **more)


def defined(name: str, **more: int) -> Sym:
    return Sym(name, **{"value": 0x10000, "shndx": 1, **more})


def main(*symbols: Sym, how: int = JUMP_SLOT, needed: tuple[str, ...] = LIBC) -> Object:
    """A program that uses all of its symbols."""
    return Object(symbols, tuple((how, i) for i in range(1, len(symbols) + 1)), needed=needed)


def missing(bindings: binding.Bindings) -> dict[str, str]:
    return {m.name: m.reason for m in bindings.missing}


def with_library(*symbols: Sym, use: Sym | None = None, how: int = JUMP_SLOT) -> dict[str, str]:
    """What a program misses that uses ``f`` of a library with these symbols."""
    program = main(use or undefined("f"), how=how, needed=("libf.so", *LIBC))
    return missing(close(program, {"libf.so": Object(symbols)}))


def test_a_definition_in_any_object_of_the_map_will_do() -> None:
    assert with_library(defined("f")) == {}
    assert with_library(defined("g")) == {"f": "not found"}


def test_a_hidden_version_is_passed_over() -> None:
    assert with_library(defined("f", version=0x8002)) == {"f": "only a hidden version"}


def test_a_later_entry_of_the_same_name_counts_when_the_first_is_hidden() -> None:
    assert with_library(defined("f", version=0x8002), defined("f", version=3)) == {}


def test_the_first_entry_that_is_not_hidden_is_the_candidate_even_when_it_is_refused() -> None:
    assert with_library(defined("f", type=IFUNC), defined("f")) == {"f": "type not accepted"}


@pytest.mark.parametrize(
    ("kind", "ok"),
    [(0, True), (1, True), (2, True), (5, True), (6, True), (3, False), (4, False), (10, False)],
)
def test_types_that_define(kind: int, ok: bool) -> None:
    assert (with_library(defined("f", type=kind)) == {}) is ok


@pytest.mark.parametrize(("bind", "ok"), [(1, True), (2, True), (10, True), (0, False), (13, False)])
def test_bindings_that_define(bind: int, ok: bool) -> None:
    assert (with_library(defined("f", bind=bind)) == {}) is ok


def test_a_definition_without_a_value_defines_only_thread_local_storage() -> None:
    assert with_library(defined("f", value=0)) == {"f": "only undefined"}
    assert with_library(defined("f", value=0, type=TLS)) == {}


def test_an_undefined_entry_with_a_value_defines_for_data_and_not_for_calls() -> None:
    plt = Sym("f", value=0x10000)
    assert with_library(plt, defined("z"), how=GLOB_DAT) == {"f": "not found"}  # not in the hash table
    program = Object((plt,), ((JUMP_SLOT, 1), (GLOB_DAT, 1)), "sysv", needed=LIBC)
    found = close(program, {}).missing
    assert [(m.name, m.used, m.reason) for m in found] == [("f", 1 << lib.MC_RC_JUMP_SLOT, "only undefined")]


def test_copy_passes_over_the_program() -> None:
    assert missing(close(main(defined("f", type=OBJECT), how=COPY), {})) == {"f": "not found"}
    assert with_library(defined("f", type=OBJECT), use=defined("f", type=OBJECT), how=COPY) == {}


def test_a_weak_reference_is_silent_but_not_a_weak_definition_that_no_lookup_gives() -> None:
    assert missing(close(main(undefined("f", bind=WEAK)), {})) == {}
    assert missing(close(main(defined("f", bind=WEAK, version=0x8002)), {})) == {"f": "only a hidden version"}


def test_a_local_symbol_is_the_objects_own() -> None:
    assert missing(close(main(undefined("f", bind=0)), {})) == {}


def test_a_symbol_that_no_relocation_uses_is_not_looked_for() -> None:
    assert missing(close(Object((undefined("f"),), (), needed=LIBC), {})) == {}


def test_libc_symbols_are_found_only_with_libc_in_the_map() -> None:
    assert missing(close(main(undefined("puts")), {})) == {}
    assert missing(close(main(undefined("puts"), needed=()), {})) == {"puts": "not found"}


def test_lfs64_names_are_found_even_without_libc_in_the_map() -> None:
    assert missing(close(main(undefined("open64"), undefined("fcntl64"), needed=()), {})) == {
        "fcntl64": "not found"
    }


def elf(*symbols: Sym, how: int = JUMP_SLOT, **more: object) -> Elf:
    rela = [Rel(0x10000, how, i) for i in range(1, len(symbols) + 1)]
    return Elf(symbols=symbols, rela=rela, needed=["libc.so.6"], **{"versym": True, **more})  # type: ignore[arg-type]


def alone(written: Elf, musl: str = "1.2.5") -> binding.Bindings:
    return binding.alone(ElfImage.from_bytes(written.build().data), targets.get(f"musl:{musl}"), "/m")


def test_alone_says_what_libc_does_not_have_and_of_which_version() -> None:
    found = alone(
        elf(
            undefined("__printf_chk", version=2),
            undefined("puts", version=2),
            verneed=[("libc.so.6", [("GLIBC_2.3.4", 2)])],
        )
    )
    (one,) = found.missing
    assert (one.name, one.version, one.binding, one.requested_by, one.kind) == (
        "__printf_chk",
        "GLIBC_2.3.4",
        "global",
        "/m",
        "libc",
    )
    assert kb.table().name(one.row) == "__printf_chk"
    assert found.missing_count == 1
    assert found.link_map is None


def test_alone_leaves_other_libraries_symbols_to_them() -> None:
    found = alone(
        elf(
            undefined("png_read", version=2),
            undefined("PyLong_Type"),
            verneed=[("libpng.so", [("PNG_1", 2)])],
        )
    )
    assert not found.has_missing


def test_alone_reports_an_own_definition_that_the_loader_does_not_take() -> None:
    found = alone(elf(defined("__cpu_model", version=0x8002), how=GLOB_DAT))
    assert [(m.name, m.kind, m.reason) for m in found.missing] == [
        ("__cpu_model", "library", "only a hidden version")
    ]


def test_alone_takes_glibcs_own_libraries_as_missing_and_others_as_present() -> None:
    written = Elf(needed=["libc.so.6", "libz.so.1", "libresolv.so.2", "ld-linux-x86-64.so.2"])
    found = alone(written)
    assert [m.name for m in found.missing_libraries] == ["libresolv.so.2", "ld-linux-x86-64.so.2"]
    assert found.has_missing_libraries
    assert not alone(Elf(needed=["libz.so.1"])).has_missing_libraries


@pytest.mark.parametrize("name", ["PyLong_FromLong", "napi_create_object"])
def test_symbols_of_a_host_program_are_told_from_a_librarys(name: str) -> None:
    found = close(main(undefined(name), undefined("other_lib_call")), {})
    assert [(m.name, m.kind) for m in found.missing] == [(name, "host"), ("other_lib_call", "library")]


def test_a_refused_relocation_is_named_and_counted() -> None:
    written = Elf(rela=[Rel(0x10000 + 8 * i, IRELATIVE) for i in range(3)], symbols=[defined("f")])
    (one,) = alone(written).unsupported
    assert one == (IRELATIVE, "R_X86_64_IRELATIVE", "/m", 3)


def test_a_missing_symbol_hides_the_type_of_its_relocation() -> None:
    size64 = 33
    program = main(undefined("nowhere"), how=size64)
    found = close(program, {})
    assert missing(found) == {"nowhere": "not found"}
    assert found.unsupported == []
    assert [u.type for u in close(main(defined("here"), how=size64), {}).unsupported] == [size64]


@pytest.mark.parametrize("how", [COPY, DTPMOD, TPOFF])
def test_a_weak_reference_that_is_read_through_is_a_crash(how: int) -> None:
    found = close(main(undefined("gone", bind=WEAK), how=how), {})
    assert found.missing == []
    assert [(m.name, m.requested_by) for m in found.null_reads] == [("gone", "/bin/main")]
    assert close(main(undefined("gone", bind=WEAK), how=GLOB_DAT), {}).null_reads == []


def test_an_architecture_without_known_exports_is_not_judged() -> None:
    image = ElfImage.from_bytes(elf(undefined("f")).build().data)
    found = binding.alone(image, TARGET, "/m", "no-such-arch")
    assert (found.judged, found.missing, found.unsupported) == (False, [], [])


def container(**members: Elf) -> tuple[binding.Bindings, LinkMap]:
    images = {name: ElfImage.from_bytes(one.build().data) for name, one in members.items()}
    fs = MemberFs([f"pkg/{n}" for n in images], lambda name, limits: images[name.removeprefix("pkg/")])
    link_map = LinkMap.build("pkg/main", images["main"], fs, TARGET)
    return binding.closure(link_map), link_map


def test_in_a_container_only_what_is_libcs_is_missing() -> None:
    one = elf(undefined("PyLong_Type"), undefined("elsewhere"), undefined("__printf_chk"))
    found, _ = container(main=one)
    assert [m.name for m in found.missing] == ["__printf_chk"]


def test_a_member_is_found_by_rpath_and_called_by_its_own_name() -> None:
    library = elf(undefined("__printf_chk"))
    program = Elf(needed=["lib", "libc.so.6", "libz.so.1"], runpath="$ORIGIN/../pkg")
    found, link_map = container(main=program, lib=library)
    assert [m.requested_by for m in found.missing] == ["pkg/lib"]
    assert link_map.external == [("libz.so.1", "pkg/main")]


def slow() -> Elf:
    """One chain of all symbols, each used, none acceptable: every lookup walks it to its symbol."""
    n = 25_000
    return elf(*(defined(f"s{i}", type=IFUNC) for i in range(n)), how=GLOB_DAT)


def test_hash_tables_made_to_be_slow_end_with_an_error_that_says_so() -> None:
    image = ElfImage.from_bytes(slow().build().data)
    with pytest.raises(ElfError, match="too long") as caught:
        binding.alone(image, TARGET, "/m")
    assert caught.value.status == "limit"
