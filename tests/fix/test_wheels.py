"""Wheels made for glibc, fixed: what is in them loads on every musl 1.2 and does there what it does under
glibc; names, tags and RECORD say what holds; what is no wheel is refused in one line.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import shutil
import zipfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from musl_compat import inputs
from musl_compat.cli import _commands
from musl_compat.devtools.lab import muslcc
from tests.fix import harness
from tests.support import edited

pytestmark = pytest.mark.oracle

# Misses __snprintf_chk and argz_* on musl.
EXTENSION = """
#include <argz.h>
#include <stdio.h>
int answer(char *out, size_t size)
{
	char *all = 0;
	size_t length = 0;
	argz_create_sep("a:bc:d", ':', &all, &length);
	return snprintf(out, size, "%zu in %zu", argz_count(all, length), length);
}
"""
LEANING = """
#include <stddef.h>
int answer(char *, size_t);
int lean(char *out, size_t size) { return answer(out, size); }
"""
PROGRAM = """
#include <argz.h>
#include <stdio.h>
int main(void)
{
	char *all = 0;
	size_t length = 0;
	argz_create_sep("e:f", ':', &all, &length);
	printf("%zu\\n", argz_count(all, length));
	return 0;
}
"""
HARMLESS = "int answer(char *out, unsigned long size) { return size && (out[0] = 0); }"
# There is no recipe for it: musl's FILE has another inside.
UNSUPPLIED = "long _IO_padn(void *, int, long); long answer(void *file) { return _IO_padn(file, 32, 1); }"
# musl has no room for this in what dlopen loads. PyInit_ makes it a Python module.
INITIAL_EXEC = """
static __thread int mine[64] __attribute__((tls_model("initial-exec")));
int answer(char *out, unsigned long size) { return mine[size % 64]++; }
void *PyInit_bad(void) { return 0; }
"""
# It compares the place of a variable: an instruction that there is no other way for.
COMPARING = (
    INITIAL_EXEC
    + """
