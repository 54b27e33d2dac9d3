"""Reads zip archives where they lie: the directory, and one member at a time into memory. Nothing is
written to disk.

From PKWARE's APPNOTE.TXT 6.3.10: end of central directory (4.3.16, zip64 4.3.14 and 4.3.15), central
headers (4.3.12), local headers (4.3.7). Stored and deflated members only, which is all that a wheel may hold.
The central directory decides; a local header is read only for where the data begins.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from musl_compat.errors import InputError
from musl_compat.inputs import ContainerLimits

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_NONE32 = 0xFFFFFFFF
# A small member may well be all zeros; only what is large is asked for its ratio.
RATIO_FROM = 64 << 20


class Entry(NamedTuple):
    """One row of the central directory.

    ``offset`` is that of the local header, in bytes from the file's start; ``mode`` the permission bits, 0
    where the maker's system has none; ``date`` as ``zipfile`` has it.
    """

    name: str
    flags: int
    method: int
    crc: int
    stored: int
    size: int
    offset: int
    mode: int
    date: tuple[int, int, int, int, int, int]

    @property
    def is_directory(self) -> bool:
        """A name that ends in a slash."""
        return self.name.endswith("/")


def entries(fd: int, limits: ContainerLimits) -> Iterator[Entry]:
    """The rows of the central directory, in its order. Raises InputError where it cannot be read on."""
    file_size = os.fstat(fd).st_size
    start, length, base = _directory(fd, file_size)
    if length > limits.directory_bytes:
        raise InputError(
            f"the zip directory has {length} bytes, the limit directory_bytes is {limits.directory_bytes}"
        )
    data = _exactly(fd, start, length, "the zip directory")
    at = number = claimed = 0
    while at < length:
        if number == limits.members:
            raise InputError(f"more than {limits.members} members (the limit members)")
        entry, at = _central(data, at, base, number)
        number += 1
        # Without this a few bytes, named thousands of times, are work for hours.
        claimed += entry.stored
        if claimed > file_size:
            raise InputError(
                f"the members up to {number} overlap: they claim more bytes than the archive has"
            )
        yield entry


def read(fd: int, entry: Entry, limits: ContainerLimits) -> bytes:
    """The bytes of one member, their CRC checked. Raises InputError."""
    _check(entry, limits)
    start = _data_start(fd, entry)
    if entry.method == 0:
        data = _exactly(fd, start, entry.stored, "the member")
    else:
        data = _inflate(fd, start, entry)
    if len(data) != entry.size:
        raise InputError(f"the member has {len(data)} bytes, the zip directory says {entry.size}")
    if zlib.crc32(data) != entry.crc:
        raise InputError("the member's CRC-32 does not match: the archive is damaged")
    return data


def head(fd: int, entry: Entry, n: int, limits: ContainerLimits) -> bytes:
    """The first ``n`` bytes of one member. Raises InputError."""
    _check(entry, limits)
    start = _data_start(fd, entry)
    raw = os.pread(fd, min(entry.stored, n if entry.method == 0 else 512), start)
    if entry.method == 0:
        return raw
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, n)
    except zlib.error as e:
        raise InputError(f"the deflated data is damaged: {e}") from e


def _check(entry: Entry, limits: ContainerLimits) -> None:
    """Refuse what cannot be read or asks for too much, before a byte is inflated."""
    if entry.flags & 0x41:
        raise InputError("the member is encrypted")
    if entry.method not in (0, 8):
        raise InputError(
            f"compression method {entry.method} is not read (a wheel holds stored and deflated members)"
        )
    if entry.method == 0 and entry.stored != entry.size:
        raise InputError("a stored member has two sizes: the archive is damaged")
    if entry.size > limits.member_bytes:
        raise InputError(f"{entry.size} bytes inflated, the limit member_bytes is {limits.member_bytes}")
    if entry.size > RATIO_FROM and entry.size > entry.stored * limits.ratio:
        raise InputError(f"inflates to more than {limits.ratio} times its size (the limit ratio)")


def _inflate(fd: int, start: int, entry: Entry) -> bytes:
    """Inflate block by block, never more than one byte beyond what the directory promised."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    out = bytearray()
    at, end = start, start + entry.stored
    try:
        while at < end and not inflater.eof and len(out) <= entry.size:
            block = os.pread(fd, min(1 << 20, end - at), at)
            if not block:
                raise InputError(f"the member's data ends at {at:#x}, before its {entry.stored} bytes")
            at += len(block)
            while block and len(out) <= entry.size:
                out += inflater.decompress(block, entry.size + 1 - len(out))
                block = inflater.unconsumed_tail
    except zlib.error as e:
        raise InputError(f"the deflated data is damaged: {e}") from e
    if not inflater.eof and len(out) == entry.size:
        out += inflater.flush(1)  # the end mark alone may be left
    return bytes(out)


