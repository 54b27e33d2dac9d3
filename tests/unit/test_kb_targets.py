"""Targets by name, and a real libc.so as a target."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache
from musl_compat.errors import UnknownTarget, UsageError
from musl_compat.kb import targets


def test_the_default_is_the_newest_release() -> None:
    releases = [t.musl_version for t in targets.all() if t.name.startswith("musl:")]
    assert targets.default().musl_version == max(releases)
    assert targets.default().name == "musl:1.2.6"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("musl", "musl:1.2.6"),
        ("musl:1.2", "musl:1.2.6"),
        ("musl:1.1", "musl:1.1.24"),
        ("musl:1.2.3", "musl:1.2.3"),
    ],
)
def test_a_series_means_its_newest_release(given: str, meant: str) -> None:
    assert targets.get(given).name == meant


@pytest.mark.parametrize(
    "name", ["", "musl:", "musl:1", "musl:1.3", "musl:1.2.", "debian", "alpine:3.22.1", "x"]
)
def test_what_is_not_a_target_is_refused(name: str) -> None:
    with pytest.raises(UnknownTarget):
        targets.get(name)


def test_an_unknown_target_comes_with_near_names() -> None:
    with pytest.raises(UnknownTarget, match=r"did you mean alpine:3\.2") as raised:
        targets.get("alpine:3.222")
    assert raised.value.near


@pytest.mark.parametrize(
    ("target", "name", "answer"),
    [
        ("musl:1.2.3", "open64", "exported"),
        ("musl:1.2.4", "open64", "mapped"),
        ("musl:1.2.3", "posix_fallocate64", "exported"),
        ("musl:1.2.4", "posix_fallocate64", "missing"),
        ("musl:1.2.5", "posix_fallocate64", "missing"),
        ("musl:1.2.6", "posix_fallocate64", "mapped"),
        ("musl:1.2.5", "readdir64_r", "mapped"),
        ("musl:1.2.6", "fcntl64", "missing"),
        ("musl:1.2.6", "_no_such_name_", "missing"),
        ("musl:1.2.1", "reallocarray", "missing"),
        ("musl:1.2.2", "reallocarray", "exported"),
        ("musl:1.1.20", "__strdup", "exported"),
        ("musl:1.1.21", "__strdup", "missing"),
        ("debian:trixie", "fts_open", "exported"),
        ("musl:1.2.5", "fts_open", "missing"),
        ("debian:bookworm", "crypt", "missing"),
        ("musl:1.2.3", "crypt", "exported"),
        ("alpine:3.22", "statx", "exported"),
        ("alpine:3.18", "statx", "missing"),
    ],
)
def test_a_build_answers_as_its_libc_does(target: str, name: str, answer: str) -> None:
    assert targets.get(target).answer(name, "x86_64") == answer


def test_an_architecture_that_was_never_read_is_unknown() -> None:
    target = targets.default()
    assert target.exports("sparc64") is None
    assert target.answer("open", "sparc64") == "unknown"
    assert target.provenance("sparc64") == "unknown"
    assert target.provenance("aarch64") == "derived"
    assert target.provenance("x86_64") == "measured"
    assert targets.get("debian:sid").provenance("loongarch64") == "measured"


def test_the_interpreter_has_the_architectures_name() -> None:
    assert targets.default().interpreter("aarch64") == "/lib/ld-musl-aarch64.so.1"
    assert targets.default().search_path == ("/lib", "/usr/local/lib", "/usr/lib")


@pytest.mark.parametrize("version", ["1.2.2", "1.2.3", "1.2.5", "1.2.6"])
def test_a_real_libc_is_a_target_of_its_version(version: str) -> None:
    target = targets.from_libc(str(cache.loader(version).path))
    assert ".".join(map(str, target.musl_version)) == version
    assert target.archs == ("x86_64",)
    assert target.libc_image is not None


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "not an ELF file"), (b"\x7fELF", "truncated"), (b"no libc at all", "not an ELF file")],
)
def test_a_file_that_is_no_libc_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "libc.so"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=re.escape(str(path)) + ".*" + why):
        targets.from_libc(str(path))


def test_a_libc_that_is_not_musls_is_refused() -> None:
    with pytest.raises(UsageError, match="does not call itself musl libc"):
        targets.from_libc(sys.executable)
    with pytest.raises(UsageError, match="No such file"):
        targets.from_libc("/no/such/libc.so")


def test_a_libc_without_a_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "libc.so"
    path.write_bytes(cache.loader("1.2.5").path.read_bytes().replace(b"1.2.5\0", b"x.y.z\0"))
    with pytest.raises(UsageError, match="cannot tell its version"):
        targets.from_libc(str(path))


def test_targets_and_table_import_nothing_heavy() -> None:
    code = (
        "import sys, musl_compat._core; before = set(sys.modules);"
        "from musl_compat.kb import targets; targets.default().exports('x86_64');"
        "print(*sorted({'json', 'pathlib', 'difflib', 'csv'} & (set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
