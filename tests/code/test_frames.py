"""Frames and calls read from machine code equal what gcc itself says of them."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from musl_compat.elf.code import DYNAMIC, FDE, IMPORT, NOFRAME, Code, Function, RefKind
from tests.support import compiled
from tests.support.compiled import NO_TABLES, Truth
from tests.support.elfwriter import PT_LOAD, Elf, Sym

CONFIGURATIONS = {
    "O0": ("-O0",),
    "O2": ("-O2",),
    "Os": ("-Os",),
    "frame-pointers": ("-O2", "-fno-omit-frame-pointer"),
    "no-tables": ("-O2", *NO_TABLES),
    "no-tables-O0": ("-O0", *NO_TABLES),
    "hardened": ("-O2", "-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=2"),
}


class Built:
    """A generated program, what gcc says of it and what the core reads in it."""

    def __init__(self, folder: Path, cc: str, flags: tuple[str, ...]) -> None:
        sources = {f"part{seed}.c": compiled.generated(seed) for seed in (1,)}
        self.program = compiled.build(folder, sources, flags, cc)
        self.cc = cc
        self.truth: Truth = compiled.truth(folder)
        self.code = Code.from_bytes(self.program.read_bytes())
        self.by_name = {f.name: f for f in self.code.functions() if f.name}


@pytest.fixture(
    scope="module",
    params=[(cc, name) for cc in compiled.COMPILERS for name in CONFIGURATIONS],
    ids=lambda p: f"{p[0]}-{p[1]}",
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    cc, name = request.param
    return Built(tmp_path_factory.mktemp("built"), cc, CONFIGURATIONS[name])


def frames(built: Built) -> dict[str, int]:
    return {name: built.by_name[name].frame for name in built.truth.frames}


def test_no_frame_is_underestimated(built: Built) -> None:
    ours = frames(built)
    low = {n: (ours[n], want) for n, want in built.truth.frames.items() if ours[n] < want}
    assert not low


def test_frames_are_the_compilers(built: Built) -> None:
    ours = frames(built)
    wrong = {n: (ours[n], want) for n, want in built.truth.frames.items() if ours[n] != want}
    assert len(wrong) <= len(ours) * 0.02, wrong
    assert all(ours[n] - want <= 240 for n, (_, want) in wrong.items())


def test_functions_of_unbounded_stack_are_marked(built: Built) -> None:
    marked = {name for name, f in built.by_name.items() if f.flags & DYNAMIC}
    assert built.truth.unbounded
    assert built.truth.unbounded <= marked
    assert not marked & set(built.truth.frames)


def calls(built: Built) -> set[tuple[str, str]]:
    names = {f.number: f.name for f in built.code.functions()}
    out = set()
    for number, name in names.items():
        for ref in built.code.refs(number):
            if ref.kind is not RefKind.TAKES:
                symbol = built.code.image.symbol(ref.target & ~IMPORT).name if ref.target & IMPORT else ""
                out.add((name.partition(".")[0], symbol or names[ref.target].partition(".")[0]))
    return out


def plain(pair: tuple[str, str]) -> tuple[str, str]:
    """A function and its cold part as one."""
    caller, callee = pair
    return caller.partition(".")[0], callee.partition(".")[0]


def test_every_call_of_the_compilers_graph_is_found(built: Built) -> None:
    own = {p for p in map(plain, built.truth.calls) if p[1] in built.by_name and p[0] != p[1]}
    assert own
    assert own <= calls(built)


def test_no_call_is_invented(built: Built) -> None:
    want = set(map(plain, built.truth.calls))
    ours = {
        p for p in calls(built) if p[0] in built.truth.frames and p[1] in built.truth.frames and p[0] != p[1]
    }
    assert len(ours - want) <= 1, ours - want


def test_stripping_takes_away_names_only(built: Built) -> None:
    code = Code.from_bytes(compiled.stripped(built.program, built.cc).read_bytes())
    left: dict[int, Function] = {f.addr: f for f in code.functions()}
    described = [f for f in built.code.functions() if f.flags & FDE]
    assert described
    assert [(f.addr, f.frame) for f in described] == [(f.addr, left[f.addr].frame) for f in described]


def test_without_names_and_tables_no_frame_is_too_small(built: Built) -> None:
    code = Code.from_bytes(compiled.stripped(built.program, built.cc).read_bytes())
    left = {f.addr: f.frame for f in code.functions()}
    found = {
        n: (left[built.by_name[n].addr], want)
        for n, want in built.truth.frames.items()
        if built.by_name[n].addr in left
    }
    assert len(found) > 0.5 * len(built.truth.frames)  # nothing calls the others
    assert not {n: pair for n, pair in found.items() if pair[0] < pair[1]}


TAILS = """
__attribute__((noipa)) int use(char *p, int n) { p[n] = 1; return n; }
int first(int n) { return n + 1; }
__attribute__((noipa)) static int behind(int n) { char room[5000]; return use(room, n) + room[n]; }
int between(int n) {
  char room[9];
  for (int i = 0; i < 9; i++) n += use(room, n / (i + 1)) * use(room, n % 7);
  return n;
}
__attribute__((noipa)) static int farther(int n) { char room[3000]; return use(room, n) + room[n]; }
int more(int n) {
  char room[9];
  for (int i = 0; i < 9; i++) n += use(room, n / (i + 3)) * use(room, n % 11);
  return n;
}
int last(int n) { return n > 9 ? farther(n) : behind(n + 7); }
"""


@pytest.mark.parametrize("cc", compiled.COMPILERS)
@pytest.mark.parametrize("level", ["-O2", "-Os"])
def test_a_function_that_only_tail_calls_lead_to_is_found(cc: str, level: str, tmp_path: Path) -> None:
    flags = (level, "-fPIC", "-fno-toplevel-reorder", *NO_TABLES)
    program = compiled.build(tmp_path, {"tails.c": TAILS}, flags, cc, ["-shared"])
    names = {f.name: f.addr for f in Code.from_bytes(program.read_bytes()).functions()}
    code = Code.from_bytes(compiled.stripped(program, cc).read_bytes())
    found = {f.addr: f for f in code.functions()}
    want = compiled.truth(tmp_path).frames
    assert {n: found[names[n]].frame for n in want} == want
    called = {ref.target for ref in code.refs(found[names["last"]].number)}
    assert {found[names["behind"]].number, found[names["farther"]].number} <= called


def test_a_function_without_a_row_of_its_own_has_the_frame_that_the_row_before_says() -> None:
    """Linkers leave out a row of .ARM.exidx that says what the one before it says."""
    base, offset, thumb, exidx = 0x20000, 0x1000, 1, 0x100
    symbols = [Sym(n, base + at + thumb, 16, shndx=1) for n, at in (("a", 0), ("b", 16), ("c", 32))]
    segments = [
        (PT_LOAD, 5, offset, base, 0x200, 0x200, 0x1000),
        (0x70000001, 4, offset + exidx, base + exidx, 16, 16, 4),
    ]
    data = Elf(machine=40, bits=32, symbols=symbols, segments=segments).build().data.ljust(offset, b"\0")
    # vsp += 12, pop {r4, lr}, finish; the last one cannot be unwound
    rows = struct.pack("<IIII", -exidx & 0x7FFFFFFF, 0x8002A8B0, (32 - exidx - 8) & 0x7FFFFFFF, 1)
    code = Code.from_bytes(data + bytes(exidx) + rows + bytes(0x100 - len(rows)))
    said = {f.name: (f.frame, bool(f.flags & NOFRAME)) for f in code.functions()}
    assert said == {"a": (20, False), "b": (20, False), "c": (0, True)}


def test_every_machine_is_tested_in_ci() -> None:
    assert "CI" not in os.environ or list(compiled.WANTED) == compiled.COMPILERS
