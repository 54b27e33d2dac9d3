"""What ``muslcheck fix`` cannot do it says, with the exit status of its contract; nothing is half-written and
no original is touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from musl_compat.fix.shim import compile as building
from tests.fix import harness
from tests.support import edited
from tests.support.elfwriter import BASE, Elf, Rel

pytestmark = pytest.mark.oracle

PROGRAM = """
#include <argz.h>
#include <stdio.h>
static char big[300000] = "in the file";
int main(void)
{
	char *all = 0;
	size_t size = 0;
	argz_create_sep("a:b", ':', &all, &size);
	return printf("%zu %s\\n", argz_count(all, size), big) < 0;
}
"""
R_386_IRELATIVE = 42


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return harness.compile_c(tmp_path_factory.mktemp("program") / "bin", "program", PROGRAM, "-O1")


@pytest.fixture
def here(tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory: it holds ``program`` and nothing else."""
    shutil.copy(program, tmp_path / "program")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(here: Path, *arguments: str) -> harness.Said:
    """Run the command; what was there has to be as it was, with nothing besides."""
    before = harness.bytes_of(here)
    said = harness.fix(*arguments)
    assert harness.bytes_of(here) == before
    return said


def by_process(arguments: Sequence[str], cwd: Path, *prefix: str, **more: str) -> subprocess.Popen[str]:
    """``muslcheck fix`` as a process of its own."""
    code = "from musl_compat.cli import main; main()"
    return subprocess.Popen(
        [*prefix, sys.executable, "-c", code, "fix", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


# -- the compiler -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("compiler", "words"),
    [("no-such-compiler", "not found"), ("gcc", "its headers are glibc's"), ("false", "fails")],
)
def test_compiler_that_will_not_do(compiler: str, words: str, here: Path) -> None:
    said = refused(here, "program", "-o", "out", "--cc", compiler)
    assert said.code == 2
    assert words in said.err


def test_no_compiler_at_all(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_candidates", lambda arch: iter([("no-such-cc",), ("no-such-gcc",)]))
    said = refused(here, "program", "-o", "out")
    assert "no compiler for musl on x86_64" in said.err + said.out
    assert "musl-tools" in said.err + said.out
    assert said.code in (1, 2)


def test_compiler_of_another_architecture(here: Path, musl_cc: str) -> None:
    """The file is for aarch64, the compiler is not."""
    (here / "program").unlink()
    harness.compile_c(here, "program", "int main(void) { return 0; }", compiler="aarch64-linux-gnu-gcc")
    (here.parent / "program.c").unlink()
    said = refused(here, "program", "-o", "out", "--cc", musl_cc)
    assert said.code in (1, 2)
    assert "makes objects for x86_64, not aarch64" in said.err + said.out


# -- the output -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", [".", "./", "../{name}", "out/../../{name}"])
def test_output_that_holds_the_input(output: str, here: Path, musl_cc: str) -> None:
    (here / "fix.json").write_text("{}", encoding="utf-8")
    said = refused(here, "program", "-o", output.format(name=here.name), "--cc", musl_cc)
    assert said.code == 2
    assert "program is in it" in said.err


@pytest.mark.parametrize("output", ["out", "a/../out", "."])
def test_output_in_its_own_input(output: str, here: Path, musl_cc: str) -> None:
    (here / "a").mkdir()
    (here / "fix.json").write_text("{}", encoding="utf-8")
    said = refused(here, ".", "-o", output, "--cc", musl_cc)
    assert said.code == 2
    assert "give a directory beside it" in said.err


def test_output_through_a_link_in_its_own_input(here: Path, musl_cc: str) -> None:
    (here / "link").symlink_to(".")
    assert refused(here, ".", "-o", "link/out", "--cc", musl_cc).code == 2


def test_output_that_holds_other_files(here: Path, musl_cc: str) -> None:
    (here / "out").mkdir()
    (here / "out/precious").write_text("mine", encoding="utf-8")
    said = refused(here, "program", "-o", "out", "--cc", musl_cc)
    assert said.code == 2
    assert "holds something else" in said.err


def test_output_that_is_a_file(here: Path, musl_cc: str) -> None:
    (here / "out").write_text("mine", encoding="utf-8")
    said = refused(here, "program", "-o", "out", "--cc", musl_cc)
    assert said.code == 2
    assert "is not a directory" in said.err


@pytest.mark.parametrize("output", ["no/such/parent", "/proc/out"])
def test_output_where_nothing_can_be_made(output: str, here: Path, musl_cc: str) -> None:
    said = refused(here, "program", "-o", output, "--cc", musl_cc)
    assert said.code == 2
    assert "nothing was written" in said.err


def without_override() -> list[str]:
    """For root: to be refused what others are refused."""
    if os.geteuid():
        return []
    return [
        "setpriv",
        "--bounding-set",
        "-dac_override,-dac_read_search",
        "--inh-caps",
        "-dac_override,-dac_read_search",
    ]


def test_read_only_directory(here: Path, musl_cc: str) -> None:
    (here / "locked").mkdir(mode=0o555)
    before = harness.bytes_of(here)
    done = by_process(["program", "-o", "locked/out", "--cc", musl_cc], here, *without_override())
    _, errors = done.communicate(timeout=harness.TIMEOUT)
    assert done.returncode == 2, errors
    assert "-o " in errors
    assert "Permission denied; nothing was written" in errors
    assert harness.bytes_of(here) == before


def test_full_disk(here: Path, musl_cc: str) -> None:
    """The limit on a file's size stands in for it: the program is larger, the shim is not."""
    before = harness.bytes_of(here)
    command = ["program", "-o", "out", "--cc", musl_cc]
    done = by_process(command, here, "prlimit", "--fsize=200000", "--")
    _, errors = done.communicate(timeout=harness.TIMEOUT)
    assert done.returncode == 2, errors
    assert "File too large; nothing was written" in errors
    assert harness.bytes_of(here) == before


def test_killed_in_the_middle(here: Path) -> None:
    """By SIGTERM while the shim is compiled: the compiler sends it, once it has passed for one for musl."""
    compiler = here / "cc"
    compiler.write_text(
        '#!/bin/sh\ncase "$*" in\n'
        '*probe.c*) echo "int probe;" > plain.c; exec gcc -c -o probe.o plain.c ;;\n'
        "*) kill -TERM $PPID ;;\nesac\n",
        encoding="utf-8",
    )
    compiler.chmod(0o755)
    before = harness.bytes_of(here)
    done = by_process(["program", "-o", "out", "--cc", str(compiler)], here)
    _, errors = done.communicate(timeout=harness.TIMEOUT)
    assert done.returncode == 128 + signal.SIGTERM, errors
    assert harness.bytes_of(here) == before


# -- the input --------------------------------------------------------------------------------------------


def test_missing_file(here: Path) -> None:
    said = refused(here, "program", "no-such-file", "-o", "out")
    assert (said.code, said.err) == (2, "Error: no-such-file: there is no such file\n")


def test_two_files_of_one_name(here: Path, tmp_path: Path) -> None:
    (here / "other").mkdir()
    shutil.copy("program", "other/program")
    said = refused(here, "program", "other/program", "-o", "out")
    assert said.code == 2
    assert "have one name" in said.err


def test_directory_beside_a_file(here: Path) -> None:
    (here / "other").mkdir()
    said = refused(here, "program", "other", "-o", "out")
    assert said.code == 2
    assert "a directory is fixed by itself" in said.err


def test_directory_without_objects(here: Path) -> None:
    (here / "other").mkdir()
    (here / "other/text").write_text("nothing to see", encoding="utf-8")
    said = refused(here, "other", "-o", "out")
    assert (said.code, said.out) == (3, "there is no program or library: nothing was written\n")


@pytest.mark.parametrize("kind", ["fifo", "empty", "text"])
def test_file_that_is_no_object(kind: str, here: Path) -> None:
    if kind == "fifo":
        os.mkfifo(here / "odd")
    else:
        (here / "odd").write_text("" if kind == "empty" else "\x7fELF is not enough", encoding="utf-8")
    said = refused(here, "odd", "-o", "out")
    assert said.code == 3
    assert "nothing was written" in said.out


def test_damaged_file_is_said_and_the_others_are_fixed(here: Path, musl_cc: str) -> None:
    (here / "damaged").write_bytes((here / "program").read_bytes()[:100])
    said = harness.fix("program", "damaged", "-o", "out", "--cc", musl_cc)
    assert said.code == 3
    assert said.err.startswith("damaged: skipped: truncated: program headers")
    assert (here / "out/damaged").read_bytes() == (here / "damaged").read_bytes()
    assert harness.under_musl(here / "out/program", "1.2.5") == harness.Ran(b"2 in the file\n", 0)


def test_file_that_cannot_be_read(here: Path, musl_cc: str) -> None:
    (here / "tree").mkdir()
    shutil.copy("program", "tree/program")
    (here / "tree/secret").write_text("x", encoding="utf-8")
    before = harness.bytes_of(here)
    (here / "tree/secret").chmod(0)
    done = by_process(["tree", "-o", "out", "--cc", musl_cc], here, *without_override())
    _, errors = done.communicate(timeout=harness.TIMEOUT)
    (here / "tree/secret").chmod(0o644)
    assert done.returncode == 2, errors
    assert "tree/secret: Permission denied; nothing was written" in errors
    assert harness.bytes_of(here) == before


SEALED = {
    "signed": (b"~Module signature appended~\n", "it is signed", "sign the copy anew"),
    "packed": (b"UPX!\0\0", "it is packed with UPX", "upx -d"),
    "appended": (b"PK data of a self-extracting archive", "36 bytes of data stand behind", "--allow unsafe"),
}


@pytest.mark.parametrize("kind", SEALED)
def test_file_that_an_edit_would_break(kind: str, here: Path, musl_cc: str) -> None:
    tail, what, way_round = SEALED[kind]
    with (here / "program").open("ab") as file:
        file.write(tail)
    said = refused(here, "program", "-o", "out", "--cc", musl_cc)
    assert said.code == 1
    assert what in said.out
    assert "way round: " in said.out
    assert way_round in said.out


def test_data_behind_the_program_are_kept_when_that_is_allowed(here: Path, musl_cc: str) -> None:
    with (here / "program").open("ab") as file:
        file.write(b"payload")
    said = harness.fix("program", "-o", "out", "--cc", musl_cc, "--allow", "unsafe")
    assert said.code == 0
    assert b"payload" in (here / "out/program").read_bytes()
    assert harness.under_musl(here / "out/program", "1.2.5") == harness.Ran(b"2 in the file\n", 0)


@pytest.mark.parametrize("flags", [("-pie", "-fPIE"), ("-no-pie",), ("-no-pie", "-Wl,-z,norelro")])
def test_file_with_no_room_gets_it_from_lief(flags: tuple[str, ...], here: Path, musl_cc: str) -> None:
    source = (harness.PROGRAMS / "ifunc.c").read_text(encoding="utf-8")
    given = harness.compile_c(here / "given", "full", source, "-O1", *flags)
    golden = harness.under_glibc(given)
    given.write_bytes(edited.without_spare_headers(given.read_bytes()))
    said = harness.fix(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 0, said
    assert "LIEF moved the program headers" in said.out
    for version in harness.VERSIONS:
        assert harness.under_musl(here / "out/full", version) == golden


def test_file_with_no_room_and_no_lief(here: Path, musl_cc: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "program").write_bytes(edited.without_spare_headers((here / "program").read_bytes()))
    monkeypatch.setitem(sys.modules, "lief", None)
    said = refused(here, "program", "-o", "out", "--cc", musl_cc)
    assert said.code == 1
    assert "LIEF, which could make room, is not there: pip install lief" in said.out


def test_ifunc_on_an_architecture_without_code_for_it(here: Path) -> None:
    elf = Elf(
        bits=32,
        machine=3,
        interp="/lib/ld-linux.so.2",
        needed=["libc.so.6"],
        rel=[Rel(BASE, R_386_IRELATIVE)],
    )
    (here / "program").write_bytes(elf.build().data)
    said = refused(here, "program", "--plan")
    assert "there is no code for them on i386" in said.out
    assert "rebuild it without" in said.out
    assert said.code == 1
