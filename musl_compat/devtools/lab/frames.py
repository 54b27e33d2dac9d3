"""``lab frames``: what the core reads of functions' frames and calls, against what compilers say themselves.

Real projects (``projects.py``) are compiled with ``-fstack-usage`` and ``-fcallgraph-info``, linked into
shared objects and read. A frame is compared with the compiler's own number, function by function: by
address, so that a stripped object is compared too. Calls are compared with gcc's call graph (clang writes
none). Nothing that is built is run.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab import cache, projects
from musl_compat.devtools.lab.projects import Project
from musl_compat.elf.code import DYNAMIC, IMPORT, NOFRAME, Code, RefKind
from musl_compat.errors import InputError

NO_TABLES = ("-fno-asynchronous-unwind-tables", "-fno-unwind-tables")
HARDENED = ("-O2", "-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=2")


class Machine(NamedTuple):
    """A compiler for a machine. ``branch``: its option for marked branch targets; ``pushed``: bytes of return
    address that a call pushes and that clang does not count, nor the arguments that it pushes there;
    ``tables``: its option for unwind tables where it writes none for C unless it is asked to.
    """

    name: str
    command: str
    family: str
    options: tuple[str, ...]
    branch: str
    pushed: int
    tables: tuple[str, ...] = ()


MACHINES = (
    Machine("x86_64", "gcc", "gcc", (), "-fcf-protection", 8),
    Machine("x86_64", "clang", "clang", (), "-fcf-protection", 8),
    Machine("aarch64", "aarch64-linux-gnu-gcc", "gcc", (), "-mbranch-protection=standard", 0),
    Machine("aarch64", "clang", "clang", ("--target=aarch64-linux-gnu",), "-mbranch-protection=standard", 0),
    Machine("i386", "i686-linux-gnu-gcc", "gcc", (), "-fcf-protection", 4),
    Machine("armhf", "arm-linux-gnueabihf-gcc", "gcc", (), "", 0, ("-funwind-tables",)),
    Machine("riscv64", "riscv64-linux-gnu-gcc", "gcc", (), "", 0, ("-fasynchronous-unwind-tables",)),
)


class Config(NamedTuple):
    """One way to build. ``strip``: the symbols are taken away before the object is read."""

    name: str
    flags: tuple[str, ...]
    strip: bool = False

    @property
    def build(self) -> str:
        """What its build is called: that of another configuration, when only stripping differs."""
        return self.name.removesuffix("-stripped")


CONFIGS = (
    Config("O2", ("-O2",)),
    Config("O0", ("-O0",)),
    Config("Os", ("-Os",)),
    Config("hardened", HARDENED),
    Config("frame-pointers", ("-O2", "-fno-omit-frame-pointer")),
    Config("no-tables", ("-O2", *NO_TABLES)),
    Config("O2-stripped", ("-O2",), True),
    Config("no-tables-stripped", ("-O2", *NO_TABLES), True),
)
# Frames of these come from the unwind tables alone, whatever else a build changes.
TABLES_ONLY = ("i386", "armhf", "riscv64")


class Job(NamedTuple):
    """One object to read."""

    project: Project
    machine: Machine
    config: Config

    @property
    def label(self) -> str:
        """For messages."""
        return f"{self.project.name} {self.machine.name} {self.machine.family} {self.config.name}"


class Node(NamedTuple):
    """What a compiler says of one function. ``bounded``: its frame has a size that is known."""

    unit: int
    name: str
    frame: int
    bounded: bool


class Truth(NamedTuple):
    """What a compiler says of a project: functions, and calls as (unit, caller, callee)."""

    nodes: list[Node]
    calls: set[tuple[int, str, str]]


class Outcome(NamedTuple):
    """How one object compares.

    ``absent``: functions that the linker left out (parts of a template's second copy). ``wrong``: (function,
    ours, the compiler's) of frames that differ; ``unknown``: frames that are said to be not known; ``lost``:
    functions whose start was not found; ``unmarked``: frames without a bound that were not seen to be such.
    ``calls``: those of gcc's graph; ``missed``: of them not found; ``gone``: of them neither found nor in the
    disassembly, as gcc took them out later; ``beyond``: calls that its graph has not and that a
    disassembler sees too; ``invented``: the rest.
    """

    job: Job
    functions: int
    absent: list[str]
    unknown: list[str]
    wrong: list[tuple[str, int, int]]
    lost: list[str]
    unbounded: int
    unmarked: list[str]
    calls: int
    missed: list[tuple[str, str]]
    gone: list[tuple[str, str]]
    beyond: list[tuple[str, str]]
    invented: list[tuple[str, str]]

    @property
    def exact(self) -> int:
        """How many frames are the compiler's, to the byte."""
        return self.functions - len(self.wrong) - len(self.lost) - len(self.unknown)

    @property
    def under(self) -> int:
        """The largest underestimate, in bytes."""
        return max([0, *(want - ours for _, ours, want in self.wrong)])

    @property
    def over(self) -> int:
        """The largest overestimate, in bytes."""
        return max([0, *(ours - want for _, ours, want in self.wrong)])


# -- building -------------------------------------------------------------------------------------


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InputError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.strip()[-800:]}")
    return done.stdout


