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
    there and changes nothing else. The 128 bytes below rsp are the function's own.
    """
    head = b"\x48\x8d\x64\x24\x80"  # lea -128(%rsp), %rsp
    head += b"\x50\x9c"  # push %rax; pushfq
    lea = at + len(head)
    head += b"\x48\x8d\x05" + _rel(descriptor - lea - 7)  # lea descriptor(%rip), %rax
    head += b"\xff\x10\x9d"  # call *(%rax); popfq
    wide = 0x48 | use.reg >> 3
    digit = 0xC0 | use.reg & 7
    if use.reg != _RAX:
        # mov or add %rax, %reg; pop %rax
        out = head + bytes([wide, 0x01 if use.kind is UseKind.ADD else 0x89, digit, 0x58])
        kept = 128
    else:
        out = head + (b"\x48\x03\x04\x24" if use.kind is UseKind.ADD else b"")  # add (%rsp), %rax
        kept = 136
    out += b"\x48\x8d\xa4\x24" + _rel(kept)  # lea kept(%rsp), %rsp
    back = use.at + _USE_SIZE
    out += b"\xe9" + _rel(back - at - len(out) - 5)
    return out.ljust(TLS_LOAD_SIZE, b"\xcc")


def _rel(value: int) -> bytes:
    return value.to_bytes(4, "little", signed=True)