void compare(void) { __asm__("cmp mine@gottpoff(%%rip), %%rax" : : : "cc"); }
"""
)
# Opens the module as Python does, and prints what its function makes.
OPENS = """
#include <dlfcn.h>
#include <stdio.h>
int main(int count, char **words)
{
	char text[100] = "";
	void *module = dlopen(words[1], RTLD_NOW);
	int (*function)(char *, size_t) = module ? (int (*)(char *, size_t))dlsym(module, words[2]) : 0;
	if (!function) {
		printf("%s\\n", dlerror());
		return 1;
	}
	int length = function(text, sizeof text);
	printf("%d %s\\n", length, text);
	return 0;
}
"""
FORTIFIED = ("-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2", "-fPIC", "-shared")
GNU, MUSL = "x86_64-linux-gnu.so", "x86_64-linux-musl.so"
INFO = "demo-1.0.dist-info"
SCRIPT = "demo-1.0.data/scripts/prog"
TAGS = "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64"
NAME = f"demo-1.0-{TAGS}.whl"
FIXED = "demo-1.0-cp311-cp311-musllinux_1_2_x86_64.whl"
UNTAGGED = "demo-1.0-cp311-cp311-linux_x86_64.whl"


class Built(NamedTuple):
    """What the wheels are made of: bytes by name."""

    extension: bytes
    leaning: bytes
    program: bytes
    harmless: bytes
    unsupplied: bytes
    initial_exec: bytes
    comparing: bytes


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("built") / "lib"
    # The library that another needs: without a soname, it is needed by its file's name.
    needed = harness.compile_c(folder, f"needed.cpython-312-{GNU}", EXTENSION, *FORTIFIED)
    rest = {
        "leaning": (LEANING, "-O1", "-fPIC", "-shared", needed.name, "-Wl,-rpath,$ORIGIN"),
        "program": (PROGRAM, "-O1"),
        "harmless": (HARMLESS, "-O1", "-fPIC", "-shared"),
        "unsupplied": (UNSUPPLIED, "-O1", "-fPIC", "-shared"),
        "initial_exec": (INITIAL_EXEC, "-O1", "-fPIC", "-shared"),
        "comparing": (COMPARING, "-O1", "-fPIC", "-shared"),
    }
    others = {name: harness.compile_c(folder, name, *how).read_bytes() for name, how in rest.items()}
    return Built(needed.read_bytes(), **others)


def wheel_text(*tags: str) -> bytes:
    lines = [
        "Wheel-Version: 1.0",
        "Generator: by hand",
        "Root-Is-Purelib: false",
        *(f"Tag: {t}" for t in tags),
    ]
    return ("\n".join(lines) + "\n").encode()


def hashed(data: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def make(path: Path, members: Mapping[str, bytes], executable: str = SCRIPT) -> Path:
    """A zip archive of these members, with nothing added."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 8))
            info.external_attr = (0o100755 if name == executable else 0o100644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return path


def with_info(members: Mapping[str, bytes], *tags: str, info: str = INFO) -> dict[str, bytes]:
    """Members, with what makes a wheel of them."""
    whole = {
        **members,
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n",
        f"{info}/WHEEL": wheel_text(*(tags or ("cp311-cp311-manylinux_2_17_x86_64",))),
    }
    record = io.StringIO()
    rows = [(name, hashed(data), len(data)) for name, data in whole.items()]
    csv.writer(record, lineterminator="\n").writerows([*rows, (f"{info}/RECORD", "", "")])
    return {**whole, f"{info}/RECORD": record.getvalue().encode()}


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tags_of(path: Path) -> set[str]:
    """The tags of the file WHEEL, each written out."""
    name = next(n for n in contents(path) if n.endswith(".dist-info/WHEEL"))
    lines = contents(path)[name].decode().splitlines()
    return expanded(*(line.removeprefix("Tag: ") for line in lines if line.startswith("Tag:")))


def expanded(*tags: str) -> set[str]:
    """``a.b-c-d`` means ``a-c-d`` and ``b-c-d``."""
    return {
        f"{python}-{abi}-{platform}"
        for pythons, abis, platforms in (tag.split("-") for tag in tags)
        for python in pythons.split(".")
        for abi in abis.split(".")
        for platform in platforms.split(".")
    }


def assert_record_holds(path: Path) -> None:
    """Every member is in RECORD, once, with its hash and size; RECORD is last, without."""
    names = zipfile.ZipFile(path).namelist()
    assert len(names) == len(set(names))
    held = contents(path)
    record = next(n for n in names if n.endswith(".dist-info/RECORD"))
    rows = list(csv.reader(io.StringIO(held[record].decode())))
    assert [row[0] for row in rows] == names
    assert rows[-1] == [record, "", ""]
    for name, digest, size in rows[:-1]:
        assert (digest, size) == (hashed(held[name]), str(len(held[name]))), name


def runpaths(data: bytes) -> list[str]:
    return [one for text in edited.by_pyelftools(data)["runpath"] for one in text.split(":")]


def shim_of(data: bytes) -> list[str]:
    return [name for name in edited.by_pyelftools(data)["needed"] if name.startswith("libglibc-shim")]


def verdicts(path: Path, target: str, folder: Path) -> dict[str, str]:
    """What ``muslcheck check`` says of each object of a wheel; its report goes to a folder."""
    report = folder / "report.json"
    _commands.run(["check", "--target", target, "--format", "json", "-o", str(report), str(path)])
    objects = json.loads(report.read_text(encoding="utf-8"))["objects"]
    return {one["path"]: one["results"][0]["verdict"] for one in objects}


def installed(path: Path, folder: Path) -> Path:
    """A wheel as an installer lays it out."""
    places = {"scripts": "bin", "data": "", "purelib": "site", "platlib": "site"}
    for name, data in contents(path).items():
        first, _, rest = name.partition("/")
        if first.endswith(".data"):
            kind, _, rest = rest.partition("/")
            target = folder / places[kind] / rest
        else:
            target = folder / "site" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        target.chmod(0o755)
    return folder


# -- a wheel with one of everything ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    members = {
        "demo/__init__.py": b"",
        f"demo/native.cpython-311-{GNU}": built.extension,
        f"demo/threadless.cpython-313t-{GNU}": built.extension,
        f"demo/older.cpython-310-{GNU}": built.extension,
        "demo/stable.abi3.so": built.extension,
        f"demo/needed.cpython-312-{GNU}": built.extension,
        f"demo/leaning.cpython-312-{GNU}": built.leaning,
        "demo-1.0.data/platlib/elsewhere/deep.so": built.extension,
        "demo-1.0.data/data/share/a text, kept": b"as it was\n",
        SCRIPT: built.program,
    }
    tags = (
        "cp311-cp311-manylinux_2_17_x86_64",
        "cp311-cp311-manylinux2014_x86_64.linux_x86_64.macosx_11_0_x86_64",
        "cp38.cp39-abi3-manylinux1_x86_64",
    )
    return make(tmp_path_factory.mktemp("given") / NAME, with_info(members, *tags))


