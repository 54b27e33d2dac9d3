"""x86-64 (psABI: System V ABI, AMD64 supplement)."""

from __future__ import annotations

from musl_compat.elf.uses import Use, UseKind
from musl_compat.errors import ElfError

RUNS_DT_INIT = True
RELATIVE, IRELATIVE = 8, 37
TRAMPOLINE_SIZE = 16
TPOFF, TLSDESC = 18, 36
TLS_LOAD_SIZE = 48

_RAX = 0
_USE_SIZE = 7  # REX, opcode, ModRM, displacement


def trampoline(at: int, slot: int) -> bytes:
    """``jmp *slot(%rip)``, filled up with ``int3``."""
    return (b"\xff\x25" + _rel(slot - at - 6)).ljust(16, b"\xcc")


def detour(use: Use, to: int) -> bytes:
    """``jmp to`` and a ``nop`` of two bytes."""
    distance = to - use.at - 5
    if not -(1 << 31) <= distance < 1 << 31:
        raise ElfError(
            f"the code at {use.at:#x} is more than 2 GiB away from the end of the file",
            status="limit",
            table="PT_LOAD",
            offset=use.at,
        )
    return b"\xe9" + _rel(distance) + b"\x66\x90"


def tls_load(at: int, descriptor: int, use: Use) -> bytes:
    """psABI, "Thread-Local Storage": the descriptor's function takes its address in rax, gives the offset
    there and changes nothing else but the flags. The 128 bytes below rsp are the function's own.
    """
    adds = use.kind is UseKind.ADD  # it sets the flags itself
    out = b"\x48\x8d\x64\x24\x80\x50"  # lea -128(%rsp), %rsp; push %rax
    out += b"" if adds else b"\x0f\x90\xc0\x9f\x50"  # seto %al; lahf; push %rax
    out += b"\x48\x8d\x05" + _rel(descriptor - at - len(out) - 7)  # lea descriptor(%rip), %rax
    out += b"\xff\x10"  # call *(%rax)
    if not adds:
        out += b"\x48\x89\x44\x24\xf8\x58"  # mov %rax, -8(%rsp); pop %rax
        out += b"\x04\x7f\x9e"  # add $127, %al; sahf: popf takes five times as long
        # mov -16(%rsp), %reg
        out += bytes([0x48 | use.reg >> 3 << 2, 0x8B, 0x44 | (use.reg & 7) << 3, 0x24, 0xF0])
    elif use.reg == _RAX:
        out += b"\x48\x03\x04\x24"  # add (%rsp), %rax
    else:
        out += bytes([0x48 | use.reg >> 3, 0x01, 0xC0 | use.reg & 7])  # add %rax, %reg
    out += b"" if use.reg == _RAX else b"\x58"  # pop %rax
    out += b"\x48\x8d\xa4\x24" + _rel(136 if use.reg == _RAX else 128)  # lea ...(%rsp), %rsp
    out += b"\xe9" + _rel(use.at + _USE_SIZE - at - len(out) - 5)
    return out.ljust(TLS_LOAD_SIZE, b"\xcc")


def _rel(value: int) -> bytes:
    return value.to_bytes(4, "little", signed=True)
