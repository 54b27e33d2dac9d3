"""Constant arguments as ``objdump -d`` shows them: a second, simpler reader to hold the core's against.

What counts is only what a straight line of code says: an argument register that is set to a constant or an
address, and neither written again nor passed by a place that something jumps to before a call. Functions
with jumps through registers or tables are left out, since nobody can tell where these lead. So a value from
here is true, and nothing is said of arguments that have no constant.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from musl_compat.elf.code import ArgKind, Code

MASK = (1 << 64) - 1
_LINE = re.compile(r"^ +([0-9a-f]+):\t(\S+)(?:\s+(.*))?$")
_TARGET = re.compile(r"#\s+([0-9a-f]+)")
# The 64-bit register of each name that has an argument register's bits.
_X86 = {
    name: number
    for number, names in enumerate(
        (
            "rdi edi di dil",
            "rsi esi si sil",
            "rdx edx dx dl dh",
            "rcx ecx cx cl ch",
            "r8 r8d r8w r8b",
            "r9 r9d r9w r9b",
        )
    )
    for name in names.split()
}
_QUIET = re.compile(r"cmp|test|push|nop|endbr|j|bt$|ucomi|comi|leave|ret|ud2|hlt")
_PLAIN = re.compile(
    r"mov|lea|add|sub|and|or|xor|sh[lr]|sa[lr]|neg|not|inc|dec|set|cmov|pop|v?[a-z]*p[sd]$|v?p"
)


class Instruction(NamedTuple):
    """One line of a disassembly: ``text`` is the whole of it."""

    address: int
    mnemonic: str
    operands: str
    text: str


class Score(NamedTuple):
    """How many constant arguments there are, how many of them the core has, and those it has otherwise."""

    known: int
    found: int
    wrong: list[str]


def functions(objdump: str, path: Path) -> list[list[Instruction]]:
    """The instructions of each symbol."""
    command = [objdump, "-d", "--no-show-raw-insn", "-j", ".text", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    out: list[list[Instruction]] = []
    for line in done.stdout.splitlines():
        if line.endswith(">:"):
            out.append([])
        elif out and (found := _LINE.match(line)):
            address, mnemonic, operands = found.groups()
            bare = re.split(r"\s+(?:# |//|<)", operands or "")[0].strip()
            out[-1].append(Instruction(int(address, 16), mnemonic, bare, line))
    return out


def split(operands: str) -> list[str]:
    """Operands, with those of a memory reference in one."""
    return [part.strip() for part in re.split(r",(?![^(\[]*[)\]])", operands) if part.strip()]


class X86:
    """AT&T syntax of x86_64."""

    def __init__(self) -> None:
        self.values: dict[int, int] = {}

    @staticmethod
    def wanders(i: Instruction) -> bool:
        return "jmp" in i.text and "*" in i.operands

    @staticmethod
    def calls(i: Instruction) -> bool:
        return i.mnemonic == "call"

    @staticmethod
    def jumps_to(i: Instruction) -> int | None:
        found = re.match(r"j\w+", i.mnemonic) and re.match(r"[0-9a-f]+", i.operands)
        return int(found[0], 16) if found else None

    @staticmethod
    def ends(i: Instruction) -> bool:
        return i.mnemonic in ("jmp", "ret", "ud2", "hlt")

    def step(self, i: Instruction) -> None:
        parts = split(i.operands)
        to = _X86.get(parts[-1].removeprefix("%")) if parts and parts[-1].startswith("%") else None
        full = to is not None and parts[-1] in ("%edi", "%esi", "%edx", "%ecx", "%r8d", "%r9d")
        wide = to is not None and parts[-1] in ("%rdi", "%rsi", "%rdx", "%rcx", "%r8", "%r9")
        value = self._value(i, parts, wide)
        if i.mnemonic == "call" or not (_QUIET.match(i.mnemonic) or _PLAIN.match(i.mnemonic)):
            self.values.clear()
        elif _QUIET.match(i.mnemonic) or to is None:
            return
        else:
            self.values.pop(to, None)
            if value is not None and (full or wide):
                self.values[to] = value & (MASK if wide else 0xFFFFFFFF)

    @staticmethod
    def _value(i: Instruction, parts: list[str], wide: bool) -> int | None:
        if i.mnemonic in ("mov", "movabs") and parts[0].startswith("$"):
            return int(parts[0][1:], 0)
        if i.mnemonic == "xor" and len(parts) == 2 and parts[0] == parts[1]:
            return 0
        if i.mnemonic == "lea" and wide and parts[0].endswith("(%rip)") and (at := _TARGET.search(i.text)):
            return int(at[1], 16)
        return None


class A64:
    """AArch64."""

    def __init__(self) -> None:
        self.values: dict[int, int] = {}
        self.pages: dict[int, int] = {}

    @staticmethod
    def wanders(i: Instruction) -> bool:
        return i.mnemonic == "br"

    @staticmethod
    def calls(i: Instruction) -> bool:
        return i.mnemonic in ("bl", "blr")

    @staticmethod
    def jumps_to(i: Instruction) -> int | None:
        return int(split(i.operands)[-1], 16) if re.match(r"b$|b\.|cbn?z$|tbn?z$", i.mnemonic) else None

    @staticmethod
    def ends(i: Instruction) -> bool:
        return i.mnemonic in ("b", "ret", "brk")

    def step(self, i: Instruction) -> None:
        parts = split(i.operands)
        registers = [int(p[1:]) for p in parts if re.fullmatch(r"[wx]\d+", p)]
        if self.calls(i):
            self.values.clear()
            self.pages.clear()
            return
        value = page = None
        if registers:
            value = self._value(i, parts)
            page = int(parts[1], 16) if i.mnemonic == "adrp" and parts[0][0] == "x" else None
        for r in registers:  # more than is written: what is read may be forgotten too
            self.values.pop(r, None)
            self.pages.pop(r, None)
        if page is not None:
            self.pages[registers[0]] = page
        if value is not None:
            self.values[registers[0]] = value

    def _value(self, i: Instruction, parts: list[str]) -> int | None:
        if i.mnemonic == "mov" and parts[1].startswith("#"):
            return int(parts[1][1:], 0) & (MASK if parts[0][0] == "x" else 0xFFFFFFFF)
        if i.mnemonic == "mov" and parts[1] in ("wzr", "xzr"):
            return 0
        if i.mnemonic == "add" and len(parts) == 3 and parts[2].startswith("#") and parts[0][0] == "x":
            page = self.pages.get(int(parts[1][1:])) if re.fullmatch(r"x\d+", parts[1]) else None
            return None if page is None else page + int(parts[2][1:], 0)
        return None


def truth(objdump: str, path: Path, machine: type[X86] | type[A64]) -> dict[int, dict[int, int]]:
    """For the address of each call, its constant arguments by number."""
    out: dict[int, dict[int, int]] = {}
    for body in functions(objdump, path):
        if any(machine.wanders(i) for i in body):
            continue
        leads = {machine.jumps_to(i) for i in body}
        state = machine()
        for i in body:
            if i.address in leads:
                state = machine()
            if machine.calls(i):
                out[i.address] = {n: v for n, v in state.values.items() if n < 6}
            state.step(i)
            if machine.ends(i):
                state = machine()
    return out


def compare(objdump: str, path: Path, machine: type[X86] | type[A64]) -> Score:
    """The core's arguments against these."""
    code = Code.from_bytes(path.read_bytes())
    expected = truth(objdump, path, machine)
    known = found = 0
    wrong = []
    for site in code.sites(range(sum(1 for _ in code.refs()))):
        for number, value in expected.get(site.address, {}).items():
            arg = site.args[number]
            known += 1
            if arg.kind is ArgKind.UNKNOWN:
                continue
            found += 1
            if arg.kind not in (ArgKind.CONST, ArgKind.ADDR) or arg.value & MASK != value:
                wrong.append(f"{site.address:x} argument {number}: {arg}, not {value:#x}")
    return Score(known, found, wrong)