class Fixed(NamedTuple):
    """``path`` is the new wheel."""

    said: harness.Said
    out: Path
    path: Path


@pytest.fixture(scope="module")
def fixed(given: Path, tmp_path_factory: pytest.TempPathFactory, musl_cc: str) -> Fixed:
    before = harness.bytes_of(given.parent)
    out = tmp_path_factory.mktemp("fixed") / "out"
    said = harness.fix(given, "-o", out, "--cc", musl_cc)
    assert harness.bytes_of(given.parent) == before
    return Fixed(said, out, out / FIXED)


def test_name_and_tags_say_musllinux_when_everything_loads(fixed: Fixed) -> None:
    assert (fixed.said.code, fixed.said.err) == (0, ""), fixed.said
    assert os.listdir(fixed.out) == [FIXED]
    assert fixed.said.out.endswith(f"{fixed.path}: written\n")


def test_each_platform_of_a_tag_line_is_renamed_and_none_twice(fixed: Fixed) -> None:
    assert tags_of(fixed.path) == {
        "cp311-cp311-musllinux_1_2_x86_64",
        "cp311-cp311-macosx_11_0_x86_64",
        "cp38-abi3-musllinux_1_2_x86_64",
        "cp39-abi3-musllinux_1_2_x86_64",
    }
    text = contents(fixed.path)[f"{INFO}/WHEEL"].decode()
    lines = text.splitlines()
    assert lines[:3] == ["Wheel-Version: 1.0", "Generator: by hand", "Root-Is-Purelib: false"]
    assert len(lines) == len(set(lines))
    for line in lines[3:]:
        platforms = line.split("-")[-1].split(".")
        assert len(platforms) == len(set(platforms)), line


def test_record_is_that_of_the_new_members(fixed: Fixed) -> None:
    assert_record_holds(fixed.path)


def test_members_that_are_no_objects_come_along_as_they_were(fixed: Fixed, given: Path) -> None:
    old, new = contents(given), contents(fixed.path)
    for name in ("demo/__init__.py", "demo-1.0.data/data/share/a text, kept", f"{INFO}/METADATA"):
        assert new[name] == old[name]
    with zipfile.ZipFile(fixed.path) as archive:
        assert archive.getinfo(SCRIPT).external_attr >> 16 & 0o777 == 0o755
        assert archive.getinfo("demo/__init__.py").external_attr >> 16 & 0o777 == 0o644
        assert archive.getinfo("demo/__init__.py").date_time == (2024, 2, 29, 12, 30, 8)


NEW_MODULES = ("leaning.cpython-312", "native.cpython-311", "needed.cpython-312", "threadless.cpython-313t")


def test_extension_modules_are_named_as_a_python_on_musl_looks_for_them(fixed: Fixed) -> None:
    """CPython looks for its platform's triplet since 3.11. One that another needs is named anew there too."""
    assert {n for n in contents(fixed.path) if n.startswith("demo/")} == {
        "demo/__init__.py",
        f"demo/native.cpython-311-{MUSL}",
        f"demo/threadless.cpython-313t-{MUSL}",
        f"demo/older.cpython-310-{GNU}",
        "demo/stable.abi3.so",
        f"demo/needed.cpython-312-{MUSL}",
        f"demo/leaning.cpython-312-{MUSL}",
    }
    renamed = json.loads(contents(fixed.path)[f"{INFO}/muslcheck-fix.json"])["renamed"]
    assert renamed == {f"demo/{name}-{GNU}": f"demo/{name}-{MUSL}" for name in NEW_MODULES}


