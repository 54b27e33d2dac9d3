"""Names of machines, of musl's architectures and of relocation types.

The relocation numbers are those of the psABIs. A list is one string: names in the order of their numbers,
``@N`` goes on at number N, ``-`` is a number without a name.
"""

from __future__ import annotations

from typing import Protocol

EM_SPARC, EM_386, EM_68K, EM_MIPS, EM_PARISC, EM_SPARC32PLUS = 2, 3, 4, 8, 15, 18
EM_PPC, EM_PPC64, EM_S390, EM_ARM, EM_SH, EM_SPARCV9, EM_IA_64 = 20, 21, 22, 40, 42, 43, 50
EM_X86_64, EM_OPENRISC, EM_ARC_COMPACT, EM_ALTERA_NIOS2, EM_AARCH64 = 62, 92, 93, 113, 183
EM_MICROBLAZE, EM_ARC_COMPACT2, EM_RISCV, EM_BPF, EM_CSKY, EM_LOONGARCH = 189, 195, 243, 247, 252, 258
EM_ALPHA = 0x9026

_MACHINES = {
    EM_SPARC: "SPARC",
    EM_386: "Intel 80386",
    EM_68K: "Motorola 68000",
    EM_MIPS: "MIPS",
    EM_PARISC: "PA-RISC",
    EM_SPARC32PLUS: "SPARC v8+",
    EM_PPC: "PowerPC",
    EM_PPC64: "PowerPC64",
    EM_S390: "IBM S/390",
    EM_ARM: "ARM",
    EM_SH: "SuperH",
    EM_SPARCV9: "SPARC v9",
    EM_IA_64: "IA-64",
    EM_X86_64: "x86-64",
    EM_OPENRISC: "OpenRISC",
    EM_ARC_COMPACT: "ARC",
    EM_ALTERA_NIOS2: "Nios II",
    EM_AARCH64: "AArch64",
    EM_MICROBLAZE: "MicroBlaze",
    EM_ARC_COMPACT2: "ARCv2",
    EM_RISCV: "RISC-V",
    EM_BPF: "BPF",
    EM_CSKY: "C-SKY",
    EM_LOONGARCH: "LoongArch",
    EM_ALPHA: "Alpha",
}

