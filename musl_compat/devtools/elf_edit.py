"""Small changes to linked ELF files (64-bit little-endian) that no linker makes: for corpus and tests."""

from __future__ import annotations

import struct

from musl_compat.errors import InputError

PT_NAMES = {"PT_LOAD": 1, "PT_DYNAMIC": 2, "PT_INTERP": 3, "PT_PHDR": 6, "PT_GNU_STACK": 0x6474E551}
PHDR = struct.Struct("<IIQQQQQQ")
DT_STRTAB, DT_SYMTAB, DT_RELA, DT_RELASZ, DT_PLTRELSZ, DT_JMPREL = 5, 6, 7, 8, 2, 23


def _headers(data: bytearray) -> list[tuple[int, tuple[int, ...]]]:
    """(file offset, fields) of each program header."""
    if data[:6] != b"\x7fELF\x02\x01":
        raise InputError("elf_edit changes 64-bit little-endian ELF files only")
    (offset,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    return [(offset + size * i, PHDR.unpack_from(data, offset + size * i)) for i in range(count)]


def drop_program_header(data: bytearray, name: str) -> None:
    """Turn the program headers of a type (``PT_PHDR``) into PT_NULL."""
    for offset, fields in _headers(data):
        if fields[0] == PT_NAMES[name]:
            struct.pack_into("<I", data, offset, 0)


def drop_section_headers(data: bytearray, _: str) -> None:
    """Say that there are no section headers, as ``sstrip`` does."""
    struct.pack_into("<Q", data, 40, 0)
    struct.pack_into("<HHH", data, 58, 0, 0, 0)


def truncate(data: bytearray, size: str) -> None:
    """Keep the first ``size`` bytes."""
    del data[int(size) :]


def _file_offset(data: bytearray, address: int) -> int:
    for _, (kind, _flags, offset, vaddr, _paddr, filesz, _memsz, _align) in _headers(data):
        if kind == PT_NAMES["PT_LOAD"] and vaddr <= address < vaddr + filesz:
            return offset + address - vaddr
    raise InputError(f"no PT_LOAD holds the address {address:#x}")


def _dynamic(data: bytearray) -> dict[int, int]:
    for _, fields in _headers(data):
        if fields[0] == PT_NAMES["PT_DYNAMIC"]:
            pairs = struct.iter_unpack("<QQ", bytes(data[fields[2] : fields[2] + fields[5]]))
            return dict(reversed([(tag, value) for tag, value in pairs if tag]))
    raise InputError("the file has no PT_DYNAMIC")


def none_relocation(data: bytearray, name: str) -> None:
    """Turn every relocation against a symbol into R_*_NONE: the symbol stays undefined and unused."""
    tags = _dynamic(data)
    symbols, strings = _file_offset(data, tags[DT_SYMTAB]), _file_offset(data, tags[DT_STRTAB])
    changed = 0
    for table, size in ((DT_RELA, DT_RELASZ), (DT_JMPREL, DT_PLTRELSZ)):
        if table not in tags:
            continue
        start = _file_offset(data, tags[table])
        for entry in range(start, start + tags[size], 24):
            (info,) = struct.unpack_from("<Q", data, entry + 8)
            (st_name,) = struct.unpack_from("<I", data, symbols + 24 * (info >> 32))
            at = strings + st_name
            if data[at : data.index(0, at)] == name.encode():
                struct.pack_into("<Q", data, entry + 8, 0)
                changed += 1
    if not changed:
        raise InputError(f"no relocation uses {name!r}")


def stack_size(data: bytearray, size: str) -> None:
    """Ask for thread stacks of ``size`` bytes: p_memsz of PT_GNU_STACK."""
    for offset, fields in _headers(data):
        if fields[0] == PT_NAMES["PT_GNU_STACK"]:
            struct.pack_into("<Q", data, offset + 40, int(size))
            return
    raise InputError("the file has no PT_GNU_STACK")
