"""``elf.edit.Editor``: each edit, read back by other readers, changes what it says and nothing else."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage, Limits
from musl_compat.elf.edit import PT_GNU_STACK, PT_INTERP, PT_NULL, Editor, NoRoom
from musl_compat.errors import ElfError
from tests.support import edited, samples
from tests.support.elfwriter import BASE, Elf, Rel, Sym

MUSL = "/lib/ld-musl-x86_64.so.1"
PROGRAM = """
#include <math.h>
#include <stdio.h>
int answer = 42;
int main(int argc, char **argv) { printf("%d %.1f\\n", answer, sqrt(argc)); return 3; }
"""
LIBRARY = (
    'int helper(int n) { return n + 1; }\nint puts(const char *);\nint say(void) { return puts("x"); }\n'
)
BUILDS = {
    "pie": ("gcc", PROGRAM, ("-O1", "-fPIE", "-pie")),
    "fixed-address": ("gcc", PROGRAM, ("-O1", "-fno-pie", "-no-pie")),
    "library": ("gcc", LIBRARY, ("-O1", "-fPIC", "-shared", "-Wl,-soname,libit.so.1")),
    "sysv-hash": ("gcc", PROGRAM, ("-O1", "-Wl,--hash-style=sysv", "-Wl,-z,norelro")),
    "gold": ("gcc", PROGRAM, ("-O1", "-fuse-ld=gold")),
    "aarch64": ("aarch64-linux-gnu-gcc", PROGRAM, ("-O1",)),
}
# 32 and 64 bit, both byte orders, without section headers
WRITTEN = {f"written-{arch}": samples.full(arch).build().data for arch in sorted(samples.TYPES)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Real files of each build, and one without section headers."""
    folder = tmp_path_factory.mktemp("built")
    found = {}
    for name, (compiler, source, flags) in BUILDS.items():
        (folder / "source.c").write_text(source, encoding="utf-8")
        command = [compiler, "-w", "-o", name, "source.c", *flags, "-Wl,--no-as-needed", "-lm"]
        subprocess.run(command, cwd=folder, check=True)
        subprocess.run([compiler.replace("gcc", "strip"), name], cwd=folder, check=True)
        found[name] = (folder / name).read_bytes()
    found["no-sections"] = edited.without_section_headers(found["pie"])
    return found


@pytest.fixture(params=[*BUILDS, "no-sections", *WRITTEN])
def data(request: pytest.FixtureRequest, built: dict[str, bytes]) -> bytes:
    """One file after the other."""
    return WRITTEN[request.param] if request.param in WRITTEN else built[request.param]


@pytest.fixture(params=BUILDS)
def real(request: pytest.FixtureRequest, built: dict[str, bytes]) -> bytes:
    """One file with section headers after the other."""
    return built[request.param]


@pytest.fixture(params=[*BUILDS, *(name for name in WRITTEN if "mips" not in name)])
def with_irelative(request: pytest.FixtureRequest, built: dict[str, bytes]) -> bytes:
    """One file after the other; MIPS has relocation words laid out in a way of its own, and no IRELATIVE."""
    return WRITTEN[request.param] if request.param in WRITTEN else built[request.param]


def make(data: bytes, *edits: Callable[[Editor], object]) -> bytes:
    editor = Editor(bytearray(data))
    for edit in edits:
        edit(editor)
    return bytes(editor.finish())


def keeps_addresses(old: bytes, new: bytes) -> bool:
    """Has every address of the old file its old bytes, but for the program headers?"""
    after = edited.loaded(new)
    count = len(Editor(bytearray(old)).segments)
    headers = 64 + 56 * count if old[4] == 2 else 52 + 32 * count
    first = min(edited.loaded(old))
    return all(
        was[headers * (start == first) :] == after[start][headers * (start == first) :]
        for start, was in edited.loaded(old).items()
    )


def with_empty_headers(data: bytes) -> bytes:
    """The file with its notes' headers emptied, and those of the unwinder and of RELRO: two at least."""
    out = Editor(bytearray(data))
    for segment in out.segments:
        if segment.type in (*edited.SPARE, 0x6474E550, 0x6474E552):
            segment.type = PT_NULL
    return bytes(out.finish())