def _directory(fd: int, size: int) -> tuple[int, int, int]:
    """Where the central directory starts, its bytes, and what offsets are counted from."""
    tail_start = max(0, size - _END.size - 0xFFFF)
    tail = _exactly(fd, tail_start, size - tail_start, "the end of the archive")
    found = tail.rfind(b"PK\x05\x06")
    if found < 0 or len(tail) - found < _END.size:
        raise InputError("not a zip archive: no end of central directory")
    end = tail_start + found
    _, disk, cd_disk, _, _, length, start, _ = _END.unpack_from(tail, found)
    if disk not in (0, 0xFFFF) or cd_disk not in (0, 0xFFFF):
        raise InputError("a zip archive of several parts is not read")
    if start == _NONE32 or length == _NONE32 or _has_locator(fd, end):
        start, length, end = _directory64(fd, end)
    base = end - length - start
    if base < 0:
        raise InputError(
            f"the zip directory ({length} bytes at {start:#x}) does not fit before its end record at {end:#x}"
        )
    return base + start, length, base


def _has_locator(fd: int, end: int) -> bool:
    """Do zip64 records stand before the end record? They do also where only the number of members needs
    them; then they lie between the directory and its end record.
    """
    at = end - _END64_LOCATOR.size
    return at >= 0 and os.pread(fd, 4, at) == b"PK\x06\x07"


def _directory64(fd: int, end: int) -> tuple[int, int, int]:
    """Start, bytes and end of the central directory from the zip64 records before ``end``."""
    at = end - _END64_LOCATOR.size
    if at < 0:
        raise InputError("a zip64 archive without its locator record")
    magic, _, where, _ = _END64_LOCATOR.unpack(_exactly(fd, at, _END64_LOCATOR.size, "the zip64 locator"))
    if magic != b"PK\x06\x07" or where > at - _END64.size:
        raise InputError("a zip64 archive without its locator record")
    record = _END64.unpack(_exactly(fd, where, _END64.size, "the zip64 end record"))
    if record[0] != b"PK\x06\x06":
        raise InputError(f"no zip64 end record at {where:#x}")
    return record[9], record[8], where


def _central(data: bytes, at: int, base: int, number: int) -> tuple[Entry, int]:
    """Decode one central header; gives the entry and where the next one starts."""
    if len(data) - at < _CENTRAL.size or data[at : at + 4] != b"PK\x01\x02":
        raise InputError(f"the zip directory is damaged: no header for member {number} at {at:#x} of it")
    row = _CENTRAL.unpack_from(data, at)
    flags, method, crc, stored, size, name_len, extra_len, comment_len = row[3], row[4], *row[7:13]
    name_at = at + _CENTRAL.size
    following = name_at + name_len + extra_len + comment_len
    if following > len(data):
        raise InputError(f"the zip directory is damaged: member {number} reaches past its end")
    raw = data[name_at : name_at + name_len]
    name = raw.decode("utf-8", "surrogateescape") if flags & 0x800 or raw.isascii() else raw.decode("cp437")
    extra = data[name_at + name_len : name_at + name_len + extra_len]
    size, stored, offset = _wide(extra, size, stored, row[16])
    made_by_unix = row[1] >> 8 == 3
    mode = row[15] >> 16 & 0o777 if made_by_unix else 0
    return Entry(
        name, flags, method, crc, stored, size, base + offset, mode, _date(row[6], row[5])
    ), following


def _date(date: int, time: int) -> tuple[int, int, int, int, int, int]:
    """A date and time of MS-DOS (APPNOTE 4.4.6); a day or month of 0 counts as 1."""
    day, month = max(date & 31, 1), max(date >> 5 & 15, 1)
    return (
        1980 + (date >> 9),
        min(month, 12),
        day,
        min(time >> 11, 23),
        min(time >> 5 & 63, 59),
        (time & 31) * 2,
    )


def _wide(extra: bytes, size: int, stored: int, offset: int) -> tuple[int, int, int]:
    """The three fields, each from the zip64 extra field (id 1) when its 32 bits are all ones."""
    values = [size, stored, offset]
    at = 0
    while len(extra) - at >= 4:
        kind, length = struct.unpack_from("<2H", extra, at)
        field = extra[at + 4 : at + 4 + length]
        if kind == 1:
            for i, value in enumerate(values):
                if value == _NONE32 and len(field) >= 8:
                    (values[i],), field = struct.unpack_from("<Q", field), field[8:]
            break
        at += 4 + length
    return values[0], values[1], values[2]


def _data_start(fd: int, entry: Entry) -> int:
    """Where the data of a member begins: after its local header, whose name and extra field have their own
    lengths.
    """
    row = _exactly(fd, entry.offset, _LOCAL.size, "the local header")
    if row[:4] != b"PK\x03\x04":
        raise InputError(f"no local header at {entry.offset:#x}: the archive is damaged")
    name_len, extra_len = struct.unpack_from("<2H", row, 26)
    return entry.offset + _LOCAL.size + int(name_len) + int(extra_len)


def _exactly(fd: int, at: int, n: int, what: str) -> bytes:
    """``n`` bytes at ``at``, or InputError.

    The file's size is asked first: a length field never sizes a buffer alone.
    """
    size = os.fstat(fd).st_size
    if at > size or n > size - at:
        raise InputError(f"{what} ({n} bytes at {at:#x}) reaches past the end of the file ({size} bytes)")
    parts = []
    while n:
        part = os.pread(fd, min(n, 1 << 30), at)
        if not part:
            raise InputError(f"{what} ends at {at:#x}: the file got shorter while it was read")
        parts.append(part)
        at += len(part)
        n -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
