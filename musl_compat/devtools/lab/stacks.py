"""The truth about thread stacks: what we say of the programs of ``corpus/stacks``, and which really crash.

A program is one file there. ``NAME.c`` and ``NAME.cc`` are built with gcc for glibc, as the programs are that
people bring to musl; ``NAME.run`` names a program of a package. The first line says what it shows; then come
lines ``key: value``:

* ``flags``: of the compiler, ``-O2`` when not given;
* ``needs``: libraries by file name, of the packages of the set ``stacks``;
* ``program``, ``arguments``, ``input``: of a package's program; the input ``lines`` is 200,000 numbers;
* ``truth``: ``crashes`` or ``ends``, which every musl of the laboratory has to confirm;
* ``sized``: the thread itself asks for a size that is too small, so that no default helps it.

Each is judged with its closure, and run on every musl with the shim of all recipes preloaded, so that
Debian's own libraries bind. One that crashes is run once more with the stack that ``needed_stack`` asks for
in PT_GNU_STACK of a copy, and has to end well.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from musl_compat.analysis import read_closure
from musl_compat.devtools import corpus, elf_edit
from musl_compat.devtools.lab import ask, cache, load, rooms
from musl_compat.errors import InputError
from musl_compat.fix.shim import generate
from musl_compat.kb import targets
from musl_compat.loader.fs import RootFs
from musl_compat.stack import StackReport, ThreadVerdict, analyse, needed_stack, thread_budget

SET = "stacks"
FOLDER = corpus.CORPUS / "stacks"
TIMEOUT_SECONDS = 120
CRASHES, ENDS = "crashes", "ends"
SIGNALS = (signal.SIGSEGV, signal.SIGBUS, signal.SIGILL)
ARCH = "x86_64"
# The headers that the shim is built with; it runs on the other releases too.
SHIM_FOR = "1.2.3"

FLAGS = {
    ThreadVerdict.OVERFLOWS: "surely exceeds",
    ThreadVerdict.MAY_OVERFLOW: "through callbacks",
    ThreadVerdict.RECURSES: "recursion",
    ThreadVerdict.UNBOUNDED: "alloca",
    ThreadVerdict.POINTERS: "through pointers",
    ThreadVerdict.UNKNOWN: "unknown",
    ThreadVerdict.FITS: "fits",
}
"""What a table calls a verdict, the worst first."""
ALARMS = ("surely exceeds", "through callbacks")
TRUE_ALARMS = 0.95
"""The share of alarms that has to crash."""


class Program(NamedTuple):
    """A program of the corpus: what its file says."""

    name: str
    title: str
    source: Path
    flags: tuple[str, ...]
    needs: tuple[str, ...]
    program: str
    arguments: tuple[str, ...]
    input: str
    truth: str
    sized: bool


class Outcome(NamedTuple):
    """A program on one musl: what was said of it, how it ended, and how with the stack that was asked for
    (0: no stack was asked for).
    """

    program: Program
    musl: str
    flag: str
    truth: str
    asked: int
    fixed: str


class Bench(NamedTuple):
    """What programs are built and run with. Without a shim only those run that need no library of glibc's."""

    room: rooms.Room
    shim: Path | None


def programs(names: Iterable[str] = ()) -> list[Program]:
    """Those of these names (none given: all), sorted. ``InputError`` names a file that is wrong."""
    paths = sorted(p for p in FOLDER.iterdir() if p.suffix in (".c", ".cc", ".run"))
    wanted = set(names)
    unknown = wanted - {p.stem for p in paths}
    if unknown:
        raise InputError(f"{FOLDER} has no {', '.join(sorted(unknown))}")
    return [_parsed(path) for path in paths if not wanted or path.stem in wanted]


