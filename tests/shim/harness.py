"""Builds the shim of all recipes and the recipes' test programs, and runs them under glibc and under real
musl.

Every test program ``tests/shim/NAME.c`` is compiled once, against glibc's headers. It tests the recipe NAME,
or those of its first line: ``/* recipes: A B``. Most share one executable that takes NAME as its argument;
one with constructors, or of an override, has an executable of its own. Under glibc its output is the golden;
the same code runs under each musl with the shim preloaded. There a recipe of scope private is called by its
private name, as a patched file would call it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from musl_compat import kb
from musl_compat.devtools.lab import cache, muslcc
from musl_compat.fix.shim import compile as building
from musl_compat.fix.shim import generate, recipe
from musl_compat.kb import targets
from musl_compat.loader.search import unreserved_glibc

HERE = Path(__file__).resolve().parent
ARCH = os.environ.get("MUSLCHECK_SHIM_ARCH", "x86_64")
"""``pytest tests/shim/test_recipes.py --arch aarch64`` sets it, for all of its processes."""
# As Debian builds for i386; musl has no other offsets. Tests of 64-bit times ask for them themselves.
WIDE = ("-D_FILE_OFFSET_BITS=64",) if ARCH == "i386" else ()
CFLAGS = ("-std=gnu11", "-O1", "-g0", "-fno-builtin", "-U_FORTIFY_SOURCE", "-fPIE", "-w", *WIDE)
BUILT_FOR, VERSIONS = "1.2.3", ("1.2.2", "1.2.3", "1.2.5", "1.2.6")
SHARED = "tests"


# With --valgrind: a read or write out of bounds, or a branch on what nobody wrote, ends the program with
# status REPORTED. musl's libc has no name, by which valgrind would know whose malloc to replace.
REPORTED = 77
CHECKER = ("valgrind", "--quiet", f"--error-exitcode={REPORTED}", "--soname-synonyms=somalloc=NONE")
REPORTS_OF_OTHERS = {
    "epoll_pwait2": "valgrind 3.19 does not know the call and leaves its answer unwritten",
    "sched_getattr": "hands the kernel a null pointer, to see the error",
    "ucontext": "valgrind does not know of the other stacks",
}
"""Test programs that valgrind reports, not for the sake of a recipe."""
TOOLS = muslcc.TOOLS[ARCH]
LOADERS = {
    "x86_64": "ld-linux-x86-64.so.2",
    "aarch64": "ld-linux-aarch64.so.1",
    "i386": "ld-linux.so.2",
}
NATIVE = ("x86_64", "i386")  # the others run in an emulator
VALGRIND = bool(os.environ.get("MUSLCHECK_SHIM_VALGRIND"))  # set by --valgrind
TIMEOUT = 60 if ARCH in NATIVE and not VALGRIND else 300  # seconds


class Glibc(NamedTuple):
    """The glibc whose answers are the golden: its loader and the folder of its libraries."""

    loader: Path
    libraries: Path


class Outcome(NamedTuple):
    """What one run printed on standard output, how it ended, and what it said besides."""

    output: bytes
    status: int
    errors: bytes


class Built(NamedTuple):
    """Everything that the tests run."""

    glibc: Glibc
    shim: Path
    tests: Path
    scratch: Path


class Program(NamedTuple):
    """A test program, the recipes that it tests, and whether it needs an executable of its own."""

    name: str
    recipes: tuple[str, ...]
    alone: bool

    @property
    def runs_here(self) -> bool:
        """Whether all its recipes are for this architecture, and glibc there has the names of x86_64.

        A program that names versions names those of x86_64.
        """
        if ARCH != "x86_64" and "@GLIBC_" in (HERE / f"{self.name}.c").read_text(encoding="utf-8"):
            return False
        known = recipe.catalogue().recipes
        found = [known[name] for name in self.recipes if name in known]
        return all(one.on(ARCH) and all(map(_has_golden, one.symbols)) for one in found)

    @property
    def private(self) -> list[tuple[str, str]]:
        """(NAME, private name) of each override that it tests."""
        known = recipe.catalogue().recipes
        found = [known[name] for name in self.recipes if name in known and known[name].scope == "private"]
        return [(symbol, one.exported(symbol)) for one in found for symbol in one.symbols]


def _has_golden(symbol: str) -> bool:
    """Has glibc this name on this architecture, unless it has it nowhere?"""
    facts = kb.facts(symbol) if ARCH != "x86_64" else None
    archs = {arch for entry in facts.glibc for _, its in entry.nodes for arch in its} if facts else set()
    return not archs or ARCH in archs


@lru_cache(maxsize=1)
def test_programs() -> dict[str, Program]:
    """All test programs by name, sorted."""
    every = (_program(path) for path in sorted(HERE.glob("*.c")))
    return {program.name: program for program in every if program.runs_here}


def _program(path: Path) -> Program:
    text = path.read_text(encoding="utf-8")
    header = re.match(r"/\* recipes:((?: \w+)+)(?: \*/)?\n", text)
    program = Program(path.stem, tuple(header[1].split()) if header else (path.stem,), False)
    return program._replace(alone="__attribute__((constructor" in text or program.private != [])


def golden_glibc() -> Glibc:
    """The newest glibc of the laboratory."""
    libraries = muslcc.package("libc6", "sid", TOOLS.debian) / "usr/lib" / TOOLS.triplet
    return Glibc(libraries / LOADERS[ARCH], libraries)


def libraries_of(glibc: Glibc) -> list[Path]:
    """The libraries whose symbols the tests may use."""
    vectors = [] if ARCH == "i386" else ["libmvec.so.1"]  # glibc has none for i386
    names = ["libm.so.6", *vectors, "libresolv.so.2", "libanl.so.1", "libc.so.6"]
    return [glibc.libraries / name for name in names]


def run_tool(command: Sequence[str], cwd: Path) -> None:
    """Run a build tool; an assertion shows its messages when it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{shlex.join(command)[:300]}\n{done.stderr[-6000:]}"


