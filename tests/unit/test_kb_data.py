"""One test for each thing that has to hold of the reviewed text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from musl_compat.kb import compile as kb_compile
from musl_compat.kb.compile import DATA, HOME, SHIM, Groups, Source, read_tsv

TABLES = sorted(path.stem for path in DATA.glob("*.tsv"))
# What makes a row unique, and the order in which rows stand; None: the order is the authors'.
KEYS: dict[str, tuple[tuple[str, ...], bool]] = {
    "behaviours": (("area", "topic", "symbols"), False),
    "glibc": (("symbol", "library", "kind"), True),
    "glibc_libraries": (("file",), True),
    "glibc_nodes": (("id",), True),
    "group_rules": (("group", "library", "pattern"), False),
    "groups": (("id",), False),
    "hidden_versions": (("file", "symbol"), True),
    "hosts": (("host",), False),
    "iconv": (("name",), True),
    "lfs64": (("symbol",), True),
    "musl_debian": (("symbol",), True),
    "musl_packages": (("suite", "arch"), False),
    "musl_ports": (("arch",), True),
    "musl_releases": (("version",), False),
    "musl_upstream": (("symbol",), True),
    "sources": (("id",), False),
    "suppliers": (("id",), False),
    "supplies": (("supplier",), False),
    "targets": (("name",), False),
}


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(DATA)


@pytest.fixture(scope="module")
def groups(source: Source) -> Groups:
    return Groups(source)


def test_every_table_of_the_folder_is_known_here() -> None:
    assert sorted(KEYS) == TABLES
    assert {path.suffix for path in DATA.iterdir()} == {".tsv"}


@pytest.mark.parametrize("table", TABLES)
def test_no_row_occurs_twice(table: str) -> None:
    keys = [tuple(row[part] for part in KEYS[table][0]) for row in read_tsv(DATA / f"{table}.tsv")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", [table for table in TABLES if KEYS[table][1]])
def test_rows_are_sorted(table: str) -> None:
    keys = [tuple(row[part] for part in KEYS[table][0]) for row in read_tsv(DATA / f"{table}.tsv")]
    assert keys == sorted(keys)


@pytest.mark.parametrize("table", [table for table in TABLES if table != "sources"])
def test_every_row_says_where_it_is_from(table: str) -> None:
    known = {row["id"] for row in read_tsv(DATA / "sources.tsv")}
    assert {row["source"] for row in read_tsv(DATA / f"{table}.tsv")} <= known


def test_every_source_is_used() -> None:
    used = {
        row["source"] for table in TABLES if table != "sources" for row in read_tsv(DATA / f"{table}.tsv")
    }
    assert used == {row["id"] for row in read_tsv(DATA / "sources.tsv")}


@pytest.mark.parametrize("table", TABLES)
def test_text_has_no_stray_space_and_ends_with_a_line_end(table: str) -> None:
    text = (DATA / f"{table}.tsv").read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    for number, line in enumerate(text.splitlines(), 1):
        for cell in line.split("\t"):
            assert cell == cell.strip(), f"{table}.tsv:{number}: {cell!r}"


def test_releases_rise(source: Source) -> None:
    keys = [kb_compile.version_key(release) for release in source.releases]
    assert keys == sorted(keys)


def test_ranges_of_releases_are_disjoint_rising_and_as_long_as_they_can_be(source: Source) -> None:
    for row in source.upstream:
        places: list[int] = []
        for part in row["builds"].split():
            first, _, last = part.partition("..")
            low, high = source.releases.index(first), source.releases.index(last or first)
            assert low <= high, row
            assert not last or low < high, row
            assert not places or places[-1] + 1 < low, row
            places += range(low, high + 1)
        assert places, row


def test_glibc_refers_to_nodes_that_exist_and_all_nodes_are_used() -> None:
    nodes = {row["id"] for row in read_tsv(DATA / "glibc_nodes.tsv")}
    assert nodes == {row["nodes"] for row in read_tsv(DATA / "glibc.tsv")}


def test_version_nodes_rise_and_name_an_architecture_each() -> None:
    for row in read_tsv(DATA / "glibc_nodes.tsv"):
        pairs = [node.partition(":") for node in row["nodes"].split(" ")]
        keys = [[int(n) if n.isdigit() else -1 for n in re.split("[._]", version)] for version, _, _ in pairs]
        assert keys == sorted(keys), row
        assert all(archs for _, _, archs in pairs), row


def test_every_glibc_name_is_in_one_group_that_exists(source: Source, groups: Groups) -> None:
    known = set(groups.order)
    for name in source.libc_names():
        assert groups.of(name) in known, name


def test_only_names_that_every_release_has_are_common(source: Source, groups: Groups) -> None:
    for name in source.libc_names():
        everywhere = all(name in build.exports[HOME] for build in source.builds.values())
        assert (groups.of(name) == "common") == everywhere, name


def test_no_pattern_is_dead(groups: Groups) -> None:
    for i, rule in enumerate(groups.rules):
        assert groups.rule_of(rule["example"]) == i, rule


def test_every_group_has_a_pattern_or_is_decided_by_data(groups: Groups) -> None:
    by_data = {"common", "newer-musl", "musl-private", "glibc-private", "other"}
    assert {rule["group"] for rule in groups.rules} | by_data == set(groups.order)


@pytest.mark.parametrize("row", read_tsv(DATA / "groups.tsv"), ids=lambda row: row["id"])
def test_a_group_is_explained_in_sentences(row: kb_compile.Row) -> None:
    assert row["title"]
    for cell in (row["why"], row["fix"]):
        assert cell[0].isupper() or cell.startswith(
            ("glibc", "musl", "gcc", "libgcc", "dlvsym", "rcmd", "arc4")
        )
        assert cell.endswith(".")


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("__memcpy_chk", "fortify"),
        ("__isoc23_strtol", "c23"),
        ("fcntl64", "lfs64"),
        ("__res_nquery", "resolver"),
        ("backtrace", "execinfo"),
        ("swapcontext", "ucontext"),
        ("obstack_free", "obstack"),
        ("argp_parse", "argp"),
        ("fts_open", "fts"),
        ("error_at_line", "error"),
        ("re_search", "gnu-regex"),
        ("__cxa_thread_atexit_impl", "compiler-runtime"),
        ("_dl_find_object", "compiler-runtime"),
        ("xdr_int", "sunrpc"),
        ("__malloc_hook", "malloc"),
        ("_IO_2_1_stdout_", "stdio-internals"),
        ("sinf128", "math-types"),
        ("__exp_finite", "math-finite"),
        ("innetgr", "netgroup"),
        ("pthread_cond_clockwait", "pthread-np"),
        ("__clock_gettime64", "time64"),
        ("argz_add", "argz"),
        ("random_r", "random-r"),
        ("openat2", "syscalls"),
        ("mcount", "profiling"),
        ("_ZGVbN2v_sin", "libmvec"),
        ("reallocarray", "newer-musl"),
        ("__init_tls", "musl-private"),
        ("printf", "common"),
    ],
)
def test_well_known_names_are_in_the_group_of_their_cause(groups: Groups, name: str, group: str) -> None:
    assert groups.of(name) == group


@pytest.mark.parametrize("table", ["hosts", "supplies", "group_rules"])
def test_every_example_matches_its_pattern(table: str) -> None:
    for row in read_tsv(DATA / f"{table}.tsv"):
        assert re.fullmatch(row["pattern"], row["example"]), row


def test_no_host_claims_a_name_of_a_libc(source: Source) -> None:
    patterns = [(row["host"], re.compile(row["pattern"])) for row in read_tsv(DATA / "hosts.tsv")]
    claimed = [(host, n) for n in source.libc_names() for host, pattern in patterns if pattern.fullmatch(n)]
    assert claimed == []


def test_suppliers_and_what_they_supply_refer_to_each_other() -> None:
    suppliers = {row["id"] for row in read_tsv(DATA / "suppliers.tsv")}
    assert {row["supplier"] for row in read_tsv(DATA / "supplies.tsv")} | {SHIM} == suppliers


def test_the_loader_maps_only_names_whose_stem_musl_has(source: Source) -> None:
    first_mapping = source.builds["1.2.4"].exports[HOME]
    for row in source.lfs64:
        assert row["stem"] in first_mapping, row
        assert row["symbol"] not in first_mapping or row["symbol"] == "getdents64", row


def test_targets_name_builds_that_exist(source: Source) -> None:
    for row in source.targets:
        build = source.build_of(row)
        assert build.exports[HOME]
        assert row["certainty"] in {"measured", "reported", "uncertain"}


def test_musl_targets_come_newest_first(source: Source) -> None:
    names = [row["name"] for row in source.targets if row["name"].startswith("musl:")]
    assert names == [f"musl:{release}" for release in reversed(source.releases)]


def test_behaviours_are_about_names_that_exist(source: Source) -> None:
    names = source.libc_names()
    for row in read_tsv(DATA / "behaviours.tsv"):
        for symbol in row["symbols"].split():
            if symbol.endswith("*"):
                assert any(name.startswith(symbol[:-1]) for name in names), row
            else:
                assert symbol in names, row


def test_behaviours_say_what_each_libc_does_and_how_bad_it_is() -> None:
    severities = {
        "fails to load",
        "crash or hang",
        "wrong result or failing call",
        "different behaviour",
        "slower",
        "harmless",
    }
    for row in read_tsv(DATA / "behaviours.tsv"):
        assert row["severity"] in severities, row
        assert set(row["evidence"].split(", ")) <= {"experiment", "read in source", "reported"}, row


def test_reserved_libraries_are_those_of_the_loader() -> None:
    stems = ("libc.", "libpthread.", "librt.", "libm.", "libdl.", "libutil.", "libxnet.")
    for row in read_tsv(DATA / "glibc_libraries.tsv"):
        assert (row["reserved"] == "yes") == row["file"].startswith(stems), row


def test_a_32_bit_architecture_is_derived_only_within_its_era(source: Source) -> None:
    assert "i386" not in source.builds["1.1.24"].exports
    assert "__xstat" not in source.builds["1.2.3"].exports["i386"]
    assert "__xstat" in source.builds["1.2.5"].exports["i386"]
    assert "mipsel" not in source.builds["1.2.5"].exports
    assert "arch_prctl" not in source.builds["1.1.24"].exports["aarch64"]


def test_the_text_holds_no_trace_of_the_place_it_was_made() -> None:
    for path in DATA.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(work|root|tmp|home)/|https?://", text), path.name


def test_compilation_refuses_a_name_without_a_group(tmp_path: Path) -> None:
    for path in DATA.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "glibc.tsv").open("a", encoding="utf-8") as file:
        file.write("zz.nogroup\tlibc\tfunc\tn001\tglibc-2.43-abilists\n")
    with pytest.raises(kb_compile.DataError, match=r"no pattern matches zz\.nogroup"):
        kb_compile.main(["--data", str(tmp_path), "--output", str(tmp_path)])
