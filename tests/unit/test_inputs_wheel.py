"""Wheels: read in place, within limits, hostile ones too. Python's zipfile is the peer."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musl_compat import inputs
from musl_compat.api import _beside
from musl_compat.errors import InputError
from musl_compat.inputs import ContainerLimits, Member, Skipped, _zip
from musl_compat.inputs.wheel import installed

ELF = b"\x7fELF" + bytes(range(256)) * 40


def wheel(tmp_path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", method) as z:
        for name, data in members.items():
            z.writestr(name, data)
    return path


def items(path: Path, **limits: int) -> list[Member | Skipped]:
    return list(inputs.members(str(path), ContainerLimits(**limits)))


def patched(path: Path, old: bytes, new: bytes, *, last: bool = False) -> Path:
    """Replace bytes of the same length, which must be there."""
    data = path.read_bytes()
    at = data.rfind(old) if last else data.find(old)
    assert at >= 0
    path.write_bytes(data[:at] + new + data[at + len(new) :])
    return path


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_only_elf_members_are_given_and_their_bytes_are_whole(tmp_path: Path, method: int) -> None:
    path = wheel(
        tmp_path, {"x/": b"", "x/a.so": ELF, "README": b"text", "e": b"", "n.whl": b"PK\3\4"}, method
    )
    (member,) = items(path)
    assert isinstance(member, Member)
    assert (member.path, member.container, member.named) == ("x/a.so", str(path), False)
    assert member.open() == ELF


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    (member,) = items(wheel(tmp_path, {"a.so": ELF}))
    assert isinstance(member, Member)
    member.open()
    assert [p.name for p in tmp_path.iterdir()] == ["a-1-py3-none-any.whl"]


def test_bytes_before_the_archive_are_allowed(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": ELF})
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
    (member,) = items(path)
    assert isinstance(member, Member)
    assert member.open() == ELF


def test_zip64_records_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.whl"
    with zipfile.ZipFile(path, "w") as z, z.open("a.so", "w", force_zip64=True) as f:
        f.write(ELF)
    data = path.read_bytes()
    at = data.rfind(b"PK\5\6")
    count, length, start = struct.unpack_from("<H2L", data, at + 10)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, start)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(data[:at] + end64 + locator + end)
    (member,) = items(path)
    assert isinstance(member, Member)
    assert member.open() == ELF


def test_zip64_records_for_the_number_of_members_alone_are_read(tmp_path: Path) -> None:
    path = tmp_path / "many-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as z:
        for i in range(65_536):
            z.writestr(zipfile.ZipInfo(f"{i}"), b"")
        z.writestr("a.so", ELF)
    (member,) = items(path)
    assert isinstance(member, Member)
    assert member.open() == ELF


def test_members_that_overlap_end_the_wheel(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": ELF}, zipfile.ZIP_STORED)
    data = path.read_bytes()
    start = data.rfind(b"PK\1\2")
    row, end = data[start : data.rfind(b"PK\5\6")], data[data.rfind(b"PK\5\6") :]
    rows = b"".join(row.replace(b"a.so", b"%04d" % i) for i in range(50))
    end = end[:12] + struct.pack("<L", len(rows)) + end[16:]
    path.write_bytes(data[:start] + rows + end)
    *some, last = items(path)
    assert isinstance(last, Skipped)
    assert "overlap" in last.reason
    assert len(some) * len(ELF) <= path.stat().st_size


def test_what_is_no_zip_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.whl"
    path.write_bytes(b"no zip at all")
    assert items(path) == [Skipped(str(path), "not a zip archive: no end of central directory")]


def test_a_damaged_directory_ends_the_wheel_with_a_line(tmp_path: Path) -> None:
    path = patched(wheel(tmp_path, {"a.so": ELF, "b.so": ELF}), b"PK\1\2", b"XX\1\2", last=True)
    first, second = items(path)
    assert isinstance(first, Member)
    assert isinstance(second, Skipped)
    assert second.reason.startswith("the zip directory is damaged: no header for member 1")


def test_an_encrypted_member_is_skipped(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": ELF})
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert items(path) == [Skipped("a.so", "the member is encrypted", str(path))]


def test_a_second_member_of_the_same_name_is_skipped(tmp_path: Path) -> None:
    path = patched(wheel(tmp_path, {"a.so": ELF, "b.so": ELF}), b"b.so", b"a.so", last=True)
    first, second = items(path)
    assert isinstance(first, Member)
    assert isinstance(second, Skipped)
    assert second.reason.startswith("a second member of this name")


def test_a_damaged_member_is_an_error_when_it_is_opened(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": ELF}, zipfile.ZIP_STORED)
    (member,) = items(patched(path, ELF[100:110], b"0123456789"))
    assert isinstance(member, Member)
    with pytest.raises(InputError, match="CRC-32"):
        member.open()


def test_other_compression_is_named(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": ELF}, zipfile.ZIP_LZMA)
    (item,) = items(path)
    assert isinstance(item, Skipped)
    assert item.reason.startswith("compression method 14 is not read")


def test_a_member_above_the_limit_is_not_inflated(tmp_path: Path) -> None:
    (item,) = items(wheel(tmp_path, {"a.so": ELF}), member_bytes=1000)
    assert item == Skipped(
        "a.so",
        f"{len(ELF)} bytes inflated, the limit member_bytes is 1000",
        str(tmp_path / "a-1-py3-none-any.whl"),
    )


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": b"\x7fELF" + bytes(_zip.RATIO_FROM)})
    (item,) = items(path)
    assert isinstance(item, Skipped)
    assert item.reason == "inflates to more than 400 times its size (the limit ratio)"


def test_too_many_members_end_the_wheel(tmp_path: Path) -> None:
    path = wheel(tmp_path, {f"{i}.so": ELF for i in range(5)})
    assert [isinstance(item, Skipped) for item in items(path, members=3)] == [False, False, False, True]


def test_more_data_than_the_directory_says_is_an_error_and_not_memory(tmp_path: Path) -> None:
    path = wheel(tmp_path, {"a.so": ELF})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\1\2") + 24, 100)
    path.write_bytes(data)
    (member,) = items(path)
    assert isinstance(member, Member)
    with pytest.raises(InputError, match="has 101 bytes, the zip directory says 100"):
        member.open()


SMALL = st.dictionaries(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\\/"), min_size=1, max_size=8),
    st.binary(max_size=300),
    max_size=5,
)


@given(SMALL, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
@settings(deadline=None)
def test_members_are_those_that_zipfile_reads(members: dict[str, bytes], method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, data in members.items():
            z.writestr(name, data)
    with zipfile.ZipFile(out) as z:
        want = [(info.filename, z.read(info)) for info in z.infolist()]
    fd = memory_file(out.getvalue())
    try:
        limits = ContainerLimits()
        got = [(entry.name, _zip.read(fd, entry, limits)) for entry in _zip.entries(fd, limits)]
    finally:
        os.close(fd)
    assert got == want


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_any_bytes_give_members_or_an_input_error(data: st.DataObject) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("a.so", ELF[:200])
        z.writestr("b", b"text")
    raw = bytearray(out.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    fd = memory_file(bytes(raw[: data.draw(st.integers(0, len(raw)))]))
    limits = ContainerLimits(member_bytes=1 << 20)
    read = 0
    try:
        with contextlib.suppress(InputError):
            for entry in _zip.entries(fd, limits):
                with contextlib.suppress(InputError):
                    assert len(_zip.head(fd, entry, 4, limits)) <= 4
                    assert len(_zip.read(fd, entry, limits)) == entry.size
                read += 1
    finally:
        os.close(fd)
    assert read <= 3


def memory_file(data: bytes) -> int:
    fd = os.memfd_create("zip")
    os.write(fd, data)
    return fd


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("demo/native.so", ("site", "demo/native.so")),
        ("demo-1.0.data/platlib/demo/native.so", ("site", "demo/native.so")),
        ("demo-1.0.data/purelib/one.py", ("site", "one.py")),
        ("demo-1.0.data/scripts/run", ("prefix", "bin/run")),
        ("demo-1.0.data/data/lib/libx.so", ("prefix", "lib/libx.so")),
        ("demo-1.0.data/headers/demo/x.h", ("prefix", "headers/demo/x.h")),
        ("demo-1.0.data/odd", ("site", "demo-1.0.data/odd")),
        ("demo.data", ("site", "demo.data")),
    ],
)
def test_members_are_installed_where_the_format_says(name: str, place: tuple[str, str]) -> None:
    assert installed(name) == place


def test_objects_in_data_see_what_is_beside_them_once_installed() -> None:
    names = ["a/x.so", "d.data/platlib/b/y.so", "d.data/data/lib/z.so", "d.data/scripts/run"]
    assert _beside(names) == {
        "d.data/platlib/a/x.so": "../../../a/x.so",
        "d.data/purelib/a/x.so": "../../../a/x.so",
        "d.data/purelib/b/y.so": "../../platlib/b/y.so",
        "d.data/lib/z.so": "../data/lib/z.so",
        "d.data/bin/run": "../scripts/run",
    }
    assert _beside(["a/x.so", "b/y.so"]) == {}
