"""A shim built by ``zig cc``: the compiler's own helper functions hide no name of the shim.

The whole command, with zig from PyPI (80 MB), is ``pip install ziglang`` and
``muslcheck shim --all --build --cc "python -m ziglang cc -target x86_64-linux-musl" -o shim/``.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from musl_compat.fix.shim import zig_runtime
from tests.shim import harness

HELPERS = """
#define HIDDEN __attribute__((weak, visibility("hidden")))
HIDDEN int __memcpy_chk(void) { return 1; }
HIDDEN int __helper(void) { return 2; }
int uses(void) { return __memcpy_chk() + __helper(); }
"""
OWN = "int __memcpy_chk(void) { return 3; } extern int uses(void); int answer(void) { return uses(); }\n"


def dynamic_names(library: Path) -> list[str]:
    done = subprocess.run(
        ["nm", "-D", "--defined-only", str(library)], capture_output=True, text=True, check=True
    )
    return sorted(line.split()[-1] for line in done.stdout.splitlines())


@pytest.mark.parametrize("renamed", [False, True])
def test_renamed_helper_does_not_hide_an_export(tmp_path: Path, renamed: bool) -> None:
    """The test of the test: without the renaming the linker hides the name."""
    (tmp_path / "helpers.c").write_text(HELPERS)
    (tmp_path / "own.c").write_text(OWN)
    flags = ["-fPIC", "-fno-builtin", "-w", "-O1"]
    harness.run_tool(["gcc", *flags, "-c", "helpers.c", "own.c"], tmp_path)
    if renamed:
        helpers = tmp_path / "helpers.o"
        helpers.write_bytes(zig_runtime.rename(helpers.read_bytes(), {"__memcpy_chk"}))
    harness.run_tool(["gcc", "-shared", "-nostdlib", "-o", "lib.so", "own.o", "helpers.o"], tmp_path)
    wanted = ["__memcpy_chk", "answer", "uses"] if renamed else ["answer", "uses"]
    assert dynamic_names(tmp_path / "lib.so") == wanted


def test_zig_is_known_by_its_command() -> None:
    assert zig_runtime.is_zig(["python", "-m", "ziglang", "cc", "-target", "x86_64-linux-musl"])
    assert zig_runtime.is_zig(["/opt/zig/zig", "cc"])
    assert not zig_runtime.is_zig(["musl-gcc"])
    assert not zig_runtime.is_zig(["cc"])


def test_zig_that_names_no_runtime_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(zig_runtime.RuntimeFormatError, match=r"links no libcompiler_rt\.a"):
        zig_runtime.without(["true"], {"x"}, tmp_path)
