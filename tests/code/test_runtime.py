"""Runtimes are recognised by what stays in a stripped file, and not by a mention of their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.elf.code import Code
from musl_compat.elf.runtime import Runtime, runtimes
from tests.support import compiled

MAIN = "int main(void) { return 0; }\n"
NOTE = r"""
__attribute__((section(".note.go.buildid"), used, aligned(4)))
static const struct { unsigned name, size, type; char who[4], id[4]; } note = {4, 4, 4, "Go\0", "abc"};
"""
BUILDINFO = '__attribute__((used)) static const char info[] = "\\xff Go buildinf:\\x08\\x02";\n'
PCLNTAB = r"""
__attribute__((used, aligned(16)))
static const unsigned char table[64] = {0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8, 20};
"""
RUST = '__attribute__((used)) static const char variable[] = "RUST_MIN_STACK";\n'
NOT_A_TABLE = r"""
__attribute__((used, aligned(16)))
static const unsigned char table[64] = {0xf1, 0xff, 0xff, 0xff, 0, 0, 9, 9, 20};
"""
MENTION = '__attribute__((used)) static const char text[] = "Go\\0 and Rust, go and rust";\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTE, {Runtime.GO}),
        (BUILDINFO, {Runtime.GO}),
        (PCLNTAB, {Runtime.GO}),
        (RUST, {Runtime.RUST}),
        (NOTE + RUST, {Runtime.GO, Runtime.RUST}),
        (NOT_A_TABLE, set()),
        (MENTION, set()),
        ("", set()),
    ],
    ids=["note", "buildinfo", "pclntab", "rust", "both", "no-table", "mention", "nothing"],
)
def test_a_runtime_is_recognised_in_a_stripped_file(
    tmp_path: Path, text: str, expected: set[Runtime]
) -> None:
    program = compiled.stripped(compiled.build(tmp_path, {"a.c": text + MAIN}, ("-O2",)))
    assert runtimes(Code.from_bytes(program.read_bytes())) == expected
