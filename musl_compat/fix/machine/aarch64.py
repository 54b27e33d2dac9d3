"""AArch64 (psABI: ELF for the Arm 64-bit Architecture; x16 and x17 may be used between caller and callee)."""

from __future__ import annotations

from musl_compat.elf.uses import Use
from musl_compat.errors import ElfError

# musl defines NO_LEGACY_INITFINI for it.
RUNS_DT_INIT = False
RELATIVE, IRELATIVE = 1027, 1032
TRAMPOLINE_SIZE = 16
TPOFF, TLSDESC = 1030, 1031
TLS_LOAD_SIZE = 40

_BTI_C, _ADRP_X16, _LDR_X17_X16, _BR_X17 = 0xD503245F, 0x90000010, 0xF9400211, 0xD61F0220


def trampoline(at: int, slot: int) -> bytes:
    """``bti c; adrp x16, slot; ldr x17, [x16, :lo12:slot]; br x17``, all in one page. The slot is within
    4 GiB, a multiple of 8.
    """
    return _code(_BTI_C, _ADRP_X16 | _pages(at, slot), _LDR_X17_X16 | (slot & 0xFFF) >> 3 << 10, _BR_X17)


_STP_X0_X1_SP, _STR_X30_SP_16 = 0xA9BE07E0, 0xF9000BFE
_ADRP_X0, _ADD_X0_X0, _LDR_X1_X0, _BLR_X1 = 0x90000000, 0x91000000, 0xF9400001, 0xD63F0020
_STR_X0_SP, _MOV_X0, _LDR_X30_SP_16, _LDP_X0_X1_SP, _B = (
    0xF90003E0,
    0xAA0003E0,
    0xF9400BFE,
    0xA8C207E0,
    0x14000000,
)
# Where tls_load keeps the registers that it uses, in bytes from the stack pointer.
_KEPT = {0: 0, 1: 8, 30: 16}


def detour(use: Use, to: int) -> bytes:
    """``b to``."""
    return _code(_branch(use.at, to))


def tls_load(at: int, descriptor: int, use: Use) -> bytes:
    """The descriptor's function takes its address in x0 and gives the offset there; it may change x1 too.
    There is nothing below the stack pointer (AAPCS64).
    """
    # A register that is kept gets its new value where it is kept.
    kept = _KEPT.get(use.reg)
    give = _MOV_X0 | use.reg if kept is None else _STR_X0_SP | kept // 8 << 10
    words = [
        _STP_X0_X1_SP,
        _STR_X30_SP_16,
        _ADRP_X0 | _pages(at + 8, descriptor),
        _ADD_X0_X0 | (descriptor & 0xFFF) << 10,
        _LDR_X1_X0,
        _BLR_X1,
        give,
        _LDR_X30_SP_16,
        _LDP_X0_X1_SP,
        _branch(at + 36, use.at + 4),
    ]
    return _code(*words)


def _pages(at: int, to: int) -> int:
    """The immediate of ``adrp`` at an address, in its places."""
    pages = (to >> 12) - (at >> 12)
    return (pages & 3) << 29 | (pages >> 2 & 0x7FFFF) << 5


def _branch(at: int, to: int) -> int:
    distance = to - at
    if not -(1 << 27) <= distance < 1 << 27:
        raise ElfError(
            f"the code at {min(at, to):#x} is more than 128 MiB away from the end of the file",
            status="limit",
            table="PT_LOAD",
            offset=min(at, to),
        )
    return _B | distance >> 2 & 0x3FFFFFF


def _code(*words: int) -> bytes:
    return b"".join(word.to_bytes(4, "little") for word in words)
