"""What is read, and what happens when a descriptor is not a quiet regular file."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from musl_compat.elf import ElfImage, scan_fds
from musl_compat.errors import ElfError
from tests.support import samples

DATA = samples.full().build().data


def refusal(fd: int) -> ElfError:
    with pytest.raises(ElfError) as caught:
        ElfImage.from_fd(fd)
    return caught.value


def test_a_directory_is_said_to_be_one(tmp_path: Path) -> None:
    fd = os.open(tmp_path, os.O_RDONLY)
    try:
        error = refusal(fd)
    finally:
        os.close(fd)
    assert (error.status, str(error)) == ("io", "cannot read: Is a directory")


def test_a_fifo_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    fd = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert refusal(fd).status == "io"
    finally:
        os.close(fd)


@pytest.mark.parametrize("fd", [-1, 1 << 20])
def test_a_descriptor_that_is_not_open_is_an_error_of_reading(fd: int) -> None:
    assert str(refusal(fd)) == "cannot read: Bad file descriptor"


def test_a_file_that_may_not_be_read_is_an_error_of_reading(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(DATA)
    fd = os.open(tmp_path / "f", os.O_WRONLY)
    try:
        assert refusal(fd).status == "io"
    finally:
        os.close(fd)


def test_an_empty_file_is_not_elf(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    fd = os.open(tmp_path / "empty", os.O_RDONLY)
    try:
        assert refusal(fd).status == "not-elf"
    finally:
        os.close(fd)


def test_the_file_position_is_neither_used_nor_moved(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(DATA)
    fd = os.open(tmp_path / "f", os.O_RDONLY)
    try:
        os.lseek(fd, 77, os.SEEK_SET)
        assert ElfImage.from_fd(fd).soname == "libfull.so.1"
        assert os.lseek(fd, 0, os.SEEK_CUR) == 77
    finally:
        os.close(fd)


def test_a_sparse_file_of_4_gib_is_read_where_it_matters(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(DATA)
    os.truncate(tmp_path / "f", 1 << 32)
    fd = os.open(tmp_path / "f", os.O_RDONLY)
    try:
        image = ElfImage.from_fd(fd)
    finally:
        os.close(fd)
    assert (image.file_size, image.needed) == (1 << 32, ["libc.so.6", "libm.so.6"])


def test_a_file_that_shrinks_while_it_is_read_never_gives_a_wrong_image(tmp_path: Path) -> None:
    """Another thread truncates and restores it: each scan gives the full image or says what happened."""
    path = tmp_path / "f"
    whole = DATA + bytes(1 << 16)
    path.write_bytes(whole)
    stop = threading.Event()

    def shrink() -> None:
        with path.open("r+b", buffering=0) as file:
            while not stop.is_set():
                file.truncate(100)
                file.seek(0)
                file.write(whole)

    worker = threading.Thread(target=shrink)
    worker.start()
    fd = os.open(path, os.O_RDONLY)
    seen = set()
    try:
        for _ in range(3000):
            try:
                image = ElfImage.from_fd(fd)
            except ElfError as error:
                seen.add(error.status)
            else:
                assert image.needed == ["libc.so.6", "libm.so.6"]
    finally:
        stop.set()
        worker.join()
        os.close(fd)
    # a write is not atomic to a reader either, so a hole of zeros can show as damage of any kind
    assert seen <= {"changed", "truncated", "malformed", "not-elf"}


def test_a_short_read_is_told_apart_from_a_truncated_file() -> None:
    """A file of sysfs says that it has 4096 bytes and gives fewer, as if it had been truncated meanwhile."""

    def readable(path: Path) -> bool:
        return path.is_file() and path.stat().st_size == 4096 and os.access(path, os.R_OK)

    path = next(filter(readable, Path("/sys/kernel/mm").rglob("*")), None)
    assert path is not None, "no file of sysfs to read"
    fd = os.open(path, os.O_RDONLY)
    try:
        assert refusal(fd).status == "changed"
    finally:
        os.close(fd)


def test_a_batch_gives_each_file_its_own_answer(tmp_path: Path) -> None:
    (tmp_path / "good").write_bytes(DATA)
    (tmp_path / "bad").write_bytes(DATA[:50])
    fds = [os.open(tmp_path / name, os.O_RDONLY) for name in ("good", "bad", "good")]
    try:
        first, second, third, fourth = scan_fds([*fds, -1])
    finally:
        for fd in fds:
            os.close(fd)
    assert isinstance(first, ElfImage)
    assert isinstance(third, ElfImage)
    assert isinstance(second, ElfError)
    assert isinstance(fourth, ElfError)
    assert (first.soname, second.status, third.soname, fourth.status) == (
        "libfull.so.1",
        "truncated",
        "libfull.so.1",
        "io",
    )


def test_an_empty_batch_is_fine() -> None:
    assert scan_fds([]) == []


def test_the_bytes_may_go_when_the_image_is_made() -> None:
    data = bytearray(DATA)
    image = ElfImage.from_bytes(data)
    data[:] = bytes(len(data))
    assert image.needed == ["libc.so.6", "libm.so.6"]


def test_a_memoryview_is_read_without_a_copy_of_the_whole() -> None:
    assert ElfImage.from_bytes(memoryview(b"junk" + DATA)[4:]).soname == "libfull.so.1"


def test_threads_have_scratch_memory_of_their_own() -> None:
    """Four threads scan different files at once; no answer mixes two."""
    files = [samples.full(arch).build().data for arch in ("x86_64", "i386", "s390x", "mips64el")]
    wrong: list[int] = []

    def work(i: int) -> None:
        expected = ElfImage.from_bytes(files[i])
        for _ in range(300):
            image = ElfImage.from_bytes(files[i])
            if list(image.symbols()) != list(expected.symbols()) or image.machine != expected.machine:
                wrong.append(i)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
