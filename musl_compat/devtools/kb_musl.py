"""Makes the tables of Debian's musl builds, ``data/musl_debian.tsv`` and ``data/musl_packages.tsv``, from the
packages.

The packages are those of the laboratory's lock file (``lab fetch --set musl,musl-arches`` gets them). With
``--check`` nothing is written: the exit code is 1 when the committed text is not what the packages say.
pyelftools does the reading, not this project's core, so that a fault of the core cannot enter its own
reference.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NamedTuple

from musl_compat.devtools.lab import cache, lock
from musl_compat.errors import InputError

DATA = Path(__file__).resolve().parents[1] / "kb" / "data"

# Debian's names of architectures as musl's, which are in its loader's file name
ARCHS = {
    "amd64": "x86_64",
    "arm64": "aarch64",
    "armel": "arm",
    "armhf": "armhf",
    "i386": "i386",
    "loong64": "loongarch64",
    "mips64el": "mips64el",
    "mipsel": "mipsel",
    "ppc64el": "powerpc64le",
    "riscv64": "riscv64",
    "s390x": "s390x",
}
SUITES = ("bullseye", "bookworm", "trixie", "sid")
# As in ldso/dynlink.c: the types and bindings that a definition may have
TYPES = {
    "STT_NOTYPE": "notype",
    "STT_OBJECT": "object",
    "STT_FUNC": "func",
    "STT_COMMON": "object",
    "STT_TLS": "tls",
}
BINDS = ("STB_GLOBAL", "STB_WEAK", "STB_LOOS")  # pyelftools' name of STB_GNU_UNIQUE


class Measured(NamedTuple):
    """One package and what its libc defines."""

    entry: lock.Entry
    arch: str
    exports: dict[str, str]


def defined(libc: Path) -> dict[str, str]:
    """The dynamic symbols that a loader would accept as definitions, with their kind; segments only."""
    from elftools.elf.dynamic import DynamicSegment
    from elftools.elf.elffile import ELFFile

    out: dict[str, str] = {}
    with libc.open("rb") as file:
        for segment in ELFFile(file).iter_segments():
            if isinstance(segment, DynamicSegment):
                out.update(
                    (s.name, TYPES[s["st_info"]["type"]]) for s in segment.iter_symbols() if accepted(s)
                )
    if "__libc_start_main" not in out:
        raise InputError(f"{libc}: no __libc_start_main: not a libc")
    return out


def accepted(symbol: Any) -> bool:
    """Would the loader take this dynamic symbol as a definition?"""
    info = symbol["st_info"]
    if symbol["st_shndx"] == "SHN_UNDEF" or not symbol.name:
        return False
    if info["type"] not in TYPES or info["bind"] not in BINDS:
        return False
    return bool(symbol["st_value"]) or info["type"] == "STT_TLS"


def measure() -> list[Measured]:
    """Every musl package of the lock file, read; InputError when the cache lacks one."""
    out = []
    for entry in lock.load():
        if entry.kind != "deb" or entry.name != "musl":
            continue
        libcs = [p for p in cache.tree(entry).glob("**/libc.so") if p.is_file() and not p.is_symlink()]
        if len(libcs) != 1:
            raise InputError(f"{entry.label}: expected one libc.so, found {len(libcs)}")
        out.append(Measured(entry, ARCHS[entry.arch], defined(libcs[0])))
    return sorted(out, key=lambda m: (SUITES.index(m.entry.suite), m.arch))


def packages_text(measured: list[Measured]) -> str:
    """The text of musl_packages.tsv."""
    lines = [
        "# Debian's packages whose libc was read. Made by devtools/kb_musl.py; sha256 is the package's.",
        "suite\tversion\tarch\tpackage_version\tsha256\tsource",
    ]
    for m in measured:
        e = m.entry
        lines.append("\t".join([e.suite, e.upstream, m.arch, e.version, e.sha256, "musl-debian"]))
    return "\n".join(lines) + "\n"


def exports_text(measured: list[Measured]) -> str:
    """The text of musl_debian.tsv: a row per name, a cell of architectures per suite."""
    kinds: dict[str, str] = {}
    for m in measured:
        for name, kind in m.exports.items():
            kinds.setdefault(name, kind)
    lines = [
        "# Dynamic symbols that Debian's builds of musl define. Made by devtools/kb_musl.py.",
        "# A cell: * on every architecture read, *-a,b on all but these, a,b on these, empty on none.",
        "\t".join(["symbol", "kind", *SUITES, "source"]),
    ]
    for name in sorted(kinds):
        cells = [cell(name, [m for m in measured if m.entry.suite == suite]) for suite in SUITES]
        lines.append("\t".join([name, kinds[name], *cells, "musl-debian"]))
    return "\n".join(lines) + "\n"


def cell(name: str, measured: list[Measured]) -> str:
    """The architectures of one suite that define a name, in the shorter of the two ways to write them."""
    have = [m.arch for m in measured if name in m.exports]
    lack = [m.arch for m in measured if name not in m.exports]
    if not lack:
        return "*"
    return ",".join(have) if len(have) <= len(lack) else "*-" + ",".join(lack)


def main(argv: list[str] | None = None) -> int:
    """Write or check both tables."""
    parser = argparse.ArgumentParser(prog="python -m musl_compat.devtools.kb_musl", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a table is not fresh"
    )
    options = parser.parse_args(argv)
    measured = measure()
    texts = {"musl_packages.tsv": packages_text(measured), "musl_debian.tsv": exports_text(measured)}
    stale = [n for n, t in texts.items() if (DATA / n).read_text(encoding="utf-8") != t]
    for name in stale:
        print(f"{name}: {'is not what the packages say' if options.check else 'written'}", file=sys.stderr)
        if not options.check:
            (DATA / name).write_text(texts[name], encoding="utf-8")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
