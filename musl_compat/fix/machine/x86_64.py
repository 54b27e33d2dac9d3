"""x86-64 (psABI: System V ABI, AMD64 supplement)."""

from __future__ import annotations

RUNS_DT_INIT = True
RELATIVE, IRELATIVE = 8, 37
TRAMPOLINE_SIZE = 16


def trampoline(at: int, slot: int) -> bytes:
    """``jmp *slot(%rip)``, filled up with ``int3``."""
    return (b"\xff\x25" + (slot - at - 6).to_bytes(4, "little", signed=True)).ljust(16, b"\xcc")
