"""The helper functions that ``zig cc`` links into every library (compiler_rt), without the names that a shim
exports.

They are hidden, and a hidden definition anywhere hides the name of the whole library, even where another
definition is taken. A copy of compiler_rt in which these names are spelled otherwise leaves the shim's alone.
"""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from musl_compat.errors import MuslcheckError

_ARCHIVE = "libcompiler_rt.a"
_SHT_SYMTAB = 2
# With these zig links libc, and nothing of its own.
OPTIONS = ("-nostdlib", "-lc")


class RuntimeFormatError(MuslcheckError):
    """zig's compiler_rt is not what it was when this was written."""


def is_zig(command: Sequence[str]) -> bool:
    """Is this compiler ``zig cc``?"""
    return "cc" in command and any(Path(word).name in ("zig", "ziglang") for word in command)


def without(command: Sequence[str], exports: Collection[str], folder: Path) -> list[str]:
    """Objects in ``folder`` that hold the compiler's helper functions, none of them called as an export.

    Raises RuntimeFormatError when zig does not say where they are, or when they cannot be read.
    """
    (folder / "runtime.c").write_text("int nothing;\n", encoding="ascii")
    done = subprocess.run(
        [*command, "-shared", "-fPIC", "-o", "runtime.so", "runtime.c"],
        cwd=folder,
        env={**os.environ, "ZIG_VERBOSE_LINK": "1"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    archive = next((word for word in done.stderr.split() if word.endswith(_ARCHIVE)), None)
    if archive is None:
        raise RuntimeFormatError(
            f"zig cc links no {_ARCHIVE}: {done.stderr.strip()[-300:] or 'it is silent'}"
        )
    out = []
    for number, member in enumerate(_members(Path(archive).read_bytes())):
        path = folder / f"runtime{number}.o"
        path.write_bytes(rename(member, exports))
        out.append(str(path))
    return out


def _members(archive: bytes) -> Iterator[bytes]:
    """The ELF objects of an ar archive."""
    at = 8
    while at + 60 <= len(archive):
        size = int(archive[at + 48 : at + 58])
        content = archive[at + 60 : at + 60 + size]
        if content.startswith(b"\x7fELF"):
            yield content
        at += 60 + size + size % 2


def rename(data: bytes, names: Collection[str]) -> bytes:
    """A relocatable object whose symbols of these names have lost their first letter."""
    wide, order = data[4] == 2, "<" if data[5] == 1 else ">"
    header = struct.unpack_from(f"{order}{'QQQI6H' if wide else 'IIII6H'}", data, 24)
    section_size, count = header[-3], header[-2]
    rows = [
        struct.unpack_from(f"{order}{'IIQQQQIIQQ' if wide else '10I'}", data, header[2] + i * section_size)
        for i in range(count)
    ]
    out = bytearray(data)
    for row in rows:
        if row[1] != _SHT_SYMTAB:
            continue
        strings, step = rows[row[6]][4], row[9]
        for at in range(row[4], row[4] + row[5], step):
            (name,) = struct.unpack_from(f"{order}I", data, at)
            end = data.index(b"\0", strings + name)
            if data[strings + name : end].decode("ascii", "replace") in names:
                struct.pack_into(f"{order}I", out, at, name + 1)
    return bytes(out)
