"""Makes the tables of Debian's musl builds from the packages: ``data/musl_debian.tsv``,
``data/musl_packages.tsv``.

The packages are those of the laboratory's lock file; ``lab fetch --set musl,musl-arches`` gets them. To write
the tables, all must be in the cache. ``--check`` writes nothing: it holds the committed text against the lock
file and against every package that is in the cache, names the others, and exits with 1 when something
differs. pyelftools does the reading, not this project's core, so that a fault of the core cannot enter its
own reference.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NamedTuple

from musl_compat.devtools.lab import cache, lock
from musl_compat.errors import InputError
from musl_compat.kb.compile import read_tsv, suites_of

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


def entries() -> list[lock.Entry]:
    """The musl packages of the lock file, by suite and architecture."""
    found = [e for e in lock.load() if e.kind == "deb" and e.name == "musl"]
    return sorted(found, key=lambda e: (SUITES.index(e.suite), ARCHS[e.arch]))


def measure(entry: lock.Entry) -> Measured:
    """One package, read; InputError when the cache lacks it."""
    libcs = [p for p in cache.tree(entry).glob("**/libc.so") if p.is_file() and not p.is_symlink()]
    if len(libcs) != 1:
        raise InputError(f"{entry.label}: expected one libc.so, found {len(libcs)}")
    return Measured(entry, ARCHS[entry.arch], defined(libcs[0]))


def packages_text(packages: list[lock.Entry]) -> str:
    """The text of musl_packages.tsv."""
    lines = [
        "# Debian's packages whose libc was read. Made by devtools/kb_musl.py; sha256 is the package's.",
        "suite\tversion\tarch\tpackage_version\tsha256\tsource",
    ]
    for e in packages:
        lines.append("\t".join([e.suite, e.upstream, ARCHS[e.arch], e.version, e.sha256, "musl-debian"]))
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


def write() -> int:
    """Makes both tables anew."""
    measured = [measure(entry) for entry in entries()]
    (DATA / "musl_packages.tsv").write_text(packages_text(entries()), encoding="utf-8")
    (DATA / "musl_debian.tsv").write_text(exports_text(measured), encoding="utf-8")
    return 0


def is_at_hand(entry: lock.Entry) -> bool:
    """Is the very package of the lock file in the cache?"""
    return cache.tree_path(entry).is_dir() and not cache.has_moved(entry)


def differences() -> list[str]:
    """What of the committed text is not what the lock file and the cached packages say."""
    out = []
    if (DATA / "musl_packages.tsv").read_text(encoding="utf-8") != packages_text(entries()):
        out.append("musl_packages.tsv: not what the lock file says")
    builds = suites_of(read_tsv(DATA / "musl_debian.tsv"), read_tsv(DATA / "musl_packages.tsv"))
    cached = [measure(e) for e in entries() if is_at_hand(e)]
    for m in cached:
        committed = builds[m.entry.suite].exports.get(m.arch, set())
        if committed != set(m.exports):
            odd = ", ".join(sorted(committed ^ set(m.exports))[:5])
            out.append(f"musl_debian.tsv: {m.entry.label}: differs in {odd}")
    if len(cached) == len(entries()):
        if (DATA / "musl_debian.tsv").read_text(encoding="utf-8") != exports_text(cached):
            out.append("musl_debian.tsv: not the text that the packages give")
    else:
        absent = [e.origin for e in entries() if not is_at_hand(e)]
        print(f"not in the cache as locked, not checked: {', '.join(absent)}", file=sys.stderr)
    return out


def main(argv: list[str] | None = None) -> int:
    """Write or check both tables."""
    parser = argparse.ArgumentParser(prog="python -m musl_compat.devtools.kb_musl", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a table is stale")
    if not parser.parse_args(argv).check:
        return write()
    found = differences()
    for line in found:
        print(f"{line} (run python -m musl_compat.devtools.kb_musl)", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
