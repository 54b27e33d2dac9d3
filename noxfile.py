"""Everything that is checked, one session each; ``.ci/run`` runs them all.

``nox -s lint types tests``; ``nox -s oracle -- --all`` asks the real loaders about every object.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
CODE = ("musl_compat", "csrc", "tests", "setup.py", "noxfile.py")
C_WARNINGS = ("-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wno-unused-parameter", "-Werror")
# What the tests and the generators read; the packages of one request cost little more than one.
SETS = "ci,musl,musl-arches,run-ci,shim"
SANITIZE = "-fsanitize=address,undefined"
NO_RECOVER = "-fno-sanitize-recover=all"

nox.options.sessions = ["lint", "types", "gen", "warnings", "asan", "fuzz", "peers", "tests"]


def need(session: nox.Session, *packages: str) -> None:
    """Install, but into a session's own environment only: with ``--no-venv`` the caller has done it."""
    if session.virtualenv.is_sandboxed:
        session.install(*packages)


@nox.session
def lint(session: nox.Session) -> None:
    """Style of the Python code."""
    need(session, "ruff>=0.8")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types of the package and of the devtools."""
    need(session, "-e", ".[test,dev]")
    session.run("mypy", "--strict", "-p", "musl_compat")


@nox.session
def fetch(session: nox.Session) -> None:
    """Everything that the tests and the generators read, into the cache."""
    need(session, "-e", ".[test]")
    session.run("python", "-m", "musl_compat.devtools.lab", "fetch", "--set", SETS)


@nox.session
def gen(session: nox.Session) -> None:
    """Generated files are what their generators make."""
    need(session, "-e", ".[test,dev]")
    session.run("python", "-m", "musl_compat.devtools.lab", "fetch", "--set", SETS)
    for generator in sorted((ROOT / "musl_compat" / "devtools").glob("*.py")):
        if '"--check"' in generator.read_text(encoding="utf-8"):
            session.run("python", "-m", f"musl_compat.devtools.{generator.stem}", "--check")


@nox.session
def warnings(session: nox.Session) -> None:
    """The C code has no warning, as gcc and clang see it, 64 and 32 bit types alike."""
    sources = sorted(str(p) for p in (ROOT / "csrc").glob("mc_*.c"))
    for compiler in ("gcc", "clang"):
        session.run(compiler, *C_WARNINGS, "-O2", "-fsyntax-only", "-Icsrc", *sources, external=True)


@nox.session
def asan(session: nox.Session) -> None:
    """The core under AddressSanitizer and UBSan over real objects and the corpus."""
    need(session, "-e", ".[test]")
    with tempfile.TemporaryDirectory() as folder:
        driver = f"{folder}/core"
        sources = sorted(str(p) for p in (ROOT / "csrc").glob("mc_*.c"))
        flags = ["-g", "-O1", "-std=gnu11", SANITIZE, NO_RECOVER, "-Icsrc"]
        session.run("clang", *flags, "tests/bench/core.c", *sources, "-o", driver, external=True)
        listing = f"{folder}/list"
        session.run("python", "-m", "musl_compat.devtools.lab", "objects", "--set", "ci", "--output", listing)
        planes = str(session.run("python", "tests/bench/planes.py", silent=True)).split()
        session.run(driver, "musl_compat/kb/table.bin", *planes, listing, external=True)


@nox.session
def fuzz(session: nox.Session) -> None:
    """A short run of the fuzzer under AddressSanitizer and UBSan; ``-- --seconds 3600`` for a long one."""
    need(session, "-e", ".[test]")
    session.run("python", "tests/fuzz/run.py", *(session.posargs or ("--seconds", "15")))


@nox.session
def tests(session: nox.Session) -> None:
    """The test suite, in as many processes as there are processors."""
    need(session, "-e", ".[test]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session
def oracle(session: nox.Session) -> None:
    """The real loaders over the sample, or with ``-- --all`` over every object of the lock file."""
    need(session, "-e", ".[test]")
    session.run("python", "-m", "musl_compat.devtools.lab", "oracle", *session.posargs)


@nox.session
def peers(session: nox.Session) -> None:
    """The scan against pyelftools over the sample's small objects; ``-- --set full`` for every object."""
    need(session, "-e", ".[test]")
    session.run("python", "-m", "tests.support.compare_peers", *(session.posargs or ("--below", "300000")))


@nox.session
def bench(session: nox.Session) -> None:
    """The benchmark; start it on a quiet machine."""
    need(session, "-e", ".[test,bench]")
    session.run("python", "tests/bench/run.py", *session.posargs)
