"""The engine: what a plan holds, that output is whole and the same each time, that a build is checked."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache, muslcc
from musl_compat.elf import ElfImage
from musl_compat.errors import UsageError
from musl_compat.fix.shim import compile as building
from musl_compat.fix.shim import generate, output, recipe
from musl_compat.kb import targets
from tests.shim import harness

FORTIFY = ["__fprintf_chk", "__memcpy_chk", "__snprintf_chk", "__strcpy_chk"]
COMMON = [
    "__fprintf_chk", "__snprintf_chk", "__vsnprintf_chk", "__printf_chk", "__sprintf_chk", "__vfprintf_chk",
    "__memcpy_chk",
    "__strcpy_chk", "__memset_chk", "__asprintf_chk", "__vasprintf_chk", "__strcat_chk",
    "__explicit_bzero_chk", "fcntl64",
    "__libc_single_threaded", "__syslog_chk", "__fdelt_chk", "__register_atfork", "__memmove_chk",
    "__vsprintf_chk",
]  # fmt: skip
SAMPLE = 16
STT_FUNC = 2


def plan_of(*symbols: str, arch: str = "x86_64", version: str = harness.BUILT_FOR) -> generate.Plan:
    return generate.plan(symbols, arch=arch, target=targets.get(f"musl:{version}"))


@pytest.fixture(scope="module")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> building.Compiler:
    return muslcc.compiler(tmp_path_factory.mktemp("compiler"))


def build(plan: generate.Plan, folder: Path, compiler: building.Compiler) -> Path:
    generate.write(plan, folder)
    return building.build(plan, folder, compiler, targets.get(plan.target))


def test_plan_holds_what_was_asked_for_and_what_that_needs() -> None:
    plan = plan_of("__strcpy_chk")
    assert plan.exports == ["__strcpy_chk"]
    assert [r.name for r in plan.sources] == ["__chk_fail", "__strcpy_chk"]


def test_name_without_a_recipe_is_listed_with_a_reason() -> None:
    plan = plan_of("no_such_function", "__strcpy_chk")
    assert plan.unsupplied == (("no_such_function", "no recipe supplies it on x86_64"),)
    assert plan.exports == ["__strcpy_chk"]


def test_all_leaves_out_what_the_target_exports() -> None:
    names = {v: set(generate.every_symbol("x86_64", targets.get(f"musl:{v}"))) for v in ("1.2.2", "1.2.5")}
    assert "qsort_r" in names["1.2.2"]
    assert "qsort_r" not in names["1.2.5"]


def test_all_holds_names_that_only_the_loader_maps() -> None:
    """dlsym does not find them."""
    target = targets.get("musl:1.2.4")
    assert target.answer("open64", "x86_64") == "mapped"
    assert "open64" in generate.every_symbol("x86_64", target)


def test_same_plan_gives_the_same_bytes() -> None:
    assert generate.files(plan_of(*FORTIFY)) == generate.files(plan_of(*reversed(FORTIFY), FORTIFY[0]))


def test_shims_that_differ_have_different_names() -> None:
    """musl's loader knows a loaded library by its short name."""
    target = targets.get("musl:1.2.5")
    plans = [plan_of("__strcpy_chk"), plan_of("__strcpy_chk", "malloc_trim"), plan_of("__strcat_chk")]
    plans.append(generate.plan(["__strcpy_chk"], arch="x86_64", target=target, loud=True))
    plans.append(generate.plan(["__strcpy_chk"], private=["basename"], arch="x86_64", target=target))
    names = [generate.named_by_content(plan).library for plan in plans]
    assert len(set(names)) == len(plans)
    again = generate.named_by_content(generate.named_by_content(plan_of("__strcpy_chk")))
    assert again.library == names[0] == f"libglibc-shim-{generate.fingerprint(plans[0])}.so"


