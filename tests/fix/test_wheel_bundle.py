"""Wheels fixed with ``--bundle``: the libraries that they take from the system come along under names of
their own, fixed too; what cannot be brought is said.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fix import harness
from tests.fix.test_wheels import (
    FIXED,
    INFO,
    NAME,
    OPENS,
    UNTAGGED,
    assert_record_holds,
    contents,
    installed,
    make,
    musl_program,
    runpaths,
    shim_of,
    verdicts,
    with_info,
)
from tests.support import edited

pytestmark = pytest.mark.oracle

# What code built for glibc's libstdc++ has of it inside: the table of ctype, its masks, its locale_t.
EXTENSION = """
#include <locale>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <stdio.h>
#include <string>
struct Facet : std::locale::facet {
	static bool makes()
	{
		std::__c_locale made;
		_S_create_c_locale(made, "C");
		bool is_there = made != 0;
		_S_destroy_c_locale(made);
		return is_there;
	}
};
extern "C" int answer(char *out, size_t size)
{
	const std::ctype<char> &table = std::use_facet<std::ctype<char>>(std::locale());
	std::ostringstream text;
	text << std::hex << 48879 << ' ' << 2.5;
	try {
		throw std::runtime_error(text.str());
	} catch (const std::exception &error) {
		return snprintf(out, size, "%s %d%d %d %d", error.what(), table.is(std::ctype_base::alpha, 'x'),
			table.is(std::ctype_base::digit, 'x'), Facet::makes(),
			std::regex_match(std::string("ab12"), std::regex("[[:alpha:]]+[[:digit:]]{2}")));
	}
}
"""
READS = """
#include <locale>
extern "C" int answer(char *, size_t)
{
	return std::use_facet<std::ctype<char>>(std::locale()).is(std::ctype_base::alpha, 'x');
}
"""
PROGRAM = """
#include <iostream>
int main() { std::cout << "text and " << 1.5 << std::endl; }
"""
MINE = "int mine(void) { return %d; }"
USES = (
    "#include <stddef.h>\nint mine(void); int answer(char *out, size_t size) { out[0] = 0; return mine(); }"
)
RUNTIME = re.compile(r"demo\.libs/(libstdc\+\+|libgcc_s)-[0-9a-f]{8}\.so\.[0-9.]+")
SCRIPT = "demo-1.0.data/scripts/prog"
CXX = ("-O1", "-fPIC", "-shared", "-std=c++17")


class Built(NamedTuple):
    """The wheel that is given, what was said, and the new wheel."""

    given: Path
    said: harness.Said
    path: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, musl_cc: str) -> Built:
    folder = tmp_path_factory.mktemp("built") / "lib"
    module = harness.compile_c(folder, "module", EXTENSION, *CXX, compiler="g++", suffix=".cc")
    program = harness.compile_c(folder, "program", PROGRAM, "-O1", compiler="g++", suffix=".cc")
    members = {"demo/module.abi3.so": module.read_bytes(), SCRIPT: program.read_bytes()}
    given = make(folder / NAME, with_info(members))
    out = tmp_path_factory.mktemp("fixed") / "out"
    return Built(given, harness.fix("--bundle", given, "-o", out, "--cc", musl_cc), out / FIXED)


def test_runtime_comes_along_under_names_of_its_own(built: Built) -> None:
    assert (built.said.code, built.said.err) == (0, ""), built.said
    assert_record_holds(built.path)
    held = contents(built.path)
    brought = {name for name in held if RUNTIME.fullmatch(name)}
    assert len(brought) == 2, sorted(held)
    names = {name.removeprefix("demo.libs/") for name in brought}
    for member in ("demo/module.abi3.so", *brought):
        facts = edited.by_pyelftools(held[member])
        assert {name for name in facts["needed"] if name.startswith(("libstdc", "libgcc"))} <= names
        assert shim_of(held[member])
    assert "$ORIGIN/../demo.libs" in runpaths(held["demo/module.abi3.so"])
    for name in brought:
        assert f"soname       {name.removeprefix('demo.libs/').partition('-')[0]}" in built.said.out
        assert "$ORIGIN" in runpaths(held[name])


def test_names_are_those_of_the_contents_that_were_brought(built: Built) -> None:
    pairs = set(re.findall(r"(lib\S+) as (lib[^\s,]+)", built.said.out))
    assert len(pairs) == 2
    for plain, name in pairs:
        found = harness.run(["gcc", f"-print-file-name={plain}"], built.given.parent).output.decode().strip()
        digest = hashlib.sha256(Path(found).read_bytes()).hexdigest()
        assert name.startswith(f"{plain.partition('.')[0]}-{digest[:8]}.so"), found


@pytest.fixture(scope="module")
def opener(tmp_path_factory: pytest.TempPathFactory, musl_cc: str) -> Path:
    folder = tmp_path_factory.mktemp("opener") / "bin"
    harness.compile_c(folder, "glibc", OPENS, "-O1")
    return musl_program(folder, OPENS, musl_cc)


@pytest.mark.parametrize("version", harness.VERSIONS)
def test_module_and_script_do_on_musl_what_they_do_under_glibc(
    version: str, built: Built, opener: Path, tmp_path: Path
) -> None:
    old, new = installed(built.given, tmp_path / "old"), installed(built.path, tmp_path / "new")
    module = "site/demo/module.abi3.so"
    golden = harness.run(["./glibc", str(old / module), "answer"], opener)
    assert golden == harness.Ran(b"15 beef 2.5 10 1 1\n", 0)
    assert harness.run([harness.loader(version), "./musl", str(new / module), "answer"], opener) == golden
    golden = harness.under_glibc(old / "bin/prog")
    assert golden == harness.Ran(b"text and 1.5\n", 0)
    assert harness.under_musl(new / "bin/prog", version) == golden


def test_check_says_that_everything_in_it_runs(built: Built, tmp_path: Path) -> None:
    found = verdicts(built.path, "musl:1.2.5", tmp_path)
    assert set(found.values()) == {"runs"}, found
    assert sum(bool(RUNTIME.fullmatch(name)) for name in found) == 2


def test_second_run_changes_nothing(built: Built, tmp_path: Path, musl_cc: str) -> None:
    said = harness.fix("--bundle", built.path, "-o", tmp_path / "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    assert "nothing to change: nothing was written" in said.out


def test_same_wheel_gives_the_same_bytes(built: Built, tmp_path: Path, musl_cc: str) -> None:
    harness.fix("--bundle", built.given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert (tmp_path / "out" / FIXED).read_bytes() == built.path.read_bytes()


def test_plan_tells_what_comes_along_and_writes_nothing(built: Built, tmp_path: Path) -> None:
    said = harness.fix("--plan", "--bundle", built.given)
    assert said.code == 0, said
    assert re.search(r"libstdc\+\+\.so\.6 as libstdc\+\+-[0-9a-f]{8}\.so\.6", said.out)


# -- without --bundle ----------------------------------------------------------------------------------


def test_names_that_only_glibcs_runtime_has_are_said_and_the_wheel_is_not_tagged(
    built: Built, tmp_path: Path, musl_cc: str
) -> None:
    said = harness.fix(built.given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert said.code == 1, said
    assert "only a libstdc++.so.6 built for glibc has _ZNSt6locale5facet18_S_create_c_locale" in said.out
    assert "way round: --bundle brings libstdc++.so.6 along" in said.out
    assert [path.name for path in (tmp_path / "out").iterdir()] == [UNTAGGED]


def test_table_that_code_may_read_is_said(tmp_path: Path, musl_cc: str) -> None:
    module = harness.compile_c(tmp_path / "lib", "module", READS, *CXX, compiler="g++", suffix=".cc")
    given = make(tmp_path / NAME, with_info({"demo/module.abi3.so": module.read_bytes()}))
    said = harness.fix(given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert said.code == 0, said
    assert "it may read a table of std::ctype<char>" in said.out
    assert "if it crashes, --bundle brings libstdc++.so.6 along" in said.out


# -- libraries that are not there, or twice, or the wheel's own ----------------------------------------


def using(folder: Path, number: int, *flags: str) -> bytes:
    """A module that needs the libmine.so of a folder, which it finds by an absolute path or not at all."""
    harness.compile_c(folder, "libmine.so", MINE % number, "-fPIC", "-shared")
    path = harness.compile_c(folder, "module", USES, "-O1", "-fPIC", "-shared", "libmine.so", *flags)
    return path.read_bytes()


def test_library_that_is_not_there_is_said(tmp_path: Path, musl_cc: str) -> None:
    given = make(tmp_path / NAME, with_info({"demo/module.abi3.so": using(tmp_path / "lib", 1)}))
    said = harness.fix("--bundle", given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert said.code == 1, said
    assert said.err == "libmine.so: not found; demo/module.abi3.so needs it\n"


def test_library_path_is_searched(tmp_path: Path, musl_cc: str) -> None:
    given = make(tmp_path / NAME, with_info({"demo/module.abi3.so": using(tmp_path / "lib", 1)}))
    where = ("--library-path", tmp_path / "lib")
    said = harness.fix("--bundle", *where, given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    assert any(
        re.fullmatch(r"demo\.libs/libmine-[0-9a-f]{8}\.so", n) for n in contents(tmp_path / "out" / FIXED)
    )


def test_two_libraries_of_one_name_are_refused(tmp_path: Path, musl_cc: str) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    members = {
        f"demo/{folder.name}.abi3.so": using(folder, i, f"-Wl,-rpath,{folder}")
        for i, folder in enumerate(folders)
    }
    given = make(tmp_path / NAME, with_info(members))
    said = harness.fix("--bundle", given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert said.code == 2, said
    assert said.err.count("\n") == 1
    for folder in folders:
        assert f"{folder}/libmine.so" in said.err
    assert not (tmp_path / "out").exists()


def test_library_of_the_wheel_stays_where_it_is(tmp_path: Path, musl_cc: str) -> None:
    module = using(tmp_path / "lib", 1, "-Wl,-rpath,$ORIGIN/../demo.libs")
    library = (tmp_path / "lib/libmine.so").read_bytes()
    given = make(tmp_path / NAME, with_info({"demo/module.abi3.so": module, "demo.libs/libmine.so": library}))
    said = harness.fix("--bundle", given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    held = contents(tmp_path / "out" / FIXED)
    assert [n for n in held if "libmine" in n] == ["demo.libs/libmine.so"]
    assert "libmine.so" in edited.by_pyelftools(held["demo/module.abi3.so"])["needed"]


def test_damaged_member_is_said_once(tmp_path: Path, musl_cc: str) -> None:
    module = using(tmp_path / "lib", 1)
    given = make(tmp_path / NAME, with_info({"demo/module.abi3.so": module, "demo/cut.so": module[:200]}))
    where = ("--library-path", tmp_path / "lib")
    said = harness.fix("--bundle", *where, given, "-o", tmp_path / "out", "--cc", musl_cc)
    assert said.code == 3, said
    assert said.err.count("demo/cut.so") == 1
    assert f"{INFO}/RECORD" in contents(tmp_path / "out" / UNTAGGED)
