"""AArch64 (psABI: ELF for the Arm 64-bit Architecture; x16 and x17 may be used between caller and callee)."""

from __future__ import annotations

# musl defines NO_LEGACY_INITFINI for it.
RUNS_DT_INIT = False
RELATIVE, IRELATIVE = 1027, 1032
TRAMPOLINE_SIZE = 16

_BTI_C, _ADRP_X16, _LDR_X17_X16, _BR_X17 = 0xD503245F, 0x90000010, 0xF9400211, 0xD61F0220


def trampoline(at: int, slot: int) -> bytes:
    """``bti c; adrp x16, slot; ldr x17, [x16, :lo12:slot]; br x17``, all in one page. The slot is within
    4 GiB, a multiple of 8.
    """
    pages = (slot >> 12) - (at >> 12)
    adrp = _ADRP_X16 | (pages & 3) << 29 | (pages >> 2 & 0x7FFFF) << 5
    ldr = _LDR_X17_X16 | (slot & 0xFFF) >> 3 << 10
    return b"".join(word.to_bytes(4, "little") for word in (_BTI_C, adrp, ldr, _BR_X17))
