"""A CPython built against musl, with the libraries that wheels expect of it, from Debian's sources.

``tree()`` gives its files, from the cache or built anew: some minutes of two processors. It is configured as
a Python for musl, so that its tag for extension modules is ``x86_64-linux-musl``, and everything that it
needs besides the libc is linked into it. gcc makes it, with the headers and start files of musl-dev.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from musl_compat.devtools.lab import cache, lock
from musl_compat.errors import InputError

SUITE = "trixie"
"""The Debian suite of musl-dev: its musl is the one that the lab runs on."""
PREFIX = "/usr/local"
JOBS = "2"
LIBRARIES = ("zlib", "bzip2", "xz-utils", "libffi", "sqlite3", "openssl")
PYTHON = "python3.11"

# The Python's configure asks for the triplet, and wants one that fits the libc.
SCRIPT = """#!/bin/sh
case "$*" in *-print-multiarch*) echo x86_64-linux-musl; exit ;; esac
exec gcc "$@" -specs {specs} -idirafter {kernel} -idirafter {kernel}/x86_64-linux-gnu
"""
# What differs from the defaults: static libraries only, and nothing that only tests or tools use.
_AUTOTOOLS = "./configure --host=x86_64-linux-musl --prefix=$DEPS --disable-shared --enable-static -q"
RECIPES = {
    "zlib": "CHOST=x86_64-linux-musl ./configure --static --prefix=$DEPS && make -s -j$JOBS libz.a"
    " && cp zlib.h zconf.h $DEPS/include && cp libz.a $DEPS/lib",
    "zlib-shared": "CHOST=x86_64-linux-musl ./configure --prefix=$DEPS && make -s -j$JOBS libz.so.1.2.13"
    " && cp libz.so.1.2.13 $DEPS/lib/libz.so.1",
    "bzip2": 'make -s -j$JOBS CC=$CC CFLAGS="$CFLAGS -D_FILE_OFFSET_BITS=64" libbz2.a'
    " && cp bzlib.h $DEPS/include && cp libbz2.a $DEPS/lib",
    "xz-utils": f"{_AUTOTOOLS} --disable-xz --disable-xzdec --disable-lzmadec --disable-lzmainfo"
    " --disable-scripts --disable-doc --disable-nls && make -s -j$JOBS install",
    "libffi": f"{_AUTOTOOLS} --disable-docs --disable-multi-os-directory && make -s -j$JOBS install",
    "openssl": "./Configure linux-x86_64 no-shared no-tests no-engine no-async no-module no-ui-console"
    " no-legacy no-cmp no-cms no-ct no-dtls no-gost no-srp no-ts no-sm2 no-sm3 no-sm4 no-aria no-camellia"
    " --prefix=$DEPS --openssldir=/etc/ssl --libdir=lib && make -s -j$JOBS build_libs"
    " && cp -r include/openssl $DEPS/include && cp libcrypto.a libssl.a $DEPS/lib",
    "sqlite3": f"{_AUTOTOOLS} --disable-tcl --disable-readline && make -s sqlite3.c"
    " && $CC $CFLAGS -DSQLITE_THREADSAFE=1 -c sqlite3.c -o sqlite3.o"
    " && ar rcs $DEPS/lib/libsqlite3.a sqlite3.o"
    " && cp sqlite3.h sqlite3ext.h $DEPS/include",
    # A cross build though the machine is the same: configure may run nothing that it built, and the search
    # of setup.py for libraries leaves this system's own alone. The build triplet decides the SOABI.
    "python3.11": "./configure --build=x86_64-pc-linux-musl --host=x86_64-lab-linux-musl --prefix=/usr/local"
    " --with-build-python=$PYTHON --with-openssl=$DEPS --without-ensurepip --disable-test-modules -q"
    " READELF=$(command -v readelf) ac_cv_file__dev_ptmx=yes ac_cv_file__dev_ptc=no"
    " ac_cv_buggy_getaddrinfo=no"
    " && make -s -j$JOBS && make -s install DESTDIR=$OUT",
}


def tree() -> Path:
    """The folder that holds ``usr/local`` of that Python."""
    inputs = _inputs()
    libraries = _kept("libraries", [*LIBRARIES], inputs)
    return _kept("python", [PYTHON], inputs, libraries)


def system_libraries() -> Path:
    """The folder that holds ``lib`` with what wheels expect of any system besides the C++ runtime: zlib."""
    return _kept("system", ["zlib-shared"], _inputs())


def _kept(name: str, sources: Sequence[str], inputs: Mapping[str, lock.Entry], *more: Path) -> Path:
    """What building these sources installs; found again by the hash of all that goes into it."""
    given = [*(e.sha256 for e in inputs.values()), *(RECIPES[s] for s in sources), *map(str, more), SCRIPT]
    key = hashlib.sha256("\n".join(given).encode()).hexdigest()[:16]
    path = cache.directory() / "builds" / f"{name}-musl-{key}"

    def fill(folder: Path) -> None:
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            _build(Path(work), sources, inputs, *more)
            Path(work, "out").rename(folder)

    return cache.made(path, fill)


def _entry(kind: str, name: str, suite: str) -> lock.Entry:
    for entry in lock.load():
        if (entry.kind, entry.name, entry.suite) == (kind, name, suite) and entry.arch in ("amd64", "source"):
            return entry
    raise InputError(f"the lock file has no {kind} {name} of {suite}")


def _inputs() -> dict[str, lock.Entry]:
    inputs = {name: _entry("src", name, "bookworm") for name in (*LIBRARIES, PYTHON)}
    for name, suite in (("musl-dev", SUITE), ("musl", SUITE), ("linux-libc-dev", "bookworm")):
        inputs[name] = _entry("deb", name, suite)
    return inputs


def _build(work: Path, sources: Sequence[str], inputs: Mapping[str, lock.Entry], *more: Path) -> None:
    """Build these sources one after the other; what they install comes below ``out``."""
    out = work / "out"
    deps = more[0] if more else out
    for folder in (out, out / "include", out / "lib"):
        folder.mkdir()
    env = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C",
        "CC": str(_compiler(work, inputs)),
        "CFLAGS": "-O2 -fPIC",
        "CPPFLAGS": f"-I{deps}/include",
        "LDFLAGS": f"-L{deps}/lib",
        "PKG_CONFIG_LIBDIR": str(work),  # nothing: the libraries name the folder that they were built in
        "PYTHON": _build_python(),
        "DEPS": str(deps),
        "OUT": str(out),
        "JOBS": JOBS,
    }
    for name in sources:
        source, log = work / name, work / f"{name}.log"
        shutil.copytree(cache.tree(inputs[name.removesuffix("-shared")]), source, symlinks=True)
        command = ["sh", "-e", "-c", RECIPES[name]]
        with open(log, "wb") as stream:
            done = subprocess.run(
                command, cwd=next(source.iterdir()), env=env, stdout=stream, stderr=stream, check=False
            )
        if done.returncode != 0:
            end = log.read_text(encoding="utf-8", errors="replace")[-3000:]
            raise InputError(f"building {name} of the musl Python: exit {done.returncode}:\n{end}")


def _build_python() -> str:
    """A python3.11 of this system, which the cross build runs its scripts with."""
    found = shutil.which("python3.11")
    if found is None:
        raise InputError("python3.11 is not installed; building the musl Python needs one")
    return found


def _compiler(work: Path, inputs: Mapping[str, lock.Entry]) -> Path:
    """gcc with the specs of musl-dev, led to the unpacked package; the kernel's headers come last."""
    dev = cache.tree(inputs["musl-dev"])
    # libc.so is a link to the loader's package: a copy of the folder has both.
    libraries = work / "musl"
    shutil.copytree(dev / "usr/lib/x86_64-linux-musl", libraries, symlinks=True)
    libc = libraries / "libc.so"
    libc.unlink(missing_ok=True)
    real = next(p for p in cache.tree(inputs["musl"]).glob("**/libc.so") if not p.is_symlink())
    shutil.copy(real, libc)
    text = (libraries / "musl-gcc.specs").read_text(encoding="utf-8")
    text = text.replace("/usr/lib/x86_64-linux-musl", str(libraries))
    text = text.replace("/usr/include/x86_64-linux-musl", str(dev / "usr/include/x86_64-linux-musl"))
    specs = work / "musl-gcc.specs"
    specs.write_text(text, encoding="utf-8")
    kernel = cache.tree(inputs["linux-libc-dev"]) / "usr/include"
    script = work / "musl-gcc"
    script.write_text(SCRIPT.format(specs=specs, kernel=kernel), encoding="utf-8")
    script.chmod(0o755)
    return script
