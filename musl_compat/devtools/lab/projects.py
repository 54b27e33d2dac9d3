"""Real C and C++ projects of the lock file's set ``frames``, and how to compile them without configure."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab import cache, lock

SET = "frames"


class Project(NamedTuple):
    """One project. Globs and folders are relative to its source; ``written``: files that configure would
    write, (name, text); ``copied``: prebuilt ones, (from, to); ``uses``: projects whose headers it includes.
    """

    name: str
    sources: tuple[str, ...]
    without: tuple[str, ...] = ()
    include: tuple[str, ...] = (".",)
    define: tuple[str, ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    copied: tuple[tuple[str, str], ...] = ()
    uses: tuple[str, ...] = ()


_SNAPPY_STUBS = """\
#include <sys/uio.h>
#include <cstddef>
#include <cstdint>
#include <string>
#define SNAPPY_MAJOR 1
#define SNAPPY_MINOR 1
#define SNAPPY_PATCHLEVEL 9
"""
_LEVELDB_PORT = """\
#define HAVE_FDATASYNC 1
#define HAVE_FULLFSYNC 0
#define HAVE_O_CLOEXEC 1
#define HAVE_CRC32C 0
#define HAVE_SNAPPY 0
"""

PROJECTS = (
    Project("brotli", ("c/*/*.c",), ("c/tools/*",), ("c/include",)),
    Project(
        "bzip2", ("*.c",), ("dlltest.c", "mk251.c", "spewG.c", "unzcrash.c", "bzip2.c", "bzip2recover.c")
    ),
    Project("cjson", ("cJSON.c", "cJSON_Utils.c")),
    Project(
        "expat",
        ("expat/lib/xml*.c",),
        ("expat/lib/xmltok_*.c",),
        ("expat/lib",),
        ("XML_CONTEXT_BYTES=1024", "XML_NS", "XML_DTD", "HAVE_GETRANDOM", "BYTEORDER=1234", "HAVE_MEMMOVE"),
        (("expat/lib/expat_config.h", ""),),
    ),
    Project("fmtlib", ("src/format.cc", "src/os.cc"), include=("include",)),
    Project(
        "jansson",
        ("src/*.c",),
        include=("src",),
        define=("HAVE_STDINT_H",),
        written=(
            (
                "src/jansson_config.h",
                "#define JSON_INLINE inline\n#define JSON_INTEGER_IS_LONG_LONG 1\n"
                "#define JSON_HAVE_LOCALECONV 1\n#define JSON_PARSER_MAX_DEPTH 2048\n",
            ),
            ("src/jansson_private_config.h", "#define HAVE_ENDIAN_H 1\n"),
        ),
    ),
    Project(
        "leveldb",
        ("db/*.cc", "table/*.cc", "util/*.cc", "helpers/memenv/*.cc"),
        ("*_test.cc", "*windows*", "*/testutil.cc", "db/leveldbutil.cc"),
        (".", "include"),
        ("LEVELDB_PLATFORM_POSIX=1",),
        (("port/port_config.h", _LEVELDB_PORT),),
    ),
    Project("libdeflate", ("lib/*.c", "lib/*/*.c")),
    Project("libjsoncpp", ("src/lib_json/*.cpp",), include=("include", "src/lib_json")),
    Project(
        "libpng1.6",
        ("png*.c",),
        ("pngtest.c",),
        define=("PNG_ARM_NEON_OPT=0",),
        copied=(("scripts/pnglibconf.h.prebuilt", "pnglibconf.h"),),
        uses=("zlib",),
    ),
    Project(
        "libyaml",
        ("src/*.c",),
        include=("include",),
        define=(
            'YAML_VERSION_STRING="0.2.5"',
            "YAML_VERSION_MAJOR=0",
            "YAML_VERSION_MINOR=2",
            "YAML_VERSION_PATCH=5",
        ),
    ),
    Project(
        "libzstd",
        ("lib/common/*.c", "lib/compress/*.c", "lib/decompress/*.c", "lib/dictBuilder/*.c"),
        include=("lib", "lib/common"),
        define=("ZSTD_MULTITHREAD", "ZSTD_DISABLE_ASM=1"),
    ),
    Project(
        "lua5.4",
        ("src/*.c",),
        ("src/lua.c", "src/luac.c"),
        ("src",),
        ("LUA_USE_LINUX",),
    ),
    Project("lz4", ("lib/*.c",), include=("lib",)),
    Project(
        "pcre2",
        ("src/pcre2_*.c", "src/pcre2posix.c"),
        (
            "src/pcre2_dftables.c",
            "src/pcre2_fuzzsupport.c",
            "src/pcre2_jit_match.c",
            "src/pcre2_jit_misc.c",
            "src/pcre2_jit_test.c",
            "src/pcre2_printint.c",
            "src/pcre2_ucptables.c",
        ),
        ("src",),
        ("HAVE_CONFIG_H", "PCRE2_CODE_UNIT_WIDTH=8", "SUPPORT_UNICODE", "SUPPORT_PCRE2_8", "SUPPORT_JIT"),
        copied=(
            ("src/config.h.generic", "src/config.h"),
            ("src/pcre2.h.generic", "src/pcre2.h"),
            ("src/pcre2_chartables.c.dist", "src/pcre2_chartables.c"),
        ),
    ),
    Project("pugixml", ("src/*.cpp",)),
    Project(
        "snappy",
        ("snappy.cc", "snappy-c.cc", "snappy-sinksource.cc", "snappy-stubs-internal.cc"),
        written=(("snappy-stubs-public.h", _SNAPPY_STUBS),),
    ),
    Project("tinyxml2", ("tinyxml2.cpp",)),
    Project("zlib", ("*.c",), define=("HAVE_UNISTD_H", "HAVE_STDARG_H")),
)


def entries(names: Iterable[str]) -> list[lock.Entry]:
    """The lock file's source packages of these projects and of those that they use."""
    every = {project.name: project for project in PROJECTS}
    wanted = {name for one in names for name in (one, *every[one].uses)}
    return [e for e in lock.wanted(lock.load(), [SET]) if e.kind == "src" and e.name in wanted]


def prepare(project: Project) -> Path:
    """A copy of a project's source, kept in the cache, with the files that configure would have written.
    Copies of the projects that it uses lie beside it.
    """
    for used in PROJECTS:
        if used.name in project.uses:
            prepare(used)

    def fill(folder: Path) -> None:
        entry = next(e for e in entries([project.name]) if e.name == project.name)
        upstream = next(p for p in cache.tree(entry).iterdir() if p.is_dir())  # the tarball's one folder
        shutil.copytree(upstream, folder, symlinks=True, dirs_exist_ok=True)
        for name, text in project.written:
            (folder / name).write_text(text, encoding="utf-8")
        for source, target in project.copied:
            if not (folder / target).exists():
                shutil.copyfile(folder / source, folder / target)

    return cache.made(cache.directory() / "frames" / "source" / project.name, fill)


def units(project: Project, source: Path) -> list[str]:
    """Its translation units, relative to its source, in a stable order."""
    found = {p.relative_to(source) for glob in project.sources for p in source.glob(glob)}
    return sorted(str(p) for p in found if not any(p.match(glob) for glob in project.without))


def options(project: Project, source: Path) -> list[str]:
    """Where its headers are, and its definitions."""
    out = [f"-I{source / folder}" for folder in project.include]
    out += [f"-I{source.parent / used}" for used in project.uses]
    return out + [f"-D{text}" for text in project.define]
