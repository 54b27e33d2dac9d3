"""The knowledge base against real libcs: what it says a build exports is what its file defines."""

from __future__ import annotations

import pytest

from musl_compat import kb
from musl_compat.devtools import kb_musl
from musl_compat.devtools.lab import cache
from musl_compat.elf import names
from musl_compat.kb import targets

pytestmark = pytest.mark.oracle
CACHED = [entry for entry in kb_musl.entries() if kb_musl.is_at_hand(entry)]


def test_the_four_real_musls_of_x86_64_are_there() -> None:
    there = [e for e in kb_musl.entries() if e.arch == "amd64" and cache.tree_path(e).is_dir()]
    assert {e.suite for e in there} == set(kb_musl.SUITES)


@pytest.mark.parametrize("entry", CACHED, ids=lambda entry: entry.origin)
def test_exports_equal_those_of_the_real_libc(entry: kb_musl.lock.Entry) -> None:
    measured = kb_musl.measure(entry)
    target, table = targets.get(f"debian:{entry.suite}"), kb.table()
    assert target.provenance(measured.arch) == "measured"
    said = {table.name(row) for row in table.rows_in(target.exports(measured.arch))}
    assert said == set(measured.exports)


@pytest.mark.parametrize("entry", CACHED, ids=lambda entry: entry.origin)
def test_a_libc_given_as_a_file_equals_its_named_target(entry: kb_musl.lock.Entry) -> None:
    table = kb.table()
    path = next(p for p in cache.tree(entry).glob("**/libc.so") if p.is_file() and not p.is_symlink())
    given, named = targets.from_libc(str(path)), targets.get(f"debian:{entry.suite}")
    assert given.archs == (kb_musl.ARCHS[entry.arch],)
    assert given.musl_version == named.musl_version
    arch = given.archs[0]
    assert table.rows_in(given.exports(arch)) == table.rows_in(named.exports(arch))
    for name in ("open64", "readdir64_r", "posix_fallocate64", "fcntl64", "nosuch"):
        assert given.answer(name, arch) == named.answer(name, arch)


@pytest.mark.parametrize("entry", CACHED, ids=lambda entry: entry.origin)
def test_the_architecture_is_the_one_that_the_libc_calls_itself(entry: kb_musl.lock.Entry) -> None:
    path = next(p for p in cache.tree(entry).glob("**/libc.so") if p.is_file() and not p.is_symlink())
    image = targets.from_libc(str(path)).libc_image
    assert image is not None
    assert names.arch_of(image) == kb_musl.ARCHS[entry.arch]


def test_a_planted_wrong_export_is_noticed() -> None:
    entry = next(e for e in CACHED if e.suite == "trixie" and e.arch == "amd64")
    measured = kb_musl.measure(entry)
    table = kb.table()
    said = {table.name(row) for row in table.rows_in(targets.get("musl:1.2.5").exports("x86_64"))}
    assert set(measured.exports) - said == {
        "fts_children",
        "fts_close",
        "fts_open",
        "fts_read",
        "fts_set",
        "renameat2",
    }


def test_the_committed_tables_are_what_the_packages_say() -> None:
    assert kb_musl.differences() == []
