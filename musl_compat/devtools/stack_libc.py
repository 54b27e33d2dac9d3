"""Makes ``stack/libc.tsv``: how much stack musl's exported functions take, from Debian's builds.

One column for each build: the deepest known path below the function, callbacks that it takes itself included,
and no less than what was measured. ``lab fetch --set musl,musl-arches`` gets the builds. ``--check`` writes
nothing and exits with 1 when the committed text differs.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from musl_compat.devtools.lab import cache
from musl_compat.elf.code import EXPORT, Code
from musl_compat.stack.graph import Graph

TABLE = Path(__file__).resolve().parents[1] / "stack" / "libc.tsv"
ARCHES = {"amd64": "x86_64", "arm64": "aarch64"}
"""Debian's architectures whose code is understood in full, and musl's names of them."""
# Upper bounds on musl 1.2.6, measured for this project by painting the stack: where a path goes through a
# callback of libc's own, an alloca or a recursion, the computed one is too low.
MEASURED = {
    "getaddrinfo": 36 * 1024,
    "glob": 11 * 1024,
    "printf": 6 * 1024,
    "realpath": 13 * 1024,
    "strftime": 7 * 1024,
}


def depths(libc: Path) -> dict[str, int]:
    """Bytes of stack below each exported function of one build."""
    fd = os.open(libc, os.O_RDONLY)
    try:
        code = Code.from_fd(fd)
    finally:
        os.close(fd)
    graph = Graph([code], lambda name: None)
    graph.solve(takes=True)
    by_address = {f.addr: f.number for f in code.functions() if f.flags & EXPORT}
    out = {}
    for symbol in code.image.symbols():
        if symbol.shndx and symbol.name and symbol.value in by_address:
            out[symbol.name] = graph.node(0, by_address[symbol.value]).depth
    return out


def text() -> str:
    """The table."""
    builds = {
        f"{ARCHES[arch]}:{loader.version}": depths(loader.path)
        for arch in ARCHES
        for loader in cache.loaders(arch)
    }
    lines = [
        "# Bytes of stack below a call of musl's functions: an upper bound on the known paths, by build.",
        "# Made by devtools/stack_libc.py from Debian's builds; -: not exported. The bounds of",
        f"# {', '.join(sorted(MEASURED))} are no less than what was measured.",
        "\t".join(["name", *builds]),
    ]
    for name in sorted({name for found in builds.values() for name in found}):
        cells = (_cell(found.get(name), MEASURED.get(name, 0)) for found in builds.values())
        lines.append("\t".join([name, *cells]))
    return "\n".join(lines) + "\n"


def _cell(depth: int | None, measured: int) -> str:
    return "-" if depth is None else str(max(depth, measured))


def main(argv: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the table is fresh")
    if parser.parse_args(argv).check:
        moved = [e.label for arch in ARCHES for e in cache.musl_entries(arch) if cache.has_moved(e)]
        if moved:
            print(f"not the packages of the lock file, not checked: {', '.join(moved)}", file=sys.stderr)
            return 0
        if TABLE.read_text(encoding="utf-8") == text():
            return 0
        print(f"{TABLE}: not what the builds give; run without --check", file=sys.stderr)
        return 1
    TABLE.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
