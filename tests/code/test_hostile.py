"""Damaged files: the code reader gives an answer or an error, the same from a descriptor as from a buffer."""

from __future__ import annotations

import os
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
