"""mc_join: which references of one image the libc should satisfy and does not."""

from __future__ import annotations

import struct
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from musl_compat import kb
from musl_compat._core import ffi, lib
from musl_compat.devtools import corpus
from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage
from musl_compat.kb import targets
from musl_compat.kb.targets import OK_BINDS, OK_TYPES, Target
from tests.support import samples
from tests.support.elfwriter import Elf, Rel, Sym

RESERVED = tuple(f"lib{stem}." for stem in ("c", "pthread", "rt", "m", "dl", "util", "xnet"))
COUNTS = ("own", "libc", "fallback", "others", "missing", "weak")
CAP = 8192


class Ref(NamedTuple):
    """One row that the join gives, with the name instead of an index."""

    name: str
    flags: int
    bind: int
    file: str | None


def joined(image: ElfImage, target: Target, arch: str, flags: int = lib.MC_JOIN_UNDEF_VALUE) -> Any:
    """The rows and counts that C gives."""
    table = kb.table()
    reserved = ffi.new("char[]", b"".join(prefix.encode() + b"\0" for prefix in RESERVED) + b"\0")
    spec = ffi.new("mc_join_spec *")
    spec.table, spec.provided, spec.fallback = table.c, target.exports(arch), target.fallback(arch)
    spec.known, spec.owner_files = table.named_plane("known"), table.named_plane("owners")
    spec.reserved, spec.flags = reserved, flags
    spec.ok_types, spec.ok_binds = OK_TYPES, OK_BINDS
    if target.libc_image is not None:
        spec.libc = target.libc_image.c
    out, counts = ffi.new("mc_ref[]", CAP), ffi.new("mc_join_counts *")
    n = lib.mc_join(image.c, spec, out, CAP, counts)
    assert n <= CAP
    needs = image.verneed
    rows = []
    for row in out[0:n]:
        file = None if row.file == lib.MC_NO_ROW else needs[row.file].file
        rows.append(Ref(image.symbol(row.sym).name, row.flags, row.bind, file))
    return rows, {name: getattr(counts, name) for name in COUNTS}


# ---- a slow reimplementation over pyelftools, written from the same rules ----


def expected(path: Path, target: Target, arch: str) -> tuple[list[tuple[str, int]], Counter[str]]:
    """What mc_join should say of a file: (name, flags) of the missing, and the counts."""
    from elftools.elf.dynamic import DynamicSegment
    from elftools.elf.elffile import ELFFile

    with path.open("rb") as file:
        elf = ELFFile(file)
        dynamic = next(s for s in elf.iter_segments() if isinstance(s, DynamicSegment))
        symbols = list(dynamic.iter_symbols())
        needed = [t.needed for t in dynamic.iter_tags("DT_NEEDED")]
        used: dict[int, set[int]] = {}
        for table in dynamic.get_relocation_tables().values():
            for relocation in table.iter_relocations() if hasattr(table, "iter_relocations") else ():
                if relocation.entry.get("r_info_sym", 0) and relocation["r_info_type"]:
                    used.setdefault(relocation["r_info_sym"], set()).add(relocation["r_info_type"])
        version_of, defined_hidden = versions(elf, len(symbols))
    owners = set(kb.glibc_libraries())
    by_libc_file = any(f in owners for f in version_of.values() if f is not None)
    others = [n for n in needed if n not in owners and not n.startswith(RESERVED)]
    foreign_libc = not any(n in owners for n in needed) and any(n.startswith(RESERVED) for n in needed)
    plain_is_libcs = not (others and (by_libc_file or foreign_libc))
    visible: dict[str, bool] = {}
    for i, symbol in enumerate(symbols):
        if symbol["st_shndx"] != "SHN_UNDEF" and not defined_hidden.get(i) and accepted(symbol):
            visible[symbol.name] = True
    out: list[tuple[str, int]] = []
    counts: Counter[str] = Counter(dict.fromkeys(COUNTS, 0))
    for i, types in sorted(used.items()):
        symbol = symbols[i]
        if symbol["st_info"]["bind"] == "STB_LOCAL" or not symbol.name:
            continue
        undefined, copy = symbol["st_shndx"] == "SHN_UNDEF", 5 in types  # R_X86_64_COPY
        if not copy and not undefined and visible.get(symbol.name):
            counts["own"] += 1
            continue
        is_tls = symbol["st_info"]["type"] == "STT_TLS"
        if undefined and not copy and symbol["st_value"] and not is_tls and 7 not in types:
            counts["own"] += 1
            continue
        flags = lib.MC_REF_COPY if copy else 0 if undefined else lib.MC_REF_OWN
        owner = version_of.get(i)
        if owner is not None and owner not in owners and not flags & lib.MC_REF_OWN:
            counts["others"] += 1
            continue
        answer = target.answer(symbol.name, arch)
        if answer in ("exported", "mapped"):
            counts["libc" if answer == "exported" else "fallback"] += 1
            continue
        if owner not in owners and not flags & lib.MC_REF_OWN:
            known = kb.table().find(symbol.name) >= 0 and symbol.name not in owners
            if not known or not plain_is_libcs:
                counts["others"] += 1
                continue
            flags |= lib.MC_REF_UNVERSIONED
        if undefined and symbol["st_info"]["bind"] == "STB_WEAK":
            counts["weak"] += 1
            continue
        counts["missing"] += 1
        out.append((symbol.name, flags))
    return out, counts


