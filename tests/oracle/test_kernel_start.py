"""What the MC1xx rules say of a start by the kernel is what really happens on the real musls."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from musl_compat.devtools import corpus
from musl_compat.devtools.lab import cache

pytestmark = pytest.mark.oracle

OLD, NEW = ["1.2.2", "1.2.3"], ["1.2.5", "1.2.6"]


def start(name: str, version: str) -> subprocess.CompletedProcess[str]:
    """Run a corpus program whose PT_INTERP is the real musl of this version."""
    program = corpus.build_for(name, str(cache.loader(version).path))
    return subprocess.run(
        ["prlimit", "--core=0", "--cpu=10", "--", str(program)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={},
    )


@pytest.mark.parametrize("version", OLD + NEW)
def test_plain_program_runs(version: str) -> None:
    done = start("hello", version)
    assert (done.returncode, done.stdout) == (0, "hello\n")


@pytest.mark.parametrize("version", OLD)
def test_relr_before_1_2_4_crashes(version: str) -> None:
    assert start("relr", version).returncode == -signal.SIGSEGV


@pytest.mark.parametrize("version", NEW)
def test_relr_since_1_2_4_runs(version: str) -> None:
    done = start("relr", version)
    assert (done.returncode, done.stdout) == (0, "hello\n")


@pytest.mark.parametrize("version", OLD + NEW)
def test_text_relocation_of_a_program_crashes_while_relocating(version: str) -> None:
    assert start("textrel", version).returncode == -signal.SIGSEGV


@pytest.mark.parametrize("version", OLD + NEW)
def test_irelative_is_refused_by_its_number(version: str) -> None:
    done = start("irelative", version)
    assert done.returncode == 127
    assert "unsupported relocation type 37" in done.stderr


@pytest.mark.parametrize("version", OLD + NEW)
def test_pie_without_pt_phdr_crashes(version: str) -> None:
    assert start("no_pt_phdr", version).returncode == -signal.SIGSEGV


@pytest.mark.parametrize("version", OLD + NEW)
def test_preinit_array_is_not_run(version: str) -> None:
    assert start("preinit_array", version).stdout == "not prepared\n"


@pytest.mark.parametrize("version", OLD + NEW)
def test_weak_undefined_stays_null(version: str) -> None:
    assert start("weak_undefined", version).returncode == 0


@pytest.mark.parametrize("version", OLD + NEW)
def test_copy_relocations_run(version: str) -> None:
    done = start("copy_relocation", version)
    assert done.returncode == 0


def test_glibc_runs_what_is_linked_for_it() -> None:
    done = subprocess.run([corpus.build("preinit_array")], capture_output=True, text=True, check=False)
    assert done.stdout == "prepared\n"
    assert Path(corpus.build("relr")).exists()
