"""Measures muslcheck against its peers over a tree of real objects: ``python tests/bench/run.py [LIST]``.

CPU time is user plus system of the whole process (``wait4``), the median of several interleaved rounds, minus
the median of the same program on one small file. Every exit code is checked. Without LIST (a path a line)
the objects are those of the laboratory's set ``full``, spread over its packages. Prints Markdown.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from planes import planes

from musl_compat import kb
from musl_compat.devtools.lab import cache
from musl_compat.elf import scan_fds

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = sys.executable
MUSLCHECK = [PYTHON, "-m", "musl_compat.cli"]
OBJECTS = 1600
CHUNK = 64


class Cost(NamedTuple):
    """What one process took: CPU seconds, and its peak resident memory in KiB."""

    cpu: float
    peak: int


class Contender(NamedTuple):
    """A program that takes a list of files. ``rounds`` is less for those that take minutes."""

    name: str
    command: tuple[str, ...]
    by: str  # how the files are given: "list" (a file that names them), "stdin", "arguments"
    accepted: tuple[int, ...]
    rounds: int


def run(contender: Contender, listing: Path) -> Cost:
    """Run once; an exit code that is not accepted ends the benchmark."""
    command = list(contender.command)
    if contender.by == "list":
        command.append(str(listing))
    elif contender.by == "arguments":
        command += listing.read_text(encoding="utf-8").splitlines()
    with open(listing if contender.by == "stdin" else os.devnull, "rb") as stdin:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in contender.accepted:
        raise SystemExit(f"{contender.name}: exit {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def check_answers(contender: Contender, listing: Path) -> None:
    """A Python traceback exits with 1 too: what is measured must have given a line for nearly every file."""
    with open(listing, "rb") as stdin:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(contender.command, stdin=stdin, capture_output=True, env=env, check=False)
    lines, files = done.stdout.count(b"\n"), len(listing.read_bytes().splitlines())
    if lines < files * 0.95:
        raise SystemExit(f"{contender.name}: {lines} lines for {files} files\n{done.stderr[-400:].decode()}")


def contenders(work: Path) -> list[Contender]:
    """Everything that is compared; the C programs are compiled here."""
    table = kb.table()
    names = work / "names"
    names.write_text("".join(f"{table.name(row)}\n" for row in range(len(table))), encoding="utf-8")
    floor, core = work / "floor", work / "core"
    gcc = ["gcc", "-O3", "-std=gnu11"]  # as the extension is built
    subprocess.run([*gcc, str(HERE / "floor.c"), "-o", str(floor)], check=True)
    sources = [str(p) for p in sorted((ROOT / "csrc").glob("mc_*.c"))]
    include = f"-I{ROOT / 'csrc'}"
    subprocess.run([*gcc, include, str(HERE / "core.c"), *sources, "-o", str(core)], check=True)
    found = (0, 1, 3)
    nm = ("nm", "-D", "--plugin", "/nonexistent")
    peers = (PYTHON, str(HERE / "peers_cli.py"))
    return [
        Contender("floor (C)", (str(floor), str(names)), "list", (0,), 9),
        Contender("core (C: scan and join)", (str(core), kb_table(), *planes()), "list", (0,), 9),
        Contender("muslcheck -q", (*MUSLCHECK, "-j", "1", "-q", "-"), "stdin", found, 9),
        Contender(
            "muslcheck --format json", (*MUSLCHECK, "-j", "1", "--format", "json", "-"), "stdin", found, 5
        ),
        Contender("nm -D", nm, "arguments", (0, 1), 9),
        Contender("LIEF", (*peers, "lief"), "list", (0,), 3),
        Contender("pyelftools", (*peers, "pyelftools"), "list", (0,), 1),
    ]


def kb_table() -> str:
    """The compiled table's path."""
    return str(ROOT / "musl_compat" / "kb" / "table.bin")


def net_cpu(every: Sequence[Contender], listing: Path, small: Path) -> dict[str, float]:
    """Microseconds a file, start-up taken off, rounds interleaved."""
    files = len(listing.read_text(encoding="utf-8").splitlines())
    took: dict[str, list[float]] = {c.name: [] for c in every}
    start: dict[str, list[float]] = {c.name: [] for c in every}
    for round_ in range(max(c.rounds for c in every)):
        for contender in every:
            if round_ < contender.rounds:
                took[contender.name].append(run(contender, listing).cpu)
                start[contender.name].append(run(contender, small).cpu)
    return {
        name: (statistics.median(took[name]) - statistics.median(start[name])) * 1e6 / files for name in took
    }


def instructions(command: Sequence[str]) -> float:
    """User instructions of a process, by callgrind's count (perf counters are not open to everybody)."""
    with tempfile.TemporaryDirectory() as folder:
        tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"]
        done = subprocess.run([*tool, *command], capture_output=True, text=True, check=True)
    line = next(x for x in done.stderr.splitlines() if "Collected" in x)
    return float(line.rpartition(":")[2])


