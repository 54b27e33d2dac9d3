"""A compiler for musl out of the system's gcc and the laboratory's packages."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab import cache, lock
from musl_compat.errors import InputError
from musl_compat.fix.shim.compile import Compiler


def package(name: str, suite: str, arch: str = "amd64") -> Path:
    """The unpacked Debian package of this name; ``InputError`` when the lock file or the cache has none."""
    for entry in lock.load():
        if (entry.name, entry.suite, entry.arch) == (name, suite, arch):
            return cache.tree(entry)
    raise InputError(f"the lock file has no {name} of {suite}/{arch}")


class Tools(NamedTuple):
    """gcc and its kin for one architecture: Debian's name and musl's of it, the triplet of its directories,
    what the tools' names begin with.
    """

    debian: str
    arch: str
    triplet: str
    prefix: str

    def tool(self, name: str) -> str:
        """The command of gcc, objcopy and so on."""
        return self.prefix + name


TOOLS = {
    "x86_64": Tools("amd64", "x86_64", "x86_64-linux-gnu", ""),
    "aarch64": Tools("arm64", "aarch64", "aarch64-linux-gnu", "aarch64-linux-gnu-"),
    "i386": Tools("i386", "i386", "i386-linux-gnu", "i686-linux-gnu-"),
}


def compiler(folder: Path, suite: str = "bookworm", tools: Tools = TOOLS["x86_64"]) -> Compiler:
    """gcc with the headers and the libc of a suite's musl, as a script in this folder. Like musl-gcc it makes
    no table for the unwinder by itself. The libc is found by its name, as one given by path would be recorded
    by that path.
    """
    headers = package("musl-dev", suite, tools.debian) / f"usr/include/{tools.arch}-linux-musl"
    packaged = package("musl", suite, tools.debian)
    libc = next(p for p in packaged.glob("**/libc.so") if not p.is_symlink())
    gcc = tools.tool("gcc")
    own = subprocess.run(
        [gcc, "-print-file-name=include"], capture_output=True, text=True, check=True
    ).stdout.strip()
    script = folder / "musl-cc"
    script.write_text(
        "#!/bin/sh\n"
        'case " $* " in\n'
        f'*" -c "*) exec {gcc} -nostdinc -isystem {headers} -isystem {own} "$@" ;;\n'
        f'*) exec {gcc} -nostdlib -Wl,--no-eh-frame-hdr "$@" -L{libc.parent} -lc -lgcc ;;\n'
        "esac\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return Compiler((str(script),))