_X86_64 = (
    "NONE 64 PC32 GOT32 PLT32 COPY GLOB_DAT JUMP_SLOT RELATIVE GOTPCREL 32 32S 16 PC16 8 PC8 DTPMOD64"
    " DTPOFF64 TPOFF64 TLSGD TLSLD DTPOFF32 GOTTPOFF TPOFF32 PC64 GOTOFF64 GOTPC32 GOT64 GOTPCREL64"
    " GOTPC64 GOTPLT64 PLTOFF64 SIZE32 SIZE64 GOTPC32_TLSDESC TLSDESC_CALL TLSDESC IRELATIVE RELATIVE64"
    " @41 GOTPCRELX REX_GOTPCRELX @250 GNU_VTINHERIT GNU_VTENTRY"
)
_386 = (
    "NONE 32 PC32 GOT32 PLT32 COPY GLOB_DAT JMP_SLOT RELATIVE GOTOFF GOTPC 32PLT @14 TLS_TPOFF TLS_IE"
    " TLS_GOTIE TLS_LE TLS_GD TLS_LDM 16 PC16 8 PC8 TLS_GD_32 TLS_GD_PUSH TLS_GD_CALL TLS_GD_POP"
    " TLS_LDM_32 TLS_LDM_PUSH TLS_LDM_CALL TLS_LDM_POP TLS_LDO_32 TLS_IE_32 TLS_LE_32 TLS_DTPMOD32"
    " TLS_DTPOFF32 TLS_TPOFF32 SIZE32 TLS_GOTDESC TLS_DESC_CALL TLS_DESC IRELATIVE GOT32X @250"
    " GNU_VTINHERIT GNU_VTENTRY"
)
_AARCH64 = (
    "NONE @257 ABS64 ABS32 ABS16 PREL64 PREL32 PREL16 @1024 COPY GLOB_DAT JUMP_SLOT RELATIVE TLS_DTPMOD64"
    " TLS_DTPREL64 TLS_TPREL64 TLSDESC IRELATIVE"
)
_AARCH64_P32 = (
    "NONE ABS32 ABS16 PREL32 PREL16 @180 COPY GLOB_DAT JUMP_SLOT RELATIVE TLS_DTPMOD TLS_DTPREL TLS_TPREL"
    " TLSDESC IRELATIVE"
)
_ARM = (
    "NONE PC24 ABS32 REL32 LDR_PC_G0 ABS16 ABS12 THM_ABS5 ABS8 SBREL32 THM_CALL THM_PC8 BREL_ADJ TLS_DESC"
    " @17 TLS_DTPMOD32 TLS_DTPOFF32 TLS_TPOFF32 COPY GLOB_DAT JUMP_SLOT RELATIVE GOTOFF32 BASE_PREL"
    " GOT_BREL PLT32 CALL JUMP24 THM_JUMP24 BASE_ABS @38 TARGET1 @40 V4BX TARGET2 PREL31 MOVW_ABS_NC"
    " MOVT_ABS MOVW_PREL_NC MOVT_PREL @160 IRELATIVE"
)
_RISCV = (
    "NONE 32 64 RELATIVE COPY JUMP_SLOT TLS_DTPMOD32 TLS_DTPMOD64 TLS_DTPREL32 TLS_DTPREL64 TLS_TPREL32"
    " TLS_TPREL64 TLSDESC @16 BRANCH JAL CALL CALL_PLT GOT_HI20 TLS_GOT_HI20 TLS_GD_HI20 PCREL_HI20"
    " PCREL_LO12_I PCREL_LO12_S HI20 LO12_I LO12_S TPREL_HI20 TPREL_LO12_I TPREL_LO12_S TPREL_ADD ADD8"
    " ADD16 ADD32 ADD64 SUB8 SUB16 SUB32 SUB64 @57 32_PCREL IRELATIVE"
)
_PPC64 = (
    "NONE ADDR32 ADDR24 ADDR16 ADDR16_LO ADDR16_HI ADDR16_HA ADDR14 ADDR14_BRTAKEN ADDR14_BRNTAKEN REL24"
    " REL14 REL14_BRTAKEN REL14_BRNTAKEN GOT16 GOT16_LO GOT16_HI GOT16_HA @19 COPY GLOB_DAT JMP_SLOT"
    " RELATIVE @24 UADDR32 UADDR16 REL32 PLT32 PLTREL32 PLT16_LO PLT16_HI PLT16_HA @33 SECTOFF SECTOFF_LO"
    " SECTOFF_HI SECTOFF_HA ADDR30 ADDR64 ADDR16_HIGHER ADDR16_HIGHERA ADDR16_HIGHEST ADDR16_HIGHESTA"
    " UADDR64 REL64 PLT64 PLTREL64 TOC16 TOC16_LO TOC16_HI TOC16_HA TOC @67 TLS DTPMOD64 TPREL16"
    " TPREL16_LO TPREL16_HI TPREL16_HA TPREL64 DTPREL16 DTPREL16_LO DTPREL16_HI DTPREL16_HA DTPREL64 @116"
    " REL24_NOTOC @247 JMP_IREL IRELATIVE REL16 REL16_LO REL16_HI REL16_HA"
)
_PPC = (
    "NONE ADDR32 ADDR24 ADDR16 ADDR16_LO ADDR16_HI ADDR16_HA ADDR14 ADDR14_BRTAKEN ADDR14_BRNTAKEN REL24"
    " REL14 REL14_BRTAKEN REL14_BRNTAKEN GOT16 GOT16_LO GOT16_HI GOT16_HA PLTREL24 COPY GLOB_DAT JMP_SLOT"
    " RELATIVE LOCAL24PC UADDR32 UADDR16 REL32 PLT32 PLTREL32 @67 TLS DTPMOD32 TPREL16 TPREL16_LO"
    " TPREL16_HI TPREL16_HA TPREL32 DTPREL16 DTPREL16_LO DTPREL16_HI DTPREL16_HA DTPREL32 @248 IRELATIVE"
    " REL16 REL16_LO REL16_HI REL16_HA"
)
_390 = (
    "NONE 8 12 16 32 PC32 GOT12 GOT32 PLT32 COPY GLOB_DAT JMP_SLOT RELATIVE GOTOFF32 GOTPC GOT16 PC16"
    " PC16DBL PLT16DBL PC32DBL PLT32DBL GOTPCDBL 64 PC64 GOT64 PLT64 GOTENT @37 TLS_LOAD TLS_GDCALL"
    " TLS_LDCALL TLS_GD32 TLS_GD64 TLS_GOTIE12 TLS_GOTIE32 TLS_GOTIE64 TLS_LDM32 TLS_LDM64 TLS_IE32"
    " TLS_IE64 TLS_IEENT TLS_LE32 TLS_LE64 TLS_LDO32 TLS_LDO64 TLS_DTPMOD TLS_DTPOFF TLS_TPOFF 20 @61"
    " IRELATIVE"
)
_LARCH = (
    "NONE 32 64 RELATIVE COPY JUMP_SLOT TLS_DTPMOD32 TLS_DTPMOD64 TLS_DTPREL32 TLS_DTPREL64 TLS_TPREL32"
    " TLS_TPREL64 IRELATIVE TLS_DESC32 TLS_DESC64 @99 32_PCREL @109 64_PCREL"
)
_MIPS = (
    "NONE 16 32 REL32 26 HI16 LO16 GPREL16 LITERAL GOT16 PC16 CALL16 GPREL32 @16 SHIFT5 SHIFT6 64"
    " GOT_DISP GOT_PAGE GOT_OFST GOT_HI16 GOT_LO16 SUB @38 TLS_DTPMOD32 TLS_DTPREL32 TLS_DTPMOD64"
    " TLS_DTPREL64 TLS_GD TLS_LDM TLS_DTPREL_HI16 TLS_DTPREL_LO16 TLS_GOTTPREL TLS_TPREL32 TLS_TPREL64"
    " TLS_TPREL_HI16 TLS_TPREL_LO16 GLOB_DAT @126 COPY JUMP_SLOT IRELATIVE @248 PC32"
)
_SPARC = (
    "NONE 8 16 32 DISP8 DISP16 DISP32 WDISP30 WDISP22 HI22 22 13 LO10 GOT10 GOT13 GOT22 PC10 PC22 WPLT30"
    " COPY GLOB_DAT JMP_SLOT RELATIVE UA32 PLT32 HIPLT22 LOPLT10 PCPLT32 PCPLT22 PCPLT10 10 11 64 OLO10"
    " HH22 HM10 LM22 PC_HH22 PC_HM10 PC_LM22 WDISP16 WDISP19 - 7 5 6 DISP64 PLT64 HIX22 LOX10 H44 M44 L44"
    " REGISTER UA64 UA16 @74 TLS_DTPMOD32 TLS_DTPMOD64 TLS_DTPOFF32 TLS_DTPOFF64 TLS_TPOFF32 TLS_TPOFF64"
    " @248 JMP_IREL IRELATIVE"
)
_68K = (
    "NONE 32 16 8 PC32 PC16 PC8 GOT32 GOT16 GOT8 GOT32O GOT16O GOT8O PLT32 PLT16 PLT8 PLT32O PLT16O PLT8O"
    " COPY GLOB_DAT JMP_SLOT RELATIVE @40 TLS_DTPMOD32 TLS_DTPREL32 TLS_TPREL32"
)
_SH = (
    "NONE DIR32 REL32 @149 TLS_DTPMOD32 TLS_DTPOFF32 TLS_TPOFF32 @160 GOT32 PLT32 COPY GLOB_DAT JMP_SLOT"
    " RELATIVE GOTOFF GOTPC @207 FUNCDESC FUNCDESC_VALUE"
)
_OR1K = (
    "NONE 32 16 8 LO_16_IN_INSN HI_16_IN_INSN INSN_REL_26 GNU_VTENTRY GNU_VTINHERIT 32_PCREL 16_PCREL"
    " 8_PCREL GOTPC_HI16 GOTPC_LO16 GOT16 PLT26 GOTOFF_HI16 GOTOFF_LO16 COPY GLOB_DAT JMP_SLOT RELATIVE"
    " @32 TLS_TPOFF TLS_DTPOFF TLS_DTPMOD"
)
_MICROBLAZE = (
    "NONE 32 32_PCREL 64_PCREL 32_PCREL_LO 64 32_LO SRO32 SRW32 64_NONE 32_SYM_OP_SYM GNU_VTINHERIT"
    " GNU_VTENTRY GOTPC_64 GOT_64 PLT_64 REL JUMP_SLOT GLOB_DAT GOTOFF_64 GOTOFF_32 COPY TLS TLSGD TLSLD"
    " TLSDTPMOD32 TLSDTPREL32 TLSDTPREL64 TLSGOTTPREL32 TLSTPREL32"
)
_ALPHA = (
    "NONE REFLONG REFQUAD GPREL32 LITERAL LITUSE GPDISP BRADDR HINT SREL16 SREL32 SREL64 @24 COPY"
    " GLOB_DAT JMP_SLOT RELATIVE @29 TLSGD TLSLDM DTPMOD64 GOTDTPREL DTPREL64 @37 GOTTPREL TPREL64"
)
_PARISC = (
    "NONE DIR32 @64 FPTR64 PLABEL32 @80 DIR64 @128 COPY IPLT EPLT @153 TPREL32 @216 TPREL64 @242"
    " TLS_DTPMOD32 TLS_DTPMOD64 TLS_DTPOFF32 TLS_DTPOFF64"
)
_IA64 = (
    "NONE @36 DIR32MSB DIR32LSB DIR64MSB DIR64LSB @70 FPTR64MSB FPTR64LSB @110 REL64MSB REL64LSB @128"
    " IPLTMSB IPLTLSB @132 COPY @150 TPREL64MSB TPREL64LSB @166 DTPMOD64MSB DTPMOD64LSB @182 DTPREL64MSB"
    " DTPREL64LSB"
)
_ARC = "NONE 8 16 24 32 @53 COPY GLOB_DAT JMP_SLOT RELATIVE GOTOFF GOTPC @66 TLS_DTPMOD TLS_DTPOFF TLS_TPOFF"
_NIOS2 = "NONE @12 BFD_RELOC_32 @33 TLS_DTPMOD TLS_DTPREL TLS_TPREL COPY GLOB_DAT JUMP_SLOT RELATIVE"
_CKCORE = "NONE ADDR32 @9 RELATIVE COPY GLOB_DAT JUMP_SLOT @56 TLS_DTPMOD32 TLS_DTPOFF32 TLS_TPOFF32"
_RELOCS = {
    EM_X86_64: ("R_X86_64_", _X86_64),
    EM_386: ("R_386_", _386),
    EM_AARCH64: ("R_AARCH64_", _AARCH64),
    EM_ARM: ("R_ARM_", _ARM),
    EM_RISCV: ("R_RISCV_", _RISCV),
    EM_PPC64: ("R_PPC64_", _PPC64),
    EM_PPC: ("R_PPC_", _PPC),
    EM_S390: ("R_390_", _390),
    EM_LOONGARCH: ("R_LARCH_", _LARCH),
    EM_MIPS: ("R_MIPS_", _MIPS),
    EM_SPARC: ("R_SPARC_", _SPARC),
    EM_SPARC32PLUS: ("R_SPARC_", _SPARC),
    EM_SPARCV9: ("R_SPARC_", _SPARC),
    EM_68K: ("R_68K_", _68K),
    EM_SH: ("R_SH_", _SH),
    EM_OPENRISC: ("R_OR1K_", _OR1K),
    EM_MICROBLAZE: ("R_MICROBLAZE_", _MICROBLAZE),
    EM_ALPHA: ("R_ALPHA_", _ALPHA),
    EM_PARISC: ("R_PARISC_", _PARISC),
    EM_IA_64: ("R_IA64_", _IA64),
    EM_ARC_COMPACT: ("R_ARC_", _ARC),
    EM_ARC_COMPACT2: ("R_ARC_", _ARC),
    EM_ALTERA_NIOS2: ("R_NIOS2_", _NIOS2),
    EM_CSKY: ("R_CKCORE_", _CKCORE),
}

