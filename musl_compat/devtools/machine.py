"""Assembles ``fix/machine/ARCH.S`` into ``ARCH.hex``.

``python -m musl_compat.devtools.machine`` writes the files, ``--check`` says which are not as they should be.
Needs gcc and binutils for each architecture: ``gcc`` of the system, ``ARCH-linux-gnu-gcc`` for others.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from musl_compat.fix.machine import FOLDER, architectures

BYTES_IN_A_LINE = 32


def assembled(arch: str) -> str:
    """The text of the hex file. Raises CalledProcessError, OSError when there is no assembler."""
    prefix = "" if arch == platform.machine() else f"{arch}-linux-gnu-"
    with tempfile.TemporaryDirectory(prefix="muslcheck-") as scratch:
        made, code = f"{scratch}/entry.o", Path(scratch, "entry.bin")
        subprocess.run([f"{prefix}gcc", "-c", "-o", made, str(FOLDER / f"{arch}.S")], check=True)
        subprocess.run([f"{prefix}objcopy", "-O", "binary", "-j", ".text", made, str(code)], check=True)
        raw = code.read_bytes()
    lines = [raw[i : i + BYTES_IN_A_LINE].hex() for i in range(0, len(raw), BYTES_IN_A_LINE)]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Write or check every file; 1 when one is stale."""
    parser = argparse.ArgumentParser(prog="python -m musl_compat.devtools.machine", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when a file is stale")
    check = parser.parse_args(argv).check
    stale = 0
    for arch in architectures():
        path, text = FOLDER / f"{arch}.hex", assembled(arch)
        if path.is_file() and path.read_text(encoding="ascii") == text:
            continue
        stale += check
        if check:
            print(f"{path}: stale; run python -m musl_compat.devtools.machine", file=sys.stderr)
        else:
            path.write_text(text, encoding="ascii")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