def _chunks(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[i : i + size] for i in range(0, len(items), size))


def only_versioned(glibc: Glibc) -> dict[str, str]:
    """Names that glibc keeps for old programs only, and so hides from the linker: name ->
    ``name@VERSION``, the newest.
    """
    default: set[str] = set()
    hidden: dict[str, tuple[list[int], str]] = {}
    for library in (*libraries_of(glibc), glibc.loader):
        listing = subprocess.run(
            ["readelf", "-W", "--dyn-syms", str(library)], capture_output=True, text=True, check=True
        )
        for name, mark, version in re.findall(r"\s(\w+)(@@?)GLIBC_([\d.]+)$", listing.stdout, re.M):
            number = [int(part) for part in version.split(".")]
            if mark == "@@":
                default.add(name)
            elif number > hidden.get(name, ([], ""))[0]:
                hidden[name] = (number, f"{name}@GLIBC_{version}")
    return {name: full for name, (_, full) in hidden.items() if name not in default}


def compile_tests(programs: Sequence[Program], folder: Path, glibc: Glibc) -> None:
    """Compile the test programs to ``folder/NAME.o`` and ``NAME.musl.o``. The main of one that shares an
    executable becomes ``shimtest_NAME``.
    """
    renames = folder / "versioned"
    renames.write_text("".join(f"{a} {b}\n" for a, b in only_versioned(glibc).items()), encoding="utf-8")

    def chunk(part: Sequence[Program]) -> None:
        run_tool(
            [TOOLS.tool("gcc"), *CFLAGS, f"-I{HERE}", "-c", *(str(HERE / f"{p.name}.c") for p in part)],
            folder,
        )
        for name, _, alone in part:
            main = [] if alone else [f"--redefine-sym=main=shimtest_{name}"]
            private = [f"--redefine-sym={old}={new}" for old, new in test_programs()[name].private]
            run_tool([TOOLS.tool("objcopy"), *main, *private, f"{name}.o", f"{name}.musl.o"], folder)
            run_tool([TOOLS.tool("objcopy"), *main, f"--redefine-syms={renames}", f"{name}.o"], folder)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(chunk, _chunks(list(programs), 24)))


def link_tests(programs: Sequence[Program], folder: Path, glibc: Glibc, shim: Path) -> None:
    """For the shared test programs and for each that stands alone two executables: ``NAME.glibc`` linked
    against this glibc, ``NAME.musl`` against the shim first.
    """
    shared = [p.name for p in programs if not p.alone]
    (folder / "driver.c").write_text(_driver(shared), encoding="utf-8")
    run_tool([TOOLS.tool("gcc"), *CFLAGS, "-c", "driver.c"], folder)
    objects = {SHARED: shared} | {p.name: [p.name] for p in programs if p.alone}

    def link(name: str) -> None:
        extra = ["driver.o"] if name == SHARED else []
        for_glibc, for_musl = _link_options(glibc, shim)
        start = [] if name == SHARED else _start_files(test_programs()[name], folder)
        mine = [f"{n}.o" for n in objects[name]], [f"{n}.musl.o" for n in objects[name]]
        run_tool([TOOLS.tool("gcc"), "-pie", "-o", f"{name}.glibc", *extra, *mine[0], *for_glibc], folder)
        run_tool(
            [TOOLS.tool("gcc"), "-pie", *start, "-o", f"{name}.musl", *extra, *mine[1], *for_musl], folder
        )

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(link, objects))


def _driver(names: Sequence[str]) -> str:
    lines = ["#include <stdio.h>", "#include <string.h>"]
    lines += [f"int shimtest_{n}(int, char **, char **);" for n in names]
    lines += ["static const struct { const char *name; int (*run)(int, char **, char **); } tests[] = {"]
    lines += [f'\t{{"{n}", shimtest_{n}}},' for n in names]
    lines += ["};", "int main(int argc, char **argv, char **envp)", "{"]
    lines += ["\tfor (unsigned i = 0; argc > 1 && i < sizeof tests / sizeof *tests; i++)"]
    lines += ["\t\tif (!strcmp(tests[i].name, argv[1])) return tests[i].run(argc - 1, argv + 1, envp);"]
    lines += ["\treturn 98;", "}"]
    return "\n".join(lines) + "\n"