def _compiler(machine: Machine, unit: str) -> list[str]:
    plus = machine.command if unit.endswith(".c") else machine.command.replace("gcc", "g++")
    return [plus.replace("clang", "clang" if unit.endswith(".c") else "clang++"), *machine.options]


def build(job: Job) -> Path:
    """The folder that holds ``lib.so`` and each unit's report, kept in the cache by compiler and command."""
    source = projects.prepare(job.project)
    units = projects.units(job.project, source)
    flags = [*job.config.flags, *job.machine.tables, "-w", "-fPIC", "-fstack-usage"]
    if job.config.name == "hardened" and job.machine.branch:
        flags.append(job.machine.branch)
    if job.machine.family == "gcc":
        flags.append("-fcallgraph-info=su")
    flags += projects.options(job.project, source)
    version = _run([job.machine.command, "--version"], source).splitlines()[0]
    pushes = _BEFORE_FRAMES if job.machine.family == "clang" and job.machine.pushed else ()
    recipe = hashlib.sha256("\n".join([version, *flags, *pushes, *units]).encode()).hexdigest()[:16]

    def compile_units(place: Path) -> None:
        for number, unit in enumerate(units):
            command = [*_compiler(job.machine, unit), *flags, "-c", str(source / unit)]
            _run([*command, "-o", f"{number:03}.o"], place)
            if pushes:
                code = _run([*command[:-2], *pushes, str(source / unit), "-o", "-"], place)
                said = "".join(f"{name}\t{size}\n" for name, size in _pushes(code))
                (place / f"{number:03}.pushes").write_text(said, encoding="utf-8")
        objects = [f"{number:03}.o" for number in range(len(units))]
        linker = _compiler(job.machine, units[0])
        lld = ["-fuse-ld=lld"] if job.machine.family == "clang" and job.machine.options else []
        _run([*linker, *lld, "-shared", *objects, "-o", "lib.so"], place)
        native = job.machine.options == () and job.machine.family == "clang"
        _run(["strip" if native else _strip(job.machine), "lib.so", "-o", "stripped.so"], place)

    machine = f"{job.machine.name}-{job.machine.family}"
    name = f"{job.project.name}-{recipe}"
    return cache.made(cache.directory() / "frames" / machine / job.config.build / name, compile_units)


# clang's own view of a unit before it lays out frames: each call with the bytes of arguments that it takes.
_BEFORE_FRAMES = ("-S", "-mllvm", "-stop-before=prologepilog")
_CALL = re.compile(r"ADJCALLSTACKDOWN64 (\d+),")


def _pushes(code: str) -> Iterator[tuple[str, int]]:
    """(function, most bytes of arguments that it pushes for one call), from clang's machine code. Where one
    call pushes, room for no call is part of the frame; each takes its own, in steps of 16.
    """
    for text in code.split("\nname: ")[1:]:
        if "    PUSH64" in text:
            most = max(map(int, _CALL.findall(text)), default=0)
            yield text.split("\n", 1)[0].strip(" '\""), (most + 15) // 16 * 16


def _strip(machine: Machine) -> str:
    if machine.family == "gcc":
        return machine.command.replace("gcc", "strip")
    return f"{machine.name}-linux-gnu-strip"


# -- what compilers say ---------------------------------------------------------------------------