_parsed: dict[tuple[str, str], dict[int, str]] = {}


class Header(Protocol):
    """What ``arch_of`` asks of an image."""

    @property
    def machine(self) -> int: ...
    @property
    def elf_class(self) -> int: ...
    @property
    def byteorder(self) -> str: ...
    @property
    def e_flags(self) -> int: ...
    @property
    def interpreter(self) -> str | None: ...


def machine_name(machine: int) -> str:
    """The usual name of an ``e_machine``, or ``machine N``."""
    return _MACHINES.get(machine, f"machine {machine}")


def _list(prefix: str, words: str) -> dict[int, str]:
    key = (prefix, words)
    if key not in _parsed:
        names: dict[int, str] = {}
        number = 0
        for word in words.split():
            if word[0] == "@":
                number = int(word[1:])
                continue
            if word != "-":
                names[number] = prefix + word
            number += 1
        _parsed[key] = names
    return _parsed[key]


def reloc_names(machine: int, elf_class: int = 64) -> dict[int, str]:
    """The relocation types that are known of a machine. Do not change the dict."""
    if machine == EM_AARCH64 and elf_class == 32:
        return _list("R_AARCH64_P32_", _AARCH64_P32)
    prefix, words = _RELOCS.get(machine, ("", ""))
    return _list(prefix, words)