@pytest.mark.parametrize(
    ("member", "path"),
    [
        (f"demo/native.cpython-311-{MUSL}", "$ORIGIN/../demo.libs"),
        ("demo/stable.abi3.so", "$ORIGIN/../demo.libs"),
        ("demo-1.0.data/platlib/elsewhere/deep.so", "$ORIGIN/../demo.libs"),
        (SCRIPT, "$ORIGIN/../lib/demo.libs"),
    ],
)
def test_runpath_leads_to_the_shim(member: str, path: str, fixed: Fixed, tmp_path: Path) -> None:
    data = contents(fixed.path)[member]
    (shim,) = shim_of(data)
    assert path in runpaths(data)
    folder = "demo-1.0.data/data/lib/demo.libs" if member == SCRIPT else "demo.libs"
    assert f"{folder}/{shim}" in contents(fixed.path)
    top = installed(fixed.path, tmp_path)
    place = (
        top / "bin"
        if member == SCRIPT
        else top / "site" / Path(member.removeprefix("demo-1.0.data/platlib/")).parent
    )
    assert (place / path.removeprefix("$ORIGIN/") / shim).is_file()


@pytest.mark.parametrize("target", ["musl:1.2.0", "musl:1.2.2", "musl:1.2.6"])
def test_check_says_that_the_new_wheel_runs(target: str, fixed: Fixed, given: Path, tmp_path: Path) -> None:
    """Members of .data see their libraries as they do once they are installed."""
    before, after = (verdicts(path, target, tmp_path) for path in (given, fixed.path))
    assert before[f"demo/native.cpython-311-{GNU}"] == "fails"
    (shim,) = shim_of(contents(fixed.path)[f"demo/native.cpython-311-{MUSL}"])
    assert f"demo.libs/{shim}" in after
    assert any(".data/" in name for name in after)
    assert set(after.values()) == {"runs"}, after


@pytest.fixture(scope="module")
def opener(tmp_path_factory: pytest.TempPathFactory, musl_cc: str) -> Path:
    """``glibc`` and ``musl``: a program for each that opens a module."""
    folder = tmp_path_factory.mktemp("opener") / "bin"
    harness.compile_c(folder, "glibc", OPENS, "-O1")
    return musl_program(folder, OPENS, musl_cc)


def musl_program(folder: Path, source: str, musl_cc: str) -> Path:
    """``musl`` in a folder, out of a text; gives the folder."""
    harness.compile_c(folder, "musl.o", source, "-O1", "-fPIE", "-c", compiler=musl_cc)
    start = muslcc.package("musl-dev", "bookworm") / "usr/lib/x86_64-linux-musl/Scrt1.o"
    linked = harness.run([musl_cc, "-pie", "-o", "musl", str(start), "musl.o"], folder)
    assert linked.status == 0, linked.output
    return folder


@pytest.mark.parametrize("version", harness.VERSIONS)
@pytest.mark.parametrize(
    ("module", "function"),
    [
        ("native.cpython-311-{}", "answer"),
        ("stable.abi3.so", "answer"),
        ("leaning.cpython-312-{}", "lean"),
    ],
)
def test_module_does_on_musl_what_it_does_under_glibc(
    module: str, function: str, version: str, fixed: Fixed, given: Path, opener: Path, tmp_path: Path
) -> None:
    old = installed(given, tmp_path / "old") / "site/demo" / module.format(GNU)
    new = installed(fixed.path, tmp_path / "new") / "site/demo" / module.format(MUSL)
    golden = harness.run(["./glibc", str(old), function], opener)
    assert golden == harness.Ran(b"6 3 in 7\n", 0)
    under = [harness.loader(version), "./musl"]
    assert harness.run([*under, str(old), function], opener).status == 1
    assert harness.run([*under, str(new), function], opener) == golden


@pytest.mark.parametrize("version", harness.VERSIONS)
def test_module_with_initial_exec_tls_is_opened_once_it_is_fixed(
    version: str, here: Path, built: Built, opener: Path, tmp_path: Path, musl_cc: str
) -> None:
    given = make(Path(NAME), with_info({"demo/bad.abi3.so": built.initial_exec}))
    said = harness.fix(given, "-o", "out", "--cc", musl_cc)
    assert (said.code, os.listdir("out")) == (0, [FIXED]), said
    new = installed(Path("out", FIXED), tmp_path / "new") / "site/demo/bad.abi3.so"
    under = [harness.loader(version), "./musl"]
    (tmp_path / "old.so").write_bytes(built.initial_exec)
    ran = harness.run([*under, str(tmp_path / "old.so"), "answer"], opener)
    assert (ran.status, b"initial-exec TLS" in ran.output) == (1, True), ran
    assert harness.run([*under, str(new), "answer"], opener) == harness.Ran(b"0 \n", 0)


