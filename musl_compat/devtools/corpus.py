"""Builds the small programs of ``corpus/``, each of which shows one fact about loaders.

A case is ``corpus/NAME.c``. Its first comment says what it shows and how it is built, one ``key: value`` a
line:

* ``flags``: what the compiler gets besides the source (``$corpus`` is the folder of the sources);
* ``output``: the file's name, by default ``NAME``;
* ``needs``: cases that are built first and linked, in this order (and copied beside the output);
* ``edit``: changes to the linked file, in this order, see ``EDITS``;
* ``target``: a target of ``zig cc``; without it the case is built by gcc.

Files are kept in the laboratory's cache by the hash of source, flags, compiler and needed cases.
"""

from __future__ import annotations

import argparse
import hashlib
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache as cache_once
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools import elf_edit
from musl_compat.devtools.lab import cache
from musl_compat.errors import InputError

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KEYS = ("flags", "output", "needs", "edit", "target")

EDITS: dict[str, Callable[[bytearray, str], None]] = {
    "drop-phdr": elf_edit.drop_program_header,
    "drop-sections": elf_edit.drop_section_headers,
    "none-relocation": elf_edit.none_relocation,
    "truncate": elf_edit.truncate,
}


class Case(NamedTuple):
    """One program of the corpus as its comment describes it."""

    name: str
    shows: str
    source: Path
    flags: tuple[str, ...]
    output: str
    needs: tuple[str, ...]
    edits: tuple[str, ...]
    target: str


def names() -> list[str]:
    """Every case, sorted."""
    return sorted(path.stem for path in CORPUS.glob("*.c"))


def default_names() -> list[str]:
    """The cases that gcc alone builds on x86_64."""
    return [name for name in names() if not case(name).target]


@cache_once
def case(name: str) -> Case:
    """One case; ``InputError`` when there is none, or its comment is wrong."""
    source = CORPUS / f"{name}.c"
    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError(f"no corpus case {name!r}; there are: {', '.join(names())}") from error
    comment, end, _ = text.partition("*/")
    if not comment.startswith("/* ") or not end:
        raise InputError(f"{source}: does not begin with a comment")
    lines = [line.strip(" *") for line in comment[3:].splitlines()]
    values = dict.fromkeys(KEYS, "")
    for line in lines[1:]:
        key, colon, value = line.partition(":")
        if colon and key in values:
            values[key] = value.strip()
    return Case(
        name,
        lines[0],
        source,
        tuple(shlex.split(values["flags"].replace("$corpus", str(CORPUS)))),
        values["output"] or name,
        tuple(values["needs"].split()),
        tuple(values["edit"].split()),
        values["target"],
    )


@cache_once
def compiler(target: str) -> tuple[str, ...]:
    """The command of a target's compiler; ``InputError`` when it is not there."""
    command = (sys.executable, "-m", "ziglang", "cc", "-target", target) if target else ("gcc",)
    probe = [*command[: 4 if target else 1], "--version"]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InputError(f"{' '.join(command)} does not run: {done.stderr.strip()}")
    return command


@cache_once
def _version(target: str) -> str:
    command = compiler(target)
    done = subprocess.run(
        [*command[: 4 if target else 1], "--version"], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[0]


@cache_once
def key(name: str) -> str:
    """The hash that names what a case is built from."""
    one = case(name)
    digest = hashlib.sha256(one.source.read_bytes())
    flags = [flag.replace(str(CORPUS), "") for flag in one.flags]
    maps = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob(f"{name}.map"))]
    editor = Path(elf_edit.__file__).read_text(encoding="utf-8") if one.edits else ""
    parts = [*flags, *maps, editor, one.target, _version(one.target), *(key(need) for need in one.needs)]
    digest.update("\0".join(parts).encode())
    return digest.hexdigest()[:24]


@cache_once
def build(name: str) -> Path:
    """The built file of a case, with the libraries that it needs in the same directory."""
    return _kept(case(name), cache.directory() / "corpus" / key(name))


def _kept(one: Case, folder: Path) -> Path:
    """The output in this folder of the cache, compiled when the folder is not there."""
    return cache.made(folder, lambda empty: _compile(one, empty)) / one.output


@cache_once
def build_for(name: str, interpreter: str) -> Path:
    """A case linked with this PT_INTERP, so that the kernel starts it with that loader."""
    one = case(name)
    digest = hashlib.sha256(f"{key(name)} {interpreter}".encode()).hexdigest()[:24]
    one = one._replace(flags=(*one.flags, f"-Wl,--dynamic-linker={interpreter}"))
    return _kept(one, cache.directory() / "corpus" / digest)


def _compile(one: Case, folder: Path) -> None:
    libraries = []
    for need in one.needs:
        built = build(need)
        for file in built.parent.iterdir():
            shutil.copy(file, folder / file.name)
        libraries.append(built.name)
    # Relative names: the compiler records no path of this machine.
    command = [*compiler(one.target), "-o", one.output, str(one.source), *libraries, *one.flags]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InputError(f"corpus case {one.name}: {shlex.join(command)}\n{done.stderr}")
    if one.edits:
        output = folder / one.output
        data = bytearray(output.read_bytes())
        for edit in one.edits:
            what, _, argument = edit.partition("=")
            EDITS[what](data, argument)
        output.write_bytes(data)


def main(argv: list[str] | None = None) -> int:
    """Build cases and print their paths."""
    parser = argparse.ArgumentParser(prog="python -m musl_compat.devtools.corpus", description=main.__doc__)
    parser.add_argument("names", nargs="*", help="cases (default: those that gcc builds)")
    parser.add_argument("--all", action="store_true", help="also those that need zig (PyPI's ziglang)")
    arguments = parser.parse_args(argv)
    for name in arguments.names or (names() if arguments.all else default_names()):
        print(name, build(name), sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
