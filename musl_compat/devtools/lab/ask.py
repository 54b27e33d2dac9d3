"""Asks a real musl loader what it makes of a file: ``LOADER --list FILE``, which loads and relocates and
starts nothing.

Every line that musl's ``ldso/dynlink.c`` can print there is parsed; a line that is not understood is an
error of the comparison, never passed over.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from musl_compat.errors import InputError

TIMEOUT_SECONDS = 60
# No core file, no file written, bounded processor time and address space.
LIMITS = ("prlimit", "--core=0", "--fsize=0", "--cpu=30", f"--as={16 << 30}", "--")

_MAPPED = re.compile(r"\t.* \(0x[0-9a-f]+\)")
_SYMBOL = re.compile(r"Error relocating (.*): (.*): symbol not found")
_TYPE = re.compile(r"Error relocating (.*): unsupported relocation type (-?\d+)")
_LIBRARY = re.compile(r"Error loading shared library (.*?): (.*) \(needed by (.*)\)")
_NOT_DYNAMIC = re.compile(r".*: Not a valid dynamic program")
_EXEC_FORMAT = re.compile(r".*: cannot load (.*): (.*)")


class Answer(NamedTuple):
    """What a loader says, or what we predict that it says. Objects are named as the loader names them.

    ``symbols``: (requester, symbol); ``types``: (requester, relocation type); ``libraries``: (name, needed
    by); ``refused``: the file is not one that it could start; ``signal``: the number that ended it, 0 for
    none.
    """

    symbols: frozenset[tuple[str, str]]
    types: frozenset[tuple[str, int]]
    libraries: frozenset[tuple[str, str]]
    refused: bool = False
    signal: int = 0

    @property
    def clean(self) -> bool:
        """It would start."""
        return not (self.symbols or self.types or self.libraries or self.refused or self.signal)


def parse(output: str, status: int) -> Answer:
    """An answer from both output streams and the exit status; ``InputError`` names a line that is not
    understood."""
    symbols: set[tuple[str, str]] = set()
    types: set[tuple[str, int]] = set()
    libraries: set[tuple[str, str]] = set()
    refused = False
    for line in output.splitlines():
        if found := _SYMBOL.fullmatch(line):
            symbols.add((found[1], found[2]))
        elif found := _TYPE.fullmatch(line):
            types.add((found[1], int(found[2])))
        elif found := _LIBRARY.fullmatch(line):
            libraries.add((found[1], found[3]))
        elif _NOT_DYNAMIC.fullmatch(line) or _EXEC_FORMAT.fullmatch(line):
            refused = True
        elif not _MAPPED.fullmatch(line):
            raise InputError(f"the loader said a line that is not understood: {line!r}")
    answer = Answer(
        frozenset(symbols), frozenset(types), frozenset(libraries), refused, -status if status < 0 else 0
    )
    if status >= 0 and (status == 0) != answer.clean:
        raise InputError(f"exit status {status} does not fit what the loader printed: {output[-400:]!r}")
    return answer


def ask(
    loader: Path | str, file: str, library_path: str = "", root: Path | None = None, preload: str = ""
) -> Answer:
    """Ask a loader about a file. With ``root``, all paths are those inside of it (chroot(2)).

    ``preload`` is a library that comes before all others.
    """
    command = [*LIMITS]
    if root is not None:
        command += [*(() if os.geteuid() == 0 else ("unshare", "--map-root-user")), "chroot", str(root)]
    command.append(str(loader))
    if library_path:
        command += ["--library-path", library_path]
    if preload:
        command += ["--preload", preload]
    with tempfile.TemporaryDirectory(prefix="muslcheck-oracle-") as empty:
        done = subprocess.run(
            [*command, "--list", file],
            cwd=empty,
            # a user's path may lack the folder of chroot(8)
            env={"LC_ALL": "C", "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    return parse(os.fsdecode(done.stdout), done.returncode)