def test_every_file_says_the_library_s_name() -> None:
    plan = plan_of("__strcpy_chk")._replace(library="libmine-1.so", stubs=("libresolv.so.2",))
    made = generate.files(plan)
    for name in ("Makefile", "README.md", "shim.json"):
        assert "libmine-1.so" in made[name]
        assert "libglibc-shim" not in made[name]
    assert "shared_library('mine-1'" in made["meson.build"]


def test_name_that_is_no_library_s_is_refused() -> None:
    for name in ("shim.so", "libx.so.1", "../libx.so", "lib x.so"):
        with pytest.raises(ValueError, match=r"a shim is named libNAME\.so"):
            generate.plan([], arch="x86_64", target=targets.get("musl:1.2.5"), library=name)


def test_overrides_are_functions_only(built: harness.Built) -> None:
    """A reference to data cannot be renamed: the program may hold a copy of it."""
    image = ElfImage.from_bytes(built.shim.read_bytes())
    types = {s.name: s.type for s in image.symbols() if s.name.startswith(recipe.PRIVATE_PREFIX)}
    names = recipe.catalogue().overrides(harness.ARCH) | {recipe.CONSTRUCTORS}
    wanted = {f"{recipe.PRIVATE_PREFIX}{name}" for name in names}
    assert set(types) == wanted
    assert {name for name, kind in types.items() if kind != STT_FUNC} == set()


def test_readme_lists_every_symbol_with_its_fidelity() -> None:
    plan = plan_of("malloc_trim", "__strcpy_chk", "no_such_function")
    page = generate.files(plan)["README.md"]
    for one in plan.supplied:
        assert f"| `{one.symbol}` | {one.recipe.fidelity} |" in page
    assert "| `no_such_function` | no recipe supplies it on x86_64 |" in page


def test_manifest_tells_programs_the_same() -> None:
    content = json.loads(generate.files(plan_of("malloc_trim"))["shim.json"])
    assert content["schema"] == "muslcheck-shim/1"
    assert [(s["name"], s["recipe"], s["fidelity"]) for s in content["symbols"]] == [
        ("malloc_trim", "malloc_trim", "stub")
    ]


def test_twenty_common_symbols_fit_into_64_KiB(tmp_path: Path, compiler: building.Compiler) -> None:
    library = build(plan_of(*COMMON), tmp_path, compiler)
    assert library.stat().st_size < 64 << 10


def test_stub_library_loads_the_shim(tmp_path: Path, compiler: building.Compiler) -> None:
    plan = generate.plan(FORTIFY, arch="x86_64", target=targets.get("musl:1.2.3"), stubs=["libresolv.so.2"])
    build(plan, tmp_path, compiler)
    loader = str(cache.loader("1.2.3").path)
    listing = subprocess.run(
        [loader, "--list", str(tmp_path / "libresolv.so.2")], capture_output=True, text=True, check=True
    )
    assert f"libglibc-shim.so => {tmp_path}/libglibc-shim.so" in listing.stdout


@pytest.mark.skipif("CI" not in os.environ and not shutil.which("make"), reason="no make")
def test_makefile_builds_the_same_exports(tmp_path: Path, compiler: building.Compiler) -> None:
    plan = plan_of(*FORTIFY)
    generate.write(plan, tmp_path)
    subprocess.run(["make", "-s", f"CC={compiler.shown}"], cwd=tmp_path, check=True, capture_output=True)
    building.check(plan, tmp_path / "libglibc-shim.so", targets.get(plan.target))


# As on Alpine, but that nothing that is compiled here runs here.
CROSS = """
[binaries]
c = '{}'
[host_machine]
system = 'linux'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
[properties]
needs_exe_wrapper = true
"""


