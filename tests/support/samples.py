"""Small ELF files that the tests of the core share: one of each shape that a scan treats in its own way."""

from __future__ import annotations

from pathlib import Path

from tests.support.elfwriter import Elf, Rel, Sym

SYMBOLS = (
    Sym("puts", version=2),
    Sym("environ", type=1, version=2),
    Sym("optional", bind=2),
    Sym("mine", value=0x10400, size=8, shndx=7, version=3),
    Sym("old", value=0x10408, size=8, shndx=7, version=0x8004),
)
# machine, bits, big: symbolic, GLOB_DAT, JUMP_SLOT, RELATIVE by their psABI numbers
TYPES = {
    "x86_64": (62, 64, False, (1, 6, 7, 8)),
    "x32": (62, 32, False, (10, 6, 7, 8)),
    "i386": (3, 32, False, (1, 6, 7, 8)),
    "aarch64": (183, 64, False, (257, 1025, 1026, 1027)),
    "aarch64_be": (183, 64, True, (257, 1025, 1026, 1027)),
    "arm": (40, 32, False, (2, 21, 22, 23)),
    "riscv64": (243, 64, False, (2, 2, 5, 3)),
    "ppc64": (21, 64, True, (38, 20, 21, 22)),
    "ppc64le": (21, 64, False, (38, 20, 21, 22)),
    "ppc": (20, 32, True, (1, 20, 21, 22)),
    "s390x": (22, 64, True, (22, 10, 11, 12)),
    "loongarch64": (258, 64, False, (2, 2, 5, 3)),
    "mips": (8, 32, True, (3, 3, 127, 3)),
    "mipsel": (8, 32, False, (3, 3, 127, 3)),
    "mips64": (8, 64, True, (0x1203, 0x1203, 127, 0x1203)),
    "mips64el": (8, 64, False, (0x1203, 0x1203, 127, 0x1203)),
    "sparc64": (43, 64, True, (32, 20, 21, 22)),
    "unknown": (0x1234, 64, True, (1, 2, 3, 4)),
}


def full(arch: str = "x86_64", hash: str = "gnu") -> Elf:
    """A library with every table, of one machine."""
    machine, bits, big, (symbolic, glob, jump, relative) = TYPES[arch]
    rows = [Rel(0x10500, relative, 0, 0x40), Rel(0x10508, relative, 0, 0x48), Rel(0x10510, symbolic, 4, 4)]
    use_rel = machine in (3, 40, 8)
    elf = Elf(
        bits=bits,
        big=big,
        machine=machine,
        interp="/lib/ld.so.1",
        needed=["libc.so.6", "libm.so.6"],
        soname="libfull.so.1",
        rpath="/opt/lib",
        runpath="$ORIGIN/../lib",
        symbols=SYMBOLS,
        rel=rows if use_rel else (),
        rela=() if use_rel else rows,
        jmprel=[Rel(0x10520, jump, 1), Rel(0x10528, glob, 2, -1), Rel(0x10530, jump, 3)],
        relr=[0x10540, 3],
        hash=hash,
        versym=True,
        verneed=[("libc.so.6", [("GLIBC_2.2.5", 2), ("GLIBC_2.34", 5)]), ("libm.so.6", [("GLIBC_2.29", 6)])],
        verdef=[("libfull.so.1", 1), ("FULL_1", 3), ("FULL_0", 4)],
        tls=(0, 64, 16),
        stack=(6, 0x100000),
        notes=[(b"GNU\0", 3, bytes(range(20))), (b"Go\0\0", 4, b"abc/def")],
    )
    if machine == 8:
        elf.extra = [(0x70000011, len(SYMBOLS) + 1), (0x70000013, 3)]
    return elf


def every() -> dict[str, bytes]:
    """All shapes, as bytes."""
    out = {f"full-{arch}": full(arch).build().data for arch in TYPES}
    out |= {f"hash-{kind}": full(hash=kind).build().data for kind in ("sysv", "both", "none")}
    out["hash-s390x"] = full("s390x", "sysv").build().data
    out["static"] = Elf(type=2, dynamic=False).build().data
    out["imports-only"] = Elf(symbols=SYMBOLS[:3], rela=[Rel(0x10500, 6, 2)]).build().data
    out["core"] = Elf(type=4).build().data
    return out


def system_objects(limit: int = 200, below: int = 1 << 40) -> list[Path]:
    """Real dynamic objects of this system, the same ones on each run: there may be none."""
    found: list[Path] = []
    for folder in ("/usr/bin", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/lib"):
        top = Path(folder)
        for path in sorted(top.iterdir()) if top.is_dir() else ():
            if path.is_symlink() or not path.is_file() or path.stat().st_size > below:
                continue
            with path.open("rb") as file:
                head = file.read(18)
            if head[:4] == b"\x7fELF" and head[16:18] in (b"\2\0", b"\3\0", b"\0\2", b"\0\3"):
                found.append(path)
    step = max(1, len(found) // limit)
    return found[::step][:limit]