def everyone_sees(data: bytes, **wanted: list[str]) -> None:
    """The same strings from this project's reader, pyelftools and LIEF, and by sections where there are."""
    image = ElfImage.from_bytes(data)
    one = {"interpreter": image.interpreter, "runpath": image.runpath, "rpath": image.rpath}
    mine = {name: [] if text is None else [text] for name, text in one.items()}
    mine["needed"] = list(image.needed)
    has_sections = data[4] == 2 and data[5] == 1 and data[60:62] != b"\0\0"
    for name, value in wanted.items():
        assert mine[name] == value
        assert edited.by_pyelftools(data)[name] == value
        assert edited.by_lief(data)[name] == value
        if has_sections:
            assert edited.by_sections(data)[name] == value


# -- the interpreter ------------------------------------------------------------------------------------


def test_smaller_interpreter_is_written_where_the_old_one_stands(built: dict[str, bytes]) -> None:
    for name in ("pie", "fixed-address", "no-sections"):
        old = built[name]
        new = make(old, lambda editor: editor.set_interpreter(MUSL))
        everyone_sees(new, interpreter=[MUSL])
        header = Editor(bytearray(old)).segment(PT_INTERP)
        assert header is not None
        allowed = [range(header.offset, header.offset + header.filesz), range(64, 64 + 56 * 14)]
        if name != "no-sections":
            start, size, count = (
                struct.unpack_from("<Q", old, 40)[0],
                64,
                struct.unpack_from("<H", old, 60)[0],
            )
            allowed.append(range(start, start + size * count))
        assert edited.is_within(edited.changed(old, new), allowed)
        sizes = [
            r for r in edited.changed(old, new) if r.start not in range(header.offset, header.offset + 40)
        ]
        assert sum(len(r) for r in sizes) == (2 if name == "no-sections" else 3), "more than sizes changed"


