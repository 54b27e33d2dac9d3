"""The run lab: what a workload's file may say, and when a run counts as the golden's equal."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from typing import cast

import pytest

from musl_compat.devtools.lab import lock, muslcc, run
from musl_compat.devtools.lab.run import Outcome, addons, command, hosts, judge, programs, wheels, workload
from musl_compat.elf import ElfImage
from musl_compat.errors import InputError

GOOD = Outcome(0, b"a\nb\n", (("out", b"x"),), "")


def test_every_group_has_workloads_and_knows_their_columns() -> None:
    for group in run.groups().values():
        assert group.workloads(), group.NAME
        for one in group.workloads():
            assert one.about
            assert set(one.table("fails")) <= set(group.COLUMNS) - {run.GOLDEN}


def test_every_package_of_a_workload_is_in_the_lock_file() -> None:
    for group in run.groups().values():
        for name, packages in group.packages().items():
            assert set(packages) <= {entry.name for entry in lock.wanted(lock.load(), [name])}


def test_an_unknown_group_is_named_with_those_that_there_are() -> None:
    with pytest.raises(InputError, match=r"no group nothing; there are: .*programs"):
        run.group("nothing")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("about = ", "one.toml: Invalid value"),
        ('abuot = "x"', "one.toml: unknown key abuot"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "one.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        workload.load(path, ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("about = 1", lambda one: one.about),
        ('timeout = "soon"', lambda one: one.timeout),
        ("timeout = true", lambda one: one.timeout),
        ('fails = ["x"]', lambda one: one.table("fails")),
        ("[fails]\nbare = 1", lambda one: one.table("fails")),
    ],
)
def test_a_value_of_the_wrong_kind_names_the_file_and_the_key(
    tmp_path: Path, text: str, read: object
) -> None:
    path = tmp_path / "one.toml"
    path.write_text(text, encoding="utf-8")
    one = workload.load(path, ())
    assert callable(read)
    with pytest.raises(InputError, match=r"one\.toml: \w+ must "):
        read(one)


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (GOOD, judge.PASS),
        (GOOD._replace(stderr="a warning"), judge.PASS),
        (GOOD._replace(status=-11), "SIGSEGV: says nothing"),
        (
            GOOD._replace(status=134, stderr="x\nmalloc: Assertion failed\ny"),
            "SIGABRT: malloc: Assertion failed",
        ),
        (
            GOOD._replace(status=127, stderr="Error relocating /a: f: symbol not found\n"),
            "exit 127: Error relocating",
        ),
        (GOOD._replace(status=None), "timeout: says nothing"),
        (GOOD._replace(stdout=b"a\nc\n"), "prints '-b' '\\+c'"),
        (GOOD._replace(stdout=b"a\nb"), "prints other line ends"),
        (GOOD._replace(files=(("out", b"y"),)), "out: '-x' '\\+y'"),
    ],
)
def test_only_status_output_and_files_count(outcome: Outcome, reason: str) -> None:
    assert re.match(reason + ("" if reason else "$"), judge.reason(GOOD, outcome))


@pytest.mark.parametrize(
    "golden", [GOOD._replace(status=1), GOOD._replace(stdout=b"", files=()), GOOD._replace(status=None)]
)
def test_a_workload_that_glibc_does_not_do_counts_nowhere(golden: Outcome, tmp_path: Path) -> None:
    one = workload.Workload("w", tmp_path, {"about": "x"})
    results = [judge.judge(one, {"glibc": [golden], "fixed": [golden]})]
    assert results[0].columns["glibc"] != judge.PASS
    assert "| fixed | 0 | 0 | - |" in judge.summary(results, ["fixed"])


class OnceOnly:
    """A group whose workload tells how often it ran where it is told apart, and whose columns follow."""

    def __init__(self, unsure: frozenset[str], bad: frozenset[str]) -> None:
        self.unsure, self.bad, self.ran = unsure, bad, Counter[str]()

    def run(self, one: workload.Workload, column: str, place: Path) -> Outcome:
        self.ran[column] += 1
        text = b"%d" % self.ran[column] if column in self.unsure else b"same"
        return Outcome(column in self.bad, text, (), "")


@pytest.mark.parametrize(
    ("unsure", "bad", "times", "passed"),
    [
        ("", "", 1, {"glibc": True, "fixed": True}),
        ("", "fixed", 1, {"glibc": True, "fixed": False}),
        ("glibc fixed", "", 3, {"glibc": False, "fixed": False}),
        ("glibc", "", 1, {"glibc": False, "fixed": False}),
        ("fixed", "", 1, {"glibc": True, "fixed": False}),
    ],
)
def test_a_workload_that_differs_from_itself_under_glibc_is_no_golden(
    unsure: str, bad: str, times: int, passed: dict[str, bool], tmp_path: Path
) -> None:
    group = OnceOnly(frozenset(unsure.split()), frozenset(bad.split()))
    one = workload.Workload("w", tmp_path, {"about": "x"})
    places = dict.fromkeys(("glibc", "fixed"), tmp_path)
    result = judge.judge(one, command.run_workload(cast(run.Group, group), one, places, times))
    assert {column: reason == judge.PASS for column, reason in result.columns.items()} == passed
    assert group.ran["fixed"] == times


def test_a_script_waits_until_the_server_answers_or_is_gone(tmp_path: Path) -> None:
    script = """
    cat p > answer & await true; echo up > p; await test -s answer; cat answer
    false & await test -e never || echo gone
    """
    os.mkfifo(tmp_path / "p")
    done = subprocess.run(
        ["bash", "-eu", "-c", programs.AWAIT + script], cwd=tmp_path, stdout=subprocess.PIPE, check=True
    )
    assert done.stdout == b"up\ngone\n"


def test_the_page_is_written_between_its_marks_only(tmp_path: Path) -> None:
    page = tmp_path / "run.md"
    page.write_text("a\n<!-- run: g -->\nold\n<!-- end: g -->\nz\n", encoding="utf-8")
    judge.write_page("g", "new", page)
    judge.write_page("g", "new", page)
    assert page.read_text() == "a\n<!-- run: g -->\n\nnew\n\n<!-- end: g -->\nz\n"
    with pytest.raises(InputError, match="no lines"):
        judge.write_page("h", "new", page)


def test_every_wheel_and_add_on_of_a_workload_is_in_the_lock_file() -> None:
    for group, key, kind in ((wheels, "wheels", "wheel"), (addons, "packages", "npm")):
        known = {e.name for e in lock.wanted(lock.load(), [group.SET]) if e.kind == kind}
        used = {name for one in group.workloads() for name in one.texts(key)}
        assert used <= known, group.NAME
        assert used


def test_an_unpacked_wheel_is_packed_under_the_name_that_its_metadata_gives(tmp_path: Path) -> None:
    info = tmp_path / "tree" / "a_b-1.0.dist-info"
    info.mkdir(parents=True)
    tags = "".join(f"Tag: cp311-abi3-manylinux_2_{minor}_x86_64\n" for minor in (17, 28))
    (info / "WHEEL").write_text(f"Wheel-Version: 1.0\n{tags}", encoding="utf-8")
    (tmp_path / "tree" / "a.py").write_text("", encoding="utf-8")
    wheel = wheels.pack(tmp_path / "tree", tmp_path)
    assert wheel.name == "a_b-1.0-cp311-abi3-manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.namelist() == ["a.py", "a_b-1.0.dist-info/WHEEL"]


def test_modules_get_the_name_that_a_python_for_musl_looks_for(tmp_path: Path) -> None:
    for name in ("a.cpython-311-x86_64-linux-gnu.so", "b.abi3.so", "liba-linux-gnu.so"):
        (tmp_path / name).touch()
    wheels.rename_modules(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.cpython-311-x86_64-linux-musl.so",
        "b.abi3.so",
        "liba-linux-gnu.so",
    ]


def test_objects_for_other_machines_are_not_installed(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    head = bytearray(b"\x7fELF\x02\x01" + bytes(14))
    for name, machine in (("here.node", 62), ("arm.node", 183)):
        head[18] = machine
        (tree / name).write_bytes(head)
    (tree / "index.js").write_text("", encoding="utf-8")
    hosts.install_for_here(tree, tmp_path / "root")
    assert sorted(path.name for path in (tmp_path / "root").iterdir()) == ["here.node", "index.js"]
    assert (tree / "arm.node").exists()


def test_long_work_is_done_only_when_asked_for() -> None:
    long = {one.name for one in wheels.workloads() if one.is_long}
    assert long
    assert not long & {one.name for one in command.select(wheels, None, False)}
    assert long <= {one.name for one in command.select(wheels, None, True)}
    name = min(long)
    assert [one.name for one in command.select(wheels, name, False)] == [name]


def test_what_the_compiler_links_asks_for_the_libc_by_name(tmp_path: Path) -> None:
    compiler = muslcc.compiler(tmp_path)
    source = tmp_path / "a.c"
    source.write_text("#include <stdlib.h>\nvoid *f(void) { return malloc(1); }\n", encoding="utf-8")
    for step in (["-c", "-fPIC", "a.c", "-o", "a.o"], ["-shared", "a.o", "-o", "a.so"]):
        subprocess.run([*compiler.command, *step], cwd=tmp_path, check=True)
    with open(tmp_path / "a.so", "rb") as file:
        assert list(ElfImage.from_fd(file.fileno()).needed) == ["libc.so"]
