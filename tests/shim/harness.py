"""Builds the shim of all recipes and the recipes' test programs, and runs them under glibc and under real musl.

Every test program ``tests/shim/NAME.c`` is compiled once, against glibc's headers, into one executable that takes NAME as its
argument. Under glibc its output is the golden; the same executable, unchanged, runs under each musl with the shim preloaded.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CFLAGS = ("-std=gnu11", "-O1", "-g0", "-fno-builtin", "-U_FORTIFY_SOURCE", "-fPIE", "-Wall", "-Wextra", "-Wno-unused-result")
TIMEOUT = 10


class Glibc(NamedTuple):
    """The glibc whose answers are the golden: its loader and the folder of its libraries."""

    loader: Path
    libraries: Path


class Outcome(NamedTuple):
    """What one run printed and how it ended."""

    output: bytes
    status: int


def libraries_of(glibc: Glibc) -> list[Path]:
    """The libraries whose symbols the tests may use."""
    return [glibc.libraries / n for n in ("libm.so.6", "libmvec.so.1", "libresolv.so.2", "libanl.so.1", "libc.so.6")]


def test_programs() -> list[str]:
    """The names of all recipes that have a test program, sorted."""
    return sorted(p.stem for p in HERE.glob("*.c"))


def run_tool(command: Sequence[str], cwd: Path) -> None:
    """Run a build tool; an assertion shows its messages when it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{shlex.join(command)[:300]}\n{done.stderr[-6000:]}"


def _chunks(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[i : i + size] for i in range(0, len(items), size))


def only_versioned(glibc: Glibc) -> dict[str, str]:
    """Names that glibc keeps for old programs only, and so hides from the linker: name -> ``name@VERSION``, the newest."""
    default: set[str] = set()
    hidden: dict[str, tuple[list[int], str]] = {}
    for library in (*libraries_of(glibc), glibc.loader):
        listing = subprocess.run(["readelf", "-W", "--dyn-syms", str(library)], capture_output=True, text=True, check=True)
        for name, mark, version in re.findall(r"\s(\w+)(@@?)GLIBC_([\d.]+)$", listing.stdout, re.M):
            number = [int(part) for part in version.split(".")]
            if mark == "@@":
                default.add(name)
            elif number > hidden.get(name, ([], ""))[0]:
                hidden[name] = (number, f"{name}@GLIBC_{version}")
    return {name: full for name, (_, full) in hidden.items() if name not in default}


def compile_tests(names: Sequence[str], folder: Path, glibc: Glibc) -> None:
    """Compile the test programs to ``folder/NAME.o``, each with its main named ``shimtest_NAME``."""
    renames = folder / "versioned"
    renames.write_text("".join(f"{a} {b}\n" for a, b in only_versioned(glibc).items()), encoding="utf-8")

    def chunk(part: Sequence[str]) -> None:
        run_tool(["gcc", *CFLAGS, f"-I{HERE}", "-c", *(str(HERE / f"{n}.c") for n in part)], folder)
        for name in part:
            main = f"--redefine-sym=main=shimtest_{name}"
            run_tool(["objcopy", main, f"--redefine-syms={renames}", f"{name}.o"], folder)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(chunk, _chunks(list(names), 40)))


def link_tests(names: Sequence[str], folder: Path, glibc: Glibc) -> Path:
    """One executable of all test programs, linked against this glibc."""
    driver = folder / "driver.c"
    lines = ["#include <stdio.h>", "#include <string.h>"]
    lines += [f"int shimtest_{n}(int, char **, char **);" for n in names]
    lines += ["static const struct { const char *name; int (*run)(int, char **, char **); } tests[] = {"]
    lines += [f'\t{{"{n}", shimtest_{n}}},' for n in names]
    lines += ["};", "int main(int argc, char **argv, char **envp)", "{"]
    lines += ["\tfor (unsigned i = 0; argc > 1 && i < sizeof tests / sizeof *tests; i++)"]
    lines += ["\t\tif (!strcmp(tests[i].name, argv[1])) return tests[i].run(argc - 1, argv + 1, envp);"]
    lines += ["\treturn 98;", "}"]
    driver.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run_tool(["gcc", *CFLAGS, "-c", "driver.c"], folder)
    libraries = [str(library) for library in libraries_of(glibc)]
    loader = str(glibc.loader)
    objects = [f"{n}.o" for n in names]
    run_tool(
        ["gcc", "-pie", "-o", "tests", "driver.o", *objects, "-nodefaultlibs", "-rdynamic", "-Wl,--as-needed"]
        + [*libraries, loader, "-Wl,--allow-shlib-undefined", "-lc_nonshared", "-lgcc", "-lgcc_eh"],
        folder,
    )
    return folder / "tests"


def _run(command: Sequence[str], cwd: Path) -> Outcome:
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/", "TZ": "UTC", "LANG": "C"}
    done = subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    output = done.stdout if done.returncode == 0 else done.stdout + done.stderr[-2000:]
    return Outcome(output, done.returncode)


def under_glibc(executable: Path, name: str, glibc: Glibc, cwd: Path) -> Outcome:
    """One test under glibc."""
    return _run([str(glibc.loader), "--library-path", str(glibc.libraries), str(executable), name], cwd)


def under_musl(executable: Path, name: str, loader: Path, shim: Path, cwd: Path) -> Outcome:
    """One test under a real musl with the shim preloaded; the shim's folder also holds the stub libraries."""
    return _run([str(loader), "--preload", str(shim), "--library-path", str(shim.parent), str(executable), name], cwd)