_NODE = re.compile(r'node: \{ title: "([^"]*)" label: "[^"]*?(\d+) bytes \(([a-z,]*)\)')
_EDGE = re.compile(r'edge: \{ sourcename: "([^"]*)" targetname: "([^"]*)"')


def truth(place: Path, machine: Machine) -> Truth:
    """Reads the .ci files of gcc, or the .su and .pushes files of clang."""
    found = Truth([], set())
    if machine.family == "gcc":
        for path in sorted(place.glob("*.ci")):
            _from_gcc(int(path.stem), path.read_text(encoding="utf-8"), found)
    else:
        for path in sorted(place.glob("*.su")):
            more = _pushed(path.with_suffix(".pushes")) if machine.pushed else {}
            for line in path.read_text(encoding="utf-8").splitlines():
                where, size, kind = line.rsplit("\t", 2)
                name, frame = where.rpartition(":")[2], int(size) + machine.pushed
                frame += more.get(name, 0)
                found.nodes.append(Node(int(path.stem), name, frame, kind == "static"))
    return found


def _pushed(path: Path) -> dict[str, int]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return {name: int(size) for name, size in rows}


def _from_gcc(unit: int, text: str, found: Truth) -> None:
    for title, size, kind in _NODE.findall(text):
        found.nodes.append(Node(unit, title.rpartition(":")[2], int(size), kind != "dynamic"))
    for caller, callee in _EDGE.findall(text):
        callee = callee.rpartition(":")[2].removeprefix("*")
        if callee != "__indirect_call":
            found.calls.add((unit, caller.rpartition(":")[2], callee))


class Names:
    """The symbol table of what was linked: local names by unit, global ones, and the way back."""

    def __init__(self, place: Path, job: Job, units: list[str]) -> None:
        self.own: dict[tuple[int, str], int] = {}
        self.common: dict[str, int] = {}
        self.at: dict[int, tuple[list[int], str]] = {}
        mark = 1 if job.machine.name == "armhf" else 0  # the Thumb bit of an address
        here: list[int] = []
        for line in _run(["readelf", "-sW", "lib.so"], place).partition(".symtab'")[2].splitlines():
            field = line.split()
            if len(field) < 8 or not field[0].endswith(":"):
                continue
            kind, name = field[3], field[7]
            if kind == "FILE":  # not in the order of the command line
                here = [number for number, unit in enumerate(units) if Path(unit).name == name]
            elif kind in ("FUNC", "IFUNC") and field[6] != "UND":
                # hidden ones of templates are local here, and the first unit's
                own = field[4] == "LOCAL" and field[5] != "HIDDEN"
                self._add(here if own else [], name, int(field[1], 16) & ~mark)

    def _add(self, units: list[int], name: str, address: int) -> None:
        for unit in units:
            self.own[unit, name] = address
        if not units:
            self.common[name] = address
        self.at.setdefault(address, (units, name))

    def address(self, unit: int, name: str) -> int | None:
        """Where a name of a unit was linked to."""
        return self.own.get((unit, name), self.common.get(name))


# -- comparing ------------------------------------------------------------------------------------


def compare(job: Job, place: Path) -> Outcome:
    """Reads the object and holds it against the compiler's reports."""
    source = projects.prepare(job.project)
    said, names = truth(place, job.machine), Names(place, job, projects.units(job.project, source))
    file = "stripped.so" if job.config.strip else "lib.so"
    code = Code.from_bytes((place / file).read_bytes())
    ours = {f.addr: f for f in code.functions()}
    outcome = Outcome(job, 0, [], [], [], [], 0, [], 0, [], [], [], [])
    seen: set[int] = set()
    functions = unbounded = 0
    for node in said.nodes:
        address = names.address(node.unit, node.name)
        if address is None:
            outcome.absent.append(node.name)
            continue
        if address in seen:
            continue  # of a template or an inline function the linker keeps the first unit's
        seen.add(address)
        got = ours.get(address)
        if not node.bounded:
            unbounded += 1
            if got is None or not got.flags & DYNAMIC:
                outcome.unmarked.append(node.name)
            continue
        functions += 1
        if got is None:
            outcome.lost.append(node.name)
        elif got.flags & NOFRAME:
            outcome.unknown.append(node.name)
        elif got.frame != node.frame:
            outcome.wrong.append((node.name, got.frame, node.frame))
    calls = 0
    if said.calls and code.has_calls and not job.config.strip:
        calls = _compare_calls(said, names, code, seen, place, outcome)
    return outcome._replace(functions=functions, unbounded=unbounded, calls=calls)


