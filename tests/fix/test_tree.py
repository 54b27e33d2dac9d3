"""A directory, fixed: everything in it comes along as it was, and a second run changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.fix import harness

pytestmark = pytest.mark.oracle

PROGRAM = """
#include <argz.h>
#include <stdio.h>
int main(void)
{
	char *all = 0;
	size_t size = 0;
	argz_create_sep("a:b", ':', &all, &size);
	return printf("%zu\\n", argz_count(all, size)) != 2;
}
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return harness.compile_c(tmp_path_factory.mktemp("program") / "bin", "program", PROGRAM, "-O1")


@pytest.fixture
def tree(tmp_path: Path, program: Path) -> Path:
    """A directory with one of everything."""
    top = tmp_path / "tree"
    for folder in ("bin", "empty", "share/text", "usr"):
        (top / folder).mkdir(parents=True)
    (top / "empty").chmod(0o700)
    shutil.copy(program, top / "bin/one")
    shutil.copy(program, top / "bin/setuid")
    (top / "bin/setuid").chmod(0o4755)
    os.link(top / "bin/one", top / "bin/same")
    (top / "share/text/notes").write_text("kept\n", encoding="utf-8")
    (top / "share/text/notes").chmod(0o640)
    os.utime(top / "share/text/notes", (1, 1))
    (top / "bin/link").symlink_to("one")
    (top / "dangling").symlink_to("/no/such/file")
    (top / "folder").symlink_to("share")
    os.mkfifo(top / "fifo")
    return top


def test_everything_comes_along_as_it_was(tree: Path, tmp_path: Path, musl_cc: str) -> None:
    before = harness.bytes_of(tree)
    out = tmp_path / "out"
    said = harness.fix(tree, "-o", out, "--cc", musl_cc)
    assert (said.code, said.err) == (0, "fifo: neither file, link nor directory: left out\n")
    after = harness.bytes_of(out)
    shim = json.loads((out / "fix.json").read_text())["shims"][0]["path"]
    fixed = {"bin/one", "bin/same", "bin/setuid"}
    assert set(after) == set(before) - {"fifo"} | {"fix.json", "glibc-shim", shim}
    for name in set(before) - fixed - {"fifo"}:
        assert after[name] == before[name], name
    for name in fixed:
        assert after[name][:2] == before[name][:2], name
        assert after[name][2] != before[name][2], name
    assert (out / "bin/one").samefile(out / "bin/same")
    assert (out / "share/text/notes").stat().st_mtime == 1
    assert stat.S_IMODE((out / "bin/setuid").stat().st_mode) == 0o4755
    for version in harness.VERSIONS:
        assert harness.under_musl(out / "bin/one", version) == harness.Ran(b"2\n", 0)
    assert harness.bytes_of(tree) == before


def test_a_program_with_rights_of_its_own_is_fixed_only_where_its_root_is_known(
    tree: Path, tmp_path: Path, musl_cc: str
) -> None:
    assert harness.fix(tree, "-o", tmp_path / "out", "--cc", musl_cc).code == 0
    rows = harness.dynamic(tmp_path / "out/bin/setuid")
    assert "[/glibc-shim]" in rows, rows
    (tree / "usr").rmdir()
    said = harness.fix(tree, "-o", tmp_path / "other", "--cc", musl_cc)
    assert said.code == 1
    assert "musl ignores $ORIGIN for it" in said.out
    assert (tmp_path / "other/bin/setuid").read_bytes() == (tree / "bin/setuid").read_bytes()


def test_same_tree_gives_the_same_bytes(tree: Path, tmp_path: Path, musl_cc: str) -> None:
    for name in ("first", "second"):
        assert harness.fix(tree, "-o", tmp_path / name, "--cc", musl_cc).code == 0
    assert harness.bytes_of(tmp_path / "first") == harness.bytes_of(tmp_path / "second")


def test_second_run_finds_nothing_to_change(tree: Path, tmp_path: Path, musl_cc: str) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    assert harness.fix(tree, "-o", out, "--cc", musl_cc).code == 0
    said = harness.fix(out, "-o", again, "--cc", musl_cc)
    assert (said.code, again.exists()) == (0, False), said
    assert "nothing was written" in said.out


@pytest.mark.parametrize("name", ["ifunc-1", "meanings-0", "big_frame-0", "search_path-1", "constructors-0"])
def test_second_run_on_a_fixed_file_finds_nothing_to_change(name: str, tmp_path: Path, musl_cc: str) -> None:
    variant = next(v for v in harness.variants() if v.name == name)
    given = harness.build(variant, tmp_path / "given")
    assert harness.fix(given, "-o", tmp_path / "out", "--cc", musl_cc).code == 0
    said = harness.fix(tmp_path / "out" / given.name, "-o", tmp_path / "again", "--cc", musl_cc)
    assert (said.code, (tmp_path / "again").exists()) == (0, False), said


def test_earlier_output_is_replaced_whole(tree: Path, tmp_path: Path, musl_cc: str) -> None:
    out = tmp_path / "out"
    assert harness.fix(tree, "-o", out, "--cc", musl_cc).code == 0
    before = harness.bytes_of(out)
    (out / "left over").write_text("from another time", encoding="utf-8")
    assert harness.fix(tree, "-o", out, "--cc", musl_cc).code == 0
    assert harness.bytes_of(out) == before


@pytest.mark.parametrize(
    ("flags", "compiler"), [(("-static",), "gcc"), (("-static-pie", "-fPIE"), "gcc"), (("-O1",), "musl")]
)
def test_program_that_runs_already_is_left_alone(
    flags: tuple[str, ...], compiler: str, tmp_path: Path, musl_cc: str
) -> None:
    given = tmp_path / "given" / "hello"
    if compiler == "gcc":
        harness.compile_c(given.parent, "hello", "int main(void) { return 0; }", *flags)
    else:
        start = "int puts(const char *); void _start(void) { puts(0); }"
        linked = ["-O1", "-fPIE", "-c"], ["-pie", "-Wl,-dynamic-linker,/lib/ld-musl-x86_64.so.1"]
        harness.compile_c(given.parent, "hello.o", start, *linked[0], compiler=musl_cc)
        harness.run([musl_cc, "-o", "hello", "hello.o", *linked[1]], given.parent)
    said = harness.fix(given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert (said.code, (tmp_path / "out").exists()) == (0, False), said
    assert "runs already" in said.out or "runs, nothing to change" in said.out, said.out
    assert given.exists()