@pytest.mark.parametrize("version", harness.VERSIONS)
def test_script_runs_from_where_it_is_installed(
    version: str, fixed: Fixed, given: Path, tmp_path: Path
) -> None:
    golden = harness.under_glibc(installed(given, tmp_path / "old") / "bin/prog")
    assert golden == harness.Ran(b"2\n", 0)
    script = installed(fixed.path, tmp_path / "new") / "bin/prog"
    assert harness.under_musl(script, version) == golden


def test_second_run_over_the_new_wheel_changes_nothing(fixed: Fixed, tmp_path: Path, musl_cc: str) -> None:
    said = harness.fix(fixed.path, "-o", tmp_path / "again", "--cc", musl_cc)
    assert (said.code, said.err, (tmp_path / "again").exists()) == (0, "", False), said
    assert "nothing was written" in said.out


def test_same_wheel_gives_the_same_bytes(fixed: Fixed, given: Path, tmp_path: Path, musl_cc: str) -> None:
    """From another place, at another time."""
    (tmp_path / "copy").mkdir()
    copy = Path(shutil.copy(given, tmp_path / "copy"))
    os.utime(copy, (1, 1))
    assert harness.fix(copy, "-o", tmp_path / "out", "--cc", musl_cc).code == 0
    assert (tmp_path / "out" / FIXED).read_bytes() == fixed.path.read_bytes()


# -- what a tag promises -----------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def small(data: bytes, *tags: str, name: str = NAME, member: str = "demo/native.abi3.so") -> Path:
    """A wheel with one object, in the current directory."""
    return make(Path(name), with_info({member: data}, *tags))


@pytest.mark.parametrize(
    ("platforms", "expected"),
    [
        ("manylinux1_x86_64.manylinux2010_x86_64.linux_x86_64", "musllinux_1_2_x86_64"),
        ("macosx_11_0_x86_64.manylinux_2_28_x86_64", "macosx_11_0_x86_64.musllinux_1_2_x86_64"),
        ("manylinux_2_17_x86_64.musllinux_1_2_x86_64", "musllinux_1_2_x86_64"),
    ],
)
def test_several_platforms_in_the_name(
    platforms: str, expected: str, here: Path, built: Built, musl_cc: str
) -> None:
    given = small(built.extension, f"cp311-abi3-{platforms}", name=f"demo-1.0-7b-cp311-abi3-{platforms}.whl")
    said = harness.fix(given, "-o", "out", "--cc", musl_cc)
    assert (said.code, said.err) == (0, ""), said
    assert os.listdir("out") == [f"demo-1.0-7b-cp311-abi3-{expected}.whl"]
    new = Path("out", f"demo-1.0-7b-cp311-abi3-{expected}.whl")
    assert tags_of(new) == expanded(f"cp311-abi3-{expected}")
    assert_record_holds(new)


def test_wheel_whose_objects_run_already_only_gets_its_tag(here: Path, built: Built, musl_cc: str) -> None:
    given = small(built.harmless)
    said = harness.fix(given, "-o", "out", "--cc", musl_cc)
    assert (said.code, os.listdir("out")) == (0, [FIXED]), said
    assert contents(Path("out", FIXED))["demo/native.abi3.so"] == built.harmless
    assert not [name for name in contents(Path("out", FIXED)) if "demo.libs" in name]
    assert_record_holds(Path("out", FIXED))


@pytest.mark.parametrize("kind", ["unsupplied", "comparing", "damaged"])
def test_wheel_in_which_something_does_not_load_is_not_tagged_musllinux(
    kind: str, here: Path, built: Built, musl_cc: str
) -> None:
    bad = built.extension[:200] if kind == "damaged" else getattr(built, kind)
    given = make(Path(NAME), with_info({"demo/native.abi3.so": built.extension, "demo/bad.abi3.so": bad}))
    said = harness.fix(given, "-o", "out", "--cc", musl_cc)
    assert said.code in ((1, 3) if kind == "damaged" else (1,)), said
    assert "demo/bad.abi3.so" in said.out + said.err
    assert os.listdir("out") == [UNTAGGED]
    new = Path("out", UNTAGGED)
    assert tags_of(new) == {"cp311-cp311-linux_x86_64"}
    assert_record_holds(new)
    assert contents(new)["demo/bad.abi3.so"] == bad
    assert "not tagged musllinux" in said.out


