"""What other readers say of an edited file, and where its bytes differ from the original's."""

from __future__ import annotations

import io
import re
import struct
import subprocess
from collections.abc import Iterable
from pathlib import Path

from elftools.elf.dynamic import DynamicSection, DynamicSegment
from elftools.elf.elffile import ELFFile

from musl_compat.elf.edit import PT_LOAD, Editor

PT_NOTE, PT_GNU_PROPERTY = 4, 0x6474E553
SPARE = (0, PT_NOTE, PT_GNU_PROPERTY)
PT_NOBODYS = 0x60000001
# eu-elflint's words on a new segment that no section header speaks of; no loader asks for one.
_NO_SECTIONS = re.compile(r"loadable segment \[\d+\] is (writable|executable) but contains no \1 sections")


def by_pyelftools(data: bytes | bytearray) -> dict[str, list[str]]:
    """The strings of the dynamic section by tag, and the interpreter, found through segments."""
    elf = ELFFile(io.BytesIO(bytes(data)))
    found: dict[str, list[str]] = {"interpreter": []}
    for segment in elf.iter_segments():
        if segment.header.p_type == "PT_INTERP":
            found["interpreter"].append(segment.get_interp_name())
        if isinstance(segment, DynamicSegment):
            found |= _strings(segment)
    return found


def by_sections(data: bytes | bytearray) -> dict[str, list[str]]:
    """The same strings, found through section headers."""
    elf = ELFFile(io.BytesIO(bytes(data)))
    found: dict[str, list[str]] = {"interpreter": []}
    for section in elf.iter_sections():
        if section.name == ".interp":
            found["interpreter"].append(section.data().rstrip(b"\0").decode())
        if isinstance(section, DynamicSection):
            found |= _strings(section)
    return found


def _strings(table: DynamicSegment | DynamicSection) -> dict[str, list[str]]:
    fields = {"needed": "DT_NEEDED", "soname": "DT_SONAME", "rpath": "DT_RPATH", "runpath": "DT_RUNPATH"}
    return {name: [getattr(t, name) for t in table.iter_tags(tag)] for name, tag in fields.items()}


def by_lief(data: bytes | bytearray) -> dict[str, list[str]]:
    """The same strings, as LIEF finds them."""
    import lief

    binary = lief.ELF.parse(list(data))
    assert binary is not None
    found: dict[str, list[str]] = {"interpreter": [binary.interpreter] if binary.has_interpreter else []}
    tags = lief.ELF.DynamicEntry.TAG
    for name, tag, field in (
        ("needed", tags.NEEDED, "name"),
        ("soname", tags.SONAME, "name"),
        ("rpath", tags.RPATH, "rpath"),
        ("runpath", tags.RUNPATH, "runpath"),
    ):
        found[name] = [getattr(entry, field) for entry in binary.dynamic_entries if entry.tag == tag]
    return found


def readelf(data: bytes | bytearray, folder: Path, *options: str) -> str:
    """What readelf prints, without the path. A warning is a failure."""
    path = folder / "read"
    path.write_bytes(data)
    done = subprocess.run(
        ["readelf", "-W", *options, str(path)],
        capture_output=True,
        text=True,
        errors="surrogateescape",
        check=True,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )
    assert done.stderr == ""
    return done.stdout


def dynamic_symbols(data: bytes | bytearray, folder: Path, *options: str) -> list[str]:
    """The lines of the dynamic symbols, by section headers, or by segments with ``--use-dynamic``; versions
    left out.
    """
    lines = readelf(data, folder, "--dyn-syms", *options).splitlines()
    return [line.partition("@")[0].rstrip() for line in lines if re.match(r" +\d+: ", line)]


def complaints(data: bytes | bytearray, folder: Path) -> set[str]:
    """What eu-elflint finds wrong, but for segments that have no sections."""
    path = folder / "linted"
    path.write_bytes(data)
    done = subprocess.run(["eu-elflint", "--gnu-ld", str(path)], capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    return {line for line in lines if line != "No errors" and not _NO_SECTIONS.fullmatch(line)}


def changed(old: bytes | bytearray, new: bytes | bytearray) -> list[range]:
    """The runs of file offsets at which two files of one size differ."""
    assert len(old) == len(new)
    runs: list[range] = []
    for at in (i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b):
        if runs and runs[-1].stop == at:
            runs[-1] = range(runs[-1].start, at + 1)
        else:
            runs.append(range(at, at + 1))
    return runs


def is_within(runs: Iterable[range], allowed: Iterable[range]) -> bool:
    """Is every run inside one of the allowed ones?"""
    places = list(allowed)
    return all(any(a.start <= r.start and r.stop <= a.stop for a in places) for r in runs)


def loaded(data: bytes | bytearray) -> dict[int, bytes]:
    """Address -> bytes of each PT_LOAD, as the file has them."""
    editor = Editor(bytearray(data))
    return {
        s.vaddr: bytes(data[s.offset : s.offset + s.filesz]) for s in editor.segments if s.type == PT_LOAD
    }


def without_spare_headers(data: bytes) -> bytes:
    """A file whose notes have program headers that may not be given up (64-bit little-endian)."""
    out = bytearray(data)
    (start,), (count,) = struct.unpack_from("<Q", data, 32), struct.unpack_from("<H", data, 56)
    for at in range(start, start + 56 * count, 56):
        if struct.unpack_from("<I", data, at)[0] in (PT_NOTE, PT_GNU_PROPERTY):
            struct.pack_into("<I", out, at, PT_NOBODYS)
    return bytes(out)


def without_section_headers(data: bytes) -> bytes:
    """A file whose ELF header knows no section headers (64-bit little-endian)."""
    out = bytearray(data)
    struct.pack_into("<Q", out, 40, 0)
    struct.pack_into("<HHH", out, 58, 0, 0, 0)
    return bytes(out)
