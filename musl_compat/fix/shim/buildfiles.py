"""The build files of a generated shim, and the flags that ``compile`` uses too."""

from __future__ import annotations

from collections.abc import Sequence

LIBRARY = "libglibc-shim.so"
"""The name of a shim when nobody gives another."""
EXPORTS = "shim.map"
STUB = "stub.c"
LOUD = "-DMC_LOUD_DEFAULT=1"

# -fno-builtin: a compiler may turn a call of __strcpy_chk into one of __memcpy_chk, and a loop in memcpy
# into a call of memcpy.
CFLAGS = [
    "-std=gnu11",
    "-O2",
    "-fPIC",
    "-fno-builtin",
    "-ffunction-sections",
    "-fdata-sections",
    "-U_FORTIFY_SOURCE",
    "-fno-stack-protector",
    "-Wall",
    "-Wextra",
]
# The version script hides what the compiler's libraries bring (libgcc_eh: _dl_find_object).
# -Bsymbolic-functions: the recipes call each other, whatever else the process holds.
SYMBOLIC = "-Wl,-Bsymbolic-functions"
# --eh-frame-hdr: musl-gcc leaves it out, and then no unwinder gets through the shim's own frames.
LDFLAGS = f"-shared -Wl,--gc-sections {SYMBOLIC} -Wl,-z,defs -Wl,-z,noexecstack -Wl,--eh-frame-hdr".split()


# libgcc's helpers for atomics ask __getauxval, which musl has since 1.2.6 only.
ARCH_CFLAGS = {"aarch64": ["-mno-outline-atomics"]}


def cflags(arch: str, loud: bool) -> list[str]:
    """What the compiler gets for each source."""
    return [*CFLAGS, *ARCH_CFLAGS.get(arch, []), *([LOUD] if loud else [])]


def link_arguments(library: str) -> list[str]:
    """What the linker gets besides the objects and the output's name."""
    return [*LDFLAGS, f"-Wl,-soname,{library}", f"-Wl,--version-script={EXPORTS}"]


def stub_arguments(name: str) -> list[str]:
    """The options that make an empty library of this name which loads the shim from its own directory; after
    them the shim itself.
    """
    return ["-shared", "-fPIC", f"-Wl,-soname,{name}", "-Wl,--no-as-needed", "-Wl,-rpath,$ORIGIN"]


def exports(names: Sequence[str]) -> str:
    """A linker version script without a version: these names and no other."""
    listed = "".join(f"\t\t{name};\n" for name in names)
    opening = f"\tglobal:\n{listed}" if names else ""
    return f"{{\n{opening}\tlocal:\n\t\t*;\n}};\n"


def stub() -> str:
    """The source of a library that stands in for one of glibc's."""
    return "/* Nothing: the library is there for its name, and loads the shim. */\ntypedef int nothing;\n"


def makefile(library: str, sources: Sequence[str], stubs: Sequence[str], flags: Sequence[str]) -> str:
    """A POSIX-minded Makefile for GNU make; ``flags`` is what ``cflags`` gives."""
    objects = " ".join(f"src/{name}.o" for name in sources)
    lines = [
        "CC = musl-gcc",
        f"CFLAGS = {' '.join(flags)}",
        "prefix = /usr",
        f"OBJECTS = {objects}",
        f"STUBS = {' '.join(stubs)}",
        "",
        f"all: {library} $(STUBS)",
        "",
        f"{library}: $(OBJECTS) {EXPORTS}",
        f"\t$(CC) {' '.join(link_arguments(library))} -o $@ $(OBJECTS)",
        "",
        "src/%.o: src/%.c",
        "\t$(CC) $(CFLAGS) -c -o $@ $<",
        "",
    ]
    for name in stubs:
        arguments = " ".join(stub_arguments(name)).replace("$ORIGIN", "'$$ORIGIN'")
        lines += [f"{name}: {STUB} {library}", f"\t$(CC) -o $@ {STUB} {arguments} {library}", ""]
    lines += [
        "install: all",
        "\tinstall -d $(DESTDIR)$(prefix)/lib",
        f"\tinstall -m 755 {library} $(STUBS) $(DESTDIR)$(prefix)/lib",
        "",
        "clean:",
        f"\trm -f $(OBJECTS) {library} $(STUBS)",
        "",
        ".PHONY: all install clean",
    ]
    return "\n".join(lines) + "\n"


def meson(library: str, sources: Sequence[str], stubs: Sequence[str], flags: Sequence[str]) -> str:
    """A meson project of the same library."""

    def quoted(words: Sequence[str]) -> str:
        return "".join(f"  '{word}',\n" for word in words)

    own = [f for f in flags if not f.startswith(("-std", "-O", "-fPIC", "-Wall", "-Wextra"))]
    linked = [a for a in LDFLAGS if a != "-shared"]
    stem = library.removeprefix("lib").removesuffix(".so")
    text = (
        "project('glibc-shim', 'c',\n"
        "  default_options: ['c_std=gnu11', 'buildtype=release', 'warning_level=2'])\n\n"
        f"exports = meson.current_source_dir() / '{EXPORTS}'\n"
        f"shim = shared_library('{stem}', files(\n{quoted([f'src/{n}.c' for n in sources])}),\n"
        f"  c_args: [\n{quoted(own)}  ],\n"
        f"  link_args: [\n{quoted(linked)}  '-Wl,--version-script=' + exports,\n  ],\n"
        f"  link_depends: exports,\n  install: true)\n"
    )
    for name in stubs:
        arguments = "".join(f"    '{a}',\n" for a in stub_arguments(name))
        text += (
            f"\ncustom_target('{name}', output: '{name}', input: ['{STUB}'],\n"
            f"  command: [meson.get_compiler('c').cmd_array(), '-o', '@OUTPUT@', '@INPUT@',\n"
            f"{arguments}    shim],\n"
            "  install: true, install_dir: get_option('libdir'), install_tag: 'runtime')\n"
        )
    return text


def apkbuild(arch: str, version: str) -> str:
    """A package of Alpine Linux built from this directory."""
    return (
        "# Built from the directory that muslcheck shim wrote: abuild -r\n"
        "pkgname=glibc-shim\n"
        f"pkgver={version}\n"
        "pkgrel=0\n"
        'pkgdesc="glibc symbols for programs on musl"\n'
        'url="https://musl.libc.org/"\n'
        f'arch="{arch}"\n'
        'license="MIT"\n'
        'options="!check"  # the recipes are tested where they are written\n'
        'source=""\n'
        'builddir="$startdir"\n'
        '\nbuild() {\n\tmake CC="${CC:-cc}"\n}\n'
        '\npackage() {\n\tmake DESTDIR="$pkgdir" install\n}\n'
    )