def _compare_calls(
    said: Truth, names: Names, code: Code, known: set[int], place: Path, outcome: Outcome
) -> int:
    want: set[tuple[int | str, int | str]] = set()
    first: dict[int, int] = {}
    for node in said.nodes:
        address = names.address(node.unit, node.name)
        if address is not None:
            first.setdefault(address, node.unit)
    for unit, caller, callee in said.calls:
        start, end = names.address(unit, caller), names.address(unit, callee)
        if start is not None and first[start] == unit and start != end:
            want.add((start, callee if end is None else end))
    found: set[tuple[int | str, int | str]] = set(_calls(code, names))
    absent = want - found
    inside = {pair for pair in found - want if pair[0] in known and pair[1] in known and pair[0] != pair[1]}
    real = _disassembled(outcome.job, place, names) if inside or absent else set()
    outcome.missed.extend(_shown(names, pair) for pair in absent & real)
    outcome.gone.extend(_shown(names, pair) for pair in absent - real)
    outcome.beyond.extend(_shown(names, pair) for pair in inside & real)
    outcome.invented.extend(_shown(names, pair) for pair in inside - real)
    return len(want)


_LABEL = re.compile(r"^([0-9a-f]+) <[^>]*>:$")
_BRANCH = re.compile(
    r"\t(?:bnd |notrack )?(?:call|j[a-z]+|bl?|b\.[a-z]+|cbn?z\t\w+,|tbn?z\t\w+, #\d+,)\s+([0-9a-f]+) "
    r"<(?:([^@>]+)@plt>)?"
)


def _disassembled(job: Job, place: Path, names: Names) -> set[tuple[int | str, int | str]]:
    """(caller, callee) of every direct call and jump between functions, as objdump reads them; one by the
    procedure linkage table is a call of the function that it names, by name where it is imported.
    """
    prefix = "" if job.machine.command == "gcc" else f"{job.machine.name}-linux-gnu-"
    out: set[tuple[int | str, int | str]] = set()
    caller = 0
    for line in _run([f"{prefix}objdump", "-d", "--no-show-raw-insn", "lib.so"], place).splitlines():
        label, branch = _LABEL.match(line), _BRANCH.search(line)
        if label:
            caller = _whole(int(label[1], 16), names)
        elif branch:
            stub = names.common.get(branch[2], branch[2]) if branch[2] else None
            out.add((caller, stub or _whole(int(branch[1], 16), names)))
    return out


def _shown(names: Names, pair: tuple[int | str, int | str]) -> tuple[str, str]:
    caller, callee = (names.at[end][1] if isinstance(end, int) else end for end in pair)
    return caller, callee


def _calls(code: Code, names: Names) -> Iterator[tuple[int, int | str]]:
    """(caller's address, callee's address or imported name); a .cold part is its function."""
    starts = {f.number: _whole(f.addr, names) for f in code.functions()}
    for number, start in starts.items():
        for ref in code.refs(number):
            if ref.kind is RefKind.TAKES:
                continue
            if ref.target & IMPORT:
                yield start, code.image.symbol(ref.target & ~IMPORT).name
            else:
                yield start, starts[ref.target]


def _whole(address: int, names: Names) -> int:
    units, name = names.at.get(address, ([], ""))
    whole, cold, _ = name.partition(".cold")
    if not cold:
        return address
    return next(
        (names.own[u, whole] for u in units if (u, whole) in names.own), names.common.get(whole, address)
    )


# -- all of it ------------------------------------------------------------------------------------


def jobs(
    wanted: Iterable[str] = (),
    machines: Iterable[str] = (),
    configs: Iterable[str] = (),
    families: Iterable[str] = (),
) -> list[Job]:
    """Every combination that can be compared and whose compiler is installed; empty filters keep all."""
    out = []
    for machine in MACHINES:
        if not shutil.which(machine.command) or (machines and machine.name not in machines):
            continue
        if families and machine.family not in families:
            continue
        for config in CONFIGS:
            if (configs and config.name not in configs) or not _applies(config, machine):
                continue
            out += [Job(p, machine, config) for p in projects.PROJECTS if not wanted or p.name in wanted]
    return out


