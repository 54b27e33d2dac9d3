"""Programs compiled for tests, with what the compiler itself says of their frames and calls."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

WANTED = ("gcc", "aarch64-linux-gnu-gcc")
COMPILERS = [cc for cc in WANTED if shutil.which(cc)]
HAS_CXX = shutil.which("g++") is not None
NO_TABLES = ("-fno-asynchronous-unwind-tables", "-fno-unwind-tables")


class Truth(NamedTuple):
    """What gcc wrote: bytes of each frame, names of those without a bound, and (caller, callee) pairs."""

    frames: dict[str, int]
    unbounded: set[str]
    calls: set[tuple[str, str]]


def build(
    folder: Path, sources: dict[str, str], flags: Iterable[str], cc: str = "gcc", link: Iterable[str] = ()
) -> Path:
    """Compile and link sources (name -> text) into ``folder/program``; .su and .ci files stay beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    objects = []
    for name, text in sources.items():
        (folder / name).write_text(text, encoding="utf-8")
        compiler = cc.replace("gcc", "g++") if name.endswith(".cc") else cc
        command = [compiler, "-w", "-fstack-usage", "-fcallgraph-info", *flags, "-c", name]
        subprocess.run(command, cwd=folder, check=True)
        objects.append(Path(name).stem + ".o")
    linker = cc.replace("gcc", "g++") if any(n.endswith(".cc") for n in sources) else cc
    subprocess.run([linker, *objects, *link, "-o", "program"], cwd=folder, check=True)
    return folder / "program"


def stripped(program: Path, cc: str = "gcc") -> Path:
    """A copy without section .symtab."""
    out = program.with_suffix(".stripped")
    subprocess.run([cc.replace("gcc", "strip"), str(program), "-o", str(out)], check=True)
    return out


def truth(folder: Path) -> Truth:
    """What gcc says of all that was compiled in a folder."""
    frames: dict[str, int] = {}
    unbounded = set()
    calls = set()
    for path in folder.glob("*.su"):
        for line in path.read_text(encoding="utf-8").splitlines():
            where, size, kind = line.split("\t")
            name = where.split(":")[-1]
            if kind == "dynamic":
                unbounded.add(name)
            else:
                frames[name] = int(size)
    for path in folder.glob("*.ci"):
        for pair in re.findall(
            r'edge: \{ sourcename: "([^"]*)" targetname: "([^"]*)"', path.read_text("utf-8")
        ):
            caller, callee = (name.split(":")[-1].lstrip("*") for name in pair)
            if callee != "__indirect_call":
                calls.add((caller, callee))
    return Truth(frames, unbounded, calls)


def generated(seed: int, functions: int = 80) -> str:
    """A C program of many functions with frames, loops, switches and calls of every kind; deterministic."""
    rng = random.Random(seed)
    out = [
        "#include <stdio.h>",
        "#include <string.h>",
        "#include <alloca.h>",
        "volatile int sink; int table[64];",
    ]
    out += [f"__attribute__((noipa)) int f{i}(int a, char *p, double d);" for i in range(functions)]
    out += [function(rng, i, functions) for i in range(functions)]
    out += ["int main(int argc, char **argv) { return f0(argc, argv[0], 1.0); }"]
    return "\n".join(out)


def function(rng: random.Random, i: int, functions: int) -> str:
    """One function of ``generated``: it calls only later ones, but for some that recur."""
    body = []
    if rng.random() < 0.6:
        size = rng.choice([1, 7, 16, 100, 1000, 5000, 70000])
        body.append(
            f"char buffer[{size}]; memset(buffer, a, sizeof buffer); p = buffer; sink += p[a % {size}];"
        )
    if rng.random() < 0.1:
        body.append("char *more = alloca(a); memset(more, 1, a); sink += more[0];")
    if rng.random() < 0.15:
        body.append(
            "_Alignas(64) double wide[8]; for (int k = 0; k < 8; k++) wide[k] = d * k; d = wide[a & 7];"
        )
    if rng.random() < 0.3:
        cases = " ".join(f"case {k}: sink += table[{k}] * {k}; {'break;' if k % 3 else ''}" for k in range(9))
        body.append(f"switch (a) {{ {cases} default: sink--; }}")
    later = [rng.randrange(i + 1, functions) for _ in range(rng.randrange(4))] if i + 1 < functions else []
    for j in later:
        body.append(f"if (a > {rng.randrange(50)}) a += f{j}(a - 1, p, d + {j});")
    if rng.random() < 0.2:
        body.append('printf("%d %f %s %d %d %d %d %d\\n", a, d, p, a + 1, a + 2, a + 3, a + 4, sink);')
    if rng.random() < 0.1:
        body.append(f"if (a > 99) return 1 + f{i}(a - 1, p, d);")
    if later and rng.random() < 0.3:
        body.append(f"return f{later[0]}(a, p, d);")
    return f"int f{i}(int a, char *p, double d) {{ {' '.join(body)} return a; }}"
