"""What the knowledge base tells people of one name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from musl_compat import kb
from musl_compat.kb import _facts, targets


def found(name: str, target: str | None = None) -> kb.SymbolFacts:
    facts = kb.facts(name, targets.get(target) if target else None)
    assert facts is not None
    return facts


@pytest.mark.parametrize(
    ("name", "version", "libraries"),
    [
        ("printf", "2.2.5", ("libc",)),
        ("strlcpy", "2.38", ("libc",)),
        ("sin", "2.2.5", ("libm",)),
        ("dlopen", "2.2.5", ("libc",)),
        ("_ZGVbN2v_sin", "2.22", ("libmvec",)),
    ],
)
def test_glibc_has_a_name_since_a_version(name: str, version: str, libraries: tuple[str, ...]) -> None:
    assert found(name).glibc_since("x86_64") == version
    assert found(name).libraries == libraries


def test_glibc_versions_depend_on_the_architecture() -> None:
    assert found("printf").glibc_since("aarch64") == "2.17"
    assert found("printf").glibc_since("armhf") == "2.4"
    assert found("printf").glibc_since("powerpc64le") == "2.17"
    assert found("printf").glibc_since("nowhere") is None


def test_musl_has_a_name_from_a_release_to_a_release() -> None:
    assert (found("open64").first_musl, found("open64").last_musl) == ("1.1.0", "1.2.3")
    assert (found("statx").first_musl, found("statx").last_musl) == ("1.2.5", "1.2.6")
    assert found("backtrace").first_musl is None


def test_a_newer_musl_is_the_first_supplier() -> None:
    supplier = found("reallocarray", "musl:1.1.24").suppliers[0]
    assert supplier.title == "musl 1.2.2"
    assert not [s for s in found("reallocarray", "musl:1.2.2").suppliers if s.id == "musl"]


@pytest.mark.parametrize(
    ("name", "supplier"),
    [
        ("fts_open", "musl-fts"),
        ("_obstack_begin", "musl-obstack"),
        ("argp_parse", "argp-standalone"),
        ("makecontext", "libucontext"),
        ("xdr_int", "libtirpc"),
        ("__memcpy_chk", "gcompat"),
        ("__cpu_model", "libgcc"),
    ],
)
def test_a_supplier_is_named(name: str, supplier: str) -> None:
    assert supplier in {s.id for s in kb.suppliers(name)}


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("PyObject_Call", "python"),
        ("_Py_NoneStruct", "python"),
        ("napi_create_object", "node"),
        ("_ZN2v87Isolate10GetCurrentEv", "node"),
        ("rb_define_method", "ruby"),
        ("Perl_newSVpv", "perl"),
        ("luaL_checklstring", "lua"),
        ("zend_parse_parameters", "php"),
        ("palloc", "postgresql"),
        ("Rf_allocVector", "r"),
        ("Tcl_Eval", "tcl"),
        ("printf", None),
        ("deflate", None),
        ("_ZNSt6vectorIiE", None),
    ],
)
def test_a_host_defines_its_api(name: str, host: str | None) -> None:
    assert kb.host_of(name) == host


@pytest.mark.parametrize(
    ("name", "version", "group"),
    [
        ("__cpu_model", None, "compiler-runtime"),
        ("__libc_dlopen_mode", None, "loader-internals"),
        ("__anything", "GLIBC_PRIVATE", "glibc-private"),
        ("__anything", None, "other"),
        ("zlib_version_of_mine", None, "other"),
        ("_ZN3foo3barEv", None, "other"),
        ("_ZNSt6thread4joinEv", None, "compiler-runtime"),
        ("pthread_of_mine", None, "other"),
    ],
)
def test_names_without_a_row_have_a_group_too(name: str, version: str | None, group: str) -> None:
    assert kb.group_of_name(name, version) == group


def test_nothing_is_known_of_a_name_of_nobody() -> None:
    assert kb.facts("frobnicate_all_the_things") is None
    assert "pthread_create" in kb.near("pthread_creat")


def test_behaviours_are_found_by_name_and_by_prefix() -> None:
    assert [b.topic for b in kb.behaviours("strerror_r")] == ["strerror_r"]
    assert kb.behaviours("thrd_create")
    assert not kb.behaviours("abs")


def test_every_fact_comes_with_its_sources() -> None:
    for name in ("strerror_r", "fts_open", "reallocarray", "__cpu_model", "PyObject_Call"):
        facts = found(name, "musl:1.1.24")
        named = {e.source for e in facts.glibc} | {s.source for s in facts.suppliers}
        assert named | {b.source for b in facts.behaviours} <= set(facts.sources)
        assert all(title and how for title, how in facts.sources.values())


def test_every_row_has_facts() -> None:
    table, libraries = kb.table(), kb.glibc_libraries()
    for row in range(0, len(table), 7):
        if table.name(row) not in libraries:
            assert found(table.name(row)).group.id == kb.group_of_row(row)


def test_details_of_another_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "detail.json"
    with pytest.raises(kb.TableError, match="there are no details"):
        _facts._Detail(str(path), kb.table())
    path.write_text(json.dumps({"stamp": "of another text"}), encoding="utf-8")
    with pytest.raises(kb.TableError, match="of another text than the table"):
        _facts._Detail(str(path), kb.table())


def test_libraries_that_musl_reserves_are_told_from_those_it_does_not() -> None:
    libraries = kb.glibc_libraries()
    assert libraries["libm.so.6"]
    assert not libraries["libresolv.so.2"]
    assert not libraries["ld-linux-x86-64.so.2"]
    assert "libcrypt.so.1" not in libraries
