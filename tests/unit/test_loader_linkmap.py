"""How a link map grows, on a file system made of a dictionary: what the real loaders of today cannot show."""

from __future__ import annotations

import errno
import os
from typing import Any, cast

import pytest

from musl_compat.elf import ElfImage
from musl_compat.errors import ElfError
from musl_compat.kb import targets
from musl_compat.kb.targets import Target
from musl_compat.loader.fs import Located
from musl_compat.loader.linkmap import LinkMap
from musl_compat.loader.search import MissingLibrary

X86_64, AARCH64 = 62, 183


class Symbol:
    def __init__(self, kind: int = 1, bind: int = 1, shndx: int = 1, value: int = 1) -> None:
        self.type, self.bind, self.shndx, self.value = kind, bind, shndx, value


class Image:
    """As much of an ElfImage as a link map looks at."""

    def __init__(
        self,
        *needed: str,
        rpath: str | None = None,
        runpath: str | None = None,
        interpreter: str | None = None,
        machine: int = X86_64,
        elf_class: int = 64,
        byteorder: str = "little",
        type: int = 3,
        flags: int = 1,
        symbols: dict[str, Symbol] | None = None,
    ) -> None:
        self.needed, self.rpath, self.runpath, self.interpreter = list(needed), rpath, runpath, interpreter
        self.machine, self.elf_class, self.byteorder, self.type = machine, elf_class, byteorder, type
        self.flags = flags
        self._symbols = list((symbols or {}).items())

    def find(self, name: str) -> int:
        return next((i for i, (n, _) in enumerate(self._symbols, 1) if n == name), 0)

    def symbol(self, index: int) -> Symbol:
        return self._symbols[index - 1][1]


class Fs:
    """Paths to images, to errno values, or to other paths (links)."""

    presumes = False

    def __init__(self, files: dict[str, Image | int | str | ElfError], system: str = "/lib") -> None:
        self.files = files
        self.system = system
        self.tried: list[str] = []

    def locate(self, path: str, given: bool) -> Located:
        self.tried.append(path)
        found = self.files.get(path, errno.ENOENT)
        if isinstance(found, str):
            return self.locate(found, given)
        if isinstance(found, int):
            raise OSError(found, os.strerror(found))
        return Located(id(found), path)

    def image(self, found: Located, machine: int) -> ElfImage:
        image = self.files[found.path]
        if isinstance(image, ElfError):
            raise image
        return cast(ElfImage, image)

    def is_given(self, directory: str) -> bool:
        return True

    def system_path(self, target: Target, arch: str, loader_name: str) -> str:
        return self.system

    def in_system_path(self, name: str, found: Located, main: ElfImage) -> bool:
        return True


def load(fs: Fs, main: Image, musl: str = "1.2.5", name: str = "/bin/prog", **options: Any) -> LinkMap:
    target = targets.get(f"musl:{musl}")
    return LinkMap.build(name, cast(ElfImage, main), fs, target, arch="x86_64", **options)


def names(link_map: LinkMap) -> list[str]:
    return ["libc" if o.is_libc else o.name for o in link_map.objects]


def test_objects_come_breadth_first_and_libc_where_it_is_first_asked_for() -> None:
    fs = Fs({"/lib/liba.so": Image("libc.so.6", "libd.so"), "/lib/libb.so": Image(), "/lib/libd.so": Image()})
    assert names(load(fs, Image("liba.so", "libb.so"))) == [
        "/bin/prog",
        "/lib/liba.so",
        "/lib/libb.so",
        "libc",
        "/lib/libd.so",
    ]


def test_libc_stands_once_whatever_names_ask_for_it() -> None:
    assert names(load(Fs({}), Image("libm.so.6", "libc.so.6", "libpthread.so.0"))) == ["/bin/prog", "libc"]


def test_a_library_that_was_found_is_not_searched_for_again() -> None:
    fs = Fs({"/lib/liba.so": Image("libb.so"), "/lib/libb.so": Image("liba.so")})
    link_map = load(fs, Image("liba.so", "libb.so", "liba.so"))
    assert names(link_map) == ["/bin/prog", "/lib/liba.so", "/lib/libb.so"]
    assert fs.tried == ["/lib/liba.so", "/lib/libb.so"]


def test_one_file_under_two_names_is_one_object_with_its_first_name() -> None:
    fs = Fs({"/lib/liba.so": Image(), "/lib/libb.so": "/lib/liba.so"})
    link_map = load(fs, Image("liba.so", "libb.so"))
    assert names(link_map) == ["/bin/prog", "/lib/liba.so"]
    assert link_map.objects[1].short_name == "liba.so"


