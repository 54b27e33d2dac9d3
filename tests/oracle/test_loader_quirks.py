"""Each quirk of the loader on a small program, against the real loaders: same map, same errors, same reasons.

The programs are built here by the system's compiler against glibc and asked about with
``--library-path DIRS --list``; nothing is run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache as cache_once
from pathlib import Path
from typing import NamedTuple

import pytest

from musl_compat import kb
from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage
from musl_compat.loader import binding
from musl_compat.loader.fs import RootFs
from musl_compat.loader.linkmap import LinkMap

pytestmark = pytest.mark.oracle

LOADERS = cache.loaders()


class Said(NamedTuple):
    """What a loader prints, or what we predict: the map as (path) in order, libc left out; errors as sets."""

    objects: list[str]
    libraries: set[tuple[str, str, str]]
    symbols: set[tuple[str, str]]
    types: set[tuple[str, int]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(loader: cache.Loader, file: str, library_path: str) -> Said:
    command = [str(loader.path), "--library-path", library_path, "--list", file]
    done = subprocess.run(command, capture_output=True, env={"LC_ALL": "C"}, timeout=60, check=False)
    assert done.returncode in (0, 127), done
    out, err = os.fsdecode(done.stdout), os.fsdecode(done.stderr)
    own_name = out.removeprefix("\t").partition(" (0x")[0]  # what it calls itself, and so libc
    mapped = re.findall(r"^\t(?:.*) => (.*) \(0x[0-9a-f]+\)$", out, re.M)
    return Said(
        [path for path in mapped if path != own_name],
        set(re.findall(r"^Error loading shared library (.*): ([^:]*) \(needed by (.*)\)$", err, re.M)),
        set(re.findall(r"^Error relocating (.*): (.*): symbol not found$", err, re.M)),
        {
            (path, int(n))
            for path, n in re.findall(r"^Error relocating (.*): unsupported relocation type (.*)$", err, re.M)
        },
    )


@cache_once
def _target(libc: str) -> kb.targets.Target:
    return kb.targets.from_libc(libc)


def predict(loader: cache.Loader, file: str, library_path: str) -> Said:
    target = _target(str(loader.path))
    fd = os.open(file, os.O_RDONLY)
    try:
        image = ElfImage.from_fd(fd)
    finally:
        os.close(fd)
    link_map = LinkMap.build(file, image, RootFs("/"), target, library_path=library_path)
    assert not link_map.unreadable
    found = binding.closure(link_map)
    return Said(
        [o.name for o in link_map.objects[1:] if not o.is_libc],
        {(m.name, m.reason, m.needed_by) for m in found.missing_libraries},
        {(m.requested_by, m.name) for m in found.missing},
        {(u.requested_by, u.type) for u in found.unsupported},
    )


def answers(file: str, library_path: str = "lib") -> dict[str, Said]:
    """What each loader says, by version; each as predicted."""
    out = {}
    for loader in LOADERS:
        out[loader.version] = ask(loader, file, library_path)
        assert predict(loader, file, library_path) == out[loader.version], loader.version
    return out


def agreed(file: str, library_path: str = "lib") -> Said:
    """What all loaders say, and we predict."""
    first, *others = answers(file, library_path).values()
    assert all(other == first for other in others)
    return first


def cc(output: str, source: str, *flags: str) -> str:
    """Compile; ``output`` ending in .so (or .so.N) makes a library without libraries of its own."""
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    shared = ["-shared", "-fPIC", "-nostdlib"] if ".so" in output else []
    subprocess.run(
        ["gcc", "-x", "c", "-w", "-O1", "-fno-builtin", *shared, "-o", output, "-", "-x", "none", *flags],
        input=source.encode(),
        check=True,
    )
    return output


def library(name: str, *flags: str, defines: str = "") -> str:
    return cc(name, defines or f"int {_word(name)}(void) {{ return 1; }}", *flags)


def program(name: str, *flags: str, source: str = "int main(void) { return 0; }") -> str:
    return cc(name, source, "-Wl,--no-as-needed", *flags)


def _word(name: str) -> str:
    return re.sub(r"\W", "_", name)


# --- names and objects ---


def test_soname_is_never_read(here: Path) -> None:
    library("lib/libreal.so")
    library("lib/libuser.so", "lib/libreal.so")  # NEEDED is the path, for there is no SONAME
    program("prog", "lib/libuser.so", "-Wl,-rpath-link,lib")
    library("lib/libreal.so", "-Wl,-soname,libother.so")
    library("lib/libuser2.so", "-Llib", "-l:libreal.so")  # wants libother.so
    program("prog2", "lib/libreal.so", "-Llib", "-l:libuser2.so", "-Wl,--unresolved-symbols=ignore-all")
    said = agreed("prog2")
    assert {name for name, _, _ in said.libraries} == {"libother.so"}


def test_the_main_program_is_not_found_by_name(here: Path) -> None:
    library("lib/libmain.so", "-Wl,-soname,libmain.so")
    library("lib/libdep.so", "-Wl,-soname,libdep.so", "-Llib", "-Wl,--no-as-needed", "-l:libmain.so")
    library("lib/libmain.so", "-Wl,-soname,libmain.so", "-Llib", "-Wl,--no-as-needed", "-l:libdep.so")
    assert agreed("lib/libmain.so").objects == ["lib/libdep.so", "lib/libmain.so"]


def test_one_inode_is_one_object_and_a_copy_is_another(here: Path) -> None:
    library("lib/liba.so")
    os.symlink("liba.so", "lib/libb.so")
    os.link("lib/liba.so", "lib/libc1.so")
    shutil.copy("lib/liba.so", "lib/libd.so")
    program("prog", "-Llib", "-l:liba.so", "-l:libb.so", "-l:libc1.so", "-l:libd.so")
    assert agreed("prog").objects == ["lib/liba.so", "lib/libd.so"]


def test_an_object_loaded_by_path_gets_its_name_when_a_search_finds_its_inode(here: Path) -> None:
    library("lib/libx.so")
    program("prog", "lib/libx.so", "-Llib", "-l:libx.so")
    assert agreed("prog").objects == ["lib/libx.so"]


def test_a_name_with_a_slash_is_opened_as_it_is(here: Path) -> None:
    library("sub/libx.so")
    program("prog", "sub/libx.so")
    assert agreed("prog", "").objects == ["sub/libx.so"]
    os.mkdir("elsewhere")
    os.chdir("elsewhere")
    assert {r for _, r, _ in agreed("../prog", "").libraries} == {"No such file or directory"}


@pytest.mark.parametrize("name", ["libm.so", "libutil.anything", "libxnet.so.9"])
def test_a_reserved_name_is_libc_even_when_there_is_such_a_file(here: Path, name: str) -> None:
    library("lib/libzz.so", f"-Wl,-soname,{name}")
    program("prog", "-Llib", "-l:libzz.so")
    shutil.copy("lib/libzz.so", f"lib/{name}")
    assert agreed("prog").objects == []


@pytest.mark.parametrize("name", ["libp.so", "libmx.so", "libcc.so"])
def test_a_name_near_a_reserved_one_is_a_file(here: Path, name: str) -> None:
    library(f"lib/{name}", f"-Wl,-soname,{name}")
    program("prog", "-Llib", f"-l:{name}")
    assert agreed("prog").objects == [f"lib/{name}"]


def test_the_loaders_own_path_as_a_needed_name_is_libc(here: Path) -> None:
    library("lib/libld.so", "-Wl,-soname,/opt/ld-own.so")
    program("prog", "-Llib", "-l:libld.so", "-Wl,--dynamic-linker=/opt/ld-own.so")
    program("other", "-Llib", "-l:libld.so")
    assert agreed("prog").libraries == set()
    assert {n for n, _, _ in agreed("other").libraries} == {"/opt/ld-own.so"}


def test_a_second_libc_is_replaced_by_libc(here: Path) -> None:
    library("lib/libguard.so", defines="int __libc_start_main; int stdin; int only_here(void) { return 0; }")
    program(
        "prog",
        "-Llib",
        "-l:libguard.so",
        source="int only_here(void); int main(void) { return only_here(); }",
    )
    said = agreed("prog")
    assert said.objects == []
    assert said.symbols == {("prog", "only_here")}


def test_half_a_libc_is_a_library(here: Path) -> None:
    library("lib/libguard.so", defines="int stdin;")
    program("prog", "-Llib", "-l:libguard.so")
    assert agreed("prog").objects == ["lib/libguard.so"]


def test_without_a_reserved_name_no_libc_symbol_is_found(here: Path) -> None:
    cc(
        "lib/libalone.so",
        'int puts(const char *); int f(void) { return puts(""); }',
        "-Wl,--unresolved-symbols=ignore-all",
    )
    said = agreed("lib/libalone.so")
    assert said.symbols == {("lib/libalone.so", "puts")}


def test_lfs64_names_are_mapped_even_without_libc_in_the_map(here: Path) -> None:
    cc("lib/libalone.so", "int open64(void), stat(void); int f(void) { return open64() + stat(); }")
    missing = {v: {name for _, name in said.symbols} for v, said in answers("lib/libalone.so").items()}
    for version, names in missing.items():
        mapped = tuple(int(n) for n in version.split(".")) >= (1, 2, 4)
        assert names == ({"stat"} if mapped else {"stat", "open64"})


def test_lfs64_names(here: Path) -> None:
    names = ["open64", "stat64", "posix_fallocate64", "readdir64_r", "getdents64", "mmap64"]
    names += ["fcntl64", "preadv64v2"]
    body = (
        "".join(f"int {n}(void);" for n in names)
        + "int main(void) { return 0"
        + "".join(f"+{n}()" for n in names)
        + ";}"
    )
    program("prog", "-Wl,--unresolved-symbols=ignore-all", source=body)
    for version, said in answers("prog").items():
        missing = {name for _, name in said.symbols}
        assert {"fcntl64", "preadv64v2"} <= missing
        assert ("posix_fallocate64" in missing) == (version == "1.2.5")


# --- search ---


def test_the_library_path_comes_before_rpath(here: Path) -> None:
    library("lib/libx.so", "-Wl,-soname,libx.so")
    library("own/libx.so", "-Wl,-soname,libx.so")
    program("prog", "-Llib", "-l:libx.so", "-Wl,-rpath,own,--disable-new-dtags")
    assert agreed("prog", "nowhere:lib").objects == ["lib/libx.so"]
    assert agreed("prog", "nowhere").objects == ["own/libx.so"]


@pytest.mark.parametrize("dtags", ["--enable-new-dtags", "--disable-new-dtags"])
def test_rpath_and_runpath_are_inherited_by_dependencies(here: Path, dtags: str) -> None:
    library("own/libdeep.so", "-Wl,-soname,libdeep.so")
    library("own/libx.so", "-Wl,-soname,libx.so", "-Wl,--no-as-needed", "own/libdeep.so")
    program("prog", "own/libx.so", f"-Wl,-rpath,$ORIGIN/own,{dtags}", "-Wl,-rpath-link,own")
    assert agreed("prog", "").objects == ["./own/libx.so", "./own/libdeep.so"]
    assert agreed(str(here / "prog"), "").objects == [f"{here}/own/libx.so", f"{here}/own/libdeep.so"]


def test_the_requesters_runpath_comes_before_the_programs(here: Path) -> None:
    for place in ("main", "lib"):
        library(f"{place}/libdeep.so", "-Wl,-soname,libdeep.so")
    library("main/libx.so", "-Wl,-soname,libx.so", "-Wl,--no-as-needed", "lib/libdeep.so", "-Wl,-rpath,lib")
    program("prog", "main/libx.so", "-Wl,-rpath,main,-rpath-link,lib")
    assert agreed("prog", "").objects == ["main/libx.so", "lib/libdeep.so"]


def test_runpath_wins_over_rpath(here: Path) -> None:
    for place in ("aa", "bb"):
        library(f"{place}/libx.so", "-Wl,-soname,libx.so")
    program("prog", "aa/libx.so", "-Wl,-rpath,aa,--enable-new-dtags")
    data = Path("prog").read_bytes()
    assert agreed("prog", "").objects == ["aa/libx.so"]
    rpath_first = _with_rpath_too(data)
    Path("prog").write_bytes(rpath_first)
    agreed("prog", "")


def _with_rpath_too(data: bytes) -> bytes:
    """Turn the DT_DEBUG entry into a DT_RPATH of some other string."""
    import struct

    phoff, phnum = struct.unpack_from("<Q", data, 32)[0], struct.unpack_from("<H", data, 56)[0]
    out = bytearray(data)
    for i in range(phnum):
        kind, _, off, _, _, size = struct.unpack_from("<IIQQQQ", data, phoff + 56 * i)
        if kind == 2:
            for at in range(off, off + size, 16):
                tag, _value = struct.unpack_from("<qQ", data, at)
                if tag == 21:  # DT_DEBUG
                    struct.pack_into("<qQ", out, at, 15, 1)  # DT_RPATH, some string
                    return bytes(out)
    raise AssertionError("no DT_DEBUG")


@pytest.mark.parametrize("token", ["$LIB", "$PLATFORM", "$", "${LIB}", "$origin"])
def test_an_unknown_token_voids_the_whole_rpath(here: Path, token: str) -> None:
    library("own/libx.so", "-Wl,-soname,libx.so")
    program("prog", "own/libx.so", f"-Wl,-rpath,own:{token}/x")
    assert {n for n, _, _ in agreed("prog", "").libraries} == {"libx.so"}


@pytest.mark.parametrize(
    "token", ["$ORIGIN", "${ORIGIN}", "$ORIGIN/../%s/own/..", "$ORIGINAL/../own/../x:$ORIGIN"]
)
def test_origin_is_expanded_as_it_is_written(here: Path, token: str) -> None:
    library("own/libx.so", "-Wl,-soname,libx.so")
    token = token.replace("%s", here.name)
    program("prog", "own/libx.so", f"-Wl,-rpath,{token}/own")
    for name in ("prog", "./prog", "own/../prog", str(here / "prog")):
        assert len(agreed(name, "").objects) == 1


def test_empty_components_and_newlines_separate(here: Path) -> None:
    library("lib/libx.so", "-Wl,-soname,libx.so")
    program("prog", "lib/libx.so")
    assert agreed("prog", "::nowhere\n\nlib:").objects == ["lib/libx.so"]
    assert agreed("prog", "./lib//").objects == ["./lib///libx.so"]


@pytest.mark.parametrize(
    "kind", ["text", "short", "empty", "directory", "other class", "relocatable", "no dynamic", "script"]
)
def test_the_first_file_of_a_name_decides(here: Path, kind: str) -> None:
    library("good/libx.so", "-Wl,-soname,libx.so")
    program("prog", "good/libx.so")
    bad = Path("bad/libx.so")
    bad.parent.mkdir()
    good = Path("good/libx.so").read_bytes()
    if kind == "directory":
        bad.mkdir()
    elif kind == "other class":
        bad.write_bytes(_as_32(good))
    elif kind == "relocatable":
        subprocess.run(["gcc", "-c", "-x", "c", "-o", str(bad), "-"], input=b"int x;", check=True)
    elif kind == "no dynamic":
        subprocess.run(
            ["gcc", "-static", "-nostdlib", "-x", "c", "-o", str(bad), "-"], input=b"int _start;", check=True
        )
    else:
        bad.write_bytes(
            {"text": b"text " * 400, "short": good[:40], "empty": b"", "script": b"INPUT(libx.so.1)\n"}[kind]
        )
    said = agreed("prog", "bad:good")
    assert said.objects == []
    expected = "Is a directory" if kind == "directory" else "Exec format error"
    assert said.libraries == {("libx.so", expected, "prog")}


def _as_32(good: bytes) -> bytes:
    import struct

    ehdr = b"\x7fELF\x01\x01\x01" + bytes(9)
    ehdr += struct.pack("<HHIIIIIHHHHHH", 3, 3, 1, 0, 52, 0, 0, 52, 32, 1, 40, 0, 0)
    phdr = struct.pack("<IIIIIIII", 1, 0, 0, 0, 4096, 4096, 5, 4096)
    return (ehdr + phdr).ljust(4096, b"\0")


def test_another_machine_of_the_same_class_is_mapped(here: Path) -> None:
    library(
        "lib/libx.so",
        "-Wl,-soname,libx.so",
        defines="extern int nowhere; int *p = &nowhere; int f(void) { return 0; }",
    )
    program("prog", "lib/libx.so", "-Wl,--unresolved-symbols=ignore-all")
    data = bytearray(Path("lib/libx.so").read_bytes())
    data[18] = 183
    Path("lib/libx.so").write_bytes(data)
    said = agreed("prog")
    assert said.objects == ["lib/libx.so"]
    assert said.symbols == {("lib/libx.so", "nowhere")}


def test_errors_after_which_the_search_goes_on(here: Path) -> None:
    library("good/libx.so", "-Wl,-soname,libx.so")
    program("prog", "good/libx.so")
    Path("file").write_bytes(b"")
    os.mkdir("dangling")
    os.symlink("nowhere", "dangling/libx.so")
    long = "n" * 256
    assert agreed("prog", f"missing:file:dangling:{long}:good").objects == ["good/libx.so"]


def test_a_loop_of_links_ends_the_search(here: Path) -> None:
    library("good/libx.so", "-Wl,-soname,libx.so")
    program("prog", "good/libx.so")
    os.mkdir("loop")
    os.symlink("libx.so", "loop/libx.so")
    said = agreed("prog", "loop:good")
    assert said.libraries == {("libx.so", "Symbolic link loop", "prog")}


def test_a_loop_in_rpath_ends_the_search_too(here: Path) -> None:
    library("good/libx.so", "-Wl,-soname,libx.so")
    program("prog", "good/libx.so", "-Wl,-rpath,loop:good")
    os.mkdir("loop")
    os.symlink("libx.so", "loop/libx.so")
    assert agreed("prog", "").objects == []


def test_a_candidate_path_of_512_bytes_is_passed_over(here: Path) -> None:
    library("lib/libx.so", "-Wl,-soname,libx.so")
    program("prog", "lib/libx.so")
    for total in (511, 512):
        directory = "lib" + "/" * (total - len("lib") - len("libx.so"))
        said = agreed("prog", directory[:-1])
        assert bool(said.objects) == (total < 512)


def test_a_name_of_more_than_255_bytes_is_not_searched_for(here: Path) -> None:
    library("lib/libx.so", f"-Wl,-soname,lib{'x' * 250}.so")
    program("prog", "lib/libx.so")
    for loader in LOADERS:
        said, ours = ask(loader, "prog", "lib"), predict(loader, "prog", "lib")
        # the loader leaves errno as it was, so its reason says nothing
        assert {(n, by) for n, _, by in said.libraries} == {(n, by) for n, _, by in ours.libraries}
        assert len(ours.libraries) == 1


def test_a_missing_library_is_reported_for_each_requester(here: Path) -> None:
    library("lib/libgone.so", "-Wl,-soname,libgone.so")
    library("lib/liba.so", "-Wl,-soname,liba.so", "-Wl,--no-as-needed", "lib/libgone.so")
    program("prog", "lib/liba.so", "lib/libgone.so")
    os.remove("lib/libgone.so")
    assert {by for _, _, by in agreed("prog").libraries} == {"prog", "lib/liba.so"}


# --- symbols ---


def uses(name: str, how: str = "") -> str:
    return f"{how} int {name}(void); int main(void) {{ return {name}(); }}"


def test_a_hidden_version_is_not_found_and_a_default_one_is(here: Path) -> None:
    Path("map").write_text("V1 { global: old; }; V2 { global: new; };")
    source = '__asm__(".symver old_,old@V1"); __asm__(".symver new_,new@@V2");'
    source += "int old_(void){return 1;} int new_(void){return 2;}"
    library("lib/libv.so", "-Wl,-soname,libv.so", "-Wl,--version-script=map", defines=source)
    Path("map2").write_text("V1 { global: old; };")
    library(
        "link/libv.so", "-Wl,-soname,libv.so", "-Wl,--version-script=map2", defines="int old(void){return 1;}"
    )
    program("prog", "link/libv.so", source=uses("old"))
    assert agreed("prog").symbols == {("prog", "old")}
    program("prog2", "lib/libv.so", source=uses("new"))
    assert agreed("prog2").symbols == set()


def test_a_reference_gets_the_default_version_whatever_it_asked_for(here: Path) -> None:
    Path("map").write_text("V9 { global: f; };")
    library(
        "link/libv.so", "-Wl,-soname,libv.so", "-Wl,--version-script=map", defines="int f(void){return 1;}"
    )
    program("prog", "link/libv.so", source=uses("f"))
    library("lib/libv.so", "-Wl,-soname,libv.so", defines="int f(void){return 1;}")
    assert agreed("prog").symbols == set()


def test_an_ifunc_is_no_definition_and_its_relocation_is_refused(here: Path) -> None:
    ifunc = "static int a(void){return 1;} static void *r(void){return a;}"
    ifunc += 'int f(void) __attribute__((ifunc("r"))); int g(void){return f();}'
    library("lib/libi.so", "-Wl,-soname,libi.so", defines=ifunc)
    program("prog", "lib/libi.so", source=uses("f"))
    assert ("prog", "f") in agreed("prog").symbols
    local = ifunc.replace("int f(void) __attr", "static int f(void) __attr")
    library("lib/libj.so", "-Wl,-soname,libj.so", defines=local)
    program("prog2", "lib/libj.so")
    assert agreed("prog2").types == {("lib/libj.so", 37)}


def test_a_weak_reference_is_silent_and_a_strong_one_in_another_object_is_not(here: Path) -> None:
    library("lib/libw.so", "-Wl,-soname,libw.so", defines="int nowhere(void); int f(void){return nowhere();}")
    program(
        "prog",
        "lib/libw.so",
        "-Wl,--unresolved-symbols=ignore-all",
        source="__attribute__((weak)) int nowhere(void); int main(void) { return nowhere ? nowhere() : 0; }",
    )
    assert agreed("prog").symbols == {("lib/libw.so", "nowhere")}


def test_an_undefined_symbol_that_no_relocation_uses_is_no_error(here: Path) -> None:
    library("lib/libu.so", "-Wl,-soname,libu.so", "-Wl,-u,nowhere")
    program("prog", "lib/libu.so", "-Wl,--unresolved-symbols=ignore-all")
    assert agreed("prog").symbols == set()


def test_a_copy_relocation_needs_another_object(here: Path) -> None:
    library("lib/libd.so", "-Wl,-soname,libd.so", defines="int data = 3;")
    program(
        "prog",
        "-no-pie",
        "-fno-pic",
        "lib/libd.so",
        source="extern int data; int main(void) { return data; }",
    )
    assert agreed("prog").symbols == set()
    library("lib/libd.so", "-Wl,-soname,libd.so", defines="int other;")
    assert agreed("prog").symbols == {("prog", "data")}


def test_the_plt_address_of_a_program_defines_for_data_but_not_for_calls(here: Path) -> None:
    source = "int f(void); int (*keep)(void); int main(void) { keep = f; return f(); }"
    library("lib/libf.so", "-Wl,-soname,libf.so", defines="int f(void){return 1;}")
    library("lib/libp.so", "-Wl,-soname,libp.so", defines="int f(void); int (*p)(void) = f;")
    library("lib/libq.so", "-Wl,-soname,libq.so", defines="int f(void); int q(void) { return f(); }")
    program("prog", "-no-pie", "-fno-pic", "lib/libf.so", "lib/libp.so", "lib/libq.so", source=source)
    library("lib/libf.so", "-Wl,-soname,libf.so", defines="int gone;")
    missing = agreed("prog").symbols
    assert ("lib/libq.so", "f") in missing
    assert ("lib/libp.so", "f") not in missing


def test_thread_local_storage_binds_whatever_its_model(here: Path) -> None:
    library("lib/libt.so", "-Wl,-soname,libt.so", defines="__thread int t = 1; __thread int u;")
    library(
        "lib/libd.so",
        "-Wl,-soname,libd.so",
        "-mtls-dialect=gnu2",
        "lib/libt.so",
        defines="extern __thread int t; int d(void){return t;}",
    )
    library(
        "lib/libe.so",
        "-Wl,-soname,libe.so",
        "lib/libt.so",
        defines='extern __thread int u __attribute__((tls_model("initial-exec"))); int e(void){return u;}',
    )
    program(
        "prog",
        "-Wl,-rpath-link,lib",
        "lib/libt.so",
        "lib/libd.so",
        "lib/libe.so",
        source="extern __thread int t; int main(void){return t;}",
    )
    said = agreed("prog")
    assert said.symbols == set()
    assert said.types == set()


@pytest.mark.parametrize("style", ["sysv", "gnu", "both"])
def test_either_hash_table_will_do(here: Path, style: str) -> None:
    library(
        "lib/libh.so",
        "-Wl,-soname,libh.so",
        f"-Wl,--hash-style={style}",
        defines="int f(void){return 1;} int g;",
    )
    program("prog", "lib/libh.so", f"-Wl,--hash-style={style}", source=uses("f"))
    assert agreed("prog").symbols == set()


def test_protected_and_unique_and_common_definitions_count(here: Path) -> None:
    source = (
        '__attribute__((visibility("protected"))) int prot(void){return 1;}'
        '__asm__(".globl uniq\\n.type uniq,@gnu_unique_object\\n.data\\n'
        'uniq: .long 1\\n.size uniq,4\\n.text");'
    )
    library("lib/libp.so", "-Wl,-soname,libp.so", defines=source)
    program(
        "prog",
        "lib/libp.so",
        source="int prot(void); extern int uniq; int *a = &uniq; int main(void){return prot();}",
    )
    assert agreed("prog").symbols == set()


# R_X86_64_SIZE64 (33), which no musl processes
_SIZE = '__asm__(".data\\n.globl w\\nw: .quad there@SIZE\\n");'


def test_a_missing_symbol_hides_the_type_of_its_relocation(here: Path) -> None:
    library("lib/libs.so", "-Wl,-soname,libs.so", defines=_SIZE.replace("there", "elsewhere"))
    program("prog", "lib/libs.so", "-Wl,--unresolved-symbols=ignore-all")
    said = agreed("prog")
    assert said.symbols == {("lib/libs.so", "elsewhere")}
    assert said.types == set()


def test_a_type_that_the_loader_does_not_know_is_refused(here: Path) -> None:
    library("lib/libs.so", "-Wl,-soname,libs.so", defines="int there;" + _SIZE)
    program("prog", "lib/libs.so")
    assert agreed("prog").types == {("lib/libs.so", 33)}