def test_meson_builds_the_same_exports(tmp_path: Path, compiler: building.Compiler) -> None:
    plan = generate.plan(FORTIFY, arch="x86_64", target=targets.get("musl:1.2.3"), stubs=["libresolv.so.2"])
    generate.write(plan, tmp_path)
    (tmp_path / "musl.ini").write_text(CROSS.format(compiler.shown))
    for tool in (
        ["mesonbuild.mesonmain", "setup", "--cross-file", "musl.ini", "build"],
        ["ninja", "-C", "build"],
    ):
        command = [sys.executable, "-m", *tool]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    building.check(plan, tmp_path / "build/libglibc-shim.so", targets.get(plan.target))
    assert (
        ElfImage.from_bytes((tmp_path / "build/libresolv.so.2").read_bytes()).needed[0] == "libglibc-shim.so"
    )


def test_library_that_exports_more_is_refused(tmp_path: Path, compiler: building.Compiler) -> None:
    library = build(plan_of(*FORTIFY), tmp_path, compiler)
    with pytest.raises(building.CompileError, match=r"exports \['__strcpy_chk'\] besides"):
        building.check(plan_of(*FORTIFY[:-1]), library, targets.get("musl:1.2.3"))


def test_library_of_another_machine_is_refused(tmp_path: Path, compiler: building.Compiler) -> None:
    library = build(plan_of(*FORTIFY), tmp_path, compiler)
    with pytest.raises(building.CompileError, match="made for x86_64, not aarch64"):
        building.check(plan_of(*FORTIFY, arch="aarch64"), library, targets.get("musl:1.2.3"))


def test_library_that_needs_what_the_target_lacks_is_refused(
    tmp_path: Path, compiler: building.Compiler
) -> None:
    plan = plan_of("__strcpy_chk")
    generate.write(plan, tmp_path)
    source = tmp_path / "src/__strcpy_chk.c"
    source.write_text(
        source.read_text() + "int statx();\nint (*keep)() __attribute__((used, retain)) = statx;\n"
    )
    with pytest.raises(building.CompileError):
        building.build(plan, tmp_path, compiler, targets.get("musl:1.2.3"))


def test_compiler_with_glibc_headers_is_refused() -> None:
    with pytest.raises(UsageError, match="--cc gcc: its headers are glibc's"):
        building.find_compiler("x86_64", "gcc")


def test_compiler_of_another_architecture_is_refused(compiler: building.Compiler) -> None:
    with pytest.raises(UsageError, match="makes objects for x86_64, not aarch64"):
        building.find_compiler("aarch64", compiler.shown)


def test_no_compiler_says_what_was_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(building.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"cc: not found; musl-gcc: not found.*name one with --cc"):
        building.find_compiler("x86_64")


def test_error_of_the_compiler_is_shown(tmp_path: Path, compiler: building.Compiler) -> None:
    plan = plan_of("__strcpy_chk")
    generate.write(plan, tmp_path)
    (tmp_path / "src/__strcpy_chk.c").write_text("this is not C\n")
    with pytest.raises(
        building.CompileError, match=r"src/__strcpy_chk\.c: .* failed\n(.*\n)*.*error: unknown type name"
    ):
        building.build(plan, tmp_path, compiler, targets.get("musl:1.2.3"))


def test_output_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out"

    def stop_half_way() -> None:
        with output.whole(target, "shim.json", generate.is_manifest) as folder:
            (folder / "half").write_text("x")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stop_half_way()
    assert list(tmp_path.iterdir()) == []


def test_earlier_output_is_replaced_and_other_files_are_not(tmp_path: Path) -> None:
    target = tmp_path / "out"
    for text in ("first", "second"):
        with output.whole(target, "shim.json", generate.is_manifest) as folder:
            (folder / "shim.json").write_text(json.dumps({"schema": generate.SCHEMA, "text": text}))
    assert output.document(target / "shim.json")["text"] == "second"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    (target / "shim.json").rename(target / "mine")
    with (
        pytest.raises(UsageError, match="holds something else"),
        output.whole(target, "shim.json", generate.is_manifest),
    ):
        pass
    assert output.document(target / "mine")["text"] == "second"
    (target / "shim.json").write_text("{}")
    with (
        pytest.raises(UsageError, match="holds something else"),
        output.whole(target, "shim.json", generate.is_manifest),
    ):
        pass
    assert (target / "mine").exists()


