"""Compares the scan with pyelftools over every object of the cache: ``python -m tests.support.compare_peers
--set full``.

Each file is read twice, as it is and with its section headers taken away; both must say what pyelftools says
of the whole file, and the descriptor and the buffer must give the same block.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

from elftools.elf.elffile import ELFFile

from musl_compat._core import ffi
from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage, Limits
from musl_compat.errors import ElfError
from tests.support.peers import differences, without_sections

KEEP = Limits(keep_relocs=True)


def compare(path: Path) -> list[str]:
    """Where the readers disagree about one file."""
    data = path.read_bytes()
    try:
        whole = ElfImage.from_bytes(data, KEEP)
        bare = ElfImage.from_bytes(without_sections(data), KEEP)
        with open(path, "rb") as file:
            read = ElfImage.from_fd(file.fileno(), KEEP)
    except ElfError as error:
        return [f"{path}: {error}"]
    out = [f"{path}: {line}" for line in differences(data, whole) if not peer_errs(line, data, whole)]
    out += [
        f"{path}: without sections: {line}"
        for line in differences(data, bare)
        if not peer_errs(line, data, bare)
    ]
    if block(whole) != block(read):
        out.append(f"{path}: the descriptor and the buffer give different blocks")
    return out


def peer_errs(line: str, data: bytes, image: ElfImage) -> bool:
    """A library that exports nothing has a DT_GNU_HASH without buckets, from which pyelftools counts one
    symbol; its own reader of the section .dynsym knows better."""
    if not line.startswith("symbols: pyelftools 1 rows"):
        return False
    section = ELFFile(BytesIO(data)).get_section_by_name(".dynsym")
    return section is not None and section.num_symbols() == image.sym_count


def block(image: ElfImage) -> bytes:
    """The image's bytes."""
    return bytes(ffi.buffer(image.c, image.c.total))


def objects(sets: Iterable[str]) -> list[Path]:
    """Every ELF file of these sets' packages."""
    return [file for tree in cache.trees(sets) for file in cache.elf_files(tree.path)]


def main() -> int:
    """Compare all, print what differs; 1 when something does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="ci", help="sets of the lock file, comma separated")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--below", type=int, default=8 << 20, help="leave out files above this size in bytes")
    arguments = parser.parse_args()
    every = objects(arguments.set.split(","))
    chosen = [path for path in every if path.stat().st_size <= arguments.below]
    wrong = 0
    with get_context("fork").Pool(arguments.jobs) as pool:
        for found in pool.imap_unordered(compare, chosen, chunksize=4):
            wrong += bool(found)
            for line in found:
                print(line)
    print(f"{len(chosen)} objects compared, {len(every) - len(chosen)} too large, {wrong} differ")
    return 1 if wrong or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
