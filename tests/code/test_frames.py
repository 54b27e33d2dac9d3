"""Frames and calls read from machine code equal what gcc itself says of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from musl_compat.elf.code import DYNAMIC, FDE, IMPORT, Code, Function, RefKind
from tests.support import compiled
from tests.support.compiled import NO_TABLES, Truth

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


def test_every_machine_is_tested_in_ci() -> None:
    assert "CI" not in os.environ or list(compiled.WANTED) == compiled.COMPILERS
