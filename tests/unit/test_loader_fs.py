"""Where a link map looks: the tree as its own system, this system, the members of a container."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any, cast

import pytest

from musl_compat.elf import ElfImage
from musl_compat.errors import UsageError
from musl_compat.kb import targets
from musl_compat.loader import fs as fs_module
from musl_compat.loader.fs import HostFs, ImageCache, MemberFs, RootFs, ld_so_conf

TARGET = targets.get("musl:1.2.5")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for directory in ("lib", "usr/lib", "opt/app/lib", "etc"):
        (tmp_path / "root" / directory).mkdir(parents=True)
    return tmp_path / "root"


def put(path: Path, text: str = "x") -> Path:
    path.write_text(text)
    return path


def same(fs: RootFs, path: str, file: Path, given: bool = False) -> bool:
    st = file.stat()
    return fs.locate(path, given).key == (st.st_dev, st.st_ino)


def test_paths_are_those_of_the_tree(root: Path) -> None:
    file = put(root / "lib/libx.so")
    assert same(RootFs(str(root)), "/lib/libx.so", file)


def test_links_stay_inside_of_the_tree(root: Path) -> None:
    file = put(root / "usr/lib/libx.so.1")
    (root / "lib/libx.so").symlink_to("/usr/lib/libx.so.1")
    (root / "lib64").symlink_to("/usr/lib")
    (root / "lib/liby.so").symlink_to("../../../../../usr/lib/libx.so.1")
    fs = RootFs(str(root))
    for path in ("/lib/libx.so", "/lib64/libx.so.1", "/lib/liby.so", "/../../lib64/../../lib/libx.so"):
        assert same(fs, path, file), path


def test_a_link_that_leaves_the_tree_does_not_find_what_is_outside(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "secret")
    (root / "lib/libx.so").symlink_to(tmp_path / "secret")
    with pytest.raises(FileNotFoundError):
        RootFs(str(root)).locate("/lib/libx.so", False)


@pytest.mark.parametrize("links", [{"a": "b", "b": "a"}, {"a": "a"}, {"a": "d/x", "d": "d"}])
def test_a_loop_of_links_is_eloop(root: Path, links: dict[str, str]) -> None:
    for name, target in links.items():
        (root / "lib" / name).symlink_to(target)
    with pytest.raises(OSError) as caught:  # noqa: PT011 - the errno is asked below
        RootFs(str(root)).locate("/lib/a", False)
    assert caught.value.errno == errno.ELOOP


def test_a_file_where_a_directory_should_be_is_enotdir(root: Path) -> None:
    put(root / "lib/file")
    with pytest.raises(NotADirectoryError):
        RootFs(str(root)).locate("/lib/file/libx.so", False)


def test_a_given_path_is_the_users_own(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    file = put(own / "libx.so")
    fs = RootFs(str(root))
    assert fs.is_given(str(own))
    assert not fs.is_given("/opt/app/lib")
    assert same(fs, f"{own}/libx.so", file, given=True)
    with pytest.raises(FileNotFoundError):
        fs.locate(f"{own}/libx.so", False)


def test_links_of_a_given_path_below_the_tree_are_the_trees(root: Path) -> None:
    file = put(root / "usr/lib/libx.so.1")
    (root / "lib/libx.so").symlink_to("/usr/lib/libx.so.1")
    assert same(RootFs(str(root)), f"{root}/lib/libx.so", file, given=True)
    assert same(RootFs(f"{root}/lib/.."), f"{root}/opt/../lib/libx.so", file, given=True)


def test_the_whole_system_can_be_the_tree(tmp_path: Path) -> None:
    file = put(tmp_path / "libx.so")
    assert same(RootFs("/"), str(file), file)


def test_a_relative_path_is_looked_up_from_the_working_directory(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path / "libx.so")
    monkeypatch.chdir(tmp_path)
    assert same(RootFs(str(root)), "./libx.so", file)


def test_without_a_path_file_the_default_path_is_searched(root: Path) -> None:
    assert RootFs(str(root)).system_path(TARGET, "x86_64", "/lib/ld.so") == "/lib:/usr/local/lib:/usr/lib"


def test_the_path_file_replaces_the_default_path(root: Path) -> None:
    put(root / "etc/ld-musl-x86_64.path", "/opt/app/lib\n/lib:/x\n\0ignored")
    assert RootFs(str(root)).system_path(TARGET, "x86_64", "/lib/ld.so") == "/opt/app/lib\n/lib:/x\n"


def test_a_path_file_too_large_to_be_one_is_refused_and_not_read(root: Path) -> None:
    with open(root / "etc/ld-musl-x86_64.path", "wb") as f:
        f.truncate(1 << 40)
    with pytest.raises(UsageError, match="not a search path"):
        RootFs(str(root)).system_path(TARGET, "x86_64", "/lib/ld-musl-x86_64.so.1")


def test_the_path_file_is_the_architectures_own(root: Path) -> None:
    put(root / "etc/ld-musl-aarch64.path", "/arm")
    assert "/arm" not in RootFs(str(root)).system_path(TARGET, "x86_64", "/lib/ld.so")
    assert RootFs(str(root)).system_path(TARGET, "aarch64", "/lib/ld.so") == "/arm"


def test_the_path_file_is_under_the_loaders_prefix(root: Path) -> None:
    (root / "opt/x/etc").mkdir(parents=True)
    put(root / "opt/x/etc/ld-musl-x86_64.path", "/opt/x/lib")
    assert RootFs(str(root)).system_path(TARGET, "x86_64", "/opt/x/lib/ld-musl.so") == "/opt/x/lib"


def test_a_path_file_that_cannot_be_opened_leaves_nothing_to_search(root: Path) -> None:
    (root / "etc/ld-musl-x86_64.path").symlink_to("ld-musl-x86_64.path")
    assert RootFs(str(root)).system_path(TARGET, "x86_64", "/lib/ld.so") == ""


def test_ld_so_conf_is_read_with_its_includes(tmp_path: Path) -> None:
    for name in ("one", "two", "three", "conf.d"):
        (tmp_path / name).mkdir()
    put(tmp_path / "conf.d/b.conf", f"{tmp_path}/three  # last\n")
    put(tmp_path / "conf.d/a.conf", f"# comment\n{tmp_path}/two\n{tmp_path}/gone\nhwcap 0 x\nrelative\n")
    put(tmp_path / "ld.so.conf", f"{tmp_path}/one\ninclude conf.d/*.conf\n{tmp_path}/one\n")
    found = ld_so_conf(str(tmp_path / "ld.so.conf"))
    assert found[:3] == [f"{tmp_path}/one", f"{tmp_path}/two", f"{tmp_path}/three"]
    assert set(found[3:]) <= set(fs_module.TRUSTED_DIRS)


def test_ld_so_conf_that_includes_itself_ends(tmp_path: Path) -> None:
    put(tmp_path / "ld.so.conf", "include ld.so.conf\n")
    assert set(ld_so_conf(str(tmp_path / "ld.so.conf"))) <= set(fs_module.TRUSTED_DIRS)


class Main:
    elf_class, byteorder, machine = 64, "little", 62


def test_this_systems_directories_offer_neither_glibcs_own_nor_other_machines(tmp_path: Path) -> None:
    head = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0" + bytes([62, 0])
    files = {
        "ok.so": head,
        "libresolv.so.2": head,
        "arm.so": head[:18] + bytes([183, 0]),
        "class.so": head.replace(b"ELF\x02", b"ELF\x01"),
        "order.so": b"\x7fELF\x02\x02\x01" + bytes(9) + b"\0\x03\0\x3e",
        "text.so": b"INPUT(x)",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    host = HostFs(["libresolv.so.2"])
    main = cast(ElfImage, Main())
    offered = {n for n in files if host.in_system_path(n, host.locate(str(tmp_path / n), True), main)}
    assert offered == {"ok.so"}


class Image:
    """An image of so many bytes."""

    def __init__(self, total: int, machine: int = 62) -> None:
        self.machine = machine
        self.c = type("C", (), {"total": total})()


def test_the_cache_of_images_is_bounded_by_their_bytes() -> None:
    cache = ImageCache(max_bytes=100)
    reads: list[int] = []

    def get(key: int) -> None:
        def read(limits: Any) -> ElfImage:
            reads.append(key)
            return cast(ElfImage, Image(40))

        cache.get(key, 62, read)

    for key in (1, 2, 1, 3, 1, 2):
        get(key)
    assert reads == [1, 2, 3, 2]


def test_an_image_of_another_machine_is_read_again_as_the_programs() -> None:
    asked: list[int] = []

    def read(limits: Any) -> ElfImage:
        asked.append(limits.c.as_machine if limits is not None else 0)
        return cast(ElfImage, Image(1, machine=183))

    ImageCache().get("k", 62, read)
    assert asked == [0, 62]


def test_a_fifo_of_the_right_name_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "libx.so")
    host = HostFs([])
    with pytest.raises(OSError) as caught:  # noqa: PT011 - the errno is asked below
        host.image(host.locate(str(tmp_path / "libx.so"), True), 62)
    assert caught.value.errno == errno.ENOEXEC


def members() -> MemberFs:
    return MemberFs(
        ["pkg/_x.so", "pkg.libs/liby.so.1"],
        lambda name, limits: cast(ElfImage, None),
        {"pkg.libs/liby.so": "liby.so.1"},
    )


@pytest.mark.parametrize(
    "path", ["pkg/../pkg.libs/liby.so.1", "./pkg.libs//liby.so.1", "pkg/./../pkg.libs/liby.so"]
)
def test_members_are_found_by_their_plain_names_and_through_links(path: str) -> None:
    assert members().locate(path, True).path == "pkg.libs/liby.so.1"


@pytest.mark.parametrize(
    "path", ["../pkg.libs/liby.so.1", "pkg/../../pkg.libs/liby.so.1", "pkg.libs/libz.so", "pkg.libs", ""]
)
def test_what_leads_out_of_a_container_is_not_in_it(path: str) -> None:
    with pytest.raises(FileNotFoundError):
        members().locate(path, True)