@pytest.mark.parametrize("kind", ["extension", "harmless"])
def test_one_release_alone_is_no_musllinux(kind: str, here: Path, built: Built, musl_cc: str) -> None:
    """The tag promises every musl 1.2."""
    said = harness.fix(small(getattr(built, kind)), "-o", "out", "--cc", musl_cc, "--target", "musl:1.2.5")
    assert os.listdir("out") == [UNTAGGED], said
    assert tags_of(Path("out", UNTAGGED)) == {"cp311-cp311-linux_x86_64"}
    assert verdicts(Path("out", UNTAGGED), "musl:1.2.5", here)["demo/native.abi3.so"] == "runs"


# -- the output --------------------------------------------------------------------------------------------


def test_other_file_of_that_name_is_not_overwritten(here: Path, built: Built, musl_cc: str) -> None:
    given = small(built.extension)
    Path("out").mkdir()
    Path("out", FIXED).write_bytes(b"another wheel")
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 2
    assert f"out/{FIXED}: is there already, with other contents; nothing was written" in said.err


def test_same_file_of_that_name_stays(here: Path, built: Built, musl_cc: str) -> None:
    given = small(built.extension)
    assert harness.fix(given, "-o", "out", "--cc", musl_cc).code == 0
    assert harness.refused(given, "-o", "out", "--cc", musl_cc).code == 0


def test_output_that_is_a_file(here: Path, built: Built, musl_cc: str) -> None:
    given = small(built.extension)
    Path("out").write_bytes(b"mine")
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 2
    assert "nothing was written" in said.err


def test_plan_writes_nothing(here: Path, given: Path) -> None:
    """One that fails only because of a library beside it is no object that stays as it is."""
    said = harness.refused("--plan", given)
    assert (said.code, said.err) == (0, "")
    assert f"demo/native.cpython-311-{MUSL}: fails; " in said.out
    assert "\ndemo.libs/libglibc-shim" in said.out
    assert "\nlib/demo.libs/libglibc-shim" in said.out


def test_plan_says_what_stays(here: Path, built: Built) -> None:
    said = harness.refused("--plan", small(built.unsupplied))
    assert said.code == 1
    assert "_IO_padn is not supplied" in said.out


# -- what is no wheel, or none that can be had --------------------------------------------------------------


def one_line(said: harness.Said, *words: str) -> None:
    """One line of complaint, with these words in it."""
    assert said.err.count("\n") == 1, said.err
    for word in words:
        assert word in said.err


@pytest.mark.parametrize("signature", ["RECORD.jws", "RECORD.p7s"])
def test_signed_wheel_is_refused(signature: str, here: Path, built: Built, musl_cc: str) -> None:
    given = make(Path(NAME), with_info({"demo/a.so": built.extension, f"{INFO}/{signature}": b"{}"}))
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 2
    one_line(said, NAME, signature, "sign the copy anew")


@pytest.mark.parametrize(
    "name", ["demo.whl", "demo-1.0.whl", "demo-1.0-cp311-manylinux_2_17_x86_64.whl", "./-1.0-a-b-c.whl"]
)
def test_name_that_is_no_wheels(name: str, here: Path, built: Built, musl_cc: str) -> None:
    small(built.extension, name=name)
    said = harness.refused(name, "-o", "out", "--cc", musl_cc)
    assert said.code == 3
    one_line(said, os.path.basename(name), "not the name of a wheel")


