"""Instructions that reach words of a global offset table are found: all of them, and no others."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musl_compat._core import lib
from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage, Limits
from musl_compat.elf.edit import PF_X, PT_LOAD, Editor
from musl_compat.elf.uses import Use, UseKind, uses

X86_64, AARCH64 = 62, 183
BASE = 0x1000
REGISTERS = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", *(f"r{n}" for n in range(8, 16))]


def assembled(folder: Path, text: str, tools: str = "") -> bytes:
    """The bytes of instructions, linked to begin at ``BASE``, with two words at 0x3010."""
    (folder / "code.s").write_text(f"{text}\n.data\n.fill 16\nword: .fill 8\nnext: .fill 8\n")
    for command in (
        [f"{tools}as", "-o", "code.o", "code.s"],
        [f"{tools}ld", "-Ttext", hex(BASE), "-Tdata", "0x3000", "-e", "0", "-o", "code", "code.o"],
        [f"{tools}objcopy", "-O", "binary", "-j", ".text", "code", "raw"],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / "raw").read_bytes()


@pytest.mark.parametrize(("name", "kind"), [("mov", UseKind.LOAD), ("add", UseKind.ADD)])
def test_loads_and_additions_are_found_with_their_register(name: str, kind: UseKind, tmp_path: Path) -> None:
    wanted = [n for n, register in enumerate(REGISTERS) if register != "rsp"]
    code = assembled(tmp_path, "\n".join(f"{name} word(%rip), %{REGISTERS[n]}" for n in wanted))
    found = uses(X86_64, [(BASE, code)], [0x3010])
    assert found == [Use(BASE + 7 * i, 0x3010, n, kind) for i, n in enumerate(wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "cmp word(%rip), %rax",
        "cmpq $0, word(%rip)",
        "movl $0x12345678, word(%rip)",
        "lea word(%rip), %rax",
        "mov word(%rip), %eax",
        "mov word(%rip), %rsp",
        "mov %rax, word(%rip)",
        "addq $1000, word(%rip)",
        "push word(%rip)",
        "call *word(%rip)",
        "vmovdqu word(%rip), %xmm3",
    ],
)
def test_every_other_operand_is_told_apart(text: str, tmp_path: Path) -> None:
    code = assembled(tmp_path, f"ret\n{text}\nret\n.fill 8, 1, 0x90")
    (found,) = uses(X86_64, [(BASE, code)], [0x3010])
    assert (found.at, found.word, found.kind) == (BASE + 1, 0x3010, UseKind.OTHER)


@pytest.mark.parametrize("text", ["mov next(%rip), %rax", "cmpq $0, next(%rip)", "cmpb $7, next+1(%rip)"])
def test_the_next_word_is_another_one(text: str, tmp_path: Path) -> None:
    assert uses(X86_64, [(BASE, assembled(tmp_path, f"{text}\nret"))], [0x3010]) == []


def test_bytes_inside_of_another_instruction_are_none(tmp_path: Path) -> None:
    """The displacement would be that of ``cmp word(%rip), %eax``, were it not part of a constant."""
    distance = (0x3010 - (BASE + 2 + 6)).to_bytes(4, "little")
    constant = int.from_bytes(b"\x3b\x05" + distance + b"\0\0", "little")
    code = assembled(tmp_path, f"movabs ${constant:#x}, %rbx\n" + "ret\n" * 8)
    assert distance in code
    assert uses(X86_64, [(BASE, code)], [0x3010]) == []


A64_LOAD = "adrp x3, word\nldr x4, [x3, #:lo12:word]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (A64_LOAD, [(4, 4, UseKind.LOAD)]),
        ("adrp x3, word\nbl .\nldr x4, [x3, #0x10]", []),  # a call leaves nothing in x3
        ("adrp x3, word\nadd x5, x3, #8\nldr x3, [x5, #8]", [(8, 3, UseKind.LOAD)]),
        ("adrp x19, word\nbl .\nldr x0, [x19, #0x10]", [(8, 0, UseKind.LOAD)]),
        ("adrp x3, word\nstr x4, [x3, #0x10]", [(4, 4, UseKind.OTHER)]),
        ("adrp x3, word\nldr w4, [x3, #0x14]", [(4, 4, UseKind.OTHER)]),
        ("adrp x3, word\nldp x4, x5, [x3, #8]", [(4, 4, UseKind.OTHER)]),
        ("adrp x3, word\nret\nldr x4, [x3, #0x10]", [(8, 4, UseKind.OTHER)]),
        ("adrp x3, word\nldr x4, [x3, #0x18]", []),
        ("adrp x3, word\nret\nldr x3, [x0]\nldr x4, [x3, #0x10]", []),
        ("adrp x3, word\nret\nmrs x3, tpidr_el0\nldr x4, [x3, #0x10]", []),
        ("ldr x4, [x3, #0x10]", []),
        ("ldr x4, word", [(0, 4, UseKind.LOAD)]),
        ("ldr w4, word", [(0, 4, UseKind.OTHER)]),
        ("ldr x4, next", []),
    ],
)
def test_a64_registers_are_followed(
    text: str, expected: list[tuple[int, int, UseKind]], tmp_path: Path
) -> None:
    code = assembled(tmp_path, text, "aarch64-linux-gnu-")
    found = uses(AARCH64, [(BASE, code)], [0x3010])
    assert [(use.at - BASE, use.reg, use.kind) for use in found] == expected


def test_uses_in_real_libraries_are_those_that_objdump_names() -> None:
    seen, small = 0, 1 << 20
    for path in (path for tree in cache.trees(["ci"]) for path in cache.elf_files(tree.path)):
        if path.stat().st_size > small:
            continue  # objdump takes its time
        data = path.read_bytes()
        image = ElfImage.from_bytes(data, Limits(keep_relocs=True))
        slots = sorted({r.offset for r in image.relocs if r.cls == lib.MC_RC_TPOFF})
        if image.machine != X86_64 or not slots:
            continue
        parts = [s for s in Editor(bytearray(data)).segments if s.type == PT_LOAD and s.flags & PF_X]
        code = [(s.vaddr, data[s.offset : s.offset + s.filesz]) for s in parts]
        said = subprocess.run(["objdump", "-dw", path], capture_output=True, text=True, check=True).stdout
        wanted = [
            (int(at, 16), int(word, 16))
            for at, word in re.findall(r"^ *([0-9a-f]+):\t.*# ([0-9a-f]+)\b", said, re.M)
            if int(word, 16) in slots
        ]
        assert [(use.at, use.word) for use in uses(X86_64, code, slots)] == wanted, path
        seen += len(wanted)
    assert seen > 20


@settings(deadline=None)
@given(
    st.sampled_from([X86_64, AARCH64, 3]),
    st.binary(max_size=200),
    st.integers(0, (1 << 64) - 1),
    st.lists(st.integers(0, (1 << 64) - 1), max_size=3, unique=True),
)
def test_any_bytes_have_an_answer(machine: int, code: bytes, address: int, words: list[int]) -> None:
    for use in uses(machine, [(address, code)], words):
        assert use.word in words
        assert (use.at - address) % (1 << 64) < len(code)
