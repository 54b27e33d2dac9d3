"""Damaged files: the code reader gives an answer or an error, the same from a descriptor as from a buffer."""

from __future__ import annotations

import os
import struct
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musl_compat.elf.code import Code, CodeLimits
from musl_compat.errors import ElfError
from musl_compat.stack import Object, analyse
from tests.support import compiled


@cache
def programs() -> list[bytes]:
    """One small program of each compiler, with and without unwind tables."""
    out = []
    with tempfile.TemporaryDirectory() as folder:
        for cc in compiled.COMPILERS:
            for n, flags in enumerate([("-O2",), ("-O0", *compiled.NO_TABLES)]):
                place = Path(folder, f"{cc}{n}")
                program = compiled.build(place, {"a.c": compiled.generated(7, 12)}, flags, cc)
                out.append(program.read_bytes())
    return out


def from_fd(data: bytes) -> Code:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        return Code.from_fd(file.fileno())


def outcome(read: object, data: bytes) -> object:
    assert callable(read)
    try:
        code: Code = read(data)
    except ElfError as error:
        return error.status
    return list(code.functions()), list(code.refs())


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A program with some bytes, words or its end gone wrong; the parts that describe code most often."""
    data = bytearray(draw(st.sampled_from(programs())))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data) - 8))
        width = draw(st.sampled_from([1, 2, 4, 8]))
        data[at : at + width] = draw(st.binary(min_size=width, max_size=width))
    if draw(st.booleans()):
        del data[draw(st.integers(64, len(data))) :]
    return bytes(data)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_a_damaged_file_gives_an_answer_or_an_error(data: bytes) -> None:
    buffered = outcome(Code.from_bytes, data)
    read = outcome(from_fd, data)
    assert buffered == read or read == "limit"
    if isinstance(buffered, tuple):
        analyse([Object("damaged", Code.from_bytes(data))], (1, 2, 5))


@st.composite
def overlapping(draw: st.DrawFn) -> bytes:
    """A program of whose code several executable segments hold parts, in any order, from any byte on."""
    data = bytearray(programs()[1])
    start, size, count = struct.unpack_from("<Q", data, 32)[0], 56, struct.unpack_from("<H", data, 56)[0]
    headers = [bytes(data[start + i * size :][:size]) for i in range(count)]
    text = next(h for h in headers if struct.unpack_from("<II", h) == (1, 5))
    offset, address, length = (struct.unpack_from("<Q", text, at)[0] for at in (8, 16, 32))
    kept = [h for h in headers if struct.unpack_from("<I", h)[0] in (1, 2) and h != text]
    parts = []
    for _ in range(draw(st.integers(2, min(4, count - len(kept))))):
        shift = draw(st.integers(0, length - 1))
        part = draw(st.integers(1, length - shift))
        parts.append(struct.pack("<IIQQQQQQ", 1, 5, offset + shift, address + shift, 0, part, part, 1))
    rows = b"".join(kept + parts).ljust(count * size, b"\0")
    data[start : start + len(rows)] = rows
    return bytes(data)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(overlapping())
def test_addresses_lie_in_the_function_before_them_where_segments_overlap(data: bytes) -> None:
    code = Code.from_bytes(data)
    functions = list(code.functions())
    for number, function in enumerate(functions):
        end = (
            functions[number + 1].addr if number + 1 < len(functions) else function.addr + function.size + 64
        )
        for address in range(function.addr, min(end, function.addr + 4096)):
            held = function if address - function.addr < function.size else None
            assert code.function_at(address) == held, hex(address)


def loads(*parts: tuple[int, int], entry: int, code: bytes) -> bytes:
    """A file with executable segments of (address, length), which all show the code at address 0x1000."""
    head = b"\x7fELF\2\1\1".ljust(16, b"\0")
    head += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, entry, 64, 0, 0, 64, 56, len(parts), 64, 0, 0)
    for address, length in parts:
        head += struct.pack("<IIQQQQQQ", 1, 5, address, address, 0, length, length, 0x1000)
    return head.ljust(0x1000, b"\0") + code


def test_a_jump_beyond_the_first_of_two_segments_that_overlap_is_read_to_an_end() -> None:
    code = bytearray(b"\x90" * 0x300)
    code[0x1E0:0x1E3] = b"\xc3\x90\x90"
    code[0x220:0x225] = b"\xe9" + struct.pack("<i", 0x200 - 0x225)
    data = loads((0x1000, 0x1E3), (0x1010, 0x2D5), entry=0x11E0, code=bytes(code))
    assert [f.addr for f in Code.from_bytes(data).functions()] == [0x11E0]


def described(rows: int, length: int) -> bytes:
    """A file whose table of unwind rows names one row again and again; its program is so long."""
    hdr, at = 0x1000, 0x1000 + 12 + 8 * rows
    cie = struct.pack("<II", 16, 0) + b"\x01zR\0\x01\x78\x10\x01\x1b\0\0\0"
    body = struct.pack("<IiIB", len(cie) + 4, 0x800 - (at + len(cie) + 8), 16, 0) + bytes(length)
    table = (
        struct.pack("<4BiI", 1, 0x1B, 3, 0x3B, at - hdr - 4, rows)
        + struct.pack("<ii", 0, at + len(cie) - hdr) * rows
    )
    frames = cie + struct.pack("<I", len(body)) + body + bytes(4)
    total = at + len(frames)
    head = b"\x7fELF\2\1\1".ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", 3, 62, 1, 0x800, 64, 0, 0, 64, 56, 2, 64, 0, 0
    )
    head += struct.pack("<IIQQQQQQ", 1, 5, 0, 0, 0, total, total, 0x1000)
    head += struct.pack("<IIQQQQQQ", 0x6474E550, 4, hdr, hdr, hdr, len(table), len(table), 4)
    return head.ljust(0x800, b"\0") + (b"\x90" * 15 + b"\xc3").ljust(0x800, b"\0") + table + frames


def test_unwind_rows_that_are_named_again_and_again_end_at_a_limit() -> None:
    assert [(f.addr, f.size) for f in Code.from_bytes(described(2, 4096)).functions()] == [(0x800, 16)]
    with pytest.raises(ElfError, match="limit"):
        Code.from_bytes(described(64, 4096))


@pytest.mark.parametrize("name", ["bytes", "functions", "calls", "pointers"])
def test_a_limit_names_itself(name: str) -> None:
    with tempfile.TemporaryFile() as file:
        file.write(programs()[0])
        file.flush()
        with pytest.raises(ElfError, match="limit") as caught:
            Code.from_fd(file.fileno(), CodeLimits(**{name: 2}))
    assert caught.value.status == "limit"


def test_a_machine_without_a_decoder_has_no_calls() -> None:
    data = bytearray(programs()[0])
    data[18:20] = (8).to_bytes(2, "little")  # EM_MIPS
    code = Code.from_bytes(bytes(data))
    assert not code.has_calls
    assert not list(code.refs())
    assert analyse([Object("mips", code)], (1, 2, 5)).threads == []


def test_the_file_position_is_not_used() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(programs()[0])
        file.flush()
        os.lseek(file.fileno(), 5, os.SEEK_SET)
        Code.from_fd(file.fileno())
        assert os.lseek(file.fileno(), 0, os.SEEK_CUR) == 5