def accepted(symbol: Any) -> bool:
    info = symbol["st_info"]
    if info["bind"] not in ("STB_GLOBAL", "STB_WEAK", "STB_LOOS"):
        return False
    if info["type"] not in ("STT_NOTYPE", "STT_OBJECT", "STT_FUNC", "STT_COMMON", "STT_TLS"):
        return False
    return bool(symbol["st_value"]) or info["type"] == "STT_TLS"


def versions(elf: Any, n: int) -> tuple[dict[int, str | None], dict[int, bool]]:
    """Of each symbol the file that its version names, and whether its version is hidden."""
    files: dict[int, str] = {}
    need = elf.get_section_by_name(".gnu.version_r")
    for verneed, auxiliaries in need.iter_versions() if need else ():
        for auxiliary in auxiliaries:
            files[auxiliary["vna_other"] & 0x7FFF] = verneed.name
    table = elf.get_section_by_name(".gnu.version")
    owner: dict[int, str | None] = {}
    hidden: dict[int, bool] = {}
    for i in range(n if table else 0):
        index = table.get_symbol(i)["ndx"]
        if isinstance(index, int):
            owner[i] = files.get(index & 0x7FFF)
            hidden[i] = bool(index & 0x8000)
    return owner, hidden


def objects(count: int = 60, largest: int = 400_000) -> list[Path]:
    """Real x86_64 objects of the laboratory, not too large for pyelftools, spread over its packages."""
    found: list[Path] = []
    for tree in cache.trees(["ci"]):
        files = [p for p in cache.elf_files(tree.path) if p.stat().st_size < largest]
        found += files[:: max(1, len(files) // 3)][:3]
    step = max(1, len(found) // count)
    return found[::step][:count]


@pytest.mark.parametrize("name", ["musl:1.2.6", "musl:1.1.24", "debian:bookworm"])
def test_join_equals_a_slow_reading_of_real_objects(name: str) -> None:
    target = targets.get(name)
    compared = missing = 0
    for path in objects():
        with path.open("rb") as file:
            image = ElfImage.from_fd(file.fileno())
        if not image.c.flags & lib.MC_F_DYNAMIC or image.machine != 62:
            continue
        rows, counts = joined(image, target, "x86_64")
        want, want_counts = expected(path, target, "x86_64")
        assert ([(r.name, r.flags) for r in rows], counts) == (want, dict(want_counts)), path.name
        compared, missing = compared + 1, missing + len(rows)
    assert compared >= 30
    assert missing >= 30


# ---- what each rule says, on objects made for it ----


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A function that makes a shared object of C source, linked against libraries made before."""
    folder = tmp_path_factory.mktemp("join")

    def build(name: str, source: str, *flags: str) -> ElfImage:
        (folder / f"{name}.c").write_text(source, encoding="utf-8")
        command = ["gcc", "-shared", "-fPIC", "-nostdlib", "-Wl,--no-as-needed", "-w"]
        command += ["-o", f"{name}.so", f"{name}.c", "-L.", *flags]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return ElfImage.from_bytes((folder / f"{name}.so").read_bytes())

    (folder / "libc.map").write_text("GLIBC_2.2.5 { global: *; };\n", encoding="utf-8")
    (folder / "foo.map").write_text("FOO_1 { global: *; };\n", encoding="utf-8")
    everything = "int puts(void){return 0;} int __printf_chk(void){return 0;} int secret(void){return 0;}"
    build("libversioned", everything, "-Wl,-soname,libc.so.6", "-Wl,--version-script=libc.map")
    build("libplain", everything, "-Wl,-soname,libc.so.6")
    build("libmusl", everything, "-Wl,-soname,libc.so")
    build("libfoo", "int __printf_chk(void){return 0;} int foo(void){return 0;}", "-Wl,-soname,libfoo.so.1")
    versioned = ("-Wl,-soname,libfoo.so.1", "-Wl,--version-script=foo.map")
    build("libfoov", "int __printf_chk(void){return 0;}", *versioned)
    return build


CALLS = "int puts(void); int __printf_chk(void); int f(void){return puts()+__printf_chk();}"


def missing_of(image: ElfImage, name: str = "musl:1.2.5", flags: int = 0) -> list[tuple[str, int]]:
    rows, _ = joined(image, targets.get(name), "x86_64", flags)
    return [(row.name, row.flags) for row in rows]


def test_a_versioned_reference_to_glibc_that_musl_lacks_is_given(built: Any) -> None:
    image = built("a", CALLS, "-lversioned", "-lfoo")
    rows, counts = joined(image, targets.get("musl:1.2.5"), "x86_64")
    assert rows == [Ref("__printf_chk", 0, 1, "libc.so.6")]
    assert counts["libc"] == 1


def test_a_name_of_no_public_table_is_the_libcs_when_its_version_says_so(built: Any) -> None:
    image = built("b", "int secret(void); int f(void){return secret();}", "-lversioned")
    assert missing_of(image) == [("secret", 0)]


def test_a_version_of_another_library_makes_a_glibc_name_that_librarys(built: Any) -> None:
    image = built("c", CALLS, "-lfoov", "-lversioned")
    rows, counts = joined(image, targets.get("musl:1.2.5"), "x86_64")
    assert rows == []
    assert counts["others"] == 1


def test_a_version_of_another_library_decides_also_when_no_libc_is_needed(built: Any) -> None:
    assert (
        missing_of(built("q", "int __printf_chk(void); int f(void){return __printf_chk();}", "-lfoov")) == []
    )


def test_an_unversioned_glibc_name_is_the_libcs_when_nothing_else_is_needed(built: Any) -> None:
    assert missing_of(built("d", CALLS, "-lplain")) == [("__printf_chk", lib.MC_REF_UNVERSIONED)]
    assert missing_of(built("e", CALLS)) == [("__printf_chk", lib.MC_REF_UNVERSIONED)]


def test_an_unversioned_glibc_name_is_anothers_when_the_object_names_glibcs_versions(built: Any) -> None:
    assert missing_of(built("f", CALLS, "-lfoo", "-lversioned")) == []


def test_an_unversioned_glibc_name_of_an_object_for_musl_is_another_librarys(built: Any) -> None:
    assert missing_of(built("g", CALLS, "-lmusl", "-lfoo")) == []
    assert missing_of(built("h", CALLS, "-lmusl")) == [("__printf_chk", lib.MC_REF_UNVERSIONED)]


def test_a_name_that_no_libc_has_is_anothers(built: Any) -> None:
    image = built("i", "int foo(void); int f(void){return foo();}")
    rows, counts = joined(image, targets.get("musl:1.2.5"), "x86_64")
    assert (rows, counts["others"]) == ([], 1)


def test_a_weak_reference_is_given_only_when_asked_for(built: Any) -> None:
    image = built("j", "int __printf_chk(void) __attribute__((weak)); int f(void){return !!__printf_chk;}")
    assert missing_of(image) == []
    assert missing_of(image, flags=lib.MC_JOIN_WEAK) == [("__printf_chk", lib.MC_REF_UNVERSIONED)]


def test_an_unused_undefined_symbol_is_not_given() -> None:
    image = ElfImage.from_bytes(corpus.build("unused_undefined").read_bytes())
    assert image.find_all("not_there")
    rows, counts = joined(image, targets.get("musl:1.2.5"), "x86_64")
    assert rows == []
    assert counts["others"] == 3  # __gmon_start__ and two _ITM_ names; not_there would be the fourth


def test_a_mapped_name_is_satisfied_from_the_release_that_maps_it(built: Any) -> None:
    image = built("l", "int posix_fallocate64(void); int f(void){return posix_fallocate64();}")
    for name, key in (("musl:1.2.3", "libc"), ("musl:1.2.4", "missing"), ("musl:1.2.6", "fallback")):
        assert joined(image, targets.get(name), "x86_64")[1][key] == 1, name


def test_an_own_ifunc_used_by_a_relocation_is_given_as_own(built: Any) -> None:
    source = (
        "static int g(void){return 1;} static void *r(void){return g;}"
        'int chosen(void) __attribute__((ifunc("r"))); int f(void){return chosen();}'
    )
    assert missing_of(built("m", source)) == [("chosen", lib.MC_REF_OWN)]


def test_an_own_hidden_version_is_given_as_own() -> None:
    image = ElfImage.from_bytes(corpus.build("hidden_version").read_bytes())
    assert missing_of(image) == [("counted", lib.MC_REF_OWN)]


def test_more_references_than_room_are_counted(built: Any) -> None:
    source = "int __printf_chk(void); int __read_chk(void); int f(void){return __printf_chk()+__read_chk();}"
    image, target, table = built("p", source), targets.get("musl:1.2.5"), kb.table()
    spec = ffi.new("mc_join_spec *", {"table": table.c, "provided": target.exports("x86_64")})
    spec.known, spec.owner_files = table.named_plane("known"), table.named_plane("owners")
    nothing = ffi.new("char[]", b"\0")
    spec.reserved, spec.ok_types, spec.ok_binds = nothing, OK_TYPES, OK_BINDS
    out = ffi.new("mc_ref[]", 1)
    assert lib.mc_join(image.c, spec, out, 1, ffi.NULL) == 2
    assert lib.mc_join(image.c, spec, ffi.NULL, 0, ffi.NULL) == 2


def test_a_libc_given_as_a_file_is_asked_for_names_without_a_row() -> None:
    libc = cache.loader("1.2.5").path
    target = targets.from_libc(str(libc))
    assert target.libc_image is not None
    assert target.answer("printf", "x86_64") == "exported"
    assert target.answer("__printf_chk", "x86_64") == "missing"


def planted(arch: str, hash_kind: str = "gnu") -> Elf:
    """An object of any machine with one reference of each kind."""
    machine, bits, big, (symbolic, glob, jump, _) = samples.TYPES[arch]
    symbols = (
        Sym("puts", version=2),
        Sym("__printf_chk", version=2),
        Sym("foreign", version=5),
        Sym("__read_chk", version=1),
        Sym("mine", value=0x10400, size=8, shndx=7, version=3),
        Sym("old", value=0x10408, size=8, shndx=7, version=0x8004),
    )
    rows = [Rel(0x10500, symbolic, 2, 0), Rel(0x10508, glob, 5, 0), Rel(0x10510, symbolic, 6, 0)]
    use_rel = machine in (3, 40, 8)
    return Elf(
        bits=bits,
        big=big,
        machine=machine,
        needed=["libc.so.6"],
        symbols=symbols,
        rel=rows if use_rel else (),
        rela=() if use_rel else rows,
        jmprel=[Rel(0x10520, jump, 1), Rel(0x10528, jump, 3), Rel(0x10530, jump, 4)],
        hash=hash_kind,
        versym=True,
        verneed=[("libc.so.6", [("GLIBC_2.2.5", 2)]), ("libfoo.so.1", [("FOO_1", 5)])],
        verdef=[("libplanted.so.1", 1), ("NEW", 3), ("OLD", 4)],
    )


@pytest.mark.parametrize(
    "arch", sorted(set(samples.TYPES) - {"unknown", "mips", "mipsel", "mips64", "mips64el"})
)
@pytest.mark.parametrize("kind", ["gnu", "sysv"])
def test_every_class_and_byte_order_is_judged_alike(arch: str, kind: str) -> None:
    rows, counts = joined(
        ElfImage.from_bytes(planted(arch, kind).build().data), targets.get("musl:1.2.5"), "x86_64"
    )
    assert rows == [
        Ref("__printf_chk", 0, 1, "libc.so.6"),
        Ref("__read_chk", lib.MC_REF_UNVERSIONED, 1, None),
        Ref("old", lib.MC_REF_OWN, 1, None),
    ]
    assert counts == {"own": 1, "libc": 1, "fallback": 0, "others": 1, "missing": 3, "weak": 0}


def test_a_definition_that_its_hash_table_does_not_reach_is_given_as_own() -> None:
    built = planted("x86_64").build()
    data, at = bytearray(built.data), built.at["gnu_hash"]
    struct.pack_into("<I", data, at + 4, 7)  # the table begins behind the last symbol
    struct.pack_into("<I", data, at + 24, 0)  # and its bucket is empty
    rows, _ = joined(ElfImage.from_bytes(bytes(data)), targets.get("musl:1.2.5"), "x86_64")
    assert [row.name for row in rows if row.flags == lib.MC_REF_OWN] == ["mine", "old"]