def bad_members(kind: str, extension: bytes) -> dict[str, bytes]:
    """A wheel that has something wrong with its members."""
    good = {"demo/a.abi3.so": extension}
    whole = with_info(good)
    if kind == "no dist-info":
        return good
    if kind == "two dist-infos":
        return {**whole, "other-1.0.dist-info/METADATA": b""}
    if kind == "no WHEEL":
        return {name: data for name, data in whole.items() if not name.endswith("/WHEEL")}
    if kind == "WHEEL is no text":
        return {**whole, f"{INFO}/WHEEL": b"Tag: \xff\xfe\n"}
    if kind == "bad tag":
        return with_info(good, "cp311-manylinux_2_17_x86_64")
    if kind == "empty tag":
        return with_info(good, "")
    if kind == "member below a member":
        return with_info({**good, "p": b"1", "p/q": b"2"})
    if kind == "member above a member":
        return with_info({**good, "p/q": b"2", "p": b"1"})
    if kind == "two for one place":
        return with_info({**good, "demo-1.0.data/purelib/demo/a.abi3.so": b"another"})
    return with_info({**good, kind: b"out"})


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("no dist-info", "one .dist-info directory"),
        ("two dist-infos", "one .dist-info directory"),
        ("no WHEEL", "WHEEL"),
        ("WHEEL is no text", "WHEEL"),
        ("bad tag", "cp311-manylinux_2_17_x86_64"),
        ("empty tag", "Tag"),
        ("member below a member", "'p/q'"),
        ("member above a member", "'p'"),
        ("two for one place", "'demo-1.0.data/purelib/demo/a.abi3.so'"),
        ("../x", "../x"),
        ("demo/../../x", "leads out"),
        ("/tmp/x", "leads out"),
        ("demo-1.0.data/scripts/../../../x", "leads out"),
        ("..\\x", "leads out"),
        ("demo//x", "leads out"),
    ],
)
def test_wheel_with_wrong_members(kind: str, words: str, here: Path, built: Built, musl_cc: str) -> None:
    given = make(Path("given", NAME), bad_members(kind, built.extension))
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 3, said
    one_line(said, NAME, words)
    assert not (here.parent / "x").exists()


def test_member_whose_name_is_no_text(here: Path, built: Built, musl_cc: str) -> None:
    given = make(Path(NAME), with_info({"demo/a.abi3.so": built.extension, "d\u00e9mo": b""}))
    given.write_bytes(given.read_bytes().replace(b"d\xc3\xa9mo", b"d\xff\xffmo"))
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 3, said
    one_line(said, NAME, "a name that is no text")


def test_wheel_that_unpacks_to_too_much(
    here: Path, built: Built, musl_cc: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No member is too large by itself."""
    parts = {f"demo/{i}": bytes(1000) for i in range(100)}
    given = make(Path(NAME), with_info({"demo/a.abi3.so": built.extension, **parts}))
    limit = len(built.extension) + 50_000
    monkeypatch.setattr(inputs, "ContainerLimits", partial(inputs.ContainerLimits, total_bytes=limit))
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 3, said
    one_line(said, NAME, f"more than {limit} bytes", "total_bytes")


@pytest.mark.parametrize("kind", ["not a zip", "cut off", "wrong CRC", "empty"])
def test_damaged_archive(kind: str, here: Path, built: Built, musl_cc: str) -> None:
    given = small(built.extension)
    data = bytearray(given.read_bytes())
    if kind == "wrong CRC":
        # The CRC-32 of the first member's row in the central directory (APPNOTE 4.3.12).
        data[data.index(b"PK\x01\x02") + 16] ^= 1
    damaged = {"not a zip": b"not an archive", "cut off": bytes(data[:-200]), "empty": b""}
    given.write_bytes(damaged.get(kind, bytes(data)))
    said = harness.refused(given, "-o", "out", "--cc", musl_cc)
    assert said.code == 3, said
    one_line(said, NAME)


def test_wheel_that_is_not_there(here: Path) -> None:
    said = harness.refused(NAME, "-o", "out")
    assert said.code == 2
    one_line(said, f"{NAME}: there is no such file")


@pytest.mark.parametrize("name", ["demo-1.0-py3-none-any.whl", NAME])
def test_pure_wheel_has_nothing_to_change(name: str, here: Path) -> None:
    given = make(Path(name), with_info({"demo/__init__.py": b"pass\n"}, "py3-none-any"))
    said = harness.refused(given, "-o", "out")
    assert (said.code, said.err) == (0, "")
    assert "nothing to change: nothing was written" in said.out


def test_wheels_are_fixed_by_themselves(here: Path, built: Built) -> None:
    given = small(built.extension)
    Path("program").write_bytes(built.program)
    for arguments in ((given, "program"), ("--bundle", given, "program")):
        said = harness.refused(*arguments, "-o", "out")
        assert said.code == 2
        one_line(said, "wheels are fixed by themselves")


def test_one_bad_wheel_does_not_keep_the_others(here: Path, built: Built, musl_cc: str) -> None:
    good, bad = small(built.extension), make(Path("bad-1.0-py3-none-linux_x86_64.whl"), {"a": b""})
    said = harness.fix(bad, good, "-o", "out", "--cc", musl_cc)
    assert said.code == 3
    one_line(said, bad.name)
    assert os.listdir("out") == [FIXED]