def reloc_name(machine: int, type: int, elf_class: int = 64) -> str:
    """The psABI name of a relocation type, or ``type N``. A composed type of 64-bit MIPS is ``A/B``."""
    names = reloc_names(machine, elf_class)
    if machine == EM_MIPS and type > 0xFF:
        parts = [type & 0xFF, type >> 8 & 0xFF, type >> 16 & 0xFF]
        return "/".join(names.get(p, f"type {p}") for p in parts if p)
    return names.get(type, f"type {type}")


def _arm(image: Header, big: bool) -> str:
    hard = image.e_flags & 0x400 or (not image.e_flags & 0x200 and "armhf" in (image.interpreter or ""))
    return "arm" + ("eb" if big else "") + ("hf" if hard else "")


def _mips(image: Header, big: bool) -> str:
    base = "mips64" if image.elf_class == 64 else "mipsn32" if image.e_flags & 0x20 else "mips"
    revision = "r6" if image.e_flags >> 28 in (9, 10) else ""
    return base + revision + ("" if big else "el")


def arch_of(image: Header) -> str | None:
    """musl's name of the architecture, as in ``ld-musl-ARCH.so.1``; None: there is no musl for such files.

    The float ABI is part of it where e_flags tell it (ARM, RISC-V, LoongArch); where only a section
    would tell it (PowerPC, MIPS) hard float is taken.
    """
    machine, wide, big, flags = image.machine, image.elf_class == 64, image.byteorder == "big", image.e_flags
    if machine == EM_ARM:
        return _arm(image, big)
    if machine == EM_MIPS:
        return _mips(image, big)
    if machine == EM_RISCV and not big:
        suffix = {0: "-sf", 2: "-sp", 4: ""}.get(flags & 6)
        return None if suffix is None else ("riscv64" if wide else "riscv32") + suffix
    if machine == EM_LOONGARCH and wide and not big:
        suffix = {1: "-sf", 2: "-sp", 3: ""}.get(flags & 7)
        return None if suffix is None else "loongarch64" + suffix
    if machine == EM_PPC64 and wide:
        if flags & 3 == 1:  # ELFv1; musl has ELFv2 only
            return None
        return "powerpc64" if big else "powerpc64le"
    if machine == EM_SH and not wide:
        return "sh" + ("eb" if big else "") + ("-fdpic" if flags & 0x8000 else "")
    if machine == EM_MICROBLAZE and not wide:
        return "microblaze" if big else "microblazeel"
    return {
        (EM_X86_64, True, False): "x86_64",
        (EM_X86_64, False, False): "x32",
        (EM_386, False, False): "i386",
        (EM_AARCH64, True, False): "aarch64",
        (EM_AARCH64, True, True): "aarch64_be",
        (EM_PPC, False, True): "powerpc",
        (EM_S390, True, True): "s390x",
        (EM_68K, False, True): "m68k",
        (EM_OPENRISC, False, True): "or1k",
    }.get((machine, wide, big))
