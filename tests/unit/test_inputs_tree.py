"""What a path holds: files, trees, the list on standard input, and what is no file."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musl_compat import inputs
from musl_compat.inputs import Member, Skipped, listing
from musl_compat.inputs.listing import Listing


def paths_of(root: Path) -> list[str]:
    return [m.path[len(str(root)) + 1 :] for m in inputs.members(str(root)) if isinstance(m, Member)]


def test_tree_is_walked_depth_first_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2", "b/1", "a", "c", "b/d/x", "b.x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert paths_of(tmp_path) == ["a", "b/1", "b/2", "b/d/x", "b.x", "c"]


def test_links_in_a_tree_are_not_followed(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    (tmp_path / "outside").touch()
    (tree / "file").touch()
    (tree / "loop").symlink_to(tree)
    (tree / "again").symlink_to("file")
    (tree / "out").symlink_to(tmp_path / "outside")
    (tree / "dangling").symlink_to("nowhere")
    assert paths_of(tree) == ["file"]


def test_a_named_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "file").touch()
    (tmp_path / "link").symlink_to("tree")
    assert paths_of(tmp_path / "link") == ["file"]


def test_special_files_in_a_tree_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(str(tmp_path / "socket"))
        (tmp_path / "file").touch()
        assert paths_of(tmp_path) == ["file"]


def test_a_named_fifo_is_skipped_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (item,) = inputs.members(str(tmp_path / "fifo"))
    assert item == Skipped(str(tmp_path / "fifo"), "a FIFO, not a regular file")


def test_named_devices_are_skipped() -> None:
    assert list(inputs.members("/dev/null")) == [
        Skipped("/dev/null", "a character device, not a regular file")
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere", "no such file or directory"),
        ("", "no such file or directory"),
        ("a\0b", "a NUL in the path"),
        ("x" * 5000, "file name too long"),
    ],
)
def test_a_path_that_cannot_be_looked_at_is_one_skipped_line(path: str, reason: str) -> None:
    assert list(inputs.members(path)) == [Skipped(path, reason)]


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (member,) = inputs.members(str(tmp_path))
    assert isinstance(member, Member)
    (tmp_path / "file").unlink()
    (tmp_path / "file").symlink_to("/etc/passwd")
    with pytest.raises(OSError, match="symbolic links"):
        member.open()


def test_a_directory_that_cannot_be_listed_is_one_skipped_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "open").touch()
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    first, second = inputs.members(str(tmp_path))
    assert first == Skipped(str(tmp_path / "locked"), "cannot list the directory: permission denied")
    assert second.path == str(tmp_path / "open")


def test_a_very_deep_tree_is_walked_without_recursion(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(1500):
            os.mkdir("d", dir_fd=here)
            below = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
        os.close(os.open("f", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    finally:
        os.close(here)
    try:
        (item,) = inputs.members(str(tmp_path))
    finally:
        # pytest removes tmp_path by recursion, which such a depth ends with an error
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)
    assert item.path.count("/d") > 1000


def names_of(data: bytes) -> list[str | Skipped]:
    read, write = os.pipe()
    try:
        with os.fdopen(write, "wb") as file:
            if len(data) > 60_000:
                pid = os.fork()
                if pid == 0:
                    os.close(read)
                    file.write(data)
                    file.flush()
                    os._exit(0)
            else:
                file.write(data)
        return list(Listing(read, inputs.ContainerLimits()).names())
    finally:
        os.close(read)


@given(st.lists(st.binary(min_size=1, max_size=40).filter(lambda b: not {0, 10} & set(b)), max_size=20))
def test_a_list_gives_its_names_back(names: list[bytes]) -> None:
    want = [os.fsdecode(name) for name in names]
    assert names_of(b"".join(name + b"\n" for name in names)) == want
    assert names_of(b"\0".join(names)) == want


def test_nul_separated_names_may_hold_line_feeds() -> None:
    assert names_of(b"a\nb\0c\0") == ["a\nb", "c"]


def test_empty_lines_are_passed_over_and_the_last_line_needs_no_end() -> None:
    assert names_of(b"\n\na\n\nb") == ["a", "b"]


def test_an_endless_line_is_one_skipped_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "BLOCK", 64)
    monkeypatch.setattr(listing, "LONGEST", 1000)
    first, second = names_of(b"x" * 5000 + b"\nafter\n")
    assert first == Skipped("x" * 64 + "...", "a path of more than 1000 bytes in the list")
    assert second == "after"
