"""Measures the code reader: ``python tests/bench/reader.py [FILE]...``, with gcc, binutils and capstone.

CPU time (user plus system) of whole processes, the least of interleaved rounds: the reader from opening a
file to the solved call graph; capstone's linear sweep over the same executable segments by its lightest
path (C, ``cs_disasm_iter``, no details); ``objdump -d`` into /dev/null. Exit codes are checked, and that the
reader and the sweep saw the same bytes of code. Without FILE: the node of the laboratory's set
``run-addons``, and libcrypto, librsvg and git where this system has them. All are for x86_64. Prints
Markdown.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import capstone
from fix import large_program
from run import Contender, run

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SYSTEM = (
    "/usr/lib/x86_64-linux-gnu/libcrypto.so.3",
    "/usr/lib/x86_64-linux-gnu/librsvg-2.so.2",
    "/usr/bin/git",
)


def compile_programs(work: Path) -> tuple[Path, Path]:
    """The reader and the sweep, as programs."""
    reader, sweep = work / "reader", work / "sweep"
    gcc = ["gcc", "-O3", "-std=gnu11"]  # as the extension is built
    sources = [str(p) for p in sorted((ROOT / "csrc").glob("mc_*.c"))]
    subprocess.run(
        [*gcc, f"-I{ROOT / 'csrc'}", str(HERE / "reader.c"), *sources, "-o", str(reader)], check=True
    )
    wheel = Path(capstone.__file__).resolve().parent
    library = (
        work / f"libcapstone.so.{capstone.CS_API_MAJOR}"
    )  # by its soname, which the wheel's file has not
    library.symlink_to(next((wheel / "lib").glob("libcapstone.so*")))
    command = [*gcc, f"-I{wheel / 'include'}", str(HERE / "sweep.c"), str(library)]
    subprocess.run([*command, f"-Wl,-rpath,{work}", "-o", str(sweep)], check=True)
    return reader, sweep


def code_bytes(program: Path, file: Path) -> int:
    """The bytes of code that a program says it saw."""
    done = subprocess.run([str(program), str(file)], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[0])


def measure(work: Path, file: Path, programs: list[Contender], rounds: int) -> list[float]:
    """The least CPU seconds of each program on a file."""
    listing = work / "file"
    listing.write_text(f"{file}\n", encoding="utf-8")
    least = [float("inf")] * len(programs)
    for _ in range(rounds):
        least = [min(was, run(p, listing).cpu) for was, p in zip(least, programs, strict=True)]
    return least


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    files = arguments.files or [large_program(), *(Path(p) for p in SYSTEM if os.path.exists(p))]
    work = Path(tempfile.mkdtemp(prefix="muslcheck-bench-"))
    try:
        report(work, files, arguments.rounds)
    finally:
        shutil.rmtree(work)
    return 0


def report(work: Path, files: list[Path], rounds: int) -> None:
    """The table."""
    reader, sweep = compile_programs(work)
    programs = [
        Contender("code reader", (str(reader),), "arguments", (0,), rounds),
        Contender("capstone", (str(sweep),), "arguments", (0,), rounds),
        Contender("objdump -d", ("objdump", "-d"), "arguments", (0,), rounds),
    ]
    print("| file | MB of code | code reader | capstone's sweep | `objdump -d` |\n|---|---:|---:|---:|---:|")
    for file in files:
        size = code_bytes(reader, file)
        if size != code_bytes(sweep, file):
            raise SystemExit(f"{file}: the reader and the sweep saw different code")
        cpu = measure(work, file, programs, rounds)
        cells = [f"{size / 1e6 / s:.1f} MB/s ({s / cpu[0]:.1f} x)" for s in cpu]
        print(f"| {file.name} | {size / 1e6:.1f} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