def test_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="No space left on device; nothing was written"),
        output.whole(tmp_path / "out", "shim.json", generate.is_manifest),
        Path("/dev/full").open("w") as full,
    ):
        full.write("x")
    assert list(tmp_path.iterdir()) == []


def test_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(UsageError, match="Not a directory; nothing was written"),
        output.whole(tmp_path / "file/out", "x", generate.is_manifest),
    ):
        pass


def minimal_recipes(config: pytest.Config) -> list[recipe.Recipe]:
    every = [r for r in recipe.catalogue().recipes.values() if r.on("x86_64") and not r.internal]
    return (
        every
        if config.getoption("--every-minimal", default=False)
        else every[:: max(1, len(every) // SAMPLE)]
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "alone" in metafunc.fixturenames:
        chosen = minimal_recipes(metafunc.config)
        metafunc.parametrize("alone", chosen, ids=[r.name for r in chosen])


def test_recipe_alone_makes_a_library_of_exactly_its_symbols(
    alone: recipe.Recipe, tmp_path: Path, compiler: building.Compiler
) -> None:
    target = targets.get("musl:1.2.3")
    names = {"private" if alone.scope == "private" else "symbols": alone.symbols}
    plan = generate.plan(
        names.get("symbols", ()), private=names.get("private", ()), arch="x86_64", target=target
    )
    library = build(plan, tmp_path, compiler)
    assert set(plan.exports) == {alone.exported(s) for s in alone.symbols}
    assert library.stat().st_size < 256 << 10


INTERPOSER = """
#include <stdio.h>
#include <stdlib.h>
extern void *__libc_malloc(size_t);
static int calls;
void *malloc(size_t n) { calls++; return __libc_malloc(n); }
int main(void)
{
	char *p = malloc(10);
	int seen = calls;
	p[0] = 'x';
	__libc_malloc(20);
	printf("%d %d\\n", seen >= 1, calls == seen);
	return 0;
}
"""


def test_alias_reaches_libc_past_an_interposed_name(tmp_path: Path, compiler: building.Compiler) -> None:
    """A malloc of the program that calls __libc_malloc does not call itself."""
    build(plan_of("__libc_malloc"), tmp_path, compiler)
    (tmp_path / "main.c").write_text(INTERPOSER)
    subprocess.run(
        ["gcc", "-fno-builtin", "-o", "main", "main.c", "-Wl,--unresolved-symbols=ignore-all"],
        cwd=tmp_path,
        check=True,
    )
    loader = str(cache.loader("1.2.5").path)
    done = subprocess.run(
        [loader, "--preload", str(tmp_path / "libglibc-shim.so"), str(tmp_path / "main")],
        capture_output=True, text=True, check=True, timeout=20, env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert done.stdout == "1 1\n"


ASKS = """
int innetgr(const char *, const char *, const char *, const char *);
int main(void) { return innetgr("g", 0, 0, 0) + innetgr("g", 0, 0, 0); }
"""


@pytest.mark.parametrize(("built_loud", "asked"), [(False, False), (False, True), (True, False)])
def test_placeholder_speaks_at_its_first_call_when_it_is_asked_to(
    tmp_path: Path, compiler: building.Compiler, built_loud: bool, asked: bool
) -> None:
    target = targets.get(f"musl:{harness.BUILT_FOR}")
    plan = generate.plan(["innetgr"], arch="x86_64", target=target, loud=built_loud)
    library = build(plan, tmp_path / "shim", compiler)
    (tmp_path / "main.c").write_text(ASKS)
    harness.run_tool(["gcc", "-o", "main", "main.c"], tmp_path)
    environment = {"PATH": os.environ["PATH"]} | ({"MUSL_SHIM_LOUD": "1"} if asked else {})
    done = subprocess.run(
        [str(cache.loader("1.2.5").path), "--preload", str(library), str(tmp_path / "main")],
        capture_output=True, text=True, check=True, timeout=20, env=environment,
    )  # fmt: skip
    assert done.stderr.count("innetgr: there are no netgroups") == (built_loud or asked)


CONSTRUCTED = """
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int first;
__attribute__((constructor(101))) static void begin(int argc, char **argv, char **envp) { first = argc; }
__attribute__((constructor)) static void next(int argc, char **argv, char **envp)
{
	printf("%d %d %s %s %d\\n", first, argc, argv[1], argv[argc - 1], argv[argc] == 0);
	for (; *envp; envp++) if (!strcmp(*envp, "KEY=value")) puts(*envp);
}
int answer(void) { return 42; }
"""
USES = """
#include <stdio.h>
#ifdef LATE
#include <dlfcn.h>
#include <stdlib.h>
int main(void)
{
	clearenv(); setenv("KEY", "value", 1);
	int (*f)(void) = (int (*)(void))dlsym(dlopen("libconstructed.so", RTLD_NOW), "answer");
	printf("%d\\n", f());
}
#else
int answer(void);
int main(void) { printf("%d\\n", answer()); }
#endif
"""


def dynamic_section(data: bytes) -> range:
    """Where PT_DYNAMIC of a 64-bit object stands."""
    (headers,) = struct.unpack_from("<Q", data, 32)
    (count,) = struct.unpack_from("<H", data, 56)
    found = [struct.unpack_from("<IIQQQQ", data, headers + 56 * i) for i in range(count)]
    return next(range(offset, offset + size) for kind, _, offset, _, _, size in found if kind == 2)


def constructed_library(folder: Path) -> None:
    """A library whose _init calls the override, with its array of constructors under the moved tags."""
    (folder / "lib.c").write_text(CONSTRUCTED)
    crti = subprocess.run(["gcc", "-print-file-name=crti.o"], capture_output=True, text=True, check=True)
    name = recipe.CONSTRUCTORS
    rename = f"--redefine-sym={name}={recipe.PRIVATE_PREFIX}{name}"
    (folder / "start").mkdir()
    harness.run_tool(["objcopy", rename, crti.stdout.strip(), "start/crti.o"], folder)
    harness.run_tool(
        ["gcc", "-shared", "-fPIC", "-fno-builtin", f"-B{folder}/start/", "-o", "libconstructed.so", "lib.c"],
        folder,
    )
    library = folder / "libconstructed.so"
    data = bytearray(library.read_bytes())
    table = dynamic_section(data)
    for at in range(table.start, table.stop, 16):
        (tag,) = struct.unpack_from("<Q", data, at)
        struct.pack_into("<Q", data, at, recipe.MOVED_TAGS.get(tag, tag))
    library.write_bytes(data)


@pytest.mark.parametrize("late", [False, True])
def test_constructors_of_a_library_get_the_program_s_arguments(
    tmp_path: Path, built: harness.Built, late: bool
) -> None:
    """Also when the program changed its environment, and a loader's own arguments stand before."""
    constructed_library(tmp_path)
    (tmp_path / "main.c").write_text(USES)
    link = ["-DLATE"] if late else ["-L.", "-lconstructed"]
    harness.run_tool(["gcc", "-o", "main", "main.c", *link, "-Wl,--unresolved-symbols=ignore-all"], tmp_path)
    for version in harness.VERSIONS:
        loader = str(cache.loader(version).path)
        done = subprocess.run(
            [loader, "--preload", str(built.shim), "--library-path", str(tmp_path), "main", "one", "two"],
            capture_output=True, text=True, cwd=tmp_path, env={"KEY": "value"}, timeout=20, check=False,
        )  # fmt: skip
        assert done.stdout == "3 3 one two 1\nKEY=value\n42\n", (version, done.stderr)