def _parsed(path: Path) -> Program:
    text = path.read_text(encoding="utf-8")
    head = text if path.suffix == ".run" else text.removeprefix("/*").partition("*/")[0]
    title, *lines = [line.strip(" *") for line in head.strip().splitlines()]
    values = dict(line.split(": ", 1) for line in lines)
    unknown = values.keys() - {"flags", "needs", "program", "arguments", "input", "truth", "sized"}
    if unknown or values.get("truth") not in (CRASHES, ENDS):
        raise InputError(
            f"{path}: unknown keys {sorted(unknown)}, or a truth that is neither {CRASHES} nor {ENDS}"
        )
    return Program(
        path.stem,
        title,
        path,
        tuple(shlex.split(values.get("flags", "-O2"))),
        tuple(values.get("needs", "").split()),
        values.get("program", ""),
        tuple(shlex.split(values.get("arguments", ""))),
        values.get("input", ""),
        values["truth"],
        "sized" in values,
    )


def bench() -> Bench:
    """The room with the libraries, and the shim of all recipes; both are kept in the cache."""
    room = rooms.build(cache.trees([SET]), "amd64")
    target = targets.get(f"musl:{SHIM_FOR}")
    plan = generate.plan(generate.every_symbol(ARCH, target), arch=ARCH, target=target)
    folder = cache.directory() / "stack-shims" / generate.fingerprint(plan)
    cache.made(folder, lambda empty: load.build(empty / "shim", SHIM_FOR))
    return Bench(room, next(folder.rglob(plan.library)))


def built(program: Program, room: rooms.Room) -> Path:
    """The executable of a program. ``InputError`` with the compiler's words."""
    if program.program:
        return Path(room.inside(f"/{program.program}"))
    compiler = "g++" if program.source.suffix == ".cc" else "gcc"
    head = (FOLDER / "in_thread.h").read_bytes()
    digest = hashlib.sha256(program.source.read_bytes() + head + str(room.path).encode()).hexdigest()[:24]
    folder = cache.directory() / "stack-programs" / digest

    def compile_it(empty: Path) -> None:
        libraries = [f"{_libraries(room)}/{name}" for name in program.needs]
        command = [compiler, "-o", program.name, str(program.source), *program.flags, "-pthread"]
        command += ["-w", *libraries, "-Wl,--allow-shlib-undefined"]
        done = subprocess.run(command, cwd=empty, capture_output=True, text=True, check=False)
        if done.returncode:
            raise InputError(f"{program.source}: {shlex.join(command)}\n{done.stderr}")

    return cache.made(folder, compile_it) / program.name


def _libraries(room: rooms.Room) -> str:
    """The room's first library directory; ``needs`` is below it."""
    return room.library_path.split(":")[0]


def _directories(program: Program, room: rooms.Room) -> list[str]:
    """Where the libraries of a program are: those of an alternative are in a folder of their own."""
    own = {os.path.dirname(f"{_libraries(room)}/{name}") for name in program.needs}
    return [*sorted(own), *room.library_path.split(":")]


def judged(program: Program, executable: Path, room: rooms.Room) -> StackReport:
    """What we say of a program with its closure: the same on every musl of the laboratory, as their defaults
    are.
    """
    versions = [targets.get(f"musl:{musl.version}") for musl in cache.loaders()]
    budgets = {thread_budget(target.musl_version, ()) for target in versions}
    assert len(budgets) == 1
    paths = [":".join(_directories(program, room))]
    objects, problems = read_closure(str(executable), RootFs(str(room.path)), versions[-1], paths)
    if problems:
        raise InputError("\n".join(problems))
    return analyse(objects, versions[-1].musl_version)


def flag_of(report: StackReport) -> str:
    """The worst that is said of the threads which the program itself starts, or its libraries when it starts
    none.
    """
    own = [t for t in report.threads if t.object == 0] or report.threads
    said = {t.verdict for t in own}
    return next((text for verdict, text in FLAGS.items() if verdict in said), "no thread")