def _applies(config: Config, machine: Machine) -> bool:
    return machine.name not in TABLES_ONLY or config.build == "O2"


def run(every: list[Job], threads: int) -> Iterator[Outcome]:
    """Builds and compares; the cache keeps what was built."""
    built: dict[tuple[object, ...], Job] = {}
    for job in every:
        built.setdefault((job.project.name, job.machine, job.config.build), job)
    with ThreadPoolExecutor(threads) as pool:
        places = dict(zip(built, pool.map(build, built.values()), strict=True))
    for job in every:
        yield compare(job, places[job.project.name, job.machine, job.config.build])


# -- saying it ------------------------------------------------------------------------------------

WANTED = {"O2": 99.9}
"""Per cent of frames that must be exact; elsewhere 99."""
TABLES_WANTED = 90.0
"""Per cent of frames that must be exact of machines of which only the tables are read."""
UNDER = 64
"""Bytes by which a frame may be too small at most."""


class Line(NamedTuple):
    """The sum over all projects of one configuration."""

    machine: Machine
    config: Config
    outcomes: list[Outcome]

    def total(self, field: str) -> int:
        """The sum of a number, or of the lengths of a list."""
        values = [getattr(o, field) for o in self.outcomes]
        return sum(v if isinstance(v, int) else len(v) for v in values)

    @property
    def share(self) -> float:
        """Per cent of frames that are exact."""
        return 100 * self.total("exact") / max(1, self.total("functions"))

    @property
    def kept(self) -> bool:
        """Is the promise kept?"""
        return self.share >= self.wanted and max(o.under for o in self.outcomes) <= UNDER

    @property
    def wanted(self) -> float:
        """Per cent of frames that must be exact."""
        return TABLES_WANTED if self.machine.name in TABLES_ONLY else WANTED.get(self.config.name, 99.0)


def lines(outcomes: Iterable[Outcome]) -> list[Line]:
    """The outcomes by machine, compiler and configuration, in their order."""
    found: dict[tuple[Machine, Config], Line] = {}
    for one in outcomes:
        key = (one.job.machine, one.job.config)
        found.setdefault(key, Line(*key, [])).outcomes.append(one)
    return list(found.values())


def table(every: Iterable[Line]) -> str:
    """The sums as Markdown."""
    rows = [
        "| machine | compiler | build | functions | exact | most under | most over | not known "
        "| start not found | calls of gcc's graph | found | more, confirmed | more, not |",
        "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for line in every:
        calls = line.total("calls") - line.total("gone")
        graph = [calls, calls - line.total("missed"), line.total("beyond"), line.total("invented")]
        numbers = [
            f"{line.share:.2f} %",
            max(o.under for o in line.outcomes),
            max(o.over for o in line.outcomes),
            line.total("unknown"),
            line.total("lost"),
            *(graph if calls else [""] * 4),
        ]
        cells = [line.machine.name, line.machine.family, line.config.name, line.total("functions"), *numbers]
        rows.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(rows)


def by_project(every: Iterable[Line]) -> str:
    """Exact frames of each project, a column for each build, as Markdown."""
    chosen = list(every)
    names = list(dict.fromkeys(o.job.project.name for line in chosen for o in line.outcomes))
    heads = [f"{line.machine.name} {line.machine.family} {line.config.name}" for line in chosen]
    rows = ["| project | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for name in names:
        cells = []
        for line in chosen:
            one = next((o for o in line.outcomes if o.job.project.name == name), None)
            cells.append(f"{one.exact} of {one.functions}" if one else "")
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def differences(outcome: Outcome) -> Iterator[str]:
    """Everything in which one object differs, a line each."""
    for name, ours, want in outcome.wrong:
        yield f"{outcome.job.label}: {name}: {ours} bytes, the compiler says {want}"
    for kind in ("absent", "unknown", "lost", "unmarked", "missed", "gone", "invented"):
        for what in getattr(outcome, kind):
            yield f"{outcome.job.label}: {kind}: {what if isinstance(what, str) else ' -> '.join(what)}"