@pytest.mark.parametrize("name", ["pie", "fixed-address", "no-sections", "gold", "sysv-hash"])
def test_program_with_a_longer_interpreter_starts(name: str, built: dict[str, bytes], tmp_path: Path) -> None:
    loader = str(cache.loader("1.2.5").path)
    new = make(built[name], lambda editor: editor.set_interpreter(loader))
    everyone_sees(new, interpreter=[loader])
    assert keeps_addresses(built[name], new)
    program = tmp_path / "program"
    program.write_bytes(new)
    program.chmod(0o755)
    done = subprocess.run([program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("42 1.0\n", "", 3)


def test_interpreter_of_i386_grows() -> None:
    old = Elf(
        bits=32, machine=3, interp="/lib/ld-linux.so.2", needed=["libc.so.6"], notes=[(b"GNU\0", 1, b"1234")]
    ).build()
    new = make(old.data, lambda editor: editor.set_interpreter("/lib/ld-musl-i386.so.1"))
    everyone_sees(new, interpreter=["/lib/ld-musl-i386.so.1"], needed=["libc.so.6"])
    assert keeps_addresses(old.data, new)


def test_file_without_an_interpreter_gets_none(built: dict[str, bytes]) -> None:
    with pytest.raises(ElfError, match="no PT_INTERP"):
        make(built["library"], lambda editor: editor.set_interpreter(MUSL))


# -- the dynamic section ----------------------------------------------------------------------------------


def test_needed_entries_come_in_the_order_given(data: bytes) -> None:
    names = ["libshim.so", *Editor(bytearray(data)).needed, "liblast.so.1"]
    new = make(data, lambda editor: editor.set_needed(names))
    everyone_sees(new, needed=names)


def test_dropped_needed_entry_leaves_the_others_and_the_size(data: bytes) -> None:
    names = Editor(bytearray(data)).needed
    new = make(data, lambda editor: editor.set_needed(names[1:]))
    everyone_sees(new, needed=names[1:])
    assert len(new) == len(data)


def test_name_that_the_table_has_makes_no_file_grow(data: bytes) -> None:
    names = list(reversed(Editor(bytearray(data)).needed))
    new = make(data, lambda editor: editor.set_needed(names))
    everyone_sees(new, needed=names)
    assert len(new) == len(data)


def test_new_runpath(real: bytes) -> None:
    new = make(real, lambda editor: editor.set_runpath("$ORIGIN/lib:/opt/lib"))
    everyone_sees(new, runpath=["$ORIGIN/lib:/opt/lib"])


def test_other_runpath_takes_the_place_of_the_old(real: bytes) -> None:
    if sum(s.type in edited.SPARE for s in Editor(bytearray(real)).segments) < 2:
        real = with_empty_headers(real)
    once = make(real, lambda editor: editor.set_runpath("$ORIGIN"))
    twice = make(once, lambda editor: editor.set_runpath("$ORIGIN/other/place"))
    everyone_sees(twice, runpath=["$ORIGIN/other/place"])


@pytest.mark.parametrize("bits", [32, 64])
@pytest.mark.parametrize("big", [False, True])
def test_rpath_stays_an_rpath(bits: int, big: bool) -> None:
    machine = {(32, False): 3, (32, True): 20, (64, False): 62, (64, True): 22}[bits, big]
    old = Elf(bits=bits, big=big, machine=machine, rpath="/old", notes=[(b"GNU\0", 1, b"1234")]).build()
    new = make(old.data, lambda editor: editor.set_runpath("/old:$ORIGIN"))
    everyone_sees(new, rpath=["/old:$ORIGIN"], runpath=[])


def test_of_equal_entries_the_last_one_counts() -> None:
    """As for musl's loader, which writes one after the other into one place."""
    built = Elf(runpath="/first", needed=["/second", "libc.so.6"], notes=[(b"GNU\0", 1, b"1234")])
    built.extra = [(29, 8)]
    old = built.build()
    second = old.names["/second"]
    data = bytearray(old.data)
    at = data.index(struct.pack("<qQ", 29, 8))
    struct.pack_into("<qQ", data, at, 29, second)
    editor = Editor(bytearray(data))
    assert editor.runpath == "/second" == ElfImage.from_bytes(bytes(data)).runpath
    assert ElfImage.from_bytes(make(bytes(data), lambda e: e.set_runpath("/third"))).runpath == "/third"


def test_full_dynamic_section_moves_and_everything_else_stays(data: bytes) -> None:
    """More entries than it has room for."""
    names = [f"libextra{i}.so" for i in range(40)]
    new = make(data, lambda editor: editor.set_needed(names))
    everyone_sees(new, needed=names)
    assert keeps_addresses(data, new)
    before, after = ElfImage.from_bytes(data), ElfImage.from_bytes(new)
    assert list(before.symbols()) == list(after.symbols())
    assert (before.verneed, before.soname) == (after.verneed, after.soname)


def test_section_headers_follow(real: bytes, tmp_path: Path) -> None:
    names = [*Editor(bytearray(real)).needed, *(f"libextra{i}.so" for i in range(40))]
    new = make(real, lambda e: e.set_needed(names), lambda e: e.set_runpath("$ORIGIN"))
    by_sections = edited.dynamic_symbols(new, tmp_path)
    assert by_sections == edited.dynamic_symbols(real, tmp_path)
    assert [line.split()[1:] for line in edited.dynamic_symbols(new, tmp_path, "--use-dynamic")] == [
        line.split()[1:] for line in by_sections
    ]
    assert edited.by_sections(new) == edited.by_pyelftools(new)
    assert edited.complaints(new, tmp_path) <= edited.complaints(real, tmp_path)


def test_entry_of_mips_that_holds_a_distance_from_itself_keeps_its_meaning() -> None:
    distance = 0x70000035
    elf = Elf(machine=8, bits=32, needed=["libc.so.6"], notes=[(b"GNU\0", 1, b"1234")])
    elf.extra = [(distance, 0x1234)]
    old = elf.build()
    where = old.dyn[distance] + BASE + 0x1234

    def points_to(data: bytes) -> int:
        image = Editor(bytearray(data))
        found = image.segment(2)
        assert found is not None
        for at in range(found.offset, found.offset + found.filesz, 8):
            tag, value = struct.unpack_from("<iI", data, at)
            if tag == distance:
                return (found.vaddr + at - found.offset + value) % (1 << 32)
        raise AssertionError

    assert points_to(old.data) == where
    assert points_to(make(old.data, lambda e: e.set_needed(["a.so", "b.so"]))) == where
    assert points_to(make(old.data, lambda e: e.set_needed([f"{i}.so" for i in range(30)]))) == where


# -- symbols and relocations --------------------------------------------------------------------------------


def test_renamed_reference_has_its_new_name_and_its_version(data: bytes, tmp_path: Path) -> None:
    before = list(ElfImage.from_bytes(data).symbols())
    index = next(i for i, s in enumerate(before) if s.name in ("printf", "puts"))
    new = make(data, lambda editor: editor.rename_symbol(index, "__mc_" + before[index].name))
    after = list(ElfImage.from_bytes(new).symbols())
    assert after[index].name == "__mc_" + before[index].name
    assert [s for i, s in enumerate(after) if i != index] == [s for i, s in enumerate(before) if i != index]
    assert (after[index].version, after[index].value) == (before[index].version, before[index].value)


def test_relocations_of_one_type_get_another(with_irelative: bytes) -> None:
    data = with_irelative

    def types(data: bytes) -> list[tuple[int, int, int, int]]:
        return [r[:4] for r in ElfImage.from_bytes(data, Limits(keep_relocs=True)).relocs if r.table != 17]

    before = types(data)
    old = before[0][2]
    new = make(data, lambda editor: editor.retype_relocations(old, 11))
    assert len(new) == len(data)
    assert types(new) == [(at, addend, 11 if t == old else t, sym) for at, addend, t, sym in before]


# -- the stack --------------------------------------------------------------------------------------------


def test_stack_size_changes_one_field(data: bytes) -> None:
    new = make(data, lambda editor: editor.set_stack_size(0x123456))
    assert ElfImage.from_bytes(new).stack_memsz == 0x123456
    editor = Editor(bytearray(data))
    index = next(i for i, s in enumerate(editor.segments) if s.type == PT_GNU_STACK)
    wide = data[4] == 2
    start = (64 + 56 * index + 40) if wide else (52 + 32 * index + 20)
    assert edited.is_within(edited.changed(data, new), [range(start, start + (8 if wide else 4))])


def test_file_without_a_stack_header_gives_up_another() -> None:
    old = Elf(needed=["libc.so.6"], notes=[(b"GNU\0", 1, b"1234")]).build().data
    new = make(old, lambda editor: editor.set_stack_size(1 << 20))
    assert ElfImage.from_bytes(new).stack_memsz == 1 << 20
    assert len(new) == len(old)


# -- growing ----------------------------------------------------------------------------------------------


def test_new_segments_are_as_the_kernel_wants_them(real: bytes) -> None:
    new = make(
        with_empty_headers(real),
        lambda editor: editor.set_needed([f"libextra{i}.so" for i in range(40)]),
        lambda editor: editor.add(100, lambda: b"c" * 100, code=True),
    )
    loads = [s for s in Editor(bytearray(new)).segments if s.type == 1]
    assert loads == sorted(loads, key=lambda s: s.vaddr)
    for s in loads:
        assert s.align & (s.align - 1) == 0
        assert (s.offset - s.vaddr) % min(s.align, 0x1000) == 0
        assert s.offset + s.filesz <= len(new)
    for a, b in pairwise(loads):
        assert a.vaddr + a.memsz <= b.vaddr
    assert not any(s.flags & 3 == 3 for s in loads[-2:]), "writable and executable"


@pytest.mark.parametrize("align", [0, 1, 3, 0x1801, 1 << 63, (1 << 64) - 1])
def test_odd_alignments_give_a_page_that_is_a_power_of_two(align: int) -> None:
    old = bytearray(Elf(needed=["libc.so.6"], notes=[(b"GNU\0", 1, b"1234")]).build().data)
    struct.pack_into("<Q", old, 64 + 48, align)
    new = make(bytes(old), lambda editor: editor.set_needed(["libnew.so"]))
    added = [s for s in Editor(bytearray(new)).segments if s.type == 1][-1]
    assert added.align in (0x1000, 0x10000)
    assert (added.offset - added.vaddr) % added.align == 0


def test_file_whose_program_headers_are_all_in_use_has_no_room(built: dict[str, bytes]) -> None:
    full = edited.without_spare_headers(built["pie"])
    before = bytes(full)
    editor = Editor(bytearray(full))
    editor.set_needed(["libnew.so"])
    with pytest.raises(NoRoom):
        editor.prepare()
    with pytest.raises(NoRoom):
        make(full, lambda editor: editor.add(1, lambda: b"x", code=True))
    assert make(full, lambda editor: editor.set_stack_size(4096)) != before


def test_one_header_does_for_code_and_what_is_never_written(built: dict[str, bytes]) -> None:
    """Libraries mostly have a single note."""
    assert sum(s.type in edited.SPARE for s in Editor(bytearray(built["library"])).segments) == 1
    new = make(
        built["library"],
        lambda editor: editor.set_needed(["libc.so.6", "libnew.so"]),
        lambda editor: editor.add(100, lambda: b"c" * 100, code=True),
    )
    everyone_sees(new, needed=["libc.so.6", "libnew.so"])
    added = [s for s in Editor(bytearray(new)).segments if s.type == 1][-1]
    assert added.flags == 5
    with pytest.raises(NoRoom):
        make(
            built["library"],
            lambda editor: editor.add(8, lambda: bytes(8)),
            lambda editor: editor.add(100, lambda: b"c" * 100, code=True),
        )


def test_empty_header_is_given_up_before_a_note() -> None:
    elf = Elf(needed=["libc.so.6"], notes=[(b"GNU\0", 1, b"1234")], segments=[(PT_NULL, 0, 0, 0, 0, 0, 0)])
    new = Editor(bytearray(elf.build().data))
    new.set_needed(["libnew.so"])
    new.finish()
    assert new.gave_up == []
    assert any(s.type == 4 for s in new.segments)


def test_nothing_planned_changes_nothing(data: bytes) -> None:
    assert make(data) == data


def test_finishing_is_deterministic(data: bytes) -> None:
    def edit(editor: Editor) -> None:
        editor.set_needed(["libnew.so", *editor.needed])
        editor.set_runpath("$ORIGIN/new")
        editor.set_stack_size(1 << 22)

    assert make(data, edit) == make(data, edit)


def test_bytes_behind_the_program_are_seen(built: dict[str, bytes]) -> None:
    for name in BUILDS:
        assert Editor(bytearray(built[name])).overlay == 0
        assert Editor(bytearray(built[name] + b"payload")).overlay == 7
        assert Editor(bytearray(built[name] + bytes(100))).overlay == 0


# -- damaged files ----------------------------------------------------------------------------------------


def test_dynamic_section_that_claims_more_than_the_file_has_is_not_written_past_its_end() -> None:
    built = Elf(needed=["libc.so.6"], notes=[(b"GNU\0", 1, b"1234")]).build()
    data = bytearray(built.data)
    headers = [s.type for s in Editor(bytearray(data)).segments]
    at = 64 + 56 * headers.index(2)
    struct.pack_into("<QQ", data, at + 32, 1 << 20, 1 << 20)
    size = len(data)
    new = make(bytes(data), lambda editor: editor.set_tag(0x6FFFFEF0, 1))
    assert ElfImage.from_bytes(new).needed == ["libc.so.6"]
    assert new[size - 16 : size] == bytes(data[size - 16 : size])


def test_number_of_headers_that_is_elsewhere_is_refused() -> None:
    data = bytearray(Elf(needed=["libc.so.6"]).build().data)
    struct.pack_into("<H", data, 56, 0xFFFF)
    with pytest.raises(ElfError, match="number of program headers"):
        Editor(data)


@pytest.mark.parametrize("index", [1 << 10, 1 << 20, 1 << 63])
def test_symbol_out_of_range_is_refused(index: int) -> None:
    data = Elf(symbols=[Sym("puts")], rela=[Rel(BASE, 6, 1)]).build().data
    with pytest.raises(ElfError, match=f"symbol {index} "):
        Editor(bytearray(data)).rename_symbol(index, "other")