def run(executable: Path, program: Program, where: Bench, musl: cache.Loader) -> str:
    """How a program ends: ``crashes``, ``ends``, or what else it did, which no test accepts."""
    preload = [] if where.shim is None else ["--preload", str(where.shim)]
    first = [] if where.shim is None else [str(where.shim.parent)]
    paths = ":".join([*first, *_directories(program, where.room)])
    command = [*ask.LIMITS, str(musl.path), "--library-path", paths]
    command += [*preload, str(executable), *program.arguments]
    with tempfile.TemporaryDirectory(prefix="muslcheck-stacks-") as empty:
        try:
            done = subprocess.run(
                command,
                cwd=empty,
                env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
                input=_input(program),
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"runs for more than {TIMEOUT_SECONDS} seconds"
    if done.returncode == 0:
        return ENDS
    if -done.returncode in SIGNALS:
        return CRASHES
    return f"exit {done.returncode}: {os.fsdecode(done.stderr)[:300]}"


def _input(program: Program) -> bytes:
    if program.input == "lines":
        return b"".join(b"%d\n" % (i * 7919 % 200003) for i in range(200000))
    return b""


def outcome(program: Program, where: Bench) -> list[Outcome]:
    """One program on every musl."""
    executable = built(program, where.room)
    report = judged(program, executable, where.room)
    asked = needed_stack(report) or 0
    out = []
    for musl in cache.loaders():
        truth, fixed = run(executable, program, where, musl), ""
        if truth == CRASHES and asked:
            fixed = _fixed(executable, program, where, musl, asked)
        out.append(Outcome(program, musl.version, flag_of(report), truth, asked, fixed))
    return out


def _fixed(executable: Path, program: Program, where: Bench, musl: cache.Loader, size: int) -> str:
    """How a copy ends that asks for this stack."""
    data = bytearray(executable.read_bytes())
    elf_edit.stack_size(data, str(size))
    with tempfile.TemporaryDirectory(prefix="muslcheck-stacks-") as folder:
        copy = Path(folder, executable.name)
        copy.write_bytes(data)
        copy.chmod(0o755)
        return run(copy, program, where, musl)


def outcomes(asked: Sequence[Program], jobs: int) -> Iterator[Outcome]:
    """Every program on every musl of the laboratory."""
    where = bench()
    with ThreadPoolExecutor(jobs) as pool:
        for some in pool.map(lambda program: outcome(program, where), asked):
            yield from some


def problems(found: Iterable[Outcome]) -> list[str]:
    """What breaks a promise about one program, a line each."""
    out = []
    for one in found:
        name = f"{one.program.name} on musl {one.musl}"
        if one.truth != one.program.truth:
            out.append(f"{name}: {one.truth}, where its file says: {one.program.truth}")
        elif one.truth == CRASHES and one.flag in ("fits", "no thread"):
            out.append(f"{name}: crashes, and nothing was said of it")
        elif one.truth == CRASHES and one.asked and one.fixed != ENDS:
            out.append(f"{name}: with {one.asked:,} bytes: {one.fixed}")
        elif one.truth == CRASHES and not one.asked and not one.program.sized:
            out.append(f"{name}: crashes, and no larger default is asked for")
    return out


def precision(found: Iterable[Outcome]) -> tuple[int, int]:
    """Of those that are said to exceed their stack, directly or through callbacks: how many crash, of how
    many.
    """
    alarms = [one for one in found if one.flag in ALARMS]
    return sum(one.truth == CRASHES for one in alarms), len(alarms)


def table(found: Sequence[Outcome]) -> str:
    """The programs as a table of Markdown, and the counts below it."""
    lines = [
        "| program | what it shows | said | on musl | with the stack asked for |",
        "|---|---|---|---|---|",
    ]
    for program in sorted({one.program for one in found}):
        own = [one for one in found if one.program == program]
        said = "; ".join(dict.fromkeys(one.flag for one in own))
        truth = "; ".join(dict.fromkeys(one.truth for one in own))
        fixed = "; ".join(dict.fromkeys(f"{one.fixed} ({one.asked >> 10} KiB)" for one in own if one.fixed))
        lines.append(f"| {program.name} | {program.title} | {said} | {truth} | {fixed} |")
    return "\n".join([*lines, "", counts(found)])


def counts(found: Sequence[Outcome]) -> str:
    """How many of each flag really crash, over every program and musl."""
    lines = ["| said | programs x musls | crash | end well |", "|---|---|---|---|"]
    for flag in [*FLAGS.values(), "no thread"]:
        own = [one for one in found if one.flag == flag]
        if own:
            crash = sum(one.truth == CRASHES for one in own)
            lines.append(f"| {flag} | {len(own)} | {crash} | {len(own) - crash} |")
    return "\n".join(lines)