def test_an_object_loaded_by_path_has_a_short_name_only_after_a_search_found_it() -> None:
    fs = Fs({"/opt/libx.so": Image(), "/lib/libx.so": "/opt/libx.so"})
    assert load(fs, Image("/opt/libx.so")).objects[1].short_name is None
    link_map = load(fs, Image("/opt/libx.so", "libx.so", "libx.so"))
    assert names(link_map) == ["/bin/prog", "/opt/libx.so"]
    assert link_map.objects[1].short_name == "libx.so"


def test_the_program_is_loaded_again_when_a_library_needs_it() -> None:
    main = Image("liba.so")
    fs = Fs({"/lib/liba.so": Image("libmain.so"), "/lib/libmain.so": main})
    assert names(load(fs, main, name="/lib/libmain.so")) == [
        "/lib/libmain.so",
        "/lib/liba.so",
        "/lib/libmain.so",
    ]


def test_search_order_is_library_path_then_rpaths_up_to_the_program_then_the_system() -> None:
    fs = Fs({"/own/liba.so": Image("libz.so", runpath="/a1:/a2")})
    link_map = load(fs, Image("liba.so", rpath="/own"), library_path="/env")
    assert fs.tried == [
        "/env/liba.so",
        "/own/liba.so",
        "/env/libz.so",
        "/a1/libz.so",
        "/a2/libz.so",
        "/own/libz.so",
        "/lib/libz.so",
    ]
    assert link_map.missing == [MissingLibrary("libz.so", "/own/liba.so", "No such file or directory")]


def test_rpath_is_inherited_through_who_loaded_an_object_not_through_who_needs_it() -> None:
    fs = Fs(
        {
            "/lib/liba.so": Image("libs.so"),
            "/lib/libb.so": Image("libs.so", runpath="/hidden"),
            "/lib/libs.so": Image("libdeep.so"),
            "/hidden/libdeep.so": Image(),
        }
    )
    assert [m.name for m in load(fs, Image("liba.so", "libb.so")).missing] == ["libdeep.so"]
    assert load(fs, Image("libb.so", "liba.so")).missing == []


def test_a_search_that_was_made_to_be_slow_is_given_up() -> None:
    needed = [f"lib{i}.so" for i in range(600)]
    fs = Fs({})
    with pytest.raises(ElfError, match="limit: the search for libraries"):
        load(fs, Image(*needed, runpath=":".join(f"/{i}" for i in range(600))))
    assert len(fs.tried) <= 250_000


def test_runpath_replaces_rpath() -> None:
    fs = Fs({"/r/liba.so": Image(), "/b/libb.so": Image()})
    assert names(load(fs, Image("liba.so", "libb.so", runpath="/r", rpath="/b"))) == [
        "/bin/prog",
        "/r/liba.so",
    ]


def test_before_1_1_6_runpath_alone_is_not_read() -> None:
    fs = Fs({"/r/liba.so": Image()})
    assert load(fs, Image("liba.so", runpath="/r"), musl="1.1.5").missing
    assert not load(fs, Image("liba.so", runpath="/r"), musl="1.1.6").missing


def test_before_1_1_16_a_name_that_begins_a_reserved_one_is_libc() -> None:
    fs = Fs({"/lib/libp.so": Image()})
    assert names(load(fs, Image("libp.so"), musl="1.1.15")) == ["/bin/prog", "libc"]
    assert names(load(fs, Image("libp.so"), musl="1.1.16")) == ["/bin/prog", "/lib/libp.so"]


@pytest.mark.parametrize(
    ("symbols", "replaced"),
    [
        ({"__libc_start_main": Symbol(2), "stdin": Symbol()}, True),
        ({"__libc_start_main": Symbol(2)}, False),
        ({"__libc_start_main": Symbol(2), "stdin": Symbol(shndx=0)}, False),
        ({"__libc_start_main": Symbol(2), "stdin": Symbol(value=0)}, False),
        ({"__libc_start_main": Symbol(10), "stdin": Symbol()}, False),
    ],
)
def test_a_file_that_defines_both_names_of_the_guard_is_libc(
    symbols: dict[str, Symbol], replaced: bool
) -> None:
    fs = Fs({"/opt/glibc/libc.so.6": Image("ld-linux-x86-64.so.2", symbols=symbols)})
    expected = "libc" if replaced else "/opt/glibc/libc.so.6"
    assert names(load(fs, Image("/opt/glibc/libc.so.6"))) == ["/bin/prog", expected]