def _link_options(glibc: Glibc, shim: Path) -> tuple[list[str], list[str]]:
    libraries = [str(library) for library in libraries_of(glibc)]
    rest = [
        "-nodefaultlibs",
        "-rdynamic",
        "-Wl,--as-needed",
        *libraries,
        str(glibc.loader),
        "-Wl,--allow-shlib-undefined",
    ]
    gcc = ["-lgcc", "-lgcc_eh"]
    # glibc keeps atexit and the like in a static library, musl in libc: left to the loader there
    return (
        [*rest, "-lc_nonshared", "-l:libatomic.a", *gcc],
        [str(shim), *rest, "-Wl,--unresolved-symbols=ignore-all", *gcc],
    )


def _start_files(program: Program, folder: Path) -> list[str]:
    """The option that gives an executable the start code that calls an override of __libc_start_main."""
    renames = [f"--redefine-sym={old}={new}" for old, new in program.private if old == "__libc_start_main"]
    if not renames:
        return []
    place = folder / f"{program.name}.start"
    place.mkdir()
    found = subprocess.run(
        [TOOLS.tool("gcc"), "-print-file-name=Scrt1.o"], capture_output=True, text=True, check=True
    )
    run_tool([TOOLS.tool("objcopy"), *renames, found.stdout.strip(), str(place / "Scrt1.o")], folder)
    return [f"-B{place}/"]


def build(folder: Path) -> None:
    """The shim of every recipe, and the tests, below this folder."""
    catalogue = recipe.catalogue()
    target = targets.get(f"musl:{BUILT_FOR}")
    public, private = catalogue.symbols(ARCH), catalogue.symbols(ARCH, "private")
    shim = generate.plan(public, private=private, arch=ARCH, target=target, stubs=unreserved_glibc())
    for name in ("shim", "tests", "scratch"):
        (folder / name).mkdir(parents=True)
    generate.write(shim, folder / "shim")
    library = building.build(shim, folder / "shim", muslcc.compiler(folder, tools=TOOLS), target)
    (folder / "shim/libgcc_s.so.1").symlink_to(_unwinder())
    programs = list(test_programs().values())
    glibc = golden_glibc()
    compile_tests(programs, folder / "tests", glibc)
    link_tests(programs, folder / "tests", glibc, library)


def _unwinder() -> Path:
    """gcc's libgcc_s.so.1, which backtrace loads."""
    done = subprocess.run(
        [TOOLS.tool("gcc"), "-print-file-name=libgcc_s.so.1"], capture_output=True, text=True, check=True
    )
    path = Path(done.stdout.strip())
    assert path.is_absolute(), "gcc has no libgcc_s.so.1"
    return path.resolve()


def found(folder: Path) -> Built:
    """What ``build`` made below this folder."""
    return Built(golden_glibc(), folder / "shim" / "libglibc-shim.so", folder / "tests", folder / "scratch")


def _executable(built: Built, name: str, libc: str) -> list[str]:
    program = test_programs()[name]
    return (
        [str(built.tests / f"{name}.{libc}")]
        if program.alone
        else [str(built.tests / f"{SHARED}.{libc}"), name]
    )


def _run(command: Sequence[str], cwd: Path) -> Outcome:
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/", "TZ": "UTC", "LANG": "C"}
    done = subprocess.run(
        [*_emulator(), *command], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
        env=environment, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    return Outcome(done.stdout, done.returncode, done.stderr)


def under_glibc(built: Built, name: str) -> Outcome:
    """One test under glibc."""
    glibc = built.glibc
    options = ["--library-path", str(glibc.libraries)]
    return _run([str(glibc.loader), *options, *_executable(built, name, "glibc")], built.scratch)


def under_musl(built: Built, name: str, version: str) -> Outcome:
    """One test under a real musl with the shim preloaded; the shim's folder also holds the stub libraries."""
    command = [_musl(version), "--library-path", str(built.shim.parent)]
    if VALGRIND:
        # Its own library comes by LD_PRELOAD, which --preload would overrule; the programs need the shim.
        command = [*CHECKER, *command]
    else:
        command += ["--preload", str(built.shim)]
    return _run([*command, *_executable(built, name, "musl")], built.scratch)


def without_shim(built: Built, name: str, version: str) -> Outcome:
    """One test, linked for glibc, under a real musl that has no help."""
    return _run([_musl(version), *_executable(built, name, "glibc")], built.scratch)


def _musl(version: str) -> str:
    return str(cache.loader(version, TOOLS.debian).path)


@lru_cache(maxsize=1)
def _emulator() -> list[str]:
    """What runs a program of this architecture, itself of the laboratory."""
    if ARCH in NATIVE:
        return []
    return [str(muslcc.package("qemu-user-static", "bookworm") / f"usr/bin/qemu-{ARCH}-static")]
