"""``--bundle``: a program comes with the libraries that it needs, fixed as it is, and runs without the system
that they are from.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fix import harness
from tests.support import edited

pytestmark = pytest.mark.oracle

# Each misses something on musl: argz_*, __snprintf_chk.
DEEP = """
#include <argz.h>
unsigned long deep(void)
{
	char *all = 0;
	size_t length = 0;
	argz_create_sep("a:b:c", ':', &all, &length);
	return argz_count(all, length);
}
"""
PART = """
#include <stdio.h>
unsigned long deep(void);
int part(char *out, unsigned long size) { return snprintf(out, size, "%s%lu", LETTER, deep()); }
"""
PROGRAM = """
#include <stdio.h>
int part(char *, unsigned long);
int main(void)
{
	char text[40];
	int length = part(text, sizeof text);
	printf("%d %s\\n", length, text);
	return 0;
}
"""
LIBRARY = ("-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2", "-fPIC", "-shared")
GOLDEN = harness.Ran(b"2 A3\n", 0)


class Parts(NamedTuple):
    """``program`` needs ``part``, and that ``deep``, each in a directory of its own."""

    program: Path
    part: Path
    deep: Path


def build(top: Path, *, letter: str = "A", rpath: bool = True, program: str = "program") -> Parts:
    """The three, below ``top``; with ``rpath`` each finds what it needs, by the absolute name."""

    def way(folder: Path) -> list[str]:
        return [f"-Wl,-rpath,{folder}"] if rpath else ["-Wl,--allow-shlib-undefined"]

    deep = harness.compile_c(top / "deep/lib", "libdeep.so", DEEP, *LIBRARY, "-Wl,-soname,libdeep.so")
    link = [f"-L{deep.parent}", "-ldeep", *way(deep.parent)]
    flags = [*LIBRARY, f'-DLETTER="{letter}"', "-Wl,-soname,libpart.so", *link]
    part = harness.compile_c(top / "part/lib", "libpart.so", PART, *flags)
    link = [f"-L{part.parent}", "-lpart", f"-Wl,-rpath-link,{deep.parent}", *way(part.parent)]
    return Parts(harness.compile_c(top / "program/bin", program, PROGRAM, "-O1", *link), part, deep)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def parts(here: Path) -> Parts:
    """The program of ``build`` in the directory ``given``."""
    return build(here / "given")


def runs_everywhere(program: Path, golden: harness.Ran = GOLDEN) -> None:
    """On each real musl it does what it did under glibc."""
    for version in harness.VERSIONS:
        assert harness.under_musl(program, version) == golden, version


def test_program_runs_on_musl_with_its_libraries_and_without_the_originals(
    parts: Parts, here: Path, musl_cc: str
) -> None:
    assert harness.under_glibc(parts.program) == GOLDEN
    before = harness.bytes_of(here / "given")
    said = harness.fix("--bundle", parts.program, "-o", "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    assert harness.bytes_of(here / "given") == before
    shim = json.loads(Path("out/fix.json").read_text(encoding="utf-8"))["shims"][0]["path"]
    assert shim.startswith("lib/")
    assert set(harness.names_below(Path("out"))) == {
        "fix.json",
        "lib",
        "lib/libdeep.so",
        "lib/libpart.so",
        shim,
        "program",
    }
    shutil.rmtree("given")
    shutil.move("out", "elsewhere")
    runs_everywhere(Path("elsewhere/program"))


def test_search_path_leads_to_the_bundle_first(parts: Parts, musl_cc: str) -> None:
    """The originals are there still, under the same names: those of the bundle are loaded, by each object."""
    assert harness.fix("--bundle", parts.program, "-o", "out", "--cc", musl_cc).code == 0
    for name, path in (
        ("program", "$ORIGIN/lib"),
        ("lib/libpart.so", "$ORIGIN"),
        ("lib/libdeep.so", "$ORIGIN"),
    ):
        (text,) = edited.by_pyelftools(Path("out", name).read_bytes())["runpath"]
        assert text.split(":")[0] == path, name


def test_second_run_over_the_bundle_changes_nothing(parts: Parts, musl_cc: str) -> None:
    assert harness.fix("--bundle", parts.program, "-o", "out", "--cc", musl_cc).code == 0
    shutil.rmtree("given")
    said = harness.refused("out", "-o", "again", "--cc", musl_cc)
    assert (said.code, said.err) == (0, "")
    assert "nothing was written" in said.out


def test_bundle_of_the_same_files_has_the_same_bytes(parts: Parts, musl_cc: str) -> None:
    for name in ("first", "second"):
        assert harness.fix("--bundle", parts.program, "-o", name, "--cc", musl_cc).code == 0
    assert harness.bytes_of(Path("first")) == harness.bytes_of(Path("second"))


def test_programs_share_a_library(parts: Parts, musl_cc: str) -> None:
    other = Path(shutil.copy(parts.program, parts.program.with_name("other")))
    said = harness.fix("--bundle", parts.program, other, "-o", "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    shutil.rmtree("given")
    for name in ("program", "other"):
        runs_everywhere(Path("out", name))


def test_one_library_by_two_names_of_its_directory_is_one(parts: Parts, here: Path, musl_cc: str) -> None:
    """A link to the directory is no other place."""
    other = build(here / "other", program="other")
    shutil.rmtree(other.part.parent)
    other.part.parent.symlink_to(parts.part.parent)
    said = harness.fix("--bundle", parts.program, other.program, "-o", "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    for name in ("program", "other"):
        runs_everywhere(Path("out", name))


def test_two_libraries_of_one_name_are_refused(parts: Parts, here: Path, musl_cc: str) -> None:
    """Each program prints another letter: with one library for both, one of them would lie."""
    other = build(here / "other", letter="B", program="other")
    said = harness.refused("--bundle", parts.program, other.program, "-o", "out", "--cc", musl_cc)
    assert said.code == 2, said
    assert said.err.count("\n") == 1
    assert "libpart.so" in said.err
    assert str(other.part.parent) in said.err
    assert str(parts.part.parent) in said.err


@pytest.mark.parametrize("lost", ["part", "deep"])
def test_missing_library_is_said(lost: str, parts: Parts, musl_cc: str) -> None:
    getattr(parts, lost).unlink()
    said = harness.fix("--bundle", parts.program, "-o", "out", "--cc", musl_cc)
    assert said.code == 1, said
    needed_by = {"part": parts.program.name, "deep": "libpart.so"}[lost]
    (line,) = said.err.splitlines()
    assert line.startswith(f"lib{lost}.so: not found; ")
    assert line.endswith(f"{needed_by} needs it")


def test_missing_library_is_said_by_the_plan(parts: Parts) -> None:
    parts.deep.unlink()
    said = harness.refused("--bundle", "--plan", parts.program)
    assert said.code == 1
    assert "libdeep.so: not found; " in said.err
    assert "program: " in said.out
    assert "lib/libpart.so: " in said.out


@pytest.mark.parametrize("kind", ["directory", "text", "empty", "fifo", "missing"])
def test_what_is_no_program_is_refused_by_its_path(kind: str, parts: Parts, musl_cc: str) -> None:
    odd = Path("given", "odd")
    if kind == "directory":
        odd.mkdir()
    elif kind == "fifo":
        os.mkfifo(odd)
    elif kind != "missing":
        odd.write_bytes(b"#!/bin/sh\n" if kind == "text" else b"")
    for others in ([], [parts.program]):
        said = harness.refused("--bundle", *others, odd, "-o", "out", "--cc", musl_cc)
        assert said.code == 2, said
        assert said.err.count("\n") == 1, said.err
        assert str(odd) in said.err


def test_program_that_needs_no_library_gets_none(here: Path, musl_cc: str) -> None:
    """glibc's own are musl's or the shim's business."""
    source = DEEP + '#include <stdio.h>\nint main(void) { return printf("%lu\\n", deep()) < 0; }'
    given = harness.compile_c(
        here / "given", "single", source, "-O1", "-Wl,--no-as-needed", "-lm", "-lpthread"
    )
    said = harness.fix("--bundle", given, "-o", "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    names = [name for name in harness.names_below(Path("out/lib")) if not name.startswith("libglibc-shim")]
    assert names == []
    runs_everywhere(Path("out/single"), harness.Ran(b"3\n", 0))


# -- where the libraries are from ----------------------------------------------------------------------------


@pytest.fixture
def pathless(here: Path) -> Parts:
    """A program whose objects have no search path of their own."""
    return build(here / "given", rpath=False)


def test_library_path_is_searched(pathless: Parts, musl_cc: str) -> None:
    lost = harness.refused("--bundle", "--plan", pathless.program)
    assert (lost.code, "libpart.so: not found" in lost.err) == (1, True), lost
    path = f"{pathless.part.parent}:{pathless.deep.parent}"
    said = harness.fix("--bundle", "--library-path", path, pathless.program, "-o", "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    shutil.rmtree("given")
    runs_everywhere(Path("out/program"))


def test_libraries_are_taken_from_another_systems_root(pathless: Parts, here: Path, musl_cc: str) -> None:
    """The two hold libraries of the same names that print different letters; the given root's is taken."""
    wrong = build(here / "wrong", letter="B", rpath=False)
    for root, found in (("root", pathless), ("other", wrong)):
        Path(root, "usr/lib").mkdir(parents=True)
        for library in (found.part, found.deep):
            shutil.copy(library, Path(root, "usr/lib"))
    before = harness.bytes_of(here)
    for root, text in (("root", b"2 A3\n"), ("other", b"2 B3\n")):
        out = f"out-{root}"
        said = harness.fix("--bundle", "--root", root, pathless.program, "-o", out, "--cc", musl_cc)
        assert (said.code, said.err) == (0, ""), said
        runs_everywhere(Path(out, "program"), harness.Ran(text, 0))
        shutil.rmtree(out)
    assert harness.bytes_of(here) == before


def test_root_without_the_library(pathless: Parts) -> None:
    """This system's libraries, and those beside the program, are not taken in its place."""
    Path("root/usr/lib").mkdir(parents=True)
    said = harness.refused("--bundle", "--root", "root", "--plan", pathless.program)
    assert (said.code, "libpart.so: not found" in said.err) == (1, True), said


@pytest.mark.parametrize("option", [("--root", "given"), ("--library-path", "given")])
def test_options_of_a_bundle_without_one(option: tuple[str, str], parts: Parts) -> None:
    said = harness.refused(parts.program, *option, "-o", "out")
    assert said.code == 2
    assert "give --bundle too" in said.err


def test_root_that_is_not_there(parts: Parts) -> None:
    said = harness.refused("--bundle", "--root", "no-such-root", parts.program, "-o", "out")
    assert said.code == 2
    assert "no-such-root" in said.err
