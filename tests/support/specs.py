"""Corpus programs as rules name them: ``corpus:NAME`` with options, and the check that these ask for.

Options, separated by spaces: ``closure``; ``target=T``; ``limit=NAME=N`` (of the scan); ``cut=N`` (keep the
first N bytes); ``machine=N`` (e_machine); ``retag=OLD:NEW`` (a tag of PT_DYNAMIC); ``io-error`` (reading
fails); ``retag-library=OLD:NEW`` and ``garbage-library`` (what becomes of the libraries beside it).
"""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

from musl_compat.analysis import ObjectReport
from musl_compat.api import Checker
from musl_compat.devtools import corpus
from musl_compat.elf import Limits
from musl_compat.inputs import Member
from musl_compat.kb import targets

PHDR = struct.Struct("<IIQQQQQQ")
PT_DYNAMIC = 2


class _Directory(Member):
    """Opens something that cannot be read with pread(2)."""

    def open(self) -> int:
        return os.open("/", os.O_RDONLY)


def report(spec: str, folder: Path, *, verdict_only: bool = False) -> ObjectReport:
    """The report on a corpus program; ``folder`` is an empty one for its copy."""
    name, *words = spec.removeprefix("corpus:").split()
    options = dict(word.partition("=")[::2] for word in words)
    built = corpus.build(name)
    for file in built.parent.iterdir():
        shutil.copy(file, folder / file.name)
    path = folder / built.name
    _edit(path, options)
    limits = None
    if "limit" in options:
        limit, _, value = options["limit"].partition("=")
        limits = Limits(**{limit: int(value)})
    target = targets.get(options["target"]) if "target" in options else targets.default()
    checker = Checker(
        [target], closure="closure" in options, limits=limits, code=True, verdict_only=verdict_only
    )
    kind = _Directory if "io-error" in options else Member
    (item,) = checker.examine([kind(str(path), named=True)])
    assert isinstance(item, ObjectReport), item
    return item


def _edit(path: Path, options: dict[str, str]) -> None:
    data = bytearray(path.read_bytes())
    if "machine" in options:
        struct.pack_into("<H", data, 18, int(options["machine"]))
    if "retag" in options:
        _retag(data, options["retag"])
    if "cut" in options:
        del data[int(options["cut"]) :]
    path.write_bytes(data)
    for library in path.parent.glob("lib*.so*"):
        if library != path and "retag-library" in options:
            content = bytearray(library.read_bytes())
            _retag(content, options["retag-library"])
            library.write_bytes(content)
        if library != path and "garbage-library" in options:
            library.write_bytes(b"no library\n")


def _retag(data: bytearray, change: str) -> None:
    """Change a tag of PT_DYNAMIC (64-bit little-endian): ``OLD:NEW``."""
    old, new = (int(tag, 0) for tag in change.split(":"))
    (at,) = struct.unpack_from("<Q", data, 32)
    (count,) = struct.unpack_from("<H", data, 56)
    for header in range(at, at + count * PHDR.size, PHDR.size):
        kind, _, offset, _, _, size, _, _ = PHDR.unpack_from(data, header)
        for entry in range(offset, offset + size, 16) if kind == PT_DYNAMIC else ():
            if struct.unpack_from("<Q", data, entry) == (old,):
                struct.pack_into("<Q", data, entry, new)
                return
    raise AssertionError(f"no tag {old:#x}")
