"""Compiles programs for glibc with the system's gcc, fixes them with ``muslcheck fix``, and runs them under
glibc and on real musl.

A program is ``programs/NAME.c`` or ``NAME.cc``. Its first comment says how it is built, one line ``gcc:
FLAGS`` for each variant, and with which options it is fixed, ``fix: OPTIONS``. ``NAME.first.c`` and
``NAME.second.c`` are libraries that it is linked with, ``NAME.plugin.c`` is one that it opens as
``./libplugin.so``: then the whole folder is fixed.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from musl_compat.cli import _commands
from musl_compat.devtools.lab import cache

PROGRAMS = Path(__file__).resolve().parent / "programs"
VERSIONS = ("1.2.3", "1.2.5")
TIMEOUT = 60
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C", "MARK": "yes"}


class Said(NamedTuple):
    """What a command line gave: exit status, standard output, standard error."""

    code: int
    out: str
    err: str


class Ran(NamedTuple):
    """What a program printed, and how it ended."""

    output: bytes
    status: int


class Variant(NamedTuple):
    """A program with one line of flags."""

    name: str
    source: Path
    flags: tuple[str, ...]
    options: tuple[str, ...]


def variants() -> list[Variant]:
    """Every program of the folder, once for each line of flags, by name."""
    found = []
    for path in sorted(PROGRAMS.iterdir()):
        if path.name.count(".") != 1:
            continue
        comment = path.read_text(encoding="utf-8").partition("*/")[0]
        options = tuple(" ".join(re.findall(r"^ \* fix: (.*)$", comment, re.M)).split())
        lines = re.findall(r"^(?:/\*| \*) gcc: (.*)$", comment, re.M)
        assert lines, f"{path.name} does not say how it is built"
        found += [
            Variant(f"{path.stem}-{i}", path, tuple(line.split()), options) for i, line in enumerate(lines)
        ]
    return found


def compile_c(
    folder: Path, name: str, source: str | Path, *flags: str, compiler: str = "gcc", suffix: str = ".c"
) -> Path:
    """An executable or library ``folder/name`` out of a file or of a text."""
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(source, str):
        (folder.parent / f"{name}{suffix}").write_text(source, encoding="utf-8")
        source = folder.parent / f"{name}{suffix}"
    command = [compiler, "-w", "-o", name, str(source), *flags]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return folder / name


def build(variant: Variant, folder: Path) -> Path:
    """The program of a variant with its libraries, in a folder of its own."""
    libraries = []
    base = variant.source.name.partition(".")[0]
    for part in ("first", "second", "plugin"):
        source = PROGRAMS / f"{base}.{part}.c"
        if source.is_file():
            compile_c(folder, f"lib{part}.so", source, "-O1", "-fPIC", "-shared", *libraries)
            libraries += [f"lib{part}.so"] * (part != "plugin")
    linked = [*libraries, "-Wl,-rpath,$ORIGIN"] if libraries else []
    compiler = "g++" if variant.source.suffix == ".cc" else "gcc"
    return compile_c(folder, base, variant.source, *variant.flags, *linked, compiler=compiler)


def fix(*arguments: str | Path) -> Said:
    """``muslcheck fix`` in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = _commands.run(["fix", *map(str, arguments)])
    return Said(code, out.getvalue(), err.getvalue())


@lru_cache(maxsize=8)
def loader(version: str) -> str:
    """The real musl of a version."""
    return str(cache.loader(version).path)


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str] = ENVIRONMENT) -> Ran:
    """Run something that the tests built, with no core file and 60 seconds."""
    done = subprocess.run(
        ["prlimit", "--core=0", "--cpu=30", "--", *command],
        cwd=cwd,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    return Ran(done.stdout + done.stderr, done.returncode)


def under_glibc(program: Path) -> Ran:
    """A program as it was built."""
    return run([f"./{program.name}"], program.parent)


def under_musl(program: Path, version: str) -> Ran:
    """A program by the loader of a real musl."""
    return run([loader(version), f"./{program.name}"], program.parent)


def dynamic(path: Path) -> str:
    """What readelf says of a dynamic section."""
    return subprocess.run(["readelf", "-dW", str(path)], capture_output=True, text=True, check=True).stdout


def bytes_of(folder: Path) -> dict[str, tuple[str, int, bytes]]:
    """Everything below a folder: path -> (what it is, mode, bytes or the link's text)."""
    found: dict[str, tuple[str, int, bytes]] = {}
    for base, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(base, name)
            mode = path.lstat().st_mode
            key = str(path.relative_to(folder))
            if path.is_symlink():
                found[key] = ("link", 0, os.readlink(path).encode())
            elif path.is_dir():
                found[key] = ("directory", mode, b"")
            else:
                found[key] = ("file", mode, path.read_bytes() if path.is_file() else b"")
    return found


def names_below(folder: Path) -> Iterable[str]:
    """The paths below a folder, sorted."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def refused(*arguments: str | Path) -> Said:
    """Run the command; what was there has to be as it was with nothing besides."""
    before = bytes_of(Path.cwd())
    said = fix(*arguments)
    assert bytes_of(Path.cwd()) == before, said
    assert "Traceback" not in said.err
    return said
