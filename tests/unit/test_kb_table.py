"""The lookup table: every name is found, nothing else is, and bytes that no compiler wrote are refused."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musl_compat import kb
from musl_compat._core import ffi, lib
from musl_compat.kb import compile as kb_compile

NAMES = st.sets(
    st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), min_size=1, max_size=40), min_size=1
)
HEADER = 80
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def packed(names: set[str], members: set[str]) -> bytes:
    table = kb_compile.Table(names)
    table.plane(members)
    table.column({name: len(name) & 0xFF for name in names})
    return table.pack("\nS\tstamp\n")


def status_of(data: bytes) -> int:
    return int(lib.mc_table_open(ffi.from_buffer(data), len(data), ffi.new("mc_table *")))


def resealed(data: bytes) -> bytes:
    """The same bytes with a checksum that fits them, so that later checks are reached."""
    tail = data[24:]
    return data[:16] + struct.pack("<Q", kb_compile.checksum(tail)) + tail


@FEW
@given(names=NAMES, others=NAMES, data=st.data())
def test_table_answers_as_a_dict_does(names: set[str], others: set[str], data: st.DataObject) -> None:
    members = data.draw(st.sets(st.sampled_from(sorted(names))))
    table = kb.Table(packed(names, members))
    assert len(table) == len(names)
    assert sorted(table.name(row) for row in range(len(table))) == sorted(names)
    for name in names:
        row = table.find(name)
        assert table.name(row) == name
        assert table.column(0, row) == len(name) & 0xFF
    assert {table.name(row) for row in table.rows_in(table.plane(0))} == members
    for name in others - names:
        assert table.find(name) == -1


def test_every_row_of_the_shipped_table_is_found_by_its_name() -> None:
    table = kb.table()
    assert len(table) > 5000
    assert all(table.find(table.name(row)) == row for row in range(len(table)))


@pytest.mark.parametrize("name", ["", "x", "nosuchname", "open\xff", "o" * 5000, "strerror_", "strerror_rr"])
def test_a_name_that_is_not_there_has_no_row(name: str) -> None:
    assert kb.table().find(name) == -1


@FEW
@given(names=NAMES, where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_changed_bit_is_refused(names: set[str], where: float, bit: int) -> None:
    data = bytearray(packed(names, names))
    at = int(where * len(data))
    data[at] ^= 1 << bit
    assert status_of(bytes(data)) != lib.MC_TABLE_OK


@FEW
@given(names=NAMES, where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
def test_a_changed_byte_under_a_good_checksum_never_misleads_a_lookup(
    names: set[str], where: float, value: int
) -> None:
    data = bytearray(packed(names, names))
    at = int(where * len(data))
    data[at] = value
    sealed = resealed(bytes(data))
    if status_of(sealed) == lib.MC_TABLE_OK:
        table = ffi.new("mc_table *")
        buffer = ffi.from_buffer(sealed)
        lib.mc_table_open(buffer, len(sealed), table)
        for row in range(table.row_n):
            assert lib.mc_table_find(table, lib.mc_table_name(table, row)) == row


HARMLESS = {28, 32, 40, 48}  # fewer buckets, planes, columns or bytes of text may still hold together
FIELDS = [field for field in range(24, 76, 4) if field not in HARMLESS]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", [0, 78, 79, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF])
def test_a_hostile_header_field_is_refused(field: int, value: int) -> None:
    data = bytearray(packed({"alpha", "beta", "gamma"}, {"beta"}))
    struct.pack_into("<I", data, field, value)
    assert status_of(resealed(bytes(data))) != lib.MC_TABLE_OK


@pytest.mark.parametrize("field", sorted(HARMLESS))
@pytest.mark.parametrize("value", [0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF])
def test_a_hostile_count_is_refused(field: int, value: int) -> None:
    data = bytearray(packed({"alpha", "beta", "gamma"}, {"beta"}))
    struct.pack_into("<I", data, field, value)
    assert status_of(resealed(bytes(data))) != lib.MC_TABLE_OK


@pytest.mark.parametrize("size", [0, 1, HEADER - 1, HEADER])
def test_a_cut_table_is_refused(size: int) -> None:
    assert status_of(packed({"alpha"}, set())[:size]) == lib.MC_TABLE_SHORT


def test_appended_bytes_are_refused() -> None:
    assert status_of(packed({"alpha"}, set()) + bytes(8)) == lib.MC_TABLE_LAYOUT


def test_a_table_of_another_core_is_refused_with_the_way_out() -> None:
    data = bytearray(packed({"alpha"}, set()))
    data[4] += 1
    with pytest.raises(kb.TableError, match=r"another version of the core.*musl_compat\.kb\.compile"):
        kb.Table(bytes(data))


def test_two_compilations_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        kb_compile.main(["--output", str(tmp_path / name)])
    for product in ("table.bin", "detail.json"):
        assert (tmp_path / "one" / product).read_bytes() == (tmp_path / "two" / product).read_bytes()


def test_the_built_products_are_those_of_the_committed_text() -> None:
    assert kb.table().stamp == kb_compile.stamp_of(kb_compile.DATA), "run python -m musl_compat.kb.compile"


def test_a_range_that_names_no_release_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"1\.2\.9"):
        kb_compile.expand("1.2.0..1.2.9", ["1.2.0", "1.2.1"])
    with pytest.raises(kb_compile.DataError, match="backwards"):
        kb_compile.expand("1.2.1..1.2.0", ["1.2.0", "1.2.1"])


def test_a_row_with_a_cell_too_few_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("# comment\na\tb\nx\ty\nx\n", encoding="utf-8")
    with pytest.raises(kb_compile.DataError, match=r"bad\.tsv:4: 1 cells, the header has 2"):
        kb_compile.read_tsv(path)


# -- names that stand in a file as strings --

STRING = re.compile(rb"\0([A-Za-z_]\w{3,63})(?=\0)", re.ASCII)
"""What ``names_in`` finds, said otherwise."""
WORDS = ("abcd", "_exit", "open64", "a123", "x" * 64, "y" * 65, "9lives", "abc", "libc.so.6", "caf\u00e9s")
pieces = st.one_of(
    st.sampled_from([word.encode() for word in WORDS]),
    st.sampled_from([b"\0", b"\0\0\0\0\0\0\0", b" ", b"\xff", b"_", b"\x80abcd"]),
    st.binary(max_size=6),
    st.builds(bytes, st.integers(0, 5000)),
)


class InParts(io.RawIOBase):
    """A file that gives a few bytes at a time."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self._rest, self._sizes = data, sizes

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = min(self._sizes.pop() if self._sizes else len(self._rest), len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


@settings(max_examples=600, deadline=None)
@given(parts=st.lists(pieces, max_size=40), sizes=st.lists(st.integers(1, 90), max_size=20))
def test_names_that_stand_in_a_file_are_those_of_a_regular_expression(
    parts: list[bytes], sizes: list[int]
) -> None:
    data = b"".join(parts)
    table = kb.Table(packed(set(WORDS), set()))
    expected = {found.decode() for found in STRING.findall(data)} & set(WORDS)
    assert table.names_in(io.BytesIO(data)) == expected
    assert table.names_in(InParts(data, sizes)) == expected


def test_a_name_is_found_wherever_the_parts_end_in_which_a_file_is_read() -> None:
    table = kb.Table(packed({"__sigaction", "z" * 64}, set()))
    for at in range((1 << 18) - 140, (1 << 18) + 4):
        data = bytes(at) + b"z" * 64 + b"\0__sigaction\0"
        assert table.names_in(io.BytesIO(data)) == {"__sigaction", "z" * 64}, at


def test_names_of_the_shipped_table_are_found_in_bytes_of_every_kind() -> None:
    table = kb.table()
    every = (table.name(row) for row in range(len(table)))
    names = {name for name in every if STRING.match(b"\0" + name.encode() + b"\0")}
    assert len(names) > 5000
    assert table.names_in(io.BytesIO(b"\0" + b"\0".join(map(str.encode, names)) + b"\0")) == names
    assert not table.names_in(io.BytesIO(b" ".join(map(str.encode, names))))