def two_threads(paths: Sequence[str]) -> float:
    """How much faster two threads scan than one, wall time, best of five."""
    fds = [os.open(p, os.O_RDONLY) for p in paths]
    chunks = [fds[i : i + CHUNK] for i in range(0, len(fds), CHUNK)]

    def scan(part: Sequence[list[int]]) -> None:
        for chunk in part:
            scan_fds(chunk)

    def once(threads: int) -> float:
        workers = [threading.Thread(target=scan, args=(chunks[i::threads],)) for i in range(threads)]
        began = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return time.perf_counter() - began

    try:
        return min(once(1) for _ in range(5)) / min(once(2) for _ in range(5))
    finally:
        for fd in fds:
            os.close(fd)


def startup(rounds: int = 21) -> tuple[float, float]:
    """CPU milliseconds of ``muslcheck /bin/true`` and of ``python -c "import click"``: medians."""
    mine = Contender("", (*MUSLCHECK, "/bin/true"), "none", (0, 1), rounds)
    theirs = Contender("", (PYTHON, "-c", "import click"), "none", (0,), rounds)
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for contender, values in zip((mine, theirs), took, strict=True):
            values.append(run(contender, Path(os.devnull)).cpu * 1e3)
    return statistics.median(took[0]), statistics.median(took[1])


def objects(listing: str | None) -> list[str]:
    """The tree that is measured: dynamic objects of the set ``full``, evenly over its packages."""
    if listing:
        return Path(listing).read_text(encoding="utf-8").splitlines()
    every = [[str(f) for f in cache.elf_files(tree.path)] for tree in cache.trees(["full"])]
    chosen: list[str] = []
    depth = 0
    while len(chosen) < OBJECTS and any(len(files) > depth for files in every):
        chosen += [files[depth] for files in every if len(files) > depth]
        depth += 1
    return chosen[:OBJECTS]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("listing", nargs="?", help="a file that names the objects, one on a line")
    parser.add_argument("--quick", action="store_true", help="leave out LIEF and pyelftools")
    arguments = parser.parse_args()
    compileall.compile_dir(ROOT / "musl_compat", quiet=1)  # as installed: what imports cost is measured too
    paths = objects(arguments.listing)
    work = Path(tempfile.mkdtemp(prefix="muslcheck-bench-"))
    try:
        report(paths, work, arguments.quick)
    finally:
        shutil.rmtree(work)
    return 0


def write_list(work: Path, name: str, paths: Sequence[str]) -> Path:
    """A list file."""
    listing = work / name
    listing.write_text("".join(f"{p}\n" for p in paths), encoding="utf-8")
    return listing


def print_costs(title: str, cost: dict[str, float]) -> None:
    """A table of microseconds a file and of ratios."""
    mine, base = cost["muslcheck -q"], cost.get("floor (C)")
    print(f"| {title} | us CPU a file | x floor | x muslcheck -q |\n|---|---:|---:|---:|")
    for name, value in cost.items():
        floor = f"{value / base:.1f}" if base else ""
        print(f"| {name} | {value:.1f} | {floor} | {value / mine:.1f} |")
    print(flush=True)


def report(paths: Sequence[str], work: Path, quick: bool) -> None:
    """All measurements, as Markdown."""
    listing, small = write_list(work, "all", paths), write_list(work, "one", ["/bin/true"])
    size = sum(os.path.getsize(p) for p in paths)
    print(f"{len(paths)} objects, {size >> 20} MiB, warm cache, {os.cpu_count()} processors\n")
    every = contenders(work)
    by_name = {c.name: c for c in every}
    check_answers(by_name["muslcheck -q"], listing)
    fast = [c for c in every if c.name != "pyelftools" and not (quick and c.name == "LIEF")]
    print_costs("one process for all files, start-up taken off", net_cpu(fast, listing, small))
    if not quick:
        tenth = write_list(work, "tenth", paths[::10])
        slow = [by_name[name] for name in ("muslcheck -q", "pyelftools")]
        print_costs("the same over every tenth file", net_cpu(slow, tenth, small))
    counted = [
        instructions([*by_name[name].command, str(listing)]) / len(paths)
        for name in ("floor (C)", "core (C: scan and join)")
    ]
    ratio = counted[1] / counted[0]
    print("\n| | |\n|---|---:|")
    print(f"| instructions a file: floor | {counted[0]:.0f} |")
    print(f"| instructions a file: core (scan and join) | {counted[1]:.0f} ({ratio:.2f} x floor) |")
    print(f"| two threads in the core | {two_threads(paths):.2f} x one |")
    ours, click = startup()
    print(
        f"| `muslcheck /bin/true` | {ours:.1f} ms CPU ({ours / click:.2f} x `import click`, {click:.1f} ms) |"
    )
    quarter = write_list(work, "quarter", paths[::4])
    for name in ("muslcheck -q", "muslcheck --format json"):
        few, many = run(by_name[name], quarter).peak >> 10, run(by_name[name], listing).peak >> 10
        sizes = f"{len(paths[::4])} and {len(paths)} objects"
        print(f"| peak memory of `{name}`, {sizes} | {few} and {many} MiB |")


if __name__ == "__main__":
    sys.exit(main())