def test_before_1_1_17_a_second_libc_is_mapped() -> None:
    guard = Image(symbols={"__libc_start_main": Symbol(2), "stdin": Symbol()})
    fs = Fs({"/opt/libc.so.6": guard})
    assert names(load(fs, Image("/opt/libc.so.6"), musl="1.1.16")) == ["/bin/prog", "/opt/libc.so.6"]


def test_an_empty_name_is_an_error_from_1_1_4_on_and_was_a_search_before() -> None:
    fs = Fs({"/lib/": errno.EISDIR})
    assert load(fs, Image("")).missing == [MissingLibrary("", "/bin/prog", "Invalid argument")]
    assert load(fs, Image(""), musl="1.1.3").missing[0].reason != "Invalid argument"


@pytest.mark.parametrize("number", [errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ENAMETOOLONG])
def test_errors_that_let_a_search_go_on(number: int) -> None:
    fs = Fs({"/a/libx.so": number, "/lib/libx.so": Image()})
    assert names(load(fs, Image("libx.so"), library_path="/a")) == ["/bin/prog", "/lib/libx.so"]


@pytest.mark.parametrize("number", [errno.ELOOP, errno.EIO, errno.EPERM])
def test_other_errors_end_it_from_1_1_9_on(number: int) -> None:
    fs = Fs({"/a/libx.so": number, "/lib/libx.so": Image()})
    assert [m.name for m in load(fs, Image("libx.so"), library_path="/a").missing] == ["libx.so"]
    assert not load(fs, Image("libx.so"), library_path="/a", musl="1.1.8").missing


@pytest.mark.parametrize(
    "image",
    [
        Image(elf_class=32),
        Image(byteorder="big"),
        Image(type=1),
        Image(type=4),
        Image(flags=0),
        ElfError("not an ELF file", status="not-elf", table="file", offset=0),
        ElfError("short", status="truncated", table="ELF header", offset=0),
    ],
)
def test_the_first_file_decides_even_when_it_cannot_be_mapped(image: Image | ElfError) -> None:
    fs = Fs({"/a/libx.so": image, "/lib/libx.so": Image()})
    link_map = load(fs, Image("libx.so"), library_path="/a")
    assert link_map.missing == [MissingLibrary("libx.so", "/bin/prog", "Exec format error")]
    assert names(link_map) == ["/bin/prog"]


def test_there_is_no_filter_on_the_machine() -> None:
    fs = Fs({"/lib/libx.so": Image(machine=AARCH64)})
    assert names(load(fs, Image("libx.so"))) == ["/bin/prog", "/lib/libx.so"]


@pytest.mark.parametrize(
    "error",
    [
        ElfError("limit", status="limit", table="DT_SYMTAB", offset=9),
        ElfError(
            "a segment reaches past the end", status="truncated", table="program headers", offset=9, index=1
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_neither_loaded_nor_missing(error: ElfError) -> None:
    link_map = load(Fs({"/lib/libx.so": error}), Image("libx.so"))
    assert link_map.missing == []
    assert [(u.path, u.needed_by, u.error) for u in link_map.unreadable] == [
        ("/lib/libx.so", "/bin/prog", error)
    ]


def test_a_library_is_missing_once_for_each_object_that_needs_it() -> None:
    fs = Fs({"/lib/liba.so": Image("gone.so", "gone.so")})
    link_map = load(fs, Image("liba.so", "gone.so"))
    assert [(m.name, m.needed_by) for m in link_map.missing] == [
        ("gone.so", "/bin/prog"),
        ("gone.so", "/lib/liba.so"),
    ]


def test_the_loaders_own_name_is_libc() -> None:
    main = Image("/opt/ld.so", "ld-linux-x86-64.so.2", interpreter="/opt/ld.so")
    link_map = load(Fs({}), main)
    assert link_map.has_libc
    assert [m.name for m in link_map.missing] == ["ld-linux-x86-64.so.2"]


def test_a_name_of_256_bytes_is_not_searched_for() -> None:
    fs = Fs({})
    assert load(fs, Image("l" * 256)).missing[0].reason == "Filename too long"
    assert fs.tried == []


def test_in_a_container_what_is_not_there_is_presumed_but_not_glibcs_own() -> None:
    fs = Fs({}, system="")
    fs.presumes = True
    link_map = load(fs, Image("libz.so.1", "ld-linux-x86-64.so.2", "libc.so.6"))
    assert link_map.external == [("libz.so.1", "/bin/prog")]
    assert [m.name for m in link_map.missing] == ["ld-linux-x86-64.so.2"]
