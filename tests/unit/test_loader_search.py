"""The path rules: reserved names, search paths, $ORIGIN, the path file."""

from __future__ import annotations

import pytest

from musl_compat.loader import search, traits
from musl_compat.loader.search import Entry

NEW = traits.of_version((1, 2, 5))
OLD = traits.of_version((1, 1, 15))


@pytest.mark.parametrize(
    "name",
    [
        "libc.so.6",
        "libm.so.6",
        "libpthread.so.0",
        "librt.so.1",
        "libutil.so.1",
        "libdl.so.2",
        "libxnet.so",
        "libc.musl-x86_64.so.1",
        "libm.",
    ],
)
def test_reserved_names_are_libc_whatever_follows_the_dot(name: str) -> None:
    assert search.is_reserved(name, NEW)


@pytest.mark.parametrize(
    "name",
    [
        "libresolv.so.2",
        "libcrypt.so.1",
        "libmvec.so.1",
        "libm-2.31.so",
        "libc++.so.1",
        "libcx.so",
        "libc",
        "ld-linux-x86-64.so.2",
        "/lib/x86_64-linux-gnu/libc.so.6",
        "lib.so",
        "libp.so",
        "",
    ],
)
def test_other_names_have_to_be_files(name: str) -> None:
    assert not search.is_reserved(name, NEW)


@pytest.mark.parametrize("name", ["libp.so", "libd.so", "libpt.so", "libx.so.1", "lib.so", "libc.so.6"])
def test_before_1_1_16_the_beginning_of_a_stem_is_reserved(name: str) -> None:
    assert search.is_reserved(name, OLD)


@pytest.mark.parametrize("name", ["libcx.so", "libq.so", "libp"])
def test_before_1_1_16_other_names_are_still_files(name: str) -> None:
    assert not search.is_reserved(name, OLD)


def test_a_search_path_is_split_at_colons_and_newlines_and_empty_entries_are_passed_over() -> None:
    assert search.split_path("::/a:/b\n\n/c:\n") == [Entry("/a"), Entry("/b"), Entry("/c")]


def test_directories_stay_as_they_are_written() -> None:
    assert [e.path for e in search.split_path("a/../b:/c//d/:.")] == ["a/../b", "/c//d/", "."]


def test_a_candidate_path_of_512_bytes_is_not_tried() -> None:
    assert search.candidate("/" + "d" * 500, "libx.so.10") is None  # 512 with its NUL not counted
    assert search.candidate("/" + "d" * 499, "libx.so.10") == "/" + "d" * 499 + "/libx.so.10"


def test_a_candidate_path_is_measured_in_bytes() -> None:
    assert search.candidate("/" + "\u00e9" * 250, "libx.so.10") is None


@pytest.mark.parametrize(
    ("rpath", "expected"),
    [
        ("$ORIGIN/../lib", ["/opt/app/bin/../lib"]),
        ("${ORIGIN}:/x:$ORIGIN/y", ["/opt/app/bin", "/x", "/opt/app/bin/y"]),
        ("/plain:rel", ["/plain", "rel"]),
        ("$ORIGINAL", ["/opt/app/binAL"]),
        ("/a:$LIB/b:$ORIGIN", []),
        ("$PLATFORM", []),
        ("/a$", []),
        ("", []),
    ],
)
def test_origin_is_the_directory_of_the_object_and_any_other_token_voids_the_path(
    rpath: str, expected: list[str]
) -> None:
    assert [e.path for e in search.expand_rpath(rpath, "/opt/app/bin/prog")] == expected


def test_origin_is_not_normalised() -> None:
    assert [e.path for e in search.expand_rpath("$ORIGIN/x", "../bin/./p")] == ["../bin/./x"]


def test_origin_of_a_program_in_the_working_directory_is_a_dot() -> None:
    assert [e.path for e in search.expand_rpath("$ORIGIN/lib", "prog")] == ["./lib"]


def test_only_what_comes_from_a_given_origin_is_given() -> None:
    assert search.expand_rpath("$ORIGIN/l:/usr/l", "/r/p", given=True) == [
        Entry("/r/l", True),
        Entry("/usr/l", False),
    ]


@pytest.mark.parametrize(
    ("loader", "expected"),
    [
        ("/lib/ld-musl-x86_64.so.1", "/etc/ld-musl-x86_64.path"),
        ("/lib64/ld-linux-x86-64.so.2", "/etc/ld-musl-x86_64.path"),
        ("/opt/x/lib/ld-musl-x86_64.so.1", "/opt/x/etc/ld-musl-x86_64.path"),
        ("/ld.so", "/etc/ld-musl-x86_64.path"),
        ("lib/ld.so", "/etc/ld-musl-x86_64.path"),
    ],
)
def test_the_path_file_is_under_the_prefix_of_the_loaders_own_path(loader: str, expected: str) -> None:
    assert search.path_file(loader, "x86_64") == expected
