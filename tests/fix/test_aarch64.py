"""IFUNC on aarch64: edited programs do under qemu, on real musl, what they do with glibc."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage
from musl_compat.fix import edits
from musl_compat.fix.apply import apply
from musl_compat.fix.edits import Edit, Subject
from musl_compat.fix.needs import Needs
from musl_compat.kb import targets
from tests.fix import harness

pytestmark = pytest.mark.oracle

QEMU = "qemu-aarch64-static"
PROGRAM = """
#include <stdio.h>
static int answer(void) { return 41; }
static int (*choose(unsigned long hwcap, const void *more))(void) { return hwcap && more ? answer : 0; }
int chosen(void) __attribute__((ifunc("choose")));
static int (*volatile in_data)(void) = chosen;
static int early;
__attribute__((constructor)) static void before(void) { early = chosen(); }
int main(void)
{
	int (*volatile in_code)(void) = chosen;
	printf("%d %d %d %d\\n", chosen(), in_data(), in_code(), early);
	return 0;
}
"""


def planned(data: bytearray) -> list[Edit]:
    """The edits of a program that needs no shim."""
    target = targets.get("musl:1.2.5")
    image = ElfImage.from_bytes(data)
    needs = Needs(*[()] * len(Needs._fields))
    found, obstacles = edits.plan(
        Subject("program", image, "aarch64", target, needs, None, None, 0, lambda: data)
    )
    assert obstacles == []
    return found


@pytest.mark.parametrize(
    "flags",
    [
        ("-fPIE", "-pie"),
        ("-fPIE", "-pie", "-Wl,-z,now"),
        ("-fPIE", "-pie", "-rdynamic"),
        ("-fno-pie", "-no-pie"),
        ("-fno-pie", "-no-pie", "-Wl,-z,norelro"),
    ],
    ids=" ".join,
)
def test_program_runs_its_resolvers(flags: tuple[str, ...], tmp_path: Path) -> None:
    given = harness.compile_c(
        tmp_path / "given", "program", PROGRAM, "-O1", *flags, compiler="aarch64-linux-gnu-gcc"
    )
    golden = harness.run([QEMU, "-L", "/usr/aarch64-linux-gnu", "./program"], given.parent)
    assert golden == harness.Ran(b"41 41 41 41\n", 0)
    given.write_bytes(apply(bytearray(given.read_bytes()), planned).data)
    for loader in cache.loaders("arm64"):
        assert harness.run([QEMU, str(loader.path), "./program"], given.parent) == golden, loader.version
